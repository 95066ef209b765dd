package typeset

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// square is a face in which every Chinese character is an em wide and every
// other one half an em. It lacks what lies above the basic plane.
type square struct{}

func (square) Name() string { return "square" }

func (square) Glyph(r rune) (uint16, int, bool) {
	switch {
	case r > 0xffff || r < ' ':
		return 0, 0, false
	case r >= 0x2014:
		return uint16(r), 1000, true
	}
	return uint16(r), 500, true
}

var ten = Font{Face: square{}, Size: Pt(10)}

func set(t testing.TB, em int, text string) []Line {
	t.Helper()
	return Paragraph(Style{Width: Pt(10) * Len(em)}, Run{ten, text})
}

const long = "孩子出生后的第一份证明，由接生的医院免费开出。上户口、办医保、打疫苗建档都要用它：“名字想好再来”，打印之后要改名字（得先上户口），再到派出所办姓名变更。承诺5个工作日内办结，法定20个工作日；《中华人民共和国母婴保健法》第23条说得明白——不收费……网址是 https://www.gov.cn/ 的样子，电话12345。"

func TestNothingIsLostAndMarksStandWhereTheyMay(t *testing.T) {
	t.Parallel()
	for em := 7; em < 40; em++ {
		for _, ragged := range []bool{false, true} {
			lines := Paragraph(Style{Width: Pt(10) * Len(em), Ragged: ragged}, Run{ten, long})
			var all strings.Builder
			for i, l := range lines {
				text := l.Text()
				all.WriteString(text)
				first, _ := utf8.DecodeRuneInString(text)
				last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, " "))
				if i > 0 && strings.ContainsRune(noStart, first) {
					t.Errorf("%d em: a line begins with %c: %s", em, first, text)
				}
				if i < len(lines)-1 && strings.ContainsRune(noEnd, last) {
					t.Errorf("%d em: a line ends with %c: %s", em, last, text)
				}
			}
			if all.String() != long {
				t.Errorf("%d em: the text is\n%s", em, all.String())
			}
		}
	}
}

func TestLinesAreJustifiedToTheThousandth(t *testing.T) {
	t.Parallel()
	for em := 15; em < 40; em++ {
		lines := set(t, em, long)
		for i, l := range lines {
			if width := Pt(10) * Len(em); i < len(lines)-1 && l.Width != width || l.Width > width {
				t.Errorf("%d em: line %d is %d wide, want %d: %s", em, i, l.Width, width, l.Text())
			}
		}
	}
}

func TestANumberStaysWithItsUnit(t *testing.T) {
	t.Parallel()
	for em := 6; em < 20; em++ {
		for _, l := range set(t, em, strings.Repeat("办好要5个工作日，第23条，12元。", 4)) {
			text := l.Text()
			last, _ := utf8.DecodeLastRuneInString(text)
			if last >= '0' && last <= '9' || strings.HasSuffix(text, "第") {
				t.Errorf("%d em: %s", em, text)
			}
		}
	}
}

func TestNoSingleCharacterOnTheLastLine(t *testing.T) {
	t.Parallel()
	for n := 8; n < 60; n++ {
		for em := 8; em < 14; em++ {
			lines := set(t, em, strings.Repeat("字", n)+"。")
			if last := lines[len(lines)-1].Text(); len(lines) > 1 && utf8.RuneCountInString(strings.TrimSuffix(last, "。")) < 2 {
				t.Errorf("%d characters in %d em end with %q", n, em, last)
			}
		}
	}
}

func TestMarksAreSqueezed(t *testing.T) {
	t.Parallel()
	em := Pt(10)
	for _, tt := range []struct {
		text  string
		width Len
	}{
		{"字字", 2 * em},
		{"字，字", 3 * em},       // a mark and its space
		{"字”，字", 3*em + em/2}, // two marks share one space
		{"（字）", 2 * em},       // half at both ends of the line
		{"字（字", 3 * em},
		{"字a字", 2*em + em/2 + 2*(em/6)}, // a sixth of an em beside Latin
		{"字 a", 2 * em},                 // a written space stays as it is
	} {
		if got := One(Run{ten, tt.text}).Width; got != tt.width {
			t.Errorf("%s is %d wide, want %d", tt.text, got, tt.width)
		}
	}
}

func TestAnOpeningMarkIsDrawnInItsBox(t *testing.T) {
	t.Parallel()
	l := One(Run{ten, "（字"})
	if l.Glyphs[0].X != -Pt(5) || l.Glyphs[1].X != Pt(5) {
		t.Errorf("glyphs at %d and %d: the half that is empty must hang out", l.Glyphs[0].X, l.Glyphs[1].X)
	}
}

func TestWhatAFaceLacksIsFound(t *testing.T) {
	t.Parallel()
	if r := Missing(square{}, "有字𠀀"); r != '𠀀' {
		t.Errorf("%c", r)
	}
	if r := Missing(square{}, "有字\n"); r != 0 {
		t.Errorf("%c", r)
	}
}

// FuzzParagraph: no text is lost, no line wider than it may be unless a single
// word is, whatever is set.
func FuzzParagraph(f *testing.F) {
	f.Add(long, 20, true)
	f.Add("（（（（（（（）））））", 3, false)
	f.Add("a b c d e f g h", 2, false)
	f.Add("……——……", 1, true)
	f.Fuzz(func(t *testing.T, text string, em int, ragged bool) {
		if em < 1 || em > 60 || len(text) > 2000 || !utf8.ValidString(text) {
			return
		}
		var kept, got strings.Builder
		for _, r := range text {
			if r == '\n' || r == '\t' {
				r = ' '
			}
			if _, _, ok := ten.Face.Glyph(r); ok {
				kept.WriteRune(r)
			}
		}
		for _, l := range Paragraph(Style{Width: Pt(10) * Len(em), Ragged: ragged}, Run{ten, text}) {
			got.WriteString(l.Text())
		}
		if got.String() != kept.String() {
			t.Errorf("set %q, got %q", kept.String(), got.String())
		}
	})
}
