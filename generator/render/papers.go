package render

import (
	"html/template"

	"yibentong/generator/catalog"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
)

// paperCase is the papers of one case; those for everybody have no name and come first.
type paperCase struct {
	When   string
	Papers []paper
}

// paper is one line of the checklist. Any holds the alternatives when any one of
// several will do; then Name is what they are called together. Head is the tick
// box with the name, Links say where to get the paper.
type paper struct {
	Name, Whose, Tag, Counts, Note string
	Head, Links                    template.HTML
	Any                            []paper
}

// papers groups a list by case, in the order of first mention.
func (p *printer) papers(uses []catalog.MaterialUse, self *catalog.Item) ([]paperCase, error) {
	cases := []paperCase{{}}
	for _, u := range uses {
		at := 0
		for at < len(cases) && cases[at].When != u.When {
			at++
		}
		if at == len(cases) {
			cases = append(cases, paperCase{When: u.When})
		}
		x, err := p.paper(u, self)
		if err != nil {
			return nil, err
		}
		cases[at].Papers = append(cases[at].Papers, x)
	}
	if len(cases[0].Papers) == 0 {
		return cases[1:], nil
	}
	return cases, nil
}

func (p *printer) paper(u catalog.MaterialUse, self *catalog.Item) (paper, error) {
	out := paper{Name: u.Label, Whose: u.Whose, Counts: p.say.Counts(u), Note: u.Note, Tag: phrase.Tag(u)}
	for _, a := range u.AnyOf {
		x, err := p.paper(a, self)
		if err != nil {
			return out, err
		}
		out.Any = append(out.Any, x)
	}
	m := u.Material.To
	if m == nil {
		return out, nil
	}
	out.Name, out.Head = m.Name, p.parts.papers[m]
	if out.Links = p.parts.materials[m]; u.BlankForm == "" && u.SampleForm == "" && m.ProducedBy.To != self {
		return out, nil
	}
	var err error
	out.Links, err = p.fragment("material-link", p.materialLink(m, u.BlankForm, u.SampleForm, self))
	return out, err
}

// materialLink is where to get a paper. The item self is not named as its own source.
type materialLink struct {
	Name, Path    string
	Producer      *link
	Blank, Sample string
}

func (p *printer) materialLink(m *catalog.Material, blank, sample string, self *catalog.Item) materialLink {
	l := materialLink{Name: m.Name, Path: site.MaterialPath(m.ID), Blank: file(blank, m.BlankForm), Sample: file(sample, m.SampleForm)}
	if m.ProducedBy.To != self {
		l.Producer = neighbour(p.site.Entry(m.ProducedBy.To))
	}
	return l
}

// file is the address of the first form that is named.
func file(names ...string) string {
	for _, n := range names {
		if n != "" {
			return site.FilePath(n)
		}
	}
	return ""
}
