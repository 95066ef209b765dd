package booklet

import (
	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// block is what stays together on a page: a line of a paragraph, a row of a
// table, a heading. Marks count from its top left corner.
type block struct {
	height, gap Len // gap above, not at the top of a page
	keep        bool
	marks       []pdf.Mark
	dest        string
	head        *block // a table's head, repeated where the table breaks
	fresh       bool   // begins a right-hand page
	item        *placed
	running     string // the running head from here on
	tab         int    // the thumb index from here on, 1 to 16; 0 leaves it
}

// placed is told on which page a block came to stand.
type placed struct{ page int }

// leading is the distance of lines of a font: three halves of its size, tighter
// in tables and where a sheet is full.
func (m *maker) leading(f typeset.Font) Len      { return f.Size * Len(150-m.tight) / 100 }
func (m *maker) tableLeading(f typeset.Font) Len { return f.Size * Len(133-m.tight) / 100 }

// pad is the space inside a cell.
func (m *maker) pad() Len { return Len(3000 - 80*m.tight) }

// rise is the height of the baseline above the foot of a line.
func baseline(f typeset.Font, lead Len) Len { return lead/2 + f.Size*38/100 }

// lineMark places a line in a block at x, with its top at y.
func lineMark(l typeset.Line, f typeset.Font, x, y, lead Len, ink pdf.Ink, tag *pdf.Tag) pdf.Mark {
	return pdf.Mark{X: x, Y: y + baseline(f, lead), Ink: ink, Tag: tag, Line: &l}
}

// paragraph makes a block a line. No single line is left on a page: the first
// two and the last two stay together.
func (m *maker) paragraph(s typeset.Style, x Len, ink pdf.Ink, tag *pdf.Tag, runs ...typeset.Run) []*block {
	if len(runs) == 0 {
		return nil
	}
	f := runs[0].Font
	lead := m.leading(f)
	lines := typeset.Paragraph(s, runs...)
	out := make([]*block, len(lines))
	for i, l := range lines {
		out[i] = &block{height: lead, marks: []pdf.Mark{lineMark(l, f, x, 0, lead, ink, tag)}}
		if i < len(lines)-1 && (i == 0 || i == len(lines)-2) {
			out[i].keep = true
		}
	}
	return out
}

// cell is a part of a table's row.
type cell struct {
	width Len
	runs  []typeset.Run
	tag   *pdf.Tag
	box   bool // a box to tick
}

// row sets cells side by side, ragged, with rules above and below.
func (m *maker) row(cells []cell, shade bool) *block {
	b := &block{}
	var lines [][]typeset.Line
	var total Len
	for _, c := range cells {
		l := typeset.Paragraph(typeset.Style{Width: c.width - 2*m.pad(), Ragged: true}, c.runs...)
		lines = append(lines, l)
		if len(c.runs) > 0 {
			b.height = max(b.height, Len(len(l))*m.tableLeading(c.runs[0].Font))
		}
		total += c.width
	}
	b.height += 2 * m.pad()
	if shade {
		b.marks = append(b.marks, pdf.Mark{Ink: pdf.Gray(8), Box: &pdf.Box{W: total, H: b.height}})
	}
	x := Len(0)
	for i, c := range cells {
		if c.box {
			first := m.tableLeading(m.fonts.small)
			side := min(typeset.Pt(7.5), first-typeset.Pt(1.5))
			b.marks = append(b.marks, pdf.Mark{X: x + (c.width-side)/2, Y: m.pad() + (first-side)/2, Ink: pdf.Black, Box: &pdf.Box{W: side, H: side, Line: 700}})
		}
		for j, l := range lines[i] {
			f := c.runs[0].Font
			b.marks = append(b.marks, lineMark(l, f, x+m.pad(), m.pad()+Len(j)*m.tableLeading(f), m.tableLeading(f), pdf.Black, c.tag))
		}
		x += c.width
	}
	rule := func(y Len) {
		b.marks = append(b.marks, pdf.Mark{Y: y, Ink: pdf.Gray(60), Box: &pdf.Box{W: total, H: 400}})
	}
	rule(0)
	rule(b.height)
	return b
}

// furnish puts what stands around the text on a page: running head, number, thumb.
type furnish func(page *pdf.Page, number int, running string, tab int)

// paginate fills pages with blocks. numbers, if the blocks have items, are told
// from the first page on.
func (m *maker) paginate(blocks []*block, first int, around furnish) []pdf.Page {
	f := &flow{m: m, first: first, room: m.Paper.H - m.Paper.Top - m.Paper.Bottom, around: around}
	for i := 0; i < len(blocks); {
		j, height := i, Len(0)
		for ; ; j++ {
			height += blocks[j].gap + blocks[j].height
			if !blocks[j].keep || j+1 == len(blocks) {
				break
			}
		}
		switch {
		case blocks[i].fresh:
			f.recto()
		case f.y > 0 && f.y+height > f.room:
			f.turn()
			if h := blocks[i].head; h != nil {
				f.put(h)
			}
		}
		for ; i <= j; i++ {
			f.put(blocks[i])
		}
	}
	return f.end()
}

// flow is the filling of pages.
type flow struct {
	m       *maker
	first   int
	room, y Len
	pages   []pdf.Page
	page    *pdf.Page
	around  furnish
	running string
	top     string // the running head where the page begins
	tab     int
}

func (f *flow) number() int { return f.first + len(f.pages) }

// left is where the text begins: right-hand pages have odd numbers.
func (m *maker) left(number int) Len {
	if number%2 == 1 {
		return m.Paper.Inner
	}
	return m.Paper.Outer
}

func (m *maker) width() Len { return m.Paper.W - m.Paper.Inner - m.Paper.Outer }

func (f *flow) put(b *block) {
	begins := f.page == nil
	if begins {
		f.page = &pdf.Page{}
	}
	if f.y > 0 {
		f.y += b.gap
	}
	if b.running != "" {
		f.running = b.running
	}
	if begins {
		f.top = f.running
	}
	if b.tab != 0 {
		f.tab = b.tab
	}
	if b.item != nil {
		b.item.page = f.number()
	}
	x, y := f.m.left(f.number()), f.m.Paper.Top+f.y
	if b.dest != "" {
		f.page.Marks = append(f.page.Marks, pdf.Mark{X: x, Y: y, Dest: b.dest})
	}
	for _, mark := range b.marks {
		mark.X, mark.Y = mark.X+x, mark.Y+y
		f.page.Marks = append(f.page.Marks, mark)
	}
	f.y += b.height
}

// turn goes on to the next page.
func (f *flow) turn() {
	if f.page == nil {
		f.page = &pdf.Page{}
	} else if f.around != nil {
		// As in a dictionary: the left page names its first item, the right its last.
		running := f.running
		if f.number()%2 == 0 {
			running = f.top
		}
		f.around(f.page, f.number(), running, f.tab)
	}
	f.pages = append(f.pages, *f.page)
	f.page, f.y = nil, 0
}

// recto goes on to the next right-hand page.
func (f *flow) recto() {
	if f.page != nil {
		f.turn()
	}
	if f.number()%2 == 0 {
		f.pages = append(f.pages, pdf.Page{})
	}
}

func (f *flow) end() []pdf.Page {
	if f.page != nil {
		f.turn()
	}
	return f.pages
}

// furniture is a page's running head, number and thumb index.
func (m *maker) furniture(fallback string) furnish {
	return func(page *pdf.Page, number int, running string, tab int) {
		if running == "" {
			running = fallback
		}
		f := m.fonts.note
		left, right := m.left(number), m.left(number)+m.width()
		put := func(text string, toRight bool, y Len) {
			l := typeset.One(typeset.Run{Font: f, Text: text})
			x := left
			if toRight {
				x = right - l.Width
			}
			page.Marks = append(page.Marks, pdf.Mark{X: x, Y: y, Ink: pdf.Black, Line: &l})
		}
		head, foot := m.Paper.Top-typeset.MM(6), m.Paper.H-m.Paper.Bottom+typeset.MM(8)
		put(running, number%2 == 1, head)
		page.Marks = append(page.Marks, pdf.Mark{X: left, Y: head + typeset.Pt(4), Ink: pdf.Gray(60), Box: &pdf.Box{W: m.width(), H: 300}})
		put(pageNumber(number), number%2 == 1, foot)
		if tab > 0 {
			m.thumb(page, number, tab)
		}
	}
}

// thumb is the index at the outer edge: a black tab, lower from stage to stage,
// with the stage's sign, so that it can be told on the closed book and in black
// and white. It runs over the edge, into the bleed.
func (m *maker) thumb(page *pdf.Page, number, tab int) {
	stage := m.Site.Catalog.Stages[tab-1]
	nth, all := 0, 0
	for i, s := range m.Site.Catalog.Stages {
		if s.Audience == stage.Audience {
			if all++; i < tab-1 {
				nth++
			}
		}
	}
	step := (m.Paper.H - m.Paper.Top - m.Paper.Bottom) / Len(max(all, 1))
	w, h, bleed := typeset.MM(6), min(step-typeset.MM(1), typeset.MM(14)), typeset.MM(3)
	x, y := m.Paper.W-w, m.Paper.Top+Len(nth)*step
	if number%2 == 0 {
		x = -bleed
	}
	page.Marks = append(page.Marks, pdf.Mark{X: x, Y: y, Ink: pdf.Black, Box: &pdf.Box{W: w + bleed, H: h}})
	sign := typeset.One(typeset.Run{Font: m.fonts.head, Text: stage.Sign})
	at := m.Paper.W - w/2 - sign.Width/2
	if number%2 == 0 {
		at = w/2 - sign.Width/2
	}
	page.Marks = append(page.Marks, pdf.Mark{X: at, Y: y + h/2 + m.fonts.head.Size*38/100, Ink: pdf.Gray(0), Line: &sign})
}
