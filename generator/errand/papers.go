package errand

import (
	"slices"
	"strings"

	"yibentong/generator/catalog"
)

// Line is one line of the bag: a paper, or several of which any one will do.
type Line struct {
	Label  string // what the alternatives are called together; "" for one paper
	Papers []*Paper
}

// Any tells whether the line is a choice of papers.
func (l *Line) Any() bool { return len(l.Papers) > 1 }

// Paper is a paper and all its uses in the errand.
type Paper struct {
	Material *catalog.Material
	Uses     []*Use
}

// Use is what one item asks of a paper. It counts when If holds; it is asked from
// outside unless a step of From holds, which produces the paper before, or one of its
// alternatives.
type Use struct {
	catalog.MaterialUse
	Step   *Step
	Option *Option
	If     []string
	From   []Origin
	Own    []Origin // of From, those that produce this very paper
	People string   // whose paper it is, in the words of the bundle
	Entry  int      // which entry of the items' lists it belongs to, counted through; alternatives share it
}

// Origin is an option that produces a paper.
type Origin struct {
	Step   *Step
	Option *Option
}

// papers gathers the papers of all items into lines, each paper once, by id.
func (p *Plan) papers() {
	lines := map[string]*Line{}
	entry := 0
	for _, s := range p.Steps {
		for _, o := range s.Options {
			for _, u := range o.Materials {
				p.use(lines, s, o, u, entry)
				entry++
			}
		}
	}
}

func (p *Plan) use(lines map[string]*Line, s *Step, o *Option, u catalog.MaterialUse, entry int) {
	tokens := p.when(o.If, u.When)
	if slices.Contains(tokens, never) {
		return
	}
	uses := u.AnyOf
	if len(uses) == 0 {
		uses = []catalog.MaterialUse{u}
	}
	uses = slices.DeleteFunc(slices.Clone(uses), func(a catalog.MaterialUse) bool { return slices.Contains(p.Bundle.Never, a.When) })
	line := p.line(lines, u, uses)
	if line == nil {
		return
	}
	var from []Origin
	for _, a := range uses {
		from = append(from, p.origins(s, a.Material.To)...)
	}
	for _, a := range uses {
		x := &Use{MaterialUse: a, Step: s, Option: o, If: tokens, From: from, Own: p.origins(s, a.Material.To), People: p.people(a.Whose), Entry: entry}
		if len(u.AnyOf) > 0 {
			x.If = p.when(tokens, a.When)
			if x.Necessity == "" {
				x.Necessity = u.Necessity
			}
		}
		paper := line.paper(a.Material.To)
		paper.Uses = append(paper.Uses, x)
	}
}

// line is the line of a paper, or of the same choice of papers.
func (p *Plan) line(lines map[string]*Line, u catalog.MaterialUse, uses []catalog.MaterialUse) *Line {
	var ids []string
	for _, a := range uses {
		if a.Material.To == nil {
			return nil
		}
		if id := string(a.Material.To.ID); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	slices.Sort(ids)
	key := strings.Join(ids, " ")
	if lines[key] == nil {
		lines[key] = &Line{}
		p.Lines = append(p.Lines, lines[key])
	}
	if l := lines[key]; l.Label == "" {
		l.Label = u.Label
	}
	return lines[key]
}

func (l *Line) paper(m *catalog.Material) *Paper {
	for _, x := range l.Papers {
		if x.Material == m {
			return x
		}
	}
	x := &Paper{Material: m}
	l.Papers = append(l.Papers, x)
	return x
}

// origins are the options of earlier steps that produce a paper.
func (p *Plan) origins(s *Step, m *catalog.Material) (from []Origin) {
	for _, r := range s.Outside {
		if r.To == m {
			return nil
		}
	}
	for _, a := range p.Steps {
		if !s.before[a] {
			continue
		}
		for _, o := range a.Options {
			if produces(o.Item, m) {
				from = append(from, Origin{a, o})
			}
		}
	}
	return from
}

func produces(it *catalog.Item, m *catalog.Material) bool {
	if m.ProducedBy.To == it {
		return true
	}
	for _, r := range it.Results {
		if r.Material.To == m {
			return true
		}
	}
	return false
}

// people is what the bundle calls the persons whom an item calls whose.
func (p *Plan) people(whose string) string {
	if whose == "" {
		whose = catalog.Self
	}
	for _, x := range p.Bundle.People {
		if slices.Contains(x.Whose, whose) {
			return x.Name
		}
	}
	return whose
}
