package search

import (
	"strings"
	"testing"
)

func TestTextsArePackedAsTheVectorsSay(t *testing.T) {
	t.Parallel()
	for _, v := range readVectors(t).Packed {
		p := pack(v.text)
		if p.Chars != v.packing.Chars || p.One != v.packing.One || p.Lead != v.packing.Lead {
			t.Errorf("%q is packed by %q, %q, %q", v.text, p.Chars, p.One, p.Lead)
		}
		if got := p.write(v.text); got != v.codes {
			t.Errorf("%q is written %q, want %q", v.text, got, v.codes)
		}
	}
}

func TestManyCharactersHaveDifferentCodes(t *testing.T) {
	t.Parallel()
	p := pack(commonText + "P001 abc|,>𠀀")
	seen := make(map[string]rune)
	for _, r := range strings.TrimSpace(commonText) {
		c := p.write(string(r))
		if len(c) > 2 || seen[c] != 0 {
			t.Fatalf("%c is written %q, as %c", r, c, seen[c])
		}
		seen[c] = r
	}
	if got := p.write("P001|𠀀"); got != "P001|𠀀" {
		t.Errorf("plain text became %q", got)
	}
}
