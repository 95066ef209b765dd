// Package pdf writes pages of placed text, rules and fills as PDF files: for the
// screen (PDF/UA-1 with PDF/A-3b, tagged and linked), for the press (PDF/X-4,
// with bleed and marks), and plain.
//
// It is the only importer of the PDF library. A page is a list of things at
// places from its top left corner; the same pages may be written in several
// forms. Equal input gives equal bytes: no clock, dates come with Meta.
package pdf

import (
	"fmt"
	"sync"

	"github.com/boxesandglue/textshape/ot"

	"yibentong/generator/typeset"
)

// Len is a length in thousandths of a point.
type Len = typeset.Len

// Font is a TrueType face, read once and used by many files and goroutines.
type Font struct {
	name string
	data []byte

	face  *ot.Face
	upem  int
	mu    sync.RWMutex
	known map[rune]glyph
}

type glyph struct {
	id    uint16
	width int
}

// ParseFont reads a TrueType font. PostScript outlines are refused: the library
// would write wrong glyphs without a word.
func ParseFont(name string, data []byte) (*Font, error) {
	font, err := ot.ParseFont(data, 0)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	face, err := ot.NewFace(font)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	if face.IsCFF() {
		return nil, fmt.Errorf("font %s has PostScript outlines: take one with TrueType outlines", name)
	}
	return &Font{name: name, data: data, face: face, upem: int(face.Upem()), known: map[rune]glyph{}}, nil
}

// Name implements typeset.Metrics.
func (f *Font) Name() string { return f.name }

// Glyph implements typeset.Metrics.
func (f *Font) Glyph(r rune) (id uint16, width int, ok bool) {
	f.mu.RLock()
	g, ok := f.known[r]
	f.mu.RUnlock()
	if !ok {
		if gid, there := f.face.Cmap().Lookup(ot.Codepoint(r)); there {
			g = glyph{uint16(gid), int(f.face.HorizontalAdvance(gid)) * 1000 / f.upem}
		}
		f.mu.Lock()
		f.known[r] = g
		f.mu.Unlock()
	}
	return g.id, g.width, g.id != 0
}

// Ink is a colour: black in hundredths, or a mixture of the four printing inks.
type Ink struct {
	C, M, Y, K uint8
}

// Black is the ink of text: black alone, never a mixture.
var Black = Ink{K: 100}

// Gray is black at k hundredths.
func Gray(k uint8) Ink { return Ink{K: k} }

// mono is the ink as black alone: the four by what they darken.
func (i Ink) mono() Ink {
	return Ink{K: uint8(min(100, (30*int(i.C)+59*int(i.M)+11*int(i.Y))/100+int(i.K)))}
}

// Page is what stands on a page, in the order of reading.
type Page struct {
	Label string // its printed number, "" for none
	Marks []Mark
}

// Mark is one thing on a page. Exactly one of Line, Box, Path, Link and Dest is set.
type Mark struct {
	X, Y Len // of the baseline's start, or the top left corner, from the page's top left
	Ink  Ink
	Tag  *Tag // nil for what carries no meaning: rules, running heads

	Line *typeset.Line
	Box  *Box
	Path *Path
	Link *Link
	Dest string // a place that links and the outline lead to
}

// Box is a rectangle, filled, or drawn with a line of the given width.
type Box struct {
	W, H Len
	Line Len // 0: filled
}

// Path is a drawing of squares, such as a QR code: rectangles of whole modules.
type Path struct {
	Module Len
	Rects  [][4]int // x, y, width, height in modules from the top left
	Alt    string
}

// Link is an area that leads to a place of the file or to an address.
type Link struct {
	W, H    Len
	To      string // a Dest
	Address string // or a web address
	Says    string // what it leads to, for a screen reader
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title, To string
	Children  []*Bookmark
}

// Meta describes a file.
type Meta struct {
	Title, Author, Subject string
	Created                string // 20060102150405, in UTC
	Language               string // zh-CN
}

// Tag is a structure element: what a part of the text is, for screen readers.
type Tag struct {
	Role  string // H1, P, Table, TR, TH, TD, L, LI, Lbl, LBody, TOC, TOCI, Link, Figure, Sect, Document
	Scope string // of a TH: Row or Column
	Alt   string
	Kids  []*Tag

	parent  *Tag
	object  int
	content []any // in the order of reading: *Tag, markedContent, objectReference
}

// Add makes a child.
func (t *Tag) Add(role string) *Tag {
	if t == nil {
		return nil
	}
	kid := &Tag{Role: role, parent: t}
	t.Kids = append(t.Kids, kid)
	return kid
}
