// Package errand adds up what an errand (一件事) takes: one bag of papers for all its
// items, the windows, the trips, the money, the days, and the order of its steps.
//
// New lays a bundle out once; Reckon adds up what holds in a State. Everything is taken
// from the items, nothing is typed again. What is not known is counted beside a sum, so
// that a sum with unknowns is read as "at least". Units of time are never mixed.
//
//	plan := errand.New(bundle)
//	sum := plan.Reckon(plan.State("agent")) // somebody else goes
//	for _, l := range sum.Bag { … }
//
// A page does the same sums with a script (themes/handbook/assets/js/errand.js); a test
// demands that both agree in every state of every bundle.
package errand

import (
	"slices"

	"yibentong/generator/catalog"
)

// Plan is an errand laid out. It does not change after New.
type Plan struct {
	Bundle *catalog.Bundle
	Steps  []*Step // in an order in which they can be done
	Cases  []Case  // those of the bundle, then those that only items name
	Lines  []*Line // papers, in the order in which they are wanted
}

// Case is something that may hold for a reader. Token stands for it in a State and in
// an address.
type Case struct {
	Token, Name, Question string
}

// Step is a step of the errand. Number counts from 1 in the order of doing.
type Step struct {
	*catalog.BundleStep
	Number  int
	After   []*Step // the steps to wait for, without those that others wait for already
	Layer   int     // 0 can be begun at once; else one more than the last step waited for
	If      []string
	Options []*Option
	Missing bool // an item is named whose record is not written

	before  map[*Step]bool // all steps that are done by then
	follows bool           // its option is chosen by an earlier step
}

// Option is one item with which a step can be done. If holds the tokens of the step and,
// where there is a choice, the token of this option.
type Option struct {
	*catalog.Item
	Token string // "" where there is no choice
	If    []string
}

// never is the token of what a bundle rules out.
const never = "\x00"

// State is which tokens hold: the cases ticked, and one option of each choice.
type State map[string]bool

// New lays a bundle out. A circle in its order, which package check forbids, is cut.
func New(b *catalog.Bundle) *Plan {
	p := &Plan{Bundle: b}
	p.order()
	p.options()
	p.cases()
	p.papers()
	return p
}

// State returns the state in which the tokens hold. A choice without a token among them
// falls on its first option; one that is no token of the errand is left out.
func (p *Plan) State(tokens ...string) State {
	s := State{}
	for _, c := range p.Cases {
		if slices.Contains(tokens, c.Token) {
			s[c.Token] = true
		}
	}
	for _, step := range p.Choices() {
		pick := step.Options[0].Token
		for _, o := range step.Options {
			if slices.Contains(tokens, o.Token) {
				pick = o.Token
			}
		}
		s[pick] = true
	}
	return s
}

// Choices are the steps with a choice that no earlier step decides.
func (p *Plan) Choices() (steps []*Step) {
	for _, s := range p.Steps {
		if len(s.Options) > 1 && !s.follows {
			steps = append(steps, s)
		}
	}
	return steps
}

// Holds tells whether all tokens hold.
func (s State) Holds(tokens []string) bool {
	for _, t := range tokens {
		if !s[t] {
			return false
		}
	}
	return true
}

// Names are what to call the cases among the tokens.
func (p *Plan) Names(tokens []string) (names []string) {
	for _, c := range p.Cases {
		if slices.Contains(tokens, c.Token) {
			names = append(names, c.Name)
		}
	}
	return names
}

// options lays out the items of each step.
func (p *Plan) options() {
	byID := map[catalog.ID]*Step{}
	for _, s := range p.Steps {
		byID[s.ID] = s
		if s.When != "" {
			s.If = []string{s.When}
		}
		items := s.BundleStep.Options()
		s.Missing = s.Item.ID != "" && s.Item.To == nil || len(items) == 0 && len(s.AnyOf) > 0
		like := byID[s.Like]
		s.follows = like != nil && len(like.Options) == len(items)
		for i, it := range items {
			o := &Option{Item: it, If: s.If}
			if len(items) > 1 {
				o.Token = string(s.ID) + "." + string(it.ID)
				if s.follows {
					o.Token = like.Options[i].Token
				}
				o.If = append(slices.Clone(s.If), o.Token)
			}
			s.Options = append(s.Options, o)
		}
	}
}

// cases lists the cases: the bundle's own, and every `when` of its items that these
// leave out.
func (p *Plan) cases() {
	known := map[string]bool{}
	for _, t := range slices.Concat(p.Bundle.Always, p.Bundle.Never) {
		known[t] = true
	}
	for _, c := range p.Bundle.Cases {
		p.Cases = append(p.Cases, Case{string(c.ID), c.Name, c.Question})
		for _, t := range c.Texts {
			known[t] = true
		}
	}
	for _, text := range Texts(p.Bundle) {
		if !known[text] {
			known[text] = true
			p.Cases = append(p.Cases, Case{text, text, ""})
		}
	}
}

// Texts are the `when` of papers and charges in the items of a bundle, each once.
func Texts(b *catalog.Bundle) (texts []string) {
	add := func(t string) {
		if t != "" && !slices.Contains(texts, t) {
			texts = append(texts, t)
		}
	}
	for _, it := range b.Items() {
		for _, u := range it.Materials {
			add(u.When)
			for _, a := range u.AnyOf {
				add(a.When)
			}
		}
		if it.Fee != nil {
			for _, f := range it.Fee.Items {
				add(f.When)
			}
		}
	}
	return texts
}

// token is what stands for the `when` of an item.
func (p *Plan) token(text string) string {
	for _, c := range p.Bundle.Cases {
		if slices.Contains(c.Texts, text) {
			return string(c.ID)
		}
	}
	return text
}

// when adds the token of a text to those of an option. A text that the bundle rules out
// leads to the token that never holds.
func (p *Plan) when(tokens []string, text string) []string {
	if text == "" || slices.Contains(p.Bundle.Always, text) {
		return tokens
	}
	if slices.Contains(p.Bundle.Never, text) {
		return []string{never}
	}
	if t := p.token(text); !slices.Contains(tokens, t) {
		return append(slices.Clone(tokens), t)
	}
	return tokens
}
