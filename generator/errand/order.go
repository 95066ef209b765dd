package errand

import (
	"slices"

	"yibentong/generator/catalog"
)

// order puts the steps in an order in which they can be done: of those that can be next,
// the one that the bundle names first.
func (p *Plan) order() {
	b := p.Bundle
	byID := map[string]*Step{}
	var rest []*Step
	for i := range b.Steps {
		s := &Step{BundleStep: &b.Steps[i], before: map[*Step]bool{}}
		rest = append(rest, s)
		byID[string(s.ID)] = s
	}
	for len(rest) > 0 {
		next := slices.IndexFunc(rest, func(s *Step) bool { return s.ready(byID) })
		if next < 0 {
			next = 0 // a circle: check tells of it
		}
		s := rest[next]
		rest = slices.Delete(rest, next, next+1)
		p.Steps = append(p.Steps, s)
		s.Number = len(p.Steps)
		s.wait(byID)
	}
}

// ready tells whether the steps to wait for have their numbers.
func (s *Step) ready(byID map[string]*Step) bool {
	for _, id := range s.BundleStep.After {
		if a := byID[id]; a != nil && a.Number == 0 {
			return false
		}
	}
	return true
}

// wait links a step to those it waits for, the nearest only.
func (s *Step) wait(byID map[string]*Step) {
	for _, id := range s.BundleStep.After {
		a := byID[id]
		if a == nil || a.Number == 0 || a == s || slices.Contains(s.After, a) {
			continue
		}
		s.After = append(s.After, a)
		s.Layer = max(s.Layer, a.Layer+1)
	}
	far := map[*Step]bool{}
	for _, a := range s.After {
		s.before[a] = true
		for b := range a.before {
			far[b], s.before[b] = true, true
		}
	}
	s.After = slices.DeleteFunc(s.After, func(a *Step) bool { return far[a] })
	slices.SortFunc(s.After, func(a, b *Step) int { return a.Number - b.Number })
}

// Circle returns ids of steps that wait for each other, the first one also last; nil when
// there is no circle.
func Circle(b *catalog.Bundle) []string {
	after := map[string][]string{}
	for i := range b.Steps {
		after[string(b.Steps[i].ID)] = b.Steps[i].After
	}
	done := map[string]bool{}
	var way []string
	var walk func(id string) []string
	walk = func(id string) []string {
		if at := slices.Index(way, id); at >= 0 {
			return append(slices.Clone(way[at:]), id)
		}
		if done[id] {
			return nil
		}
		done[id] = true
		way = append(way, id)
		for _, a := range after[id] {
			if found := walk(a); found != nil {
				return found
			}
		}
		way = way[:len(way)-1]
		return nil
	}
	for i := range b.Steps {
		if found := walk(string(b.Steps[i].ID)); found != nil {
			return found
		}
	}
	return nil
}
