package render

import (
	"yibentong/generator/catalog"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// indexView is a page that lists pages: the departments, the places, the laws.
type indexView struct {
	Page   page
	Title  string
	Lead   string
	Groups []group
	Pager  *pager
}

// group is some of them under a heading.
type group struct {
	Name  string
	Links []counted
}

// counted is a page, and how many items it holds.
type counted struct {
	Path, Name, Note string
	Count            int
}

// indexes promises the pages that list pages, the table of all items and the A–Z.
func (p *printer) indexes() (out []site.Output) {
	c := &p.words.Columns
	out = append(out, p.index(site.DepartmentsPath, c.Departments, p.departmentGroups())...)
	out = append(out, p.index(site.TopicsPath, c.Topics, p.topicGroups())...)
	out = append(out, p.index(site.PlacesPath, c.Places, p.placeGroups())...)
	out = append(out, p.index(site.LawsPath, c.Laws, p.lawGroups())...)
	out = append(out, p.index(site.MaterialsPath, c.Materials, p.materialGroups())...)
	out = append(out, p.table()...)
	return append(out, p.az()...)
}

// index promises the pages of one such list, PageSize links a page.
func (p *printer) index(path string, c theme.Column, groups []group) (out []site.Output) {
	total := 0
	for _, g := range groups {
		total += len(g.Links)
	}
	parts := site.Parts(path, total)
	for i, part := range parts {
		out = append(out, p.output(part.Path, "index", func() (any, error) {
			return indexView{p.page(part.Path, p.part(c, part.Number)), c.Name, c.Summary, slice(groups, part.From, part.To), newPager(parts, i)}, nil
		}))
	}
	return out
}

// slice cuts the links from to to out of groups, headings kept.
func slice(groups []group, from, to int) (out []group) {
	at := 0
	for _, g := range groups {
		lo, hi := max(from-at, 0), min(to-at, len(g.Links))
		if lo < hi {
			out = append(out, group{g.Name, g.Links[lo:hi]})
		}
		at += len(g.Links)
	}
	return out
}

// grouping gathers links under headings, in the order in which these come up.
type grouping struct {
	groups []group
	at     map[string]int
}

func (g *grouping) add(name string, l counted) {
	if g.at == nil {
		g.at = map[string]int{}
	}
	i, ok := g.at[name]
	if !ok {
		i = len(g.groups)
		g.at[name] = i
		g.groups = append(g.groups, group{Name: name})
	}
	g.groups[i].Links = append(g.groups[i].Links, l)
}

func (p *printer) departmentGroups() []group {
	var g grouping
	for _, s := range p.site.Departments {
		g.add(string(s.Of.Kind), counted{s.Path, s.Of.Name, "", len(s.Entries) + len(s.Also)})
	}
	return g.groups
}

func (p *printer) topicGroups() []group {
	var g grouping
	for _, s := range p.site.Topics {
		g.add(p.column(s.Of.Audience).Name, counted{s.Path, s.Of.Name, "", len(s.Entries)})
	}
	return g.groups
}

func (p *printer) placeGroups() []group {
	var g grouping
	for _, s := range p.site.Places {
		g.add(string(s.Of.Kind), counted{s.Path, s.Of.Name, s.Of.Address, len(s.Entries)})
	}
	return g.groups
}

// lawGroups orders by rank, as the closed list of ranks has them.
func (p *printer) lawGroups() []group {
	var g grouping
	for _, rank := range catalog.LawRank("").Values() {
		for _, s := range p.site.Laws {
			if string(s.Of.Rank) == rank {
				g.add(rank, counted{s.Path, s.Of.Title, s.Of.Number, len(s.Cites)})
			}
		}
	}
	return g.groups
}

func (p *printer) materialGroups() []group {
	var g grouping
	for _, kind := range catalog.MaterialKind("").Values() {
		for _, s := range p.site.Materials {
			if string(s.Of.Kind) == kind {
				g.add(kind, counted{s.Path, s.Of.Name, s.Of.Issuer, len(s.Entries)})
			}
		}
	}
	return g.groups
}
