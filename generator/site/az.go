package site

import (
	"cmp"
	"slices"
	"strings"

	"yibentong/generator/pinyin"
)

// azPages is how many names an A–Z holds before each letter gets a page.
const azPages = 600

// Name is one line of the A–Z: an official name, or what people call an item.
type Name struct {
	Text  string
	Entry *Entry
	Alias bool
}

// Letter is a letter of the A–Z with its names in order.
type Letter struct {
	Letter byte // 'A'–'Z', or '#'
	Path   string
	Names  []Name
}

// AZ orders all names and plain names by their reading. split tells whether
// each letter has a page of its own.
func (s *Site) AZ() (letters []Letter, split bool) {
	names, keys := s.names()
	slices.SortFunc(names, func(a, b Name) int {
		return cmp.Or(cmp.Compare(keys[a.Text], keys[b.Text]), cmp.Compare(a.Entry.Path, b.Entry.Path))
	})
	split = len(names) > azPages
	for _, n := range names {
		c := pinyin.Initial(n.Text)
		if len(letters) == 0 || letters[len(letters)-1].Letter != c {
			letters = append(letters, Letter{Letter: c})
		}
		l := &letters[len(letters)-1]
		l.Names = append(l.Names, n)
	}
	letters = merged(letters)
	for i := range letters {
		letters[i].Path = AZPath
		if split {
			letters[i].Path = LetterPath(letters[i].Letter)
		}
	}
	return letters, split
}

func (s *Site) names() (names []Name, keys map[string]string) {
	keys = make(map[string]string, 4*len(s.Entries))
	for _, e := range s.Entries {
		names = append(names, Name{e.Name, e, false})
		for _, a := range e.Aliases {
			names = append(names, Name{a, e, true})
		}
	}
	for _, n := range names {
		if _, ok := keys[n.Text]; !ok {
			keys[n.Text] = pinyin.Key(strings.TrimLeft(n.Text, "《〈“‘（("))
		}
	}
	return names, keys
}

// merged puts '#' last, and runs of the same letter together.
func merged(runs []Letter) []Letter {
	slices.SortStableFunc(runs, func(a, b Letter) int {
		return cmp.Compare(rank(a.Letter), rank(b.Letter))
	})
	var out []Letter
	for _, r := range runs {
		if n := len(out); n > 0 && out[n-1].Letter == r.Letter {
			out[n-1].Names = append(out[n-1].Names, r.Names...)
			continue
		}
		out = append(out, r)
	}
	return out
}

func rank(letter byte) int {
	if letter == '#' {
		return 256
	}
	return int(letter)
}
