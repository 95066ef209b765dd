package publish

import (
	"cmp"
	"slices"
	"strings"
)

// Broken is an internal link that leads nowhere.
type Broken struct {
	Page string // the first page by name that has it; others may have it too
	Link string // as it stands on that page
	Why  Fault
}

// links keeps every target once, with the first page that leads there, so that the links all pages share take
// no room. First is first by name, not by time: the order of writing must not show.
type links struct {
	targets map[string]source // by key, see link
	faults  map[fault]string  // page
	ids     map[string]uint32 // a number for every anchor name: pages have mostly the same ones
}

type source struct{ page, text string }

type fault struct {
	text string
	why  Fault
}

func newLinks() links {
	return links{map[string]source{}, map[fault]string{}, map[string]uint32{}}
}

// add takes over what was found on a page and returns the sorted numbers of its anchors.
func (l *links) add(p *page) []uint32 {
	ids := make([]uint32, len(p.ids))
	for i, id := range p.ids {
		n, ok := l.ids[string(id)]
		if !ok {
			n = uint32(len(l.ids))
			l.ids[string(id)] = n
		}
		ids[i] = n
	}
	slices.Sort(ids)
	for _, k := range p.links {
		if k.fault != "" {
			l.addFault(p.name, k)
		} else if !l.isOnPage(p, k.key, ids) {
			l.addTarget(p.name, k)
		}
	}
	return ids
}

// isOnPage settles the links of a page to itself at once: every page has its own.
func (l *links) isOnPage(p *page, key []byte, ids []uint32) bool {
	if len(key) < len(p.name) || string(key[:len(p.name)]) != p.name {
		return false
	}
	if len(key) == len(p.name) {
		return true
	}
	return key[len(p.name)] == '#' && l.has(ids, key[len(p.name)+1:])
}

func (l *links) has(ids []uint32, id []byte) bool {
	n, ok := l.ids[string(id)]
	if !ok {
		return false
	}
	_, ok = slices.BinarySearch(ids, n)
	return ok
}

func (l *links) addTarget(page string, k link) {
	old, ok := l.targets[string(k.key)]
	if !ok || page < old.page || page == old.page && string(k.text) < old.text {
		l.targets[string(k.key)] = source{page, string(k.text)}
	}
}

func (l *links) addFault(page string, k link) {
	f := fault{string(k.text), k.fault}
	if old, ok := l.faults[f]; !ok || page < old {
		l.faults[f] = page
	}
}

// Verify tells every internal link in the staged pages that leads nowhere, once for each target, sorted by
// page and link. Call it when all is written.
//
// A link is what href, src, srcset, action, formaction, poster, data-src or xlink:href holds. It is internal if it
// has no scheme; a page must have no base element. An anchor is checked if it leads to a page or a drawing.
func (s *Stage) Verify() []Broken {
	s.ending.RLock()
	defer s.ending.RUnlock()
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Broken
	for f, page := range s.links.faults {
		all = append(all, Broken{page, f.text, f.why})
	}
	for key, from := range s.links.targets {
		if why := s.check(key); why != "" {
			all = append(all, Broken{from.page, from.text, why})
		}
	}
	slices.SortFunc(all, func(a, b Broken) int {
		return cmp.Or(strings.Compare(a.Page, b.Page), strings.Compare(a.Link, b.Link), strings.Compare(string(a.Why), string(b.Why)))
	})
	return all
}

// check says what is wrong with a target. The caller holds s.mu.
func (s *Stage) check(key string) Fault {
	name, anchor, _ := strings.Cut(key, "#")
	if name == manifestName || name == ignoreName {
		return "" // Commit writes them
	}
	n, ok := s.names[fold(name)]
	switch {
	case !ok:
		return Missing
	case n.file < 0:
		return Folder
	case n.name != name:
		return Case
	case anchor != "" && isMarkup(name) && !s.links.has(s.files[n.file].ids, []byte(anchor)):
		return Anchor
	}
	return ""
}
