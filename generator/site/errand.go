package site

import (
	"slices"

	"yibentong/generator/catalog"
)

// Errand is the page of an errand (一件事).
type Errand struct {
	*catalog.Bundle
	Path string
}

// first is where the first stage of an errand stands.
func first(b *catalog.Bundle, rank map[*catalog.Stage]int) int {
	if len(b.Stages) == 0 {
		return len(rank)
	}
	return rank[b.Stages[0].To]
}

// addErrands plans a page for every errand, by stages, and tells items and stages of those that
// they belong to.
func (s *Site) addErrands() {
	rank := map[*catalog.Stage]int{}
	for i, sh := range s.Stages {
		rank[sh.Of] = i
	}
	bundles := slices.SortedStableFunc(slices.Values(s.Catalog.Bundles), func(a, b *catalog.Bundle) int { return first(a, rank) - first(b, rank) })
	for _, b := range bundles {
		x := &Errand{b, ErrandPath(b.ID)}
		s.Errands = append(s.Errands, x)
		for _, it := range b.Items() {
			if e := s.entries[it]; e != nil {
				e.Errands = append(e.Errands, x)
			}
		}
		for _, sh := range s.Stages {
			for _, r := range b.Stages {
				if sh.Of == r.To {
					sh.Errands = append(sh.Errands, x)
				}
			}
		}
	}
}

// WantedErrands are the errands for the home page.
func (s *Site) WantedErrands() []*Errand {
	var out []*Errand
	for _, x := range s.Errands {
		if x.Popularity == 3 {
			out = append(out, x)
		}
	}
	return out
}
