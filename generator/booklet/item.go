package booklet

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/markdown"
	"yibentong/generator/pdf"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
	"yibentong/generator/typeset"
)

func pageNumber(n int) string { return strconv.Itoa(n) }

// unknown is printed where a record says nothing that a reader must know.
const unknown = "待核实，请拨12345"

// items makes the body: a part for each stage, opening on a right-hand page.
func (m *maker) items(first int) []pdf.Page {
	blocks := m.errandChapter()
	var marks []*placed
	stage := catalog.ID("")
	var bookmark *pdf.Bookmark
	for _, e := range m.Entries {
		st := e.Stage.To
		if st.ID != stage {
			stage = st.ID
			bookmark = &pdf.Bookmark{Title: st.Name, To: "stage-" + string(st.ID)}
			m.book.Marks = append(m.book.Marks, bookmark)
			blocks = append(blocks, m.part(st)...)
		}
		at := &placed{}
		marks = append(marks, at)
		list := m.item(e)
		list[0].item = at
		blocks = append(blocks, list...)
		bookmark.Children = append(bookmark.Children, &pdf.Bookmark{Title: string(e.ID) + " " + e.Name, To: string(e.ID)})
	}
	pages := m.paginate(blocks, first, m.furniture(m.Title))
	for i, e := range m.Entries {
		m.at[e.ID] = marks[i].page
	}
	return pages
}

// part opens a stage: its sign, what it holds, and the list of its items.
func (m *maker) part(st *catalog.Stage) []*block {
	tab := 0
	for i, s := range m.Site.Catalog.Stages {
		if s == st {
			tab = i + 1
		}
	}
	tag := m.body.Add("Sect")
	h := tag.Add("H1")
	sign := typeset.One(typeset.Run{Font: m.fonts.cover, Text: st.Sign})
	name := typeset.One(typeset.Run{Font: m.fonts.cover, Text: st.Name})
	side := typeset.MM(16)
	ink := m.stageInk(st)
	open := &block{height: side + typeset.MM(4), fresh: true, keep: true, dest: "stage-" + string(st.ID), running: st.Name, tab: tab, marks: []pdf.Mark{
		{Ink: ink, Box: &pdf.Box{W: side, H: side}},
		{X: (side - sign.Width) / 2, Y: side/2 + m.fonts.cover.Size*38/100, Ink: pdf.Gray(0), Line: &sign},
		{X: side + typeset.MM(5), Y: side/2 + m.fonts.cover.Size*38/100, Ink: pdf.Black, Tag: h, Line: &name},
	}}
	blocks := []*block{open}
	blocks = append(blocks, m.text(tag, st.Summary)...)
	blocks[len(blocks)-1].height += typeset.Pt(4)
	list := tag.Add("L")
	for _, e := range m.Entries {
		if e.Stage.To != st {
			continue
		}
		blocks = append(blocks, m.see(list, e.Item, "", 0))
	}
	blocks[len(blocks)-1].height += typeset.MM(6)
	return blocks
}

// stageInk is the colour of a stage in print.
func (m *maker) stageInk(st *catalog.Stage) pdf.Ink {
	for _, c := range m.Theme.Tokens.Stages {
		if c.Name == st.Color {
			return inkOf(c.Print)
		}
	}
	return pdf.Black
}

// inkOf turns "#a8365c" into inks, with as much black as the three have in common.
func inkOf(hex string) pdf.Ink {
	v, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		return pdf.Black
	}
	r, g, b := int(v>>16&255), int(v>>8&255), int(v&255)
	top := max(r, g, b, 1)
	part := func(x int) uint8 { return uint8((top - x) * 100 / top) }
	return pdf.Ink{C: part(r), M: part(g), Y: part(b), K: uint8((255 - top) * 100 / 255)}
}

// item lays out one item: the answer first.
func (m *maker) item(e *site.Entry) []*block {
	tag := m.body.Add("Sect")
	blocks := m.itemHead(tag, e)
	add := func(title string, list []*block) {
		if len(list) == 0 {
			return
		}
		blocks = append(append(blocks, m.heading(tag, title)), list...)
	}
	it := e.Item
	blocks = append(blocks, m.answer(tag, e)...)
	conditions := conditionTexts(it.Conditions)
	add("什么情况下办", m.list(tag, conditions))
	add("不能办的情形", m.list(tag, conditionTexts(it.Exclusions)))
	switch {
	case len(it.Materials) > 0:
		add("带什么", m.materials(tag, ready, it.Materials))
	case it.NoMaterials:
		add("带什么", m.text(tag, "不用交材料。"))
	default:
		add("带什么", m.text(tag, unknown))
	}
	add("怎么办", m.list(tag, stepTexts(it.Steps, false)))
	add("钱、时间和结果", m.list(tag, m.terms(it)))
	add("到哪里办", m.list(tag, m.ways(it)))
	if notes := strings.TrimSpace(markdown.Plain(it.Notes)); notes != "" {
		add("提醒", m.list(tag, strings.Split(notes, "\n")))
	}
	var faq []*block
	for _, q := range it.FAQ {
		faq = append(faq, m.paragraph(typeset.Style{Width: m.width(), Hang: 2 * m.fonts.strong.Size}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.strong, Text: "问　" + q.Q})...)
		faq[len(faq)-1].keep = true
		answer := strings.ReplaceAll(strings.TrimSpace(markdown.Plain(q.A)), "\n", " ")
		faq = append(faq, m.paragraph(typeset.Style{Width: m.width(), Hang: 2 * m.fonts.small.Size}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.small, Text: "答　" + answer})...)
	}
	add("常有人问", faq)
	add("依据", m.list(tag, m.grounds(it)))
	add("接着看", m.seeAlso(tag, it))
	blocks[len(blocks)-1].height += typeset.MM(5)
	return blocks
}

