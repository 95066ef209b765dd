package search

import (
	"cmp"
	"slices"
	"strings"
)

// packing is how the texts of the name table are written: one or two ASCII characters for a
// Chinese one, the frequent ones in one. It takes two fifths off the table as it stands and an
// eighth off it compressed, which an old phone on a slow line notices. script/15-unpack.js
// reads it.
type packing struct {
	Chars string `json:"chars"` // every character above ASCII, the most frequent first
	One   string `json:"one"`   // the signs that stand for the first of them
	Lead  string `json:"lead"`  // the signs that, with a sign of signs after them, stand for the rest

	code map[rune]string
}

// signs are the second halves of two-sign codes: ASCII without what JSON escapes.
var signs = func() string {
	var b strings.Builder
	for c := byte('!'); c <= '~'; c++ {
		if c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' {
			b.WriteByte(c)
		}
	}
	return b.String()
}()

// pack chooses the codes for texts. A sign that the texts themselves use is no code.
func pack(texts ...string) *packing {
	count := make(map[rune]int)
	for _, t := range texts {
		for _, r := range t {
			count[r]++
		}
	}
	var chars []rune
	free := signs
	for r := range count {
		if r < 0x80 {
			free = strings.ReplaceAll(free, string(r), "")
		} else if r <= 0xFFFF {
			chars = append(chars, r)
		}
	}
	slices.SortFunc(chars, func(a, b rune) int { return cmp.Or(count[b]-count[a], int(a-b)) })
	leads := 0
	for leads < len(free) && len(free)-leads+leads*len(signs) < len(chars) {
		leads++
	}
	p := &packing{One: free[:len(free)-leads], Lead: free[len(free)-leads:], code: make(map[rune]string)}
	chars = chars[:min(len(chars), len(p.One)+leads*len(signs))]
	for i, r := range chars {
		if i < len(p.One) {
			p.code[r] = p.One[i : i+1]
			continue
		}
		k := i - len(p.One)
		p.code[r] = p.Lead[k/len(signs):][:1] + signs[k%len(signs):][:1]
	}
	p.Chars = string(chars)
	return p
}

// write returns a text in codes.
func (p *packing) write(text string) string {
	var b strings.Builder
	for _, r := range text {
		if c, ok := p.code[r]; ok {
			b.WriteString(c)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
