package pdf

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"

	library "github.com/boxesandglue/baseline-pdf"

	"yibentong/generator/typeset"
)

// Form is how pages are written.
type Form struct {
	W, H   Len // the trimmed page
	Bleed  Len // paper beyond the trim on every side
	Marks  Len // room for crop marks beyond the bleed; 0: none
	Press  *Intent
	Mono   bool // all in black, as most handbooks are printed
	Screen bool // tagged and linked: PDF/UA-1 and PDF/A-3b
	Duplex bool // to be printed on both sides, turned over the short edge
}

// Intent is the printing condition that a press file is made for.
type Intent struct {
	ID      string // such as FOGRA39
	Name    string
	Profile []byte // ICC, four channels
}

// writer is one file being written.
type writer struct {
	form  Form
	meta  Meta
	lib   *library.PDF
	faces map[*Font]*library.Face
	pages []*library.Page
	tree  structure

	labels []string
}

// Write writes pages as a PDF file.
func Write(out io.Writer, m Meta, f Form, pages []Page, root *Tag, outline []*Bookmark) error {
	var plain bytes.Buffer // a file for the screen is packed before it goes out
	buffered := bufio.NewWriterSize(out, 1<<16)
	target := io.Writer(buffered)
	switch {
	case f.Press != nil:
		target = &header16{w: buffered}
	case f.Screen:
		target = &plain
	}
	w := &writer{form: f, meta: m, lib: library.NewPDFWriter(target), faces: map[*Font]*library.Face{}}
	w.lib.DefaultPageWidth, w.lib.DefaultPageHeight = points(f.W+2*w.edge()), points(f.H+2*w.edge())
	forget(root)
	for i := range pages {
		if f.Screen {
			w.labels = append(w.labels, pages[i].Label)
		}
		if err := w.page(&pages[i]); err != nil {
			return err
		}
	}
	if f.Screen {
		w.lib.Outlines = bookmarks(outline)
	}
	if err := w.finish(root); err != nil {
		return err
	}
	if f.Screen {
		packed, err := pack(plain.Bytes())
		if err != nil {
			return err
		}
		_, err = out.Write(packed)
		return err
	}
	return buffered.Flush()
}

// edge is what lies around the trimmed page.
func (w *writer) edge() Len { return w.form.Bleed + w.form.Marks }

func points(l Len) float64 { return float64(l) / 1000 }

// number writes a length in points, shortest form.
func number(b *bytes.Buffer, l Len) {
	if l < 0 {
		b.WriteByte('-')
		l = -l
	}
	b.WriteString(strconv.Itoa(int(l / 1000)))
	if r := int(l % 1000); r > 0 {
		s := strconv.Itoa(1000 + r)[1:]
		for s[len(s)-1] == '0' {
			s = s[:len(s)-1]
		}
		b.WriteString("." + s)
	}
	b.WriteByte(' ')
}

func (w *writer) page(p *Page) error {
	content := w.lib.NewObject()
	content.SetCompression(6)
	b := content.Data
	page := w.lib.AddPage(content, 0)
	w.pages = append(w.pages, page)
	var used []*library.Face
	open := (*Tag)(nil)
	state := ""
	w.tree.begin(len(w.pages)-1, page)
	shut := func() {
		if state != "" {
			b.WriteString("EMC\n")
			state = ""
		}
	}
	for i := range p.Marks {
		m := &p.Marks[i]
		switch {
		case m.Dest != "":
			w.dest(page, m)
			continue
		case m.Link != nil:
			w.link(page, m)
			continue
		}
		if w.form.Screen && (state == "" || m.Tag != open) {
			shut()
			open, state = m.Tag, "open"
			b.WriteString(w.tree.mark(m.Tag))
		}
		if err := w.draw(b, m, &used); err != nil {
			return err
		}
	}
	shut()
	if w.form.Marks > 0 {
		w.cropMarks(b)
	}
	page.Faces = used
	w.boxes(page)
	return nil
}

// at moves to place x, y of the page, in the file's own direction.
func (w *writer) at(b *bytes.Buffer, x, y Len) {
	number(b, x+w.edge())
	number(b, w.form.H+w.edge()-y)
}

