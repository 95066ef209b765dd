package booklet

import (
	"strings"

	"yibentong/generator/markdown"
	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// front is what comes before the contents: half-title, imprint, preface and how
// to use the book. The cover is a file of its own for the press, and the first
// page elsewhere.
func (m *maker) front() []pdf.Page {
	pages := []pdf.Page{m.titlePage(), m.imprint()}
	m.body = m.book.Root
	for _, slug := range []string{"about", "guide"} {
		for _, p := range m.Site.Prose {
			if p.Slug == slug {
				pages = append(pages, m.prose(p.Title, p.Body, len(pages)+1)...)
			}
		}
	}
	return pages
}

// titlePage says what the book is.
func (m *maker) titlePage() pdf.Page {
	var page pdf.Page
	tag := m.book.Root.Add("Sect")
	e := m.Site.Catalog.Edition
	y := m.Paper.H / 4
	put := func(text string, f typeset.Font, gap Len, role string) {
		for _, l := range typeset.Paragraph(typeset.Style{Width: m.width(), Ragged: true}, typeset.Run{Font: f, Text: text}) {
			page.Marks = append(page.Marks, pdf.Mark{X: (m.Paper.W - l.Width) / 2, Y: y, Ink: pdf.Black, Tag: tag.Add(role), Line: &l})
			y += f.Size * 15 / 10
		}
		y += gap
	}
	put(e.Area, m.fonts.title, typeset.MM(6), "P")
	put(m.Title, typeset.Font{Face: m.Fonts.Bold, Size: typeset.Pt(20)}, typeset.MM(10), "H1")
	put(e.Name, m.fonts.title, typeset.MM(3), "P")
	y = m.Paper.H * 3 / 4
	if host := m.Site.Settings.Host; host != "" {
		put(host, m.fonts.head, typeset.MM(2), "P")
	}
	put("数据截至"+e.Date.String(), m.fonts.small, 0, "P")
	return page
}

// imprint says how sure the book is and who makes it. What is not set is left out.
func (m *maker) imprint() pdf.Page {
	e := m.Site.Catalog.Edition
	lines := []string{
		"本书按法律法规和全国、全省通行做法编写，事项尚未逐件经主管单位核对；办事以窗口和网上的最新指南为准。",
		"书里写着“待核实”的地方，是还没有得到办理单位确认的内容，请先拨12345问清再出门。",
		"书名：" + m.Title,
		"版次：" + e.Name,
		"数据截至：" + e.Date.String(),
	}
	if m.Site.Settings.Host != "" {
		lines = append(lines, "主办单位："+m.Site.Settings.Host)
	}
	lines = append(lines, "免费提供，不得出售。")
	m.body = m.book.Root
	tag := m.book.Root.Add("Sect")
	var blocks []*block
	for _, l := range lines {
		blocks = append(blocks, m.paragraph(typeset.Style{Width: m.width()}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.small, Text: l})...)
	}
	blocks[0].gap = 0
	push := &block{height: m.Paper.H - m.Paper.Top - m.Paper.Bottom - Len(len(blocks)+1)*m.leading(m.fonts.small)}
	return m.paginate(append([]*block{push}, blocks...), 2, nil)[0]
}

// prose sets a page of content/ from a right-hand page on.
func (m *maker) prose(title, body string, first int) []pdf.Page {
	tag := m.book.Root.Add("Sect")
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: title})
	lead := m.fonts.title.Size * 2
	blocks := []*block{{height: lead, keep: true, fresh: true, running: title, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("H1"))}}}
	for _, part := range strings.Split(markdown.Plain(body), "\n") {
		if part = strings.TrimSpace(part); part != "" {
			blocks = append(blocks, m.text(tag, part)...)
		}
	}
	return m.paginate(blocks, first, m.furniture(title))
}

// contents lists stages and items with their pages.
func (m *maker) contents() []*block {
	var tag *pdf.Tag
	if m.body != nil {
		tag = m.body.Add("TOC")
	}
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: "目录"})
	lead := m.fonts.title.Size * 2
	blocks := []*block{{height: lead, keep: true, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("P"))}}}
	stage := ""
	for _, e := range m.Entries {
		if st := e.Stage.To; st.Name != stage {
			stage = st.Name
			l := typeset.One(typeset.Run{Font: m.fonts.head, Text: st.Name})
			blocks = append(blocks, &block{height: m.leading(m.fonts.head), gap: typeset.Pt(6), keep: true, marks: []pdf.Mark{lineMark(l, m.fonts.head, 0, 0, m.leading(m.fonts.head), pdf.Black, tag.Add("TOCI"))}})
		}
		blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.strong, Text: string(e.ID) + "　"}, {Font: m.fonts.small, Text: e.Name}}, typeset.Pt(36), m.width(), string(e.ID), e.Name, []int{m.at[e.ID]}, tag))
	}
	return blocks
}

// entry is a line of the contents or of an index: what, a row of dots, the page.
// A long name takes more lines; the page stands on the last.
func (m *maker) entry(runs []typeset.Run, hang, width Len, to, says string, pages []int, tag *pdf.Tag) *block {
	f := runs[0].Font
	lead := m.leading(m.fonts.small)
	var numbers []string
	for _, n := range pages {
		numbers = append(numbers, pageNumber(n))
	}
	item := tag.Add("TOCI")
	link := item.Add("Link")
	number := typeset.One(typeset.Run{Font: m.fonts.label, Text: strings.Join(numbers, "、")})
	room := width - max(typeset.Pt(30), number.Width+typeset.Pt(8))
	lines := typeset.Paragraph(typeset.Style{Width: room, Hang: hang, Ragged: true}, runs...)
	b := &block{height: Len(len(lines)) * lead}
	for i, l := range lines {
		b.marks = append(b.marks, lineMark(l, f, 0, Len(i)*lead, lead, pdf.Black, link))
	}
	last := Len(len(lines)-1) * lead
	end := lines[len(lines)-1]
	from := end.Width + typeset.Pt(4)
	if len(lines) > 1 {
		from += hang
	}
	dot := typeset.One(typeset.Run{Font: m.fonts.label, Text: "."})
	step := typeset.Pt(4.5)
	for x := (from/step + 1) * step; x < width-number.Width-typeset.Pt(4); x += step {
		b.marks = append(b.marks, lineMark(dot, m.fonts.label, x, last, lead, pdf.Gray(60), nil))
	}
	b.marks = append(b.marks, lineMark(number, m.fonts.label, width-number.Width, last, lead, pdf.Black, link),
		pdf.Mark{Tag: link, Link: &pdf.Link{W: width, H: b.height, To: to, Says: says + "，第" + strings.Join(numbers, "、") + "页"}})
	return b
}
