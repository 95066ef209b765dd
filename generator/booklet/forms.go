package booklet

import (
	"io"

	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// Bleed is the paper beyond the trim, and the room for crop marks beyond that.
var (
	Bleed     = typeset.MM(3)
	cropMarks = typeset.MM(7)
)

// Screen writes the book for reading on a screen: PDF/UA-1 with PDF/A-3b.
func (b *Book) Screen(w io.Writer) error {
	return pdf.Write(w, b.Meta, pdf.Form{W: b.Paper.W, H: b.Paper.H, Screen: true}, b.Pages, b.Root, b.Marks)
}

// Press writes the book for a print shop: PDF/X-4, single pages with bleed and
// crop marks, black alone, a multiple of four pages.
func (b *Book) Press(w io.Writer, intent *pdf.Intent) error {
	return pdf.Write(w, b.Meta, pdf.Form{W: b.Paper.W, H: b.Paper.H, Bleed: Bleed, Marks: cropMarks, Press: intent, Mono: true}, padded(b.Pages, 4), nil, nil)
}

// padded adds empty pages until their number is a multiple of n.
func padded(pages []pdf.Page, n int) []pdf.Page {
	for len(pages)%n != 0 {
		pages = append(pages[:len(pages):len(pages)], pdf.Page{})
	}
	return pages
}

// creep is how far an inner sheet is pushed out by the one around it, the
// thickness of office paper of 80 g/m²; its pages move as far towards the spine.
var creep = typeset.MM(0.1)

// Imposed writes sheets of two pages a side, to be folded and stitched in
// signatures of so many sheets, with fold marks.
func (b *Book) Imposed(w io.Writer, sheets int, intent *pdf.Intent) error {
	pages := padded(b.Pages, 4)
	var out []pdf.Page
	for from := 0; from < len(pages); from += 4 * sheets {
		out = append(out, b.signature(pages[from:min(from+4*sheets, len(pages))])...)
	}
	meta := b.Meta
	meta.Title += "（拼版）"
	return pdf.Write(w, meta, pdf.Form{W: 2 * b.Paper.W, H: b.Paper.H, Bleed: Bleed, Marks: cropMarks, Press: intent, Mono: true}, out, nil, nil)
}

// signature lays the pages of one signature on its sheets, front and back.
func (b *Book) signature(pages []pdf.Page) (sides []pdf.Page) {
	n := len(pages)
	for k := range n / 4 {
		out := creep * Len(k)
		front := b.spread(pages[n-1-2*k], pages[2*k], out)
		back := b.spread(pages[2*k+1], pages[n-2-2*k], out)
		sides = append(sides, front, back)
	}
	return sides
}

// spread lays two pages side by side, moved towards the spine by the creep.
func (b *Book) spread(left, right pdf.Page, out Len) (side pdf.Page) {
	for _, half := range []struct {
		page pdf.Page
		dx   Len
	}{{left, out}, {right, b.Paper.W - out}} {
		for _, mark := range half.page.Marks {
			if mark.Link != nil || mark.Dest != "" {
				continue
			}
			mark.X += half.dx
			side.Marks = append(side.Marks, mark)
		}
	}
	// Where to fold: at the spine, outside the trim.
	for _, y := range []Len{-Bleed - typeset.MM(5), b.Paper.H + Bleed + typeset.MM(1)} {
		side.Marks = append(side.Marks, pdf.Mark{X: b.Paper.W, Y: y, Ink: pdf.Black, Box: &pdf.Box{W: 250, H: typeset.MM(4)}})
	}
	return side
}
