package render

import (
	"html/template"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// door is one of the two handbooks on the home page, and a page of its own.
type door struct {
	Audience   catalog.Audience
	Path, Name string
	Book, Lead string
	Count      int
	Stages     []stageCard
	Wanted     []template.HTML
}

// stageCard is a stage with its sign and how many items it holds.
type stageCard struct {
	Path, Name, Sign, Summary, Class string
	Count                            int
}

// homeView is the first page.
type homeView struct {
	Page          page
	Title         string
	Intro         template.HTML
	Lead          string
	Edition, Date string
	Area          string
	Count         int
	Doors         []door
	Errands       []link // those that most people have to do
	ErrandCount   int
	ErrandLead    string
	Hotline       *catalog.Hotline
	Ways          []way
}

// way is another way into the handbook, with how much lies there.
type way struct {
	Path, Name, Summary string
	Count               int
}

// doorView is the page of one handbook.
type doorView struct {
	Page  page
	Door  door
	Books []link // the handbook as PDF, if the edition carries it
}

// wanted is how many of the most wanted items the home page shows for each handbook.
const wanted = 6

// front promises the home page and the pages of the two handbooks.
func (p *printer) front() []site.Output {
	out := []site.Output{p.output(site.HomePath, "home", func() (any, error) { return p.home(), nil })}
	for _, a := range []catalog.Audience{catalog.Personal, catalog.Enterprise} {
		out = append(out, p.output(site.AudiencePath(a), "audience", func() (any, error) {
			return doorView{p.page(site.AudiencePath(a), p.column(a)), p.door(a, 12), p.books(a)}, nil
		}))
	}
	return out
}

func (p *printer) home() homeView {
	e := p.site.Catalog.Edition
	pg := p.page(site.HomePath, p.words.Columns.Home)
	pg.Title, pg.Header = p.site.Settings.Title, p.shell.noSearch
	v := homeView{Page: pg, Title: p.site.Settings.Title, Lead: p.words.Columns.Home.Summary, Edition: e.Name, Date: e.Date.Chinese(), Area: e.Area,
		Count: len(p.site.Entries), Hotline: p.shell.hotline, Ways: p.ways(),
		Doors: []door{p.door(catalog.Personal, wanted), p.door(catalog.Enterprise, wanted)}}
	v.Errands, v.ErrandCount, v.ErrandLead = p.errandLinks(p.site.WantedErrands()), len(p.site.Errands), p.words.Columns.Errands.Summary
	if i := p.site.Intro; i != nil {
		v.Lead, v.Intro = i.Summary, prose(i.Body)
		v.Page.Description = i.Summary
	}
	return v
}

// books are the forms of the handbook that readers and offices have a use for.
func (p *printer) books(a catalog.Audience) (out []link) {
	if !p.site.Booklets || len(p.site.Audience(a)) == 0 {
		return nil
	}
	for _, b := range p.words.Books {
		out = append(out, link{site.BookPath(a, b.Form), b.Name})
	}
	return out
}

func (p *printer) door(a catalog.Audience, most int) door {
	books := p.site.Catalog.Edition.Handbooks
	d := door{Audience: a, Path: site.AudiencePath(a), Name: p.column(a).Name, Lead: p.column(a).Summary, Book: books.Personal,
		Count: len(p.site.Audience(a)), Wanted: p.rows(p.site.Wanted(a, most))}
	if a == catalog.Enterprise {
		d.Book = books.Enterprise
	}
	for _, s := range p.site.Stages {
		if s.Of.Audience == a {
			d.Stages = append(d.Stages, stageCard{s.Path, s.Of.Name, s.Of.Sign, s.Of.Summary, "c-" + s.Of.Color, len(s.Entries)})
		}
	}
	return d
}

// ways are the columns besides the two handbooks.
func (p *printer) ways() []way {
	s, c := p.site, &p.words.Columns
	entry := func(path string, x theme.Column, n int) way { return way{path, x.Name, x.Summary, n} }
	ways := []way{
		entry(site.DepartmentsPath, c.Departments, len(s.Departments)), entry(site.PlacesPath, c.Places, len(s.Places)),
		entry(site.MaterialsPath, c.Materials, len(s.Materials)), entry(site.TopicsPath, c.Topics, len(s.Topics)),
		entry(site.AZPath, c.AZ, 0), entry(site.LawsPath, c.Laws, len(s.Laws)), entry(site.ItemsPath, c.Items, len(s.Entries)),
	}
	if n := len(s.Errands); n > 0 {
		ways = append([]way{entry(site.ErrandsPath, c.Errands, n)}, ways...)
	}
	return ways
}
