package booklet

import (
	"regexp"
	"strings"

	"yibentong/generator/markdown"
	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// front is what comes before the contents: half-title, imprint, preface and how
// to use the book.
func (m *maker) front() []pdf.Page {
	pages := []pdf.Page{m.titlePage(), m.imprint()}
	m.body = m.book.Root
	for _, p := range m.Site.Preface {
		pages = append(pages, m.prose(p.Title, p.Body, len(pages)+1)...)
	}
	return pages
}

// titlePage says what the book is.
func (m *maker) titlePage() pdf.Page {
	var page pdf.Page
	tag := m.book.Root.Add("Sect")
	e := m.Site.Catalog.Edition
	y := m.Paper.H / 4
	put := func(text string, f typeset.Font, gap Len, t *pdf.Tag) {
		for _, l := range typeset.Paragraph(typeset.Style{Width: m.width(), Ragged: true}, typeset.Run{Font: f, Text: text}) {
			page.Marks = append(page.Marks, pdf.Mark{X: (m.Paper.W - l.Width) / 2, Y: y, Ink: pdf.Black, Tag: t, Line: &l})
			y += f.Size * 15 / 10
		}
		y += gap
	}
	put(e.Area, m.fonts.title, typeset.MM(6), tag.Add("P"))
	h1 := tag.Add("H1")
	for _, part := range titleLines(m.Title) {
		put(part, typeset.Font{Face: m.Fonts.Bold, Size: typeset.Pt(20)}, 0, h1)
	}
	y += typeset.MM(10)
	put(e.Name, m.fonts.title, typeset.MM(3), tag.Add("P"))
	y = m.Paper.H * 3 / 4
	if host := m.Site.Settings.Host; host != "" {
		put(host, m.fonts.head, typeset.MM(2), tag.Add("P"))
	}
	put("数据截至"+e.Date.String(), m.fonts.small, 0, tag.Add("P"))
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
	set := m.Site.Settings
	for _, x := range [][2]string{{"主办单位：", set.Host}, {"承办单位：", set.Operator}, {"编印单位：", set.Print.Compiler}, {"", permit(set.Print.Permit)}} {
		if x[1] != "" {
			lines = append(lines, x[0]+x[1])
		}
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

var numbered = regexp.MustCompile(`^\d+[.)] `)

// prose sets a page of content/ from a right-hand page on.
func (m *maker) prose(title, body string, first int) []pdf.Page {
	tag := m.book.Root.Add("Sect")
	m.sub = "H2"
	defer func() { m.sub = "" }()
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: title})
	lead := m.fonts.title.Size * 2
	blocks := []*block{{height: lead, keep: true, fresh: true, running: title, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("H1"))}}}
	var points []string // of a list
	end := func() {
		if len(points) > 0 {
			blocks = append(blocks, m.list(tag, points)...)
			points = nil
		}
	}
	for _, part := range strings.Split(body, "\n") {
		part = strings.TrimSpace(part)
		text := strings.TrimSpace(markdown.Plain(part))
		switch {
		case strings.HasPrefix(part, "#"):
			end()
			blocks = append(blocks, m.heading(tag, text))
		case strings.HasPrefix(part, "- ") || strings.HasPrefix(part, "* ") || numbered.MatchString(part):
			points = append(points, text)
		case text != "":
			end()
			blocks = append(blocks, m.text(tag, text)...)
		}
	}
	end()
	return m.paginate(blocks, first, m.furniture(title))
}

// contents lists stages, items and what stands behind them, with their pages.
func (m *maker) contents(sect *pdf.Tag) []*block {
	tag := sect.Add("TOC")
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: "目录"})
	lead := m.fonts.title.Size * 2
	blocks := []*block{{height: lead, keep: true, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("P"))}}}
	group := func(text string) {
		l := typeset.One(typeset.Run{Font: m.fonts.head, Text: text})
		blocks = append(blocks, &block{height: m.leading(m.fonts.head), gap: typeset.Pt(6), keep: true, marks: []pdf.Mark{lineMark(l, m.fonts.head, 0, 0, m.leading(m.fonts.head), pdf.Black, tag.Add("TOCI"))}})
	}
	for i, x := range m.errands() {
		if i == 0 {
			group("一件事")
		}
		page := 0
		if at := m.errandAt[x]; at != nil {
			page = at.page
		}
		blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.small, Text: x.Name}}, typeset.Pt(18), m.width(), errandDest(x), x.Name, []int{page}, "", tag))
	}
	stage := ""
	for _, e := range m.Entries {
		if st := e.Stage.To; st.Name != stage {
			stage = st.Name
			group(st.Name)
		}
		blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.strong, Text: string(e.ID) + "　"}, {Font: m.fonts.small, Text: e.Name}}, typeset.Pt(36), m.width(), string(e.ID), e.Name, []int{m.at[e.ID]}, "", tag))
	}
	if len(m.back) > 0 {
		group("附录和索引")
	}
	for _, p := range m.back {
		blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.small, Text: p.title}}, typeset.Pt(18), m.width(), p.dest, p.title, []int{p.page}, "", tag))
	}
	return blocks
}

// entry is a line of the contents or of an index: what, a row of dots, the page.
// A long name takes more lines; the page stands on the last.
func (m *maker) entry(runs []typeset.Run, hang, width Len, to, says string, pages []int, more string, tag *pdf.Tag) *block {
	f := runs[0].Font
	lead := m.leading(m.fonts.small)
	var numbers []string
	for _, n := range pages {
		numbers = append(numbers, pageNumber(n))
	}
	item := tag.Add("TOCI")
	link := item.Add("Link")
	number := typeset.One(typeset.Run{Font: m.fonts.label, Text: strings.Join(numbers, "、") + more})
	room := width - max(typeset.Pt(30), number.Width+typeset.Pt(8))
	apart := number.Width > width/2 // many pages: on a line of their own
	if apart {
		room = width
	}
	lines := typeset.Paragraph(typeset.Style{Width: room, Hang: hang, Ragged: true}, runs...)
	b := &block{height: Len(len(lines)) * lead}
	for i, l := range lines {
		b.marks = append(b.marks, lineMark(l, f, 0, Len(i)*lead, lead, pdf.Black, link))
	}
	if apart {
		for _, l := range typeset.Paragraph(typeset.Style{Width: width, Indent: hang, Hang: hang, Ragged: true}, typeset.Run{Font: m.fonts.label, Text: strings.Join(numbers, "、") + more}) {
			b.marks = append(b.marks, lineMark(l, m.fonts.label, 0, b.height, lead, pdf.Black, link))
			b.height += lead
		}
		b.marks = append(b.marks, pdf.Mark{Tag: link, Link: &pdf.Link{W: width, H: b.height, To: to, Says: says}})
		return b
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
