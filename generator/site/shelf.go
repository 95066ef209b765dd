package site

import (
	"cmp"
	"slices"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
)

func (s *Site) addProse(pages []*content.Page) {
	for _, p := range pages {
		if p.Slug == "index" {
			s.Intro = p
			continue
		}
		if p.Book {
			s.Preface = append(s.Preface, p)
			continue
		}
		s.Prose = append(s.Prose, p)
	}
	slices.SortStableFunc(s.Preface, func(a, b *content.Page) int { return cmp.Compare(a.Order, b.Order) })
	slices.SortStableFunc(s.Prose, func(a, b *content.Page) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Slug, b.Slug))
	})
}

func (s *Site) addEntries() {
	s.Entries = make([]*Entry, len(s.Catalog.Items))
	last := map[*catalog.Stage]*Entry{}
	for i, it := range s.Catalog.Items {
		e := &Entry{Item: it, Path: ItemPath(it.ID)}
		s.Entries[i] = e
		s.entries[it] = e
		if prev := last[it.Stage.To]; prev != nil {
			prev.Next, e.Prev = e, prev
		}
		last[it.Stage.To] = e
	}
}

// addFamilies gathers each main item with its cases.
func (s *Site) addFamilies() {
	families := map[*catalog.Item][]*Entry{}
	for _, e := range s.Entries {
		if e.Parent.Ok() {
			families[e.Parent.To] = append(families[e.Parent.To], e)
		}
	}
	for _, e := range s.Entries {
		cases := families[e.Item]
		if cases == nil {
			continue
		}
		family := append([]*Entry{e}, cases...)
		for _, member := range family {
			member.Family = family
		}
	}
}

func (s *Site) addShelves() {
	stages := map[*catalog.Stage]*Shelf[catalog.Stage]{}
	for _, x := range s.Catalog.Stages {
		sh := &Shelf[catalog.Stage]{Of: x, Path: StagePath(x.ID)}
		stages[x] = sh
		s.Stages = append(s.Stages, sh)
	}
	topics := map[*catalog.Topic]*Shelf[catalog.Topic]{}
	for _, x := range s.Catalog.Topics {
		sh := &Shelf[catalog.Topic]{Of: x, Path: TopicPath(x.ID)}
		topics[x] = sh
		s.Topics = append(s.Topics, sh)
	}
	departments := map[*catalog.Department]*Shelf[catalog.Department]{}
	for _, x := range s.Catalog.Departments {
		sh := &Shelf[catalog.Department]{Of: x, Path: DepartmentPath(x.ID)}
		departments[x] = sh
		s.Departments = append(s.Departments, sh)
	}
	for _, e := range s.Entries {
		put(stages[e.Stage.To], e, true)
		for _, r := range e.AlsoStages {
			put(stages[r.To], e, false)
		}
		for _, r := range e.Topics {
			put(topics[r.To], e, true)
		}
		put(departments[e.Authority.Body.To], e, true)
		put(departments[e.Authority.Line.To], e, false)
		for _, r := range e.Authority.Joint {
			put(departments[r.To], e, false)
		}
	}
}

// put adds an entry to a shelf once; own tells whether it is at home there.
func put[T any](sh *Shelf[T], e *Entry, own bool) {
	if sh == nil {
		return
	}
	if n := len(sh.Entries); n > 0 && sh.Entries[n-1] == e {
		return
	}
	if n := len(sh.Also); n > 0 && sh.Also[n-1] == e {
		return
	}
	if own {
		sh.Entries = append(sh.Entries, e)
	} else {
		sh.Also = append(sh.Also, e)
	}
}
