package site

import "yibentong/generator/catalog"

// Errand is the page of an errand (一件事).
type Errand struct {
	*catalog.Bundle
	Path string
}

// addErrands plans a page for every errand, and tells items and stages of those that
// they belong to.
func (s *Site) addErrands() {
	for _, b := range s.Catalog.Bundles {
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
