// Package render makes the web pages: the plan of package site, printed with
// the templates and words of package theme.
//
// Views hold strings that are ready to print, so that a template has little to
// decide. What is the same on many pages (header, footer, a place, a law) is
// printed once and set in. Nothing is kept of a page once it is made.
package render

import (
	"bytes"
	"fmt"
	"html/template"
	"io"

	"yibentong/generator/catalog"
	"yibentong/generator/errand"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// Config is what pages need to know of files that others make.
type Config struct {
	Search SearchFiles
}

// SearchFiles are the paths of the search's files; one that is empty is not there.
type SearchFiles struct{ Script, Names, Brief, Text, Sound string }

// printer prints the pages of one site. It does not change once it is made.
type printer struct {
	site   *site.Site
	theme  *theme.Theme
	words  *theme.Labels
	say    phrase.Words
	config Config
	shell  shell
	parts  fragments
	plans  map[*site.Errand]*errand.Plan
}

// Outputs promises every page and every asset of the theme.
func Outputs(s *site.Site, t *theme.Theme, config Config) ([]site.Output, error) {
	p := &printer{site: s, theme: t, words: &t.Labels, say: phrase.Words{Labels: &t.Labels}, config: config, plans: map[*site.Errand]*errand.Plan{}}
	for _, e := range s.Errands {
		p.plans[e] = errand.New(e.Bundle)
	}
	for _, prepare := range []func() error{p.prepareShell, p.prepareFragments} {
		if err := prepare(); err != nil {
			return nil, err
		}
	}
	var out []site.Output
	for _, e := range s.Entries {
		out = append(out, p.output(e.Path, "item", func() (any, error) { return p.item(e) }))
	}
	out = append(out, p.front()...)
	out = append(out, p.shelves()...)
	out = append(out, p.references()...)
	out = append(out, p.errands()...)
	out = append(out, p.indexes()...)
	out = append(out, p.prose()...)
	for _, a := range t.Assets() {
		out = append(out, site.Output{Path: a.Path, Make: func(w io.Writer) error {
			_, err := w.Write(a.Body)
			return err
		}})
	}
	return out, nil
}

// output promises the page at path: its view is built when it is made.
func (p *printer) output(path, name string, view func() (any, error)) site.Output {
	return site.Output{Path: path, Make: func(w io.Writer) error {
		v, err := view()
		if err != nil {
			return fmt.Errorf("preparing %s: %w", path, err)
		}
		if err := p.theme.Execute(w, name, v); err != nil {
			return fmt.Errorf("making %s: %w", path, err)
		}
		return nil
	}}
}

// fragment prints a template now, to be set into many pages later. Its result
// has been escaped by the template and is safe as it stands.
func (p *printer) fragment(name string, view any) (template.HTML, error) {
	var b bytes.Buffer
	if err := p.theme.Execute(&b, name, view); err != nil {
		return "", err
	}
	return template.HTML(b.String()), nil
}

// column is the words of one of the two handbooks.
func (p *printer) column(a catalog.Audience) theme.Column {
	if a == catalog.Enterprise {
		return p.words.Columns.Enterprise
	}
	return p.words.Columns.Personal
}
