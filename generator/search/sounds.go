package search

import (
	_ "embed"
	"maps"
	"slices"
	"strings"

	"yibentong/generator/pinyin"
)

// sounds says how the characters of the name table are read. The characters themselves are not
// repeated: the script meets them in the same order.
type sounds struct {
	Syllables string `json:"syllables"` // sorted, joined by spaces
	Of        string `json:"of"`        // two base-64 digits a character: its usual syllable, by number from 1; 0 none
	More      string `json:"more"`      // further readings, "character syllable", joined by spaces
}

// soundsOf gives the readings of the Chinese characters of text, which holds each once.
func soundsOf(text string) sounds {
	var (
		more []string
		used = make(map[string]bool)
	)
	for _, r := range text {
		for i, s := range pinyin.Readings(r) {
			used[s] = true
			if i > 0 {
				more = append(more, string(r)+s)
			}
		}
	}
	list := slices.Sorted(maps.Keys(used))
	var of strings.Builder
	for _, r := range text {
		if classOf(r) != han {
			continue
		}
		n := 0
		if rs := pinyin.Readings(r); rs != nil {
			i, _ := slices.BinarySearch(list, rs[0])
			n = i + 1
		}
		of.WriteByte(digits[n/64])
		of.WriteByte(digits[n%64])
	}
	return sounds{strings.Join(list, " "), of.String(), strings.Join(more, " ")}
}

// common.txt holds the 3,755 common characters, the first level of GB/T 2312-1980.
//
//go:embed common.txt
var commonText string

// soundFile writes the readings of those that known does not hold, for queries with a wrong character.
func soundFile(known string) []byte {
	seen := make(map[rune]bool)
	for _, r := range known {
		seen[r] = true
	}
	rest := strings.Map(func(r rune) rune {
		if seen[r] {
			return -1
		}
		return r
	}, strings.TrimSpace(commonText))
	return call("sound", struct {
		Chars  string `json:"chars"`
		Sounds sounds `json:"sounds"`
	}{rest, soundsOf(rest)})
}
