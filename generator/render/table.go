package render

import (
	"html/template"

	"yibentong/generator/site"
)

// tableView is a page of the table of all items.
type tableView struct {
	Page        page
	Title, Lead string
	Count       int
	Rows        []tableRow
	Pager       *pager
}

// tableRow is an item in the table; what is not known is empty.
type tableRow struct {
	Path, ID, Name, Stage, Body, Time, Fee string
}

func (p *printer) table() (out []site.Output) {
	c := p.words.Columns.Items
	parts := site.Parts(site.ItemsPath, len(p.site.Entries))
	for i, part := range parts {
		out = append(out, p.output(part.Path, "items", func() (any, error) {
			v := tableView{Page: p.page(part.Path, p.part(c, part.Number)), Title: c.Name, Lead: c.Summary, Count: len(p.site.Entries), Pager: newPager(parts, i)}
			for _, e := range p.site.Entries[part.From:part.To] {
				v.Rows = append(v.Rows, tableRow{e.Path, string(e.ID), e.Name, e.Stage.To.Name, e.Authority.Body.To.Short, p.say.Duration(e.Time).Value, p.say.Cost(e.Fee).Value})
			}
			return v, nil
		}))
	}
	return out
}

// azView is the A–Z, or one letter of it. Letters are all letters, with the
// names of those that stand on this page.
type azView struct {
	Page        page
	Title, Lead string
	Crumbs      []link
	Letters     []letterLink
	Groups      []letterGroup
	Pager       *pager
	Split       bool
}

type letterLink struct {
	Letter, Path string
	Count        int
	Current      bool
}

type letterGroup struct {
	Letter string
	Names  []template.HTML
}

// nameView is one line of the A–Z. Official is empty for an official name.
type nameView struct{ Path, Text, Official string }

func (p *printer) az() []site.Output {
	letters, split := p.site.AZ()
	c := p.words.Columns.AZ
	out := []site.Output{p.output(site.AZPath, "az", func() (any, error) {
		v := azView{Page: p.page(site.AZPath, c), Title: c.Name, Lead: c.Summary, Letters: p.letters(letters, 0), Split: split}
		if split {
			return v, nil
		}
		for _, l := range letters {
			names, err := p.nameLines(l.Names)
			if err != nil {
				return nil, err
			}
			v.Groups = append(v.Groups, letterGroup{letterName(l.Letter), names})
		}
		return v, nil
	})}
	if split {
		for _, l := range letters {
			out = append(out, p.letter(letters, l)...)
		}
	}
	return out
}

// letter promises the pages of one letter.
func (p *printer) letter(all []site.Letter, l site.Letter) (out []site.Output) {
	name := letterName(l.Letter)
	c := named(p.words.Columns.Letter, name)
	parts := site.Parts(l.Path, len(l.Names))
	for i, part := range parts {
		out = append(out, p.output(part.Path, "az", func() (any, error) {
			names, err := p.nameLines(l.Names[part.From:part.To])
			return azView{Page: p.page(part.Path, p.part(c, part.Number)), Title: c.Name, Lead: c.Summary, Crumbs: []link{{site.AZPath, p.words.Columns.AZ.Name}},
				Letters: p.letters(all, l.Letter), Groups: []letterGroup{{name, names}}, Pager: newPager(parts, i), Split: true}, err
		}))
	}
	return out
}

func (p *printer) letters(all []site.Letter, current byte) []letterLink {
	out := make([]letterLink, len(all))
	for i, l := range all {
		out[i] = letterLink{letterName(l.Letter), l.Path, len(l.Names), l.Letter == current}
	}
	return out
}

func (p *printer) nameLines(names []site.Name) (out []template.HTML, err error) {
	for _, n := range names {
		v := nameView{Path: n.Entry.Path, Text: n.Text}
		if n.Alias {
			v.Official = n.Entry.Name
		}
		line, err := p.fragment("name", v)
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, nil
}

// letterName is the letter as it is printed, "#" for what has no reading.
func letterName(c byte) string { return string(rune(c)) }
