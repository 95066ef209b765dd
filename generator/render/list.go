package render

import (
	"html/template"

	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// list is one page of a long list, and the way to its other pages.
type list struct {
	Rows  []template.HTML
	Pager *pager
}

// pager leads through the pages of a list.
type pager struct {
	Prev, Next string
	Number, Of int
	Pages      []pageLink
}

// pageLink is one page in a pager; Gap tells that pages before it are left out.
type pageLink struct {
	Path    string
	Number  int
	Current bool
	Gap     bool
}

// newPager is nil for a list of one page. Of many pages it shows the first,
// the last and those about this one.
func newPager(parts []site.Part, at int) *pager {
	if len(parts) < 2 {
		return nil
	}
	p := &pager{Number: at + 1, Of: len(parts)}
	if at > 0 {
		p.Prev = parts[at-1].Path
	}
	if at+1 < len(parts) {
		p.Next = parts[at+1].Path
	}
	last := -1
	for i, x := range parts {
		if i > 0 && i < len(parts)-1 && (i < at-3 || i > at+3) {
			continue
		}
		p.Pages = append(p.Pages, pageLink{x.Path, x.Number, i == at, i > last+1})
		last = i
	}
	return p
}

// rows are the lines of entries.
func (p *printer) rows(entries []*site.Entry) []template.HTML {
	out := make([]template.HTML, len(entries))
	for i, e := range entries {
		out[i] = p.parts.rows[e]
	}
	return out
}

// shelfView is the page of anything that lists items.
type shelfView struct {
	Page   page
	Crumbs []link
	Class  string
	Title  string
	Count  int
	List   list
	Also   []template.HTML // on the first page
	First  bool
	Of     any // what the page is about, with what the template of its kind shows
}

// shelf promises the pages of one list of items. about is shown on its first page.
func (p *printer) shelf(name, path string, column theme.Column, title string, entries, also []*site.Entry, crumbs []link, class string, about any) []site.Output {
	var out []site.Output
	parts := site.Parts(path, len(entries))
	for i, part := range parts {
		out = append(out, p.output(part.Path, name, func() (any, error) {
			v := shelfView{Page: p.page(part.Path, p.part(column, part.Number)), Crumbs: crumbs, Class: class, Title: title,
				Count: len(entries), First: i == 0, Of: about,
				List: list{p.rows(entries[part.From:part.To]), newPager(parts, i)}}
			if i == 0 {
				v.Also = p.rows(also)
			}
			return v, nil
		}))
	}
	return out
}
