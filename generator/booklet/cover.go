package booklet

import (
	"io"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/qr"
	"yibentong/generator/typeset"
)

// The cover is drawn once: two pages in the file for the screen, one sheet with
// the spine between them for the press.

// narrowest is the narrowest spine that bears its title.
var narrowest = typeset.MM(5)

// audience is whom the book is for.
func (m *maker) audience() catalog.Audience { return m.Entries[0].Stage.To.Audience }

// stages are the parts of the handbook, whether or not they are in this book.
func (m *maker) stages() (out []*catalog.Stage) {
	for _, s := range m.Site.Catalog.Stages {
		if s.Audience == m.audience() {
			out = append(out, s)
		}
	}
	return out
}

// coverInk is the colour of a handbook's cover, from theme.yaml.
func (m *maker) coverInk() pdf.Ink {
	name := "cover-personal"
	if m.audience() == catalog.Enterprise {
		name = "cover-enterprise"
	}
	if c, ok := m.Theme.Tokens.Color(name); ok {
		return inkOf(c.Print)
	}
	return pdf.Black
}

// frontCover draws the front cover: title on a field of colour, the signs of the
// stages, the edition.
func (m *maker) frontCover() pdf.Page {
	page := pdf.Page{Label: "封面"}
	tag := m.book.Root.Add("Sect")
	w, h, bleed := m.Paper.W, m.Paper.H, Bleed
	margin := m.Paper.Inner
	field := h * 58 / 100
	page.Marks = append(page.Marks, pdf.Mark{X: -bleed, Y: -bleed, Ink: m.coverInk(), Box: &pdf.Box{W: w + 2*bleed, H: field + bleed}})
	put := func(text string, f typeset.Font, x, y Len, ink pdf.Ink) {
		l := typeset.One(typeset.Run{Font: f, Text: text})
		page.Marks = append(page.Marks, pdf.Mark{X: x, Y: y, Ink: ink, Tag: tag.Add("P"), Line: &l})
	}
	white := pdf.Gray(0)
	big := typeset.Font{Face: m.Fonts.Bold, Size: w / 11}
	y := h * 15 / 100
	e := m.Site.Catalog.Edition
	put(e.Area, m.fonts.title, margin, y, white)
	y += big.Size * 2
	for _, part := range titleLines(m.Title) {
		put(part, big, margin, y, white)
		y += big.Size * 14 / 10
	}
	// The signs, as on the thumb index, in one row or two of equal length.
	side, gap := w/13, w/60
	x := margin
	y = field + typeset.MM(10)
	stages := m.stages()
	row := len(stages)
	if row > 8 {
		row = (row + 1) / 2
	}
	for i, s := range stages {
		if i > 0 && i%row == 0 {
			x, y = margin, y+side+gap
		}
		f := typeset.Font{Face: m.Fonts.Bold, Size: side * 55 / 100}
		l := typeset.One(typeset.Run{Font: f, Text: s.Sign})
		page.Marks = append(page.Marks, pdf.Mark{X: x, Y: y, Ink: m.stageInk(s), Box: &pdf.Box{W: side, H: side}},
			pdf.Mark{X: x + (side-l.Width)/2, Y: y + side/2 + f.Size*38/100, Ink: white, Line: &l})
		x += side + gap
	}
	y = h - typeset.MM(24)
	put(e.Name+"　数据截至"+e.Date.String(), m.fonts.head, margin, y, pdf.Black)
	if host := m.Site.Settings.Host; host != "" {
		put(host, m.fonts.head, margin, y+typeset.MM(7), pdf.Black)
	}
	return page
}

// titleLines breaks a title before and after its quotation, where a cover does.
func titleLines(title string) []string {
	var out []string
	for _, part := range strings.Split(strings.ReplaceAll(strings.ReplaceAll(title, "“", "\n“"), "”", "”\n"), "\n") {
		if part != "" {
			out = append(out, part)
		}
	}
	return out
}

