package site

import "yibentong/generator/catalog"

// PlaceShelf is a place, the items that are done there and the places under it.
type PlaceShelf struct {
	Shelf[catalog.Place]
	Parent   *PlaceShelf
	Children []*PlaceShelf // service centres and windows under it, each with a page
	Villages []*catalog.Place
}

// LawShelf is a law and who cites it, in the order of the articles.
type LawShelf struct {
	Of    *catalog.Law
	Path  string
	Cites []Cite
}

// Cite is one item's reference to a law.
type Cite struct {
	Entry    *Entry
	Articles []catalog.Article
	Note     string
}

// MaterialShelf is a paper, who asks for it and what produces it.
type MaterialShelf struct {
	Shelf[catalog.Material]
	Producers []*Entry
}

// village is the kind of the smallest places; they have no page of their own.
const village = "便民服务站"

// addPlaces plans a page for every place but the villages, which stand on the
// page of their town. The general entry "村（社区）便民服务站", which has no
// township above it, keeps its page since items are done there.
func (s *Site) addPlaces() {
	shelves := map[*catalog.Place]*PlaceShelf{}
	for _, x := range s.Catalog.Places {
		if x.Kind == village && x.Division != "" {
			continue
		}
		sh := &PlaceShelf{Shelf: Shelf[catalog.Place]{Of: x, Path: PlacePath(x.ID)}}
		shelves[x] = sh
		s.Places = append(s.Places, sh)
	}
	for _, x := range s.Catalog.Places {
		parent := shelves[x.Parent.To]
		if parent == nil {
			continue
		}
		if sh := shelves[x]; sh != nil {
			sh.Parent = parent
			parent.Children = append(parent.Children, sh)
		} else {
			parent.Villages = append(parent.Villages, x)
		}
	}
	for _, e := range s.Entries {
		if e.Channels == nil {
			continue
		}
		for _, w := range e.Channels.Windows {
			if sh := shelves[w.Place.To]; sh != nil {
				put(&sh.Shelf, e, true)
			}
		}
	}
}

func (s *Site) addLaws() {
	shelves := map[*catalog.Law]*LawShelf{}
	for _, x := range s.Catalog.Laws {
		sh := &LawShelf{Of: x, Path: LawPath(x.ID)}
		shelves[x] = sh
		s.Laws = append(s.Laws, sh)
	}
	for _, e := range s.Entries {
		for _, c := range e.Laws {
			if sh := shelves[c.Law.To]; sh != nil {
				sh.Cites = append(sh.Cites, Cite{e, c.Articles, c.Note})
			}
		}
	}
}

func (s *Site) addMaterials() {
	shelves := map[*catalog.Material]*MaterialShelf{}
	for _, x := range s.Catalog.Materials {
		sh := &MaterialShelf{Shelf: Shelf[catalog.Material]{Of: x, Path: MaterialPath(x.ID)}}
		shelves[x] = sh
		s.Materials = append(s.Materials, sh)
		if producer := s.entries[x.ProducedBy.To]; producer != nil {
			sh.Producers = append(sh.Producers, producer)
		}
	}
	for _, e := range s.Entries {
		asks(shelves, e, e.Materials)
		for _, r := range e.Results {
			if sh := shelves[r.Material.To]; sh != nil {
				sh.produce(e)
			}
		}
	}
}

func asks(shelves map[*catalog.Material]*MaterialShelf, e *Entry, uses []catalog.MaterialUse) {
	for _, u := range uses {
		if sh := shelves[u.Material.To]; sh != nil {
			put(&sh.Shelf, e, true)
		}
		asks(shelves, e, u.AnyOf)
	}
}

func (m *MaterialShelf) produce(e *Entry) {
	for _, known := range m.Producers {
		if known == e {
			return
		}
	}
	m.Producers = append(m.Producers, e)
}
