package render

import (
	"html/template"

	"yibentong/generator/content"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// proseView is a page of content/.
type proseView struct {
	Page    page
	Title   string
	Lead    string
	Updated string
	Body    template.HTML
}

// searchView is the page of the search; it works without script as a list of ways in.
type searchView struct {
	Page   page
	Title  string
	Files  SearchFiles
	Doors  []door
	Ways   []way
	Wanted []template.HTML
}

// mapView is the site map: every column, every stage, every text.
type mapView struct {
	Page  page
	Title string
	Doors []door
	Ways  []way
	Prose []link
}

// lostView is the page for addresses that lead nowhere.
type lostView struct {
	Page  page
	Title string
	Self  string
	Ways  []way
}

// prose promises the texts of content/, and the pages that the templates write alone.
func (p *printer) prose() (out []site.Output) {
	for _, x := range p.site.Prose {
		out = append(out, p.output(site.ProsePath(x.Slug), "prose", func() (any, error) { return p.text(x), nil }))
	}
	return append(out,
		p.output(site.SearchPath, "search", func() (any, error) { return p.search(), nil }),
		p.output(site.SitemapPath, "sitemap", func() (any, error) { return p.siteMap(), nil }),
		p.output(site.NotFoundPath, "404", func() (any, error) { return p.lost(), nil }))
}

func (p *printer) text(x *content.Page) proseView {
	pg := p.page(site.ProsePath(x.Slug), theme.Column{Name: x.Title, Summary: x.Summary})
	source := p.site.Settings.Host
	if source == "" {
		source = p.site.Settings.Title
	}
	pg.Column, pg.Article = nil, &article{x.Title, x.Updated.String(), source}
	return proseView{pg, x.Title, x.Summary, x.Updated.Chinese(), prose(x.Body)}
}

func (p *printer) doors() []door {
	return []door{p.door("personal", wanted), p.door("enterprise", wanted)}
}

func (p *printer) search() searchView {
	c := p.words.Columns.Search
	pg := p.page(site.SearchPath, c)
	pg.Header = p.shell.noSearch
	if f := p.config.Search; f.Script != "" {
		pg.Script = []string{f.Script, f.Names}
	}
	return searchView{Page: pg, Title: c.Name, Files: p.config.Search, Doors: p.doors(), Ways: p.ways()}
}

func (p *printer) siteMap() mapView {
	c := p.words.Columns.Sitemap
	var texts []link
	for _, x := range p.site.Prose {
		texts = append(texts, link{site.ProsePath(x.Slug), x.Title})
	}
	return mapView{p.page(site.SitemapPath, c), c.Name, p.doors(), p.ways(), texts}
}

// lost is shown at addresses of any depth, so its relative links need a base.
// Without a real address the base is not known; then it serves the root only.
func (p *printer) lost() lostView {
	c := p.words.Columns.NotFound
	pg := p.page(site.NotFoundPath, c)
	if !p.site.Settings.Placeholder() {
		pg.Base = p.site.Settings.Folder()
	}
	return lostView{pg, c.Name, site.NotFoundPath, p.ways()}
}
