package render

import (
	"slices"
	"strconv"
	"strings"

	"yibentong/generator/errand"
	"yibentong/generator/phrase"
)

// bag lays out the papers. Every line stands on the page with all its uses, so that
// without script the whole list is there with the cases beside it; what is handed out on
// the way, whatever is ticked, is hidden from the bag and stands in a list of its own.
func (p *errandPrinter) bag(v *errandView) {
	for _, l := range p.plan.Lines {
		line, given := bagLine{Label: l.Label, Any: l.Any(), Hidden: true}, bagLine{Label: l.Label, Any: l.Any(), Hidden: true}
		if line.Any && line.Label == "" {
			line.Label = p.words.Errand.Any
		}
		for _, paper := range l.Papers {
			a := bagPaper{Name: paper.Material.Name, Head: p.parts.papers[paper.Material], Links: p.parts.materials[paper.Material], Counts: p.counts(paper)}
			b := bagPaper{Name: paper.Material.Name}
			for _, u := range paper.Uses {
				use := p.use(u, u.From)
				use.Solo = len(paper.Uses) == 1
				inside := u.Inside(p.now)
				line.Hidden = line.Hidden && inside
				if len(u.Own) > 0 {
					g := p.use(u, u.Own)
					g.Hidden = !u.Given(p.now)
					given.Hidden = given.Hidden && g.Hidden
					b.Uses = append(b.Uses, g)
				}
				use.Hidden = inside
				a.Uses = append(a.Uses, use)
			}
			line.Papers = append(line.Papers, a)
			given.Papers = append(given.Papers, b)
		}
		v.Bag = append(v.Bag, line)
		v.Inside = append(v.Inside, given)
	}
}

// counts is how many of a paper to bring when nothing is ticked; of one that only cases
// want, how many these want together.
func (p *errandPrinter) counts(paper *errand.Paper) string {
	if t, ok := errand.Count(paper, p.now); ok {
		return p.say.Tally(t)
	}
	all := p.plan.State()
	for _, c := range p.plan.Cases {
		all[c.Token] = true
	}
	t, _ := errand.Count(paper, all)
	return p.say.Tally(t)
}

// use is a use of a paper that the steps of origins hand out.
func (p *errandPrinter) use(u *errand.Use, origins []errand.Origin) bagUse {
	x := bagUse{Ordinal: p.say.Step(u.Step), Name: u.Step.Name, Whose: u.Whose, Counts: p.say.Counts(u.MaterialUse), Tag: phrase.Tag(u.MaterialUse), Note: u.Note,
		When: p.plan.Names(u.If), If: p.numbers(u.If), People: u.People, Entry: u.Entry, StepNumber: u.Step.Number}
	if u.Option.Token != "" {
		x.Name = u.Option.Item.Name
	}
	if u.Shown != nil || u.Kept != nil || u.Copies != nil {
		x.N = number(u.Shown) + " " + number(u.Kept) + " " + number(u.Copies)
	}
	var given, from []string
	for _, f := range origins {
		if g := p.say.Step(f.Step); !slices.Contains(given, g) {
			given = append(given, g)
		}
		from = append(from, p.numbers(f.Option.If))
	}
	x.Given, x.From, x.Produced = strings.Join(given, p.words.Join), strings.Join(from, ","), len(origins) > 0
	return x
}

func number(n *int) string {
	if n == nil {
		return "0"
	}
	return strconv.Itoa(*n)
}
