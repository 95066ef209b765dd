// Package typeset sets Chinese paragraphs: it breaks a text into justified lines
// and says where every glyph stands.
//
// In come runs of text in fonts and a width; out go lines of placed glyphs. It
// knows nothing of pages, files or PDF. Lengths are whole thousandths of a
// point, so that the same text gives the same lines on every machine.
//
// The rules are those of Requirements for Chinese Text Layout (W3C CLREQ) and
// GB/T 15834—2011: no closing mark at the start of a line and no opening mark at
// its end, marks squeezed to half their width where they meet and at the ends of
// lines, a sixth of an em between Han and Latin, numbers that stay with their
// units, no single character on the last line.
package typeset

import "unicode/utf8"

// Len is a length in thousandths of a point.
type Len int

// Pt is n points.
func Pt(n float64) Len { return Len(n*1000 + 0.5) }

// MM is n millimetres.
func MM(n float64) Len { return Len(n*72000/25.4 + 0.5) }

// Metrics are what a line needs to know of a typeface.
type Metrics interface {
	// Glyph returns the glyph of a character and its width in thousandths of an
	// em; ok is false when the face lacks it.
	Glyph(r rune) (id uint16, width int, ok bool)
	// Name tells faces apart.
	Name() string
}

// Font is a typeface at a size.
type Font struct {
	Face Metrics
	Size Len
}

// Width is the width of n thousandths of an em.
func (f Font) width(n int) Len { return f.Size * Len(n) / 1000 }

// Run is a stretch of text in one font.
type Run struct {
	Font
	Text string
}

// Glyph is a placed glyph; X counts from the start of its line.
type Glyph struct {
	Font
	ID   uint16
	X    Len
	Rune rune
}

// Line is one line. Width is that of its ink and inner spaces.
type Line struct {
	Glyphs []Glyph
	Width  Len
}

// Text is what the line says.
func (l Line) Text() string {
	b := make([]byte, 0, 3*len(l.Glyphs))
	for _, g := range l.Glyphs {
		b = utf8.AppendRune(b, g.Rune)
	}
	return string(b)
}

// Style is how a paragraph is set.
type Style struct {
	Width  Len
	Indent Len  // of the first line
	Hang   Len  // of the others
	Ragged bool // not justified, as in narrow cells
}

// Paragraph breaks runs into lines. Text that is empty gives none. A character
// that a face lacks is left out: see Missing.
func Paragraph(s Style, runs ...Run) []Line {
	items := build(runs)
	if len(items) == 0 {
		return nil
	}
	if s.Ragged {
		return fill(s, items, greedy(s, items))
	}
	return fill(s, items, optimum(s, items))
}

// One sets runs in one line of their natural width.
func One(runs ...Run) Line {
	items := build(runs)
	if len(items) == 0 {
		return Line{}
	}
	return place(items, 0, len(items), 0, 0)
}

// Missing returns the first character of text that a face lacks, 0 if none.
func Missing(face Metrics, text string) rune {
	for _, r := range text {
		if _, _, ok := face.Glyph(r); !ok && r >= ' ' {
			return r
		}
	}
	return 0
}
