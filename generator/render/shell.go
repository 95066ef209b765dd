package render

import (
	"fmt"
	"html/template"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// shell is what all pages share, printed once.
type shell struct {
	head     template.HTML
	header   template.HTML
	noSearch template.HTML // the header of pages that have their own search box
	footer   template.HTML
	unknown  template.HTML // the mark 待核实
	hotline  *catalog.Hotline
	columns  map[string]theme.Column
}

// shellView is what the templates of the shell are printed with.
type shellView struct {
	Settings      site.Settings
	Edition       catalog.Edition
	Date          string
	CSS, JS, Icon string
	Search        bool
	Errands       bool
	Hotline       *catalog.Hotline
	Menu          []link
	Prose         []link
	Police        string
}

// link is an address and the words of it.
type link struct{ Path, Name string }

// page is the head of every page. Crumbs lead from the home page to the parent.
type page struct {
	Lang, Title, Description, Canonical string
	JSON                                string // the record for machines
	Base                                string // what relative links refer to, only for the page of lost addresses
	Article                             *article
	Column                              *theme.Column
	Head, Header, Footer, Unknown       template.HTML
	Script                              []string // further scripts, in order
}

// article is what a government site states of a single text.
type article struct{ Title, Date, Source string }

func (p *printer) prepareShell() (err error) {
	v := shellView{Settings: p.site.Settings, Edition: p.site.Catalog.Edition, Date: p.site.Catalog.Edition.Date.Chinese(),
		CSS: p.theme.Asset("handbook.css"), JS: p.theme.Asset("handbook.js"), Icon: p.theme.Asset("icon.svg"), Search: true, Errands: len(p.site.Errands) > 0}
	v.Hotline = p.hotline()
	v.Menu = p.menu()
	v.Prose = proseLinks(p.site.Prose)
	p.shell.hotline = v.Hotline
	plain := v
	plain.Search = false
	for _, x := range []struct {
		into *template.HTML
		name string
		view any
	}{
		{&p.shell.head, "shell-head", v}, {&p.shell.header, "shell-header", v}, {&p.shell.noSearch, "shell-header", plain},
		{&p.shell.footer, "shell-footer", v}, {&p.shell.unknown, "unknown", v.Hotline},
	} {
		if *x.into, err = p.fragment(x.name, x.view); err != nil {
			return fmt.Errorf("preparing the frame of pages: %w", err)
		}
	}
	return nil
}

// hotline is the number for whoever does not know whom to ask; nil when the
// registry does not have it.
func (p *printer) hotline() *catalog.Hotline {
	for _, h := range p.site.Catalog.Hotlines {
		if string(h.ID) == p.words.Hotline {
			return h
		}
	}
	return nil
}

func (p *printer) menu() []link {
	c := &p.words.Columns
	menu := []link{{site.DepartmentsPath, c.Departments.Name}, {site.TopicsPath, c.Topics.Name}, {site.PlacesPath, c.Places.Name},
		{site.MaterialsPath, c.Materials.Name}, {site.LawsPath, c.Laws.Name}, {site.AZPath, c.AZ.Name}, {site.ItemsPath, c.Items.Name}}
	if len(p.site.Errands) > 0 {
		menu = append([]link{{site.ErrandsPath, c.Errands.Name}}, menu...)
	}
	return menu
}

func proseLinks(pages []*content.Page) (out []link) {
	for _, x := range pages {
		if x.Menu {
			out = append(out, link{site.ProsePath(x.Slug), x.Title})
		}
	}
	return out
}

// page starts the view of a page. Name becomes part of the title.
func (p *printer) page(path string, c theme.Column) page {
	return page{
		Lang: p.site.Settings.Language, Title: fmt.Sprintf(p.words.Title, c.Name, p.site.Settings.Title),
		Description: c.Summary, Canonical: p.site.Absolute(path), Column: &c,
		Head: p.shell.head, Header: p.shell.header, Footer: p.shell.footer, Unknown: p.shell.unknown,
	}
}

// named fills a name into the patterns of a column.
func named(c theme.Column, name string) theme.Column {
	return theme.Column{Name: fmt.Sprintf(c.Name, name), Summary: fmt.Sprintf(c.Summary, name)}
}

// part marks the pages of a list after the first, so that no two titles are alike.
func (p *printer) part(c theme.Column, number int) theme.Column {
	if number > 1 {
		c.Name = fmt.Sprintf(p.words.Part, c.Name, number)
		c.Summary = fmt.Sprintf(p.words.Part, c.Summary, number)
	}
	return c
}
