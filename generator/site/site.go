// Package site is the plan of the handbook: which pages there are, their
// addresses, their places in the tree and what each list holds.
//
// It is the only place that makes addresses. It prints nothing; package render
// makes web pages of the plan, others make machine-readable files. A Site does
// not change after New.
package site

import (
	"io"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
)

// PageSize is how many entries a list shows before it goes on with a further page.
const PageSize = 200

// Output is one file of the edition, not made yet. Make is pure: the same plan
// gives the same bytes.
type Output struct {
	Path string
	Make func(w io.Writer) error
}

// Site is the plan.
type Site struct {
	Catalog  *catalog.Catalog
	Settings Settings
	Prose    []*content.Page // by their order in the menu
	Intro    *content.Page   // content/index.md, or nil
	Preface  []*content.Page // prose of the books

	Entries     []*Entry // every item, in printed order
	Errands     []*Errand
	Stages      []*Shelf[catalog.Stage]
	Topics      []*Shelf[catalog.Topic]
	Departments []*Shelf[catalog.Department]
	Places      []*PlaceShelf
	Laws        []*LawShelf
	Materials   []*MaterialShelf

	// Booklets tells that the edition carries the books, so that pages link to
	// them. It is set before a page is made.
	Booklets bool

	entries map[*catalog.Item]*Entry
}

// Entry is an item's place in the handbook.
type Entry struct {
	*catalog.Item
	Path       string
	Prev, Next *Entry    // neighbours in the same stage
	Errands    []*Errand // in which it is a step
	Family     []*Entry  // the main item and its cases, this one included; nil when it stands alone
}

// Shelf is a page that lists items: those of a stage, a topic, a department.
// Also holds items that belong here besides.
type Shelf[T any] struct {
	Of      *T
	Path    string
	Entries []*Entry
	Also    []*Entry
	Errands []*Errand // of a stage
}

// New plans the handbook of a catalogue, with the prose pages around it.
func New(cat *catalog.Catalog, pages []*content.Page, settings Settings) *Site {
	s := &Site{Catalog: cat, Settings: settings.normal(), entries: make(map[*catalog.Item]*Entry, len(cat.Items))}
	s.addProse(pages)
	s.addEntries()
	s.addFamilies()
	s.addShelves()
	s.addPlaces()
	s.addLaws()
	s.addMaterials()
	s.addErrands()
	return s
}

// Entry returns the place of an item; it is nil for an item of another catalogue.
func (s *Site) Entry(it *catalog.Item) *Entry { return s.entries[it] }

// Audience returns the entries of one handbook.
func (s *Site) Audience(a catalog.Audience) []*Entry {
	var out []*Entry
	for _, e := range s.Entries {
		if e.ID.Audience() == a {
			out = append(out, e)
		}
	}
	return out
}

// Wanted returns up to n entries of a handbook that most people look for, the
// most wanted first.
func (s *Site) Wanted(a catalog.Audience, n int) []*Entry {
	var out []*Entry
	for level := 3; level > 0; level-- {
		for _, e := range s.Entries {
			if len(out) < n && e.Popularity == level && e.ID.Audience() == a && !e.Retired() {
				out = append(out, e)
			}
		}
	}
	return out
}

// Retired tells whether an item is suspended or has ended.
func (e *Entry) Retired() bool { return e.Status != nil && e.Status.State != "在用" }

// Updated is the day of the latest change of the record.
func (e *Entry) Updated() catalog.Date {
	if len(e.Changes) == 0 {
		return catalog.Date{}
	}
	return e.Changes[0].On
}