func (w *writer) draw(b *bytes.Buffer, m *Mark, used *[]*library.Face) error {
	switch {
	case m.Line != nil:
		return w.line(b, m, used)
	case m.Box != nil:
		w.ink(b, m.Ink, m.Box.Line > 0)
		if m.Box.Line > 0 {
			number(b, m.Box.Line)
			b.WriteString("w ")
		}
		w.at(b, m.X, m.Y+m.Box.H)
		number(b, m.Box.W)
		number(b, m.Box.H)
		b.WriteString(map[bool]string{true: "re S\n", false: "re f\n"}[m.Box.Line > 0])
	case m.Path != nil:
		w.ink(b, m.Ink, false)
		for _, r := range m.Path.Rects {
			u := m.Path.Module
			w.at(b, m.X+Len(r[0])*u, m.Y+Len(r[1]+r[3])*u)
			number(b, Len(r[2])*u)
			number(b, Len(r[3])*u)
			b.WriteString("re\n")
		}
		b.WriteString("f\n")
	}
	return nil
}

// ink sets a colour: gray for black alone; else the four inks for the press,
// their look on a screen elsewhere.
func (w *writer) ink(b *bytes.Buffer, i Ink, line bool) {
	op := func(fill, stroke string) string {
		if line {
			return stroke
		}
		return fill
	}
	part := func(v uint8) { number(b, Len(v)*10) }
	if w.form.Mono {
		i = i.mono()
	}
	switch {
	case i.C == 0 && i.M == 0 && i.Y == 0:
		part(100 - i.K)
		b.WriteString(op("g ", "G "))
	case w.form.Press != nil:
		part(i.C)
		part(i.M)
		part(i.Y)
		part(i.K)
		b.WriteString(op("k ", "K "))
	default:
		for _, v := range []uint8{i.C, i.M, i.Y} {
			number(b, Len(100-int(v))*Len(100-int(i.K))/10)
		}
		b.WriteString(op("rg ", "RG "))
	}
}

// line writes a line of text: a run of glyphs of one font is one TJ, with what
// the spaces differ from the glyphs' own widths.
func (w *writer) line(b *bytes.Buffer, m *Mark, used *[]*library.Face) error {
	glyphs := m.Line.Glyphs
	w.ink(b, m.Ink, false)
	b.WriteString("BT ")
	for start := 0; start < len(glyphs); {
		end := start + 1
		for end < len(glyphs) && glyphs[end].Font == glyphs[start].Font {
			end++
		}
		if err := w.run(b, m, glyphs[start:end], used); err != nil {
			return err
		}
		start = end
	}
	b.WriteString("ET\n")
	return nil
}

const hexDigits = "0123456789ABCDEF"

func (w *writer) run(b *bytes.Buffer, m *Mark, glyphs []typeset.Glyph, used *[]*library.Face) error {
	font := glyphs[0].Face.(*Font)
	face, err := w.face(font)
	if err != nil {
		return err
	}
	if !slices.Contains(*used, face) {
		*used = append(*used, face)
	}
	size := glyphs[0].Size
	b.WriteString(face.InternalName() + " ")
	number(b, size)
	b.WriteString("Tf 1 0 0 1 ")
	w.at(b, m.X+glyphs[0].X, m.Y)
	b.WriteString("Tm [<")
	x := glyphs[0].X
	for _, g := range glyphs {
		if gap := int(x-g.X) * 1000 / int(size); gap != 0 {
			b.WriteByte('>')
			b.WriteString(strconv.Itoa(gap))
			b.WriteByte('<')
			x -= Len(gap) * size / 1000
		}
		face.RegisterGlyph(int(g.ID), string(g.Rune))
		for shift := 12; shift >= 0; shift -= 4 {
			b.WriteByte(hexDigits[g.ID>>shift&15])
		}
		_, width, _ := font.Glyph(g.Rune)
		x += size * Len(width) / 1000
	}
	b.WriteString(">] TJ ")
	return nil
}

func (w *writer) face(f *Font) (*library.Face, error) {
	if face := w.faces[f]; face != nil {
		return face, nil
	}
	face, err := w.lib.NewFaceFromData(f.data, 0)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", f.name, err)
	}
	w.faces[f] = face
	return face, nil
}

func (w *writer) dest(page *library.Page, m *Mark) {
	name := library.String(m.Dest)
	w.lib.NameDestinations[name] = &library.NameDest{Name: name, PageObjectnumber: page.Objnum, X: points(m.X + w.edge()), Y: points(w.form.H + w.edge() - m.Y)}
}

func bookmarks(list []*Bookmark) (out []*library.Outline) {
	for _, b := range list {
		out = append(out, &library.Outline{Title: b.Title, Dest: library.Serialize(library.String(b.To)), Children: bookmarks(b.Children)})
	}
	return out
}
