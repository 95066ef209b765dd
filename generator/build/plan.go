// Package build is the pipeline: read, check, plan, make, verify, publish. It
// is the first thing to read.
//
//	catalog/ content/ themes/ ─▶ Plan ─▶ *Handbook ─▶ Build ─▶ public/
//
// Plan finds everything that editors must mend before anything is made; Build
// makes every file in parallel and publishes all of them or none.
package build

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/check"
	"yibentong/generator/content"
	"yibentong/generator/diag"
	"yibentong/generator/export"
	"yibentong/generator/render"
	"yibentong/generator/search"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// Options say how a handbook is read.
type Options struct {
	// Today decides what is stale; it never reaches the output.
	Today catalog.Date
	// BaseURL, when set, is used in place of the one in the settings.
	BaseURL string
	// Booklets adds the books and the notice sheets to the edition, in booklets/.
	Booklets bool
	// Memory, which may be nil, is what a preview keeps between calls. With it
	// the search is made when it is asked for, under names without a hash.
	Memory *Memory
}

// Handbook is a handbook that was read and checked, ready to be made.
type Handbook struct {
	Catalog  *catalog.Catalog
	Settings site.Settings
	// Outputs are all files of the edition, promised and not made yet. They are
	// there only when no error was found.
	Outputs []site.Output

	Site  *site.Site   // the plan of the pages; nil while there are errors
	Theme *theme.Theme // the look; nil while there are errors

	search func() (map[string][]byte, error) // with a Memory: the search's files, made once
}

// Plan reads a handbook and promises every file of its public edition. What
// editors must mend goes to l; an error means that reading itself failed.
func Plan(tree fs.FS, o Options, l *diag.List) (*Handbook, error) {
	cat, err := catalog.Load(tree, o.Memory.begin(), l)
	if err != nil {
		return nil, err
	}
	pages, err := content.Load(tree, l)
	if err != nil {
		return nil, err
	}
	set, ok, err := settings(tree, o, l)
	if err != nil {
		return nil, err
	}
	files, err := content.Files(tree, l)
	if err != nil {
		return nil, err
	}
	synonyms, err := o.Memory.synonyms(tree, l)
	if err != nil {
		return nil, err
	}
	check.Run(check.Input{Catalog: cat, FS: tree, Today: o.Today}, l)
	synonyms.Check(tree, cat, l)
	h := &Handbook{Catalog: cat, Settings: set}
	if !ok {
		return h, nil
	}
	look, err := o.Memory.theme(tree, "themes/"+set.Theme, l)
	if err != nil {
		return nil, err
	}
	if errs, _ := l.Count(); errs > 0 || look == nil {
		return h, nil
	}
	index, names, err := h.index(synonyms, o.Memory != nil)
	if err != nil {
		return nil, err
	}
	h.Site, h.Theme = site.New(cat, pages, set), look
	h.Site.Booklets = o.Booklets
	if err := h.promise(h.Site, look, names); err != nil {
		return nil, err
	}
	if o.Booklets {
		books, err := h.Booklets(tree, BookOptions{Forms: Published})
		if err != nil {
			return nil, err
		}
		for _, b := range books {
			b.Path = site.BookletFolder + b.Path
			h.Outputs = append(h.Outputs, b)
		}
	}
	for _, f := range index {
		h.Outputs = append(h.Outputs, site.Output{Path: f.Name, Make: written(f.Body)})
	}
	h.attach(tree, files)
	return h, nil
}

// promise lists the pages and the files for machines.
func (h *Handbook) promise(s *site.Site, look *theme.Theme, names search.Index) error {
	pages, err := render.Outputs(s, look, render.Config{Search: render.SearchFiles(names)})
	if err != nil {
		return err
	}
	var paths []string
	for _, p := range pages {
		if strings.HasSuffix(p.Path, ".html") && p.Path != site.NotFoundPath {
			paths = append(paths, p.Path)
		}
	}
	data, err := export.Outputs(h.Catalog, s.Settings.BaseURL, paths)
	if err != nil {
		return err
	}
	h.Outputs = append(pages, data...)
	return nil
}

// written makes a file of bytes that are there already.
func written(body []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(body)
		return err
	}
}

// attach adds the forms and pictures of content/files, as they are.
func (h *Handbook) attach(tree fs.FS, files []string) {
	for _, name := range files {
		h.Outputs = append(h.Outputs, site.Output{Path: strings.TrimPrefix(name, "content/"), Make: func(w io.Writer) error {
			data, err := fs.ReadFile(tree, name)
			if err != nil {
				return err
			}
			_, err = w.Write(data)
			return err
		}})
	}
}

// Report weighs how complete the handbook is.
func (h *Handbook) Report() *check.Report {
	return check.NewReport(h.Catalog, h.Settings.Missing())
}

// Summary says in a line what the handbook holds.
func (h *Handbook) Summary() string {
	c := h.Catalog
	return fmt.Sprintf("个人 %d/%d 件，企业 %d/%d 件，部门 %d 个，材料 %d 种，法律 %d 部",
		c.Counted[catalog.Personal], c.Edition.Expect.Personal, c.Counted[catalog.Enterprise], c.Edition.Expect.Enterprise,
		len(c.Departments), len(c.Materials), len(c.Laws))
}

func isMissing(err error) bool { return errors.Is(err, fs.ErrNotExist) }
