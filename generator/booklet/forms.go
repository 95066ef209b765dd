package booklet

import (
	"io"
	"slices"

	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// Bleed is the paper beyond the trim, and the room for crop marks beyond that.
var (
	Bleed     = typeset.MM(3)
	cropMarks = typeset.MM(7)
)

// Screen writes the book for reading on a screen, with its cover: PDF/UA-1 with
// PDF/A-3b.
func (b *Book) Screen(w io.Writer) error {
	pages := slices.Concat([]pdf.Page{b.Front}, b.Pages, []pdf.Page{b.Back})
	return pdf.Write(w, b.Meta, pdf.Form{W: b.Paper.W, H: b.Paper.H, Screen: true}, pages, b.Root, b.Marks)
}

// Press writes the inside of the book for a print shop: PDF/X-4, single pages
// with bleed and crop marks, black alone, whole signatures.
func (b *Book) Press(w io.Writer, intent *pdf.Intent) error {
	return pdf.Write(w, b.Meta, pdf.Form{W: b.Paper.W, H: b.Paper.H, Bleed: Bleed, Marks: cropMarks, Press: intent, Mono: true}, b.pressPages(), nil, nil)
}

// pressPages are the pages of the inside, made up to whole signatures with empty
// ones at the end.
func (b *Book) pressPages() []pdf.Page { return padded(b.Pages, b.signature) }

// PressPages counts the pages of the inside as it goes to the press.
func (b *Book) PressPages() int { return len(b.pressPages()) }

// padded adds empty pages until their number is a multiple of n.
func padded(pages []pdf.Page, n int) []pdf.Page {
	for len(pages)%n != 0 {
		pages = append(pages[:len(pages):len(pages)], pdf.Page{})
	}
	return pages
}

// Imposed writes sheets of two pages a side, to be folded and stitched in
// signatures of so many sheets, with fold marks. The inner pages of a signature
// are pushed out by the leaves around them, and move as far towards the spine.
func (b *Book) Imposed(w io.Writer, sheets int, intent *pdf.Intent) error {
	meta := b.Meta
	meta.Title += "（拼版）"
	out := b.impose(padded(b.Pages, 4), sheets)
	for i := range out {
		out[i].Marks = append(out[i].Marks, foldMarks(b.Paper.W, b.Paper.H)...)
	}
	return pdf.Write(w, meta, pdf.Form{W: 2 * b.Paper.W, H: b.Paper.H, Bleed: Bleed, Marks: cropMarks, Press: intent, Mono: true}, out, nil, nil)
}

var a4Long = typeset.MM(297)

// Office writes a book of A5 with its cover for an office printer: two pages a
// side of A4, no bleed and no marks, to be printed on both sides,
// turned over the short edge, folded and stapled signature by signature.
func (b *Book) Office(w io.Writer, sheets int) error {
	meta := b.Meta
	meta.Title += "（办公室打印）"
	body := padded(b.Pages, 4)
	pale := pdf.Page{Marks: slices.Clone(b.Front.Marks)}
	field := &pale.Marks[0]
	// Toner is dear and office printers leave a margin: the field is a tint, and
	// does not run over the back.
	field.Ink, field.X, field.Box = pdf.Gray(12), 0, &pdf.Box{W: b.Paper.W, H: field.Box.H}
	for i := range pale.Marks {
		if m := &pale.Marks[i]; m.Line != nil && m.Tag != nil {
			m.Ink = pdf.Black
		}
	}
	pages := slices.Concat([]pdf.Page{pale, {}}, body, []pdf.Page{{}, b.Back})
	sides := b.impose(pages, sheets)
	margin := (a4Long - 2*b.Paper.W) / 2 // half of A4 is half a millimetre wider than A5
	for i := range sides {
		for j := range sides[i].Marks {
			sides[i].Marks[j].X += margin
		}
	}
	return pdf.Write(w, meta, pdf.Form{W: a4Long, H: b.Paper.H, Duplex: true, Mono: true}, sides, nil, nil)
}

// impose lays pages, a multiple of four, on the sheets of signatures.
func (b *Book) impose(pages []pdf.Page, sheets int) (sides []pdf.Page) {
	for from := 0; from < len(pages); from += 4 * sheets {
		part := pages[from:min(from+4*sheets, len(pages))]
		n := len(part)
		for k := range n / 4 {
			creep := typeset.MM(b.leaf) * Len(k)
			sides = append(sides, b.spread(part[n-1-2*k], part[2*k], creep), b.spread(part[2*k+1], part[n-2-2*k], creep))
		}
	}
	return sides
}

// spread lays two pages side by side, moved towards the spine by the creep.
func (b *Book) spread(left, right pdf.Page, creep Len) (side pdf.Page) {
	for _, half := range []struct {
		page pdf.Page
		dx   Len
	}{{left, creep}, {right, b.Paper.W - creep}} {
		for _, mark := range half.page.Marks {
			if mark.Link != nil || mark.Dest != "" {
				continue
			}
			mark.X += half.dx
			side.Marks = append(side.Marks, mark)
		}
	}
	return side
}
