package search

import (
	_ "embed"
	"slices"
	"strings"

	"yibentong/generator/pinyin"
)

// usedCharacters returns the characters of names, aliases and synonyms, in code order.
func usedCharacters(docs []Doc, syn *Synonyms) []rune {
	seen := make(map[rune]bool)
	note := func(s string) {
		for _, r := range s {
			if classOf(r) == han {
				seen[r] = true
			}
		}
	}
	for _, d := range docs {
		note(d.Name)
		for _, a := range d.Aliases {
			note(a)
		}
	}
	note(syn.lines())
	return sortedRunes(seen)
}

func sortedRunes(set map[rune]bool) []rune {
	out := make([]rune, 0, len(set))
	for r := range set {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// soundLines writes "syllable characters" lines, sorted. Characters for which the syllable is
// not the usual reading follow a |.
func soundLines(chars []rune) string {
	type row struct{ usual, rare []rune }
	bySound := make(map[string]*row)
	for _, r := range chars {
		for i, s := range pinyin.Readings(r) {
			if bySound[s] == nil {
				bySound[s] = &row{}
			}
			if i == 0 {
				bySound[s].usual = append(bySound[s].usual, r)
			} else {
				bySound[s].rare = append(bySound[s].rare, r)
			}
		}
	}
	lines := make([]string, 0, len(bySound))
	for s, row := range bySound {
		line := s + " " + string(row.usual)
		if row.rare != nil {
			line += "|" + string(row.rare)
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// common.txt holds the 3,755 common characters, the first level of GB/T 2312-1980.
//
//go:embed common.txt
var commonText string

// soundFile writes the readings of those that no name holds, for queries with a wrong character.
func soundFile(docs []Doc, syn *Synonyms) []byte {
	used := usedCharacters(docs, syn)
	var rest []rune
	for _, r := range strings.TrimSpace(commonText) {
		if _, ok := slices.BinarySearch(used, r); !ok {
			rest = append(rest, r)
		}
	}
	slices.Sort(rest)
	return call("sound", soundLines(rest))
}
