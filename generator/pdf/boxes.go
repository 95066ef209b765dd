package pdf

import (
	"bytes"
	"io"

	library "github.com/boxesandglue/baseline-pdf"
)

// boxes says what of the sheet is the page: trim within bleed within media.
func (w *writer) boxes(page *library.Page) {
	page.Dict = library.Dict{}
	if w.form.Screen {
		page.Dict["Tabs"] = "/S"
		page.Dict["StructParents"] = w.tree.key(page)
	}
	if w.form.Press == nil && w.edge() == 0 {
		return
	}
	box := func(in Len) string {
		var b bytes.Buffer
		b.WriteByte('[')
		number(&b, in)
		number(&b, in)
		number(&b, w.form.W+2*w.edge()-in)
		number(&b, w.form.H+2*w.edge()-in)
		b.WriteByte(']')
		return b.String()
	}
	page.Dict["TrimBox"], page.Dict["BleedBox"] = box(w.edge()), box(w.form.Marks)
}

// cropMarks draws where to cut: two hairlines a corner, outside the bleed, on
// every plate.
func (w *writer) cropMarks(b *bytes.Buffer) {
	if w.form.Screen {
		b.WriteString("/Artifact BMC ")
	}
	b.WriteString(map[bool]string{true: "q 0 G 0.25 w\n", false: "q 1 1 1 1 K 0.25 w\n"}[w.form.Mono])
	gap, out := w.form.Bleed, w.edge()
	for _, x := range []Len{0, w.form.W} {
		for _, y := range []Len{0, w.form.H} {
			side := func(v, most, d Len) Len {
				if v == 0 {
					return -d
				}
				return most + d
			}
			w.hair(b, side(x, w.form.W, gap), y, side(x, w.form.W, out), y)
			w.hair(b, x, side(y, w.form.H, gap), x, side(y, w.form.H, out))
		}
	}
	b.WriteString("Q\n")
	if w.form.Screen {
		b.WriteString("EMC\n")
	}
}

func (w *writer) hair(b *bytes.Buffer, x1, y1, x2, y2 Len) {
	w.at(b, x1, y1)
	b.WriteString("m ")
	w.at(b, x2, y2)
	b.WriteString("l S\n")
}

// header16 writes the version that PDF/X-4 asks for in place of the library's.
type header16 struct {
	w    io.Writer
	done bool
}

func (h *header16) Write(p []byte) (int, error) {
	if !h.done && bytes.HasPrefix(p, []byte("%PDF-1.7")) {
		h.done = true
		p = bytes.Replace(p, []byte("%PDF-1.7"), []byte("%PDF-1.6"), 1)
	}
	return h.w.Write(p)
}
