// Package pinyin gives the readings of Chinese characters, and from them sort keys and initials.
//
// Readings are plain lower-case syllables without tones; ü is written v (lv, nv).
// The table readings.txt is made from go-pinyin by this package's test; doubles.go lists what
// government texts read in more than one way. Nothing is guessed from context except the few
// words of words.go, and those only when sorting.
package pinyin

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
)

// Readings returns the syllables of a Han character, the usual one first.
// It returns nil for a rune without a known reading.
func Readings(r rune) []string {
	if rs, ok := doubleReadings()[r]; ok {
		return rs
	}
	if s := single(r); s != "" {
		return []string{s}
	}
	return nil
}

// Initial returns the letter 'A' to 'Z' under which s stands in an index, or '#'.
// Leading quotation marks and brackets do not count.
func Initial(s string) byte {
	for _, r := range s {
		if skipped(r) {
			continue
		}
		c := Key(s)[0]
		if 'a' <= c && c <= 'z' {
			return c - 'a' + 'A'
		}
		break
	}
	return '#'
}

// Key returns a string that sorts s by syllable, then by code point, character for character.
// Equal keys mean equal strings.
func Key(s string) string {
	var b strings.Builder
	rs := []rune(s)
	for i := 0; i < len(rs); {
		if n := wordKey(&b, rs[i:]); n > 0 {
			i += n
			continue
		}
		runeKey(&b, rs[i], single(rs[i]))
		i++
	}
	b.WriteByte(0)
	b.WriteString(s)
	return b.String()
}

// runeKey writes the syllable, or the rune itself in lower case, then a space, which sorts
// below every letter, then the rune.
func runeKey(b *strings.Builder, r rune, syllable string) {
	if skipped(r) {
		return
	}
	if syllable == "" {
		b.WriteRune(unicode.ToLower(r))
	} else {
		b.WriteString(syllable)
	}
	b.WriteByte(' ')
	b.WriteRune(r)
}

// skipped tells what sorting passes over: spaces, punctuation and symbols.
func skipped(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// The table covers the unified ideographs of the basic plane.
const (
	firstRune = 0x3007
	lastRune  = 0x9FFF
)

//go:embed readings.txt
var readingsText string

// table holds the default syllable of every rune from firstRune on. It is read on first use,
// so that a program that sorts nothing pays nothing.
var table = sync.OnceValue(parseTable)

func parseTable() []string {
	t := make([]string, lastRune-firstRune+1)
	for line := range strings.Lines(readingsText) {
		syllable, chars, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		for _, r := range chars {
			t[r-firstRune] = syllable
		}
	}
	for r, rs := range doubleReadings() {
		t[r-firstRune] = rs[0]
	}
	return t
}

// single returns the usual syllable of r, or "".
func single(r rune) string {
	if r < firstRune || r > lastRune {
		return ""
	}
	return table()[r-firstRune]
}