func conditionTexts(list []catalog.Condition) (out []string) {
	for _, c := range list {
		if c.When != "" {
			out = append(out, c.When+"："+c.Text)
			continue
		}
		out = append(out, c.Text)
	}
	return out
}

// heading is what stands at the top of an item or an errand.
type heading struct {
	title         string
	also          []string
	path          string // of its page
	ink           pdf.Ink
	dest, running string
}

// itemHead is number and name, what people call it, and the code to its page.
func (m *maker) itemHead(tag *pdf.Tag, e *site.Entry) []*block {
	return []*block{m.head(tag, heading{title: string(e.ID) + "　" + e.Name, also: e.Aliases, path: e.Path, ink: m.stageInk(e.Stage.To),
		dest: string(e.ID), running: e.Stage.To.Name + "　" + string(e.ID) + "　" + clip(e.Name, 24)})}
}

func (m *maker) head(tag *pdf.Tag, x heading) *block {
	side := typeset.MM(17)
	width := m.width() - side - typeset.MM(4)
	h := tag.Add(cmp.Or(m.top, "H2"))
	lines := balanced(width, typeset.Run{Font: m.fonts.title, Text: x.title})
	lead := m.fonts.title.Size * 13 / 10
	b := &block{gap: typeset.MM(5), keep: true, dest: x.dest, running: x.running}
	b.marks = append(b.marks, pdf.Mark{Ink: x.ink, Box: &pdf.Box{W: m.width(), H: 1200}})
	y := typeset.Pt(5)
	for _, l := range lines {
		b.marks = append(b.marks, lineMark(l, m.fonts.title, 0, y, lead, pdf.Black, h))
		y += lead
	}
	if len(x.also) > 0 {
		also := tag.Add("P")
		for _, l := range typeset.Paragraph(typeset.Style{Width: width, Ragged: true}, typeset.Run{Font: m.fonts.note, Text: "也叫：" + strings.Join(x.also, "、")}) {
			b.marks = append(b.marks, lineMark(l, m.fonts.note, 0, y, m.leading(m.fonts.note), pdf.Gray(80), also))
			y += m.leading(m.fonts.note)
		}
	}
	if code, n := m.code(x.path); n > 0 {
		fig := tag.Add("Figure")
		fig.Alt = "二维码：扫一扫看“" + x.title + "”的最新网页"
		code.Module = side / Len(n)
		code.Alt = fig.Alt
		b.marks = append(b.marks, pdf.Mark{X: m.width() - side, Y: typeset.Pt(5), Ink: pdf.Black, Tag: fig, Path: code})
		y = max(y, typeset.Pt(5)+side)
	}
	b.height = y + typeset.Pt(3)
	return b
}

// balanced breaks a title into lines of nearly one length.
func balanced(width Len, run typeset.Run) []typeset.Line {
	lines := typeset.Paragraph(typeset.Style{Width: width, Ragged: true}, run)
	for w := width - run.Size; len(lines) > 1 && w > width/2; w -= run.Size {
		narrower := typeset.Paragraph(typeset.Style{Width: w, Ragged: true}, run)
		if len(narrower) > len(lines) {
			break
		}
		lines = narrower
	}
	return lines
}

// answer is the line of figures, and the summary.
func (m *maker) answer(tag *pdf.Tag, e *site.Entry) []*block {
	it := e.Item
	value := func(f phrase.Fact) string {
		f.Note = strings.ReplaceAll(f.Note, m.say.Dot, "，")
		switch {
		case f.Value == "":
			return "待核实"
		case f.Note != "":
			return f.Value + "（" + f.Note + "）"
		}
		return f.Value
	}
	cost, trips := m.say.Cost(it.Fee), m.say.Errands(it.Trips)
	if cost.Value == m.say.Facts.Charged {
		cost.Value += "，见下面"
	}
	if len(it.Trips) > 1 {
		trips = phrase.Fact{Value: strings.ReplaceAll(trips.Note, m.say.Dot, "，")}
	}
	facts := [][2]string{{"多久", value(m.say.Duration(it.Time))}, {"多少钱", value(cost)}, {"跑几趟", value(trips)}, {"到哪里", value(m.say.Where(it))}}
	return append(m.figures(tag, facts), m.text(tag, it.Summary)...)
}

// seeAlso lists what to do first and what is near, each with its page.
func (m *maker) seeAlso(tag *pdf.Tag, it *catalog.Item) (out []*block) {
	list := tag.Add("L")
	for _, r := range it.Requires {
		out = append(out, m.see(list, r.To, "先办：", 0))
	}
	for _, r := range it.Related {
		out = append(out, m.see(list, r.To, "", 0))
	}
	return out
}

// holds tells whether an item is in the book.
func (m *maker) holds(it *catalog.Item) bool {
	return slices.ContainsFunc(m.Entries, func(e *site.Entry) bool { return e.Item == it })
}