// backCover has the code of the handbook's address, whom to call, and what
// printed matter must carry.
func (m *maker) backCover() pdf.Page {
	page := pdf.Page{Label: "封底"}
	tag := m.book.Root.Add("Sect")
	w, h := m.Paper.W, m.Paper.H
	y := h / 4
	center := func(text string, f typeset.Font) {
		for _, l := range typeset.Paragraph(typeset.Style{Width: m.width(), Ragged: true}, typeset.Run{Font: f, Text: text}) {
			page.Marks = append(page.Marks, pdf.Mark{X: (w - l.Width) / 2, Y: y, Ink: pdf.Black, Tag: tag.Add("P"), Line: &l})
			y += f.Size * 15 / 10
		}
	}
	s := m.Site.Settings
	if rects, n, err := qr.Rects(s.BaseURL); err == nil {
		side := typeset.MM(32)
		fig := tag.Add("Figure")
		fig.Alt = "二维码：扫一扫看最新的网页"
		path := &pdf.Path{Rects: rects, Module: side / Len(n), Alt: fig.Alt}
		page.Marks = append(page.Marks, pdf.Mark{X: (w - side) / 2, Y: y, Ink: pdf.Black, Tag: fig, Path: path})
		y += side + typeset.MM(8)
	}
	center("扫一扫，看最新的办事指南", m.fonts.head)
	center("不清楚的，打12345问", m.fonts.head)
	y = h - typeset.MM(34)
	for _, line := range []string{s.Print.Compiler, s.Host, permit(s.Print.Permit), "免费提供，不得出售"} {
		if line != "" {
			center(line, m.fonts.small)
		}
	}
	return page
}

// permit is the number that the rules on internal printed matter ask for.
func permit(number string) string {
	if number == "" {
		return ""
	}
	return "内部资料　免费交流　准印证号：" + number
}

// Spine is the width of the spine: half the pages, each as thick as a leaf.
func (b *Book) Spine() Len {
	return typeset.MM(float64(len(b.pressPages())/2) * b.leaf)
}

// Cover writes the cover for the press: back, spine and front on one sheet.
func (b *Book) Cover(w io.Writer, intent *pdf.Intent) error {
	spine := b.Spine()
	var sheet pdf.Page
	lay := func(p pdf.Page, dx Len) {
		for _, mark := range p.Marks {
			mark.X += dx
			sheet.Marks = append(sheet.Marks, mark)
		}
	}
	lay(b.Back, 0)
	// The front's field of colour runs around the spine and a little onto the back, so
	// that a fold that is not quite true does not show.
	field := b.Front.Marks[0]
	sheet.Marks = append(sheet.Marks, pdf.Mark{X: b.Paper.W - Bleed, Y: field.Y, Ink: field.Ink, Box: &pdf.Box{W: spine + 2*Bleed, H: field.Box.H}})
	lay(b.Front, b.Paper.W+spine)
	if spine >= narrowest {
		sheet.Marks = append(sheet.Marks, b.spineTitle(spine)...)
	}
	for _, x := range []Len{b.Paper.W, b.Paper.W + spine} {
		sheet.Marks = append(sheet.Marks, foldMarks(x, b.Paper.H)...)
	}
	meta := b.Meta
	meta.Title += "（封面）"
	return pdf.Write(w, meta, pdf.Form{W: 2*b.Paper.W + spine, H: b.Paper.H, Bleed: Bleed, Marks: cropMarks, Press: intent}, []pdf.Page{sheet}, nil, nil)
}

// spineTitle sets the title down the spine, character under character. The
// quotation marks, which lie down in vertical lines, are left out.
func (b *Book) spineTitle(spine Len) (out []pdf.Mark) {
	f := b.fonts.head
	f.Size = min(typeset.Pt(22), spine*6/10)
	y := b.Paper.H / 12
	for _, r := range strings.NewReplacer("“", "", "”", "", "（", "", "）", "").Replace(b.Title) {
		l := typeset.One(typeset.Run{Font: f, Text: string(r)})
		y += f.Size * 115 / 100
		ink := pdf.Gray(0)
		if y > b.Front.Marks[0].Box.H-Bleed {
			ink = pdf.Black
		}
		out = append(out, pdf.Mark{X: b.Paper.W + (spine-l.Width)/2, Y: y, Ink: ink, Line: &l})
	}
	return out
}

// foldMarks say where to fold, outside the trim.
func foldMarks(x, height Len) (out []pdf.Mark) {
	for _, y := range []Len{-Bleed - typeset.MM(5), height + Bleed + typeset.MM(1)} {
		out = append(out, pdf.Mark{X: x - 125, Y: y, Ink: pdf.Black, Box: &pdf.Box{W: 250, H: typeset.MM(4)}})
	}
	return out
}
