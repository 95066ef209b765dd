package render

import (
	"fmt"
	"html/template"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// paperCase is the papers of one case; those for everybody have no name and come first.
type paperCase struct {
	When   string
	Papers []paper
}

// paper is one line of the checklist. Any holds the alternatives when any one of
// several will do; then Name is what they are called together.
type paper struct {
	Key                                   string // of the tick box, unique on the page
	Name, Whose, Counts, Tags, Note       string
	Link                                  template.HTML
	Blank, Sample, Producer, ProducerName string
	Any                                   []paper
}

// papers groups a list by case, in the order of first mention.
func (p *printer) papers(uses []catalog.MaterialUse, self *catalog.Item) []paperCase {
	cases := []paperCase{{}}
	for i, u := range uses {
		at := 0
		for at < len(cases) && cases[at].When != u.When {
			at++
		}
		if at == len(cases) {
			cases = append(cases, paperCase{When: u.When})
		}
		cases[at].Papers = append(cases[at].Papers, p.paper(u, fmt.Sprintf("m%d", i+1), self))
	}
	if len(cases[0].Papers) == 0 {
		return cases[1:]
	}
	return cases
}

func (p *printer) paper(u catalog.MaterialUse, key string, self *catalog.Item) paper {
	out := paper{Key: key, Name: u.Label, Whose: u.Whose, Counts: p.counts(u), Note: u.Note, Tags: tags(u)}
	for i, a := range u.AnyOf {
		out.Any = append(out.Any, p.paper(a, fmt.Sprintf("%s-%d", key, i+1), self))
	}
	m := u.Material.To
	if m == nil {
		return out
	}
	out.Name, out.Link = m.Name, p.parts.materials[m]
	out.Blank, out.Sample = file(u.BlankForm, m.BlankForm), file(u.SampleForm, m.SampleForm)
	if e := p.site.Entry(m.ProducedBy.To); e != nil && e.Item != self {
		out.Producer, out.ProducerName = e.Path, e.Name
	}
	return out
}

// counts is "原件出示1份 · 复印件收1份"; empty when none is known.
func (p *printer) counts(u catalog.MaterialUse) string {
	var out []string
	for _, c := range []struct {
		n     *int
		words string
	}{{u.Shown, p.words.Papers.Shown}, {u.Kept, p.words.Papers.Kept}, {u.Copies, p.words.Papers.Copies}} {
		if c.n != nil && *c.n > 0 {
			out = append(out, fmt.Sprintf(c.words, *c.n))
		}
	}
	return join(out, p.words.Dot)
}

// tags are what is out of the ordinary with a paper: not always needed, or not
// on paper.
func tags(u catalog.MaterialUse) string {
	switch {
	case u.Necessity != "" && u.Necessity != "必要":
		return string(u.Necessity)
	case u.Form == "电子":
		return string(u.Form)
	}
	return ""
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
