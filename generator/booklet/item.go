package booklet

import (
	"cmp"
	"fmt"
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

// text is a paragraph of the body, indented by two characters.
func (m *maker) text(tag *pdf.Tag, text string) []*block {
	return m.paragraph(typeset.Style{Width: m.width(), Indent: 2 * m.fonts.body.Size}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.body, Text: text})
}

// heading stands before what it names and stays with it.
func (m *maker) heading(tag *pdf.Tag, text string) *block {
	l := typeset.One(typeset.Run{Font: m.fonts.head, Text: text})
	lead := m.leading(m.fonts.head)
	bar := typeset.Pt(3)
	return &block{height: lead, gap: typeset.Pt(5), keep: true, marks: []pdf.Mark{
		{Y: (lead - m.fonts.head.Size) / 2, Ink: pdf.Black, Box: &pdf.Box{W: bar, H: m.fonts.head.Size}},
		lineMark(l, m.fonts.head, bar+typeset.Pt(4), 0, lead, pdf.Black, tag.Add(cmp.Or(m.sub, "H3"))),
	}}
}

// list numbers texts, with the number hanging.
func (m *maker) list(tag *pdf.Tag, texts []string) (out []*block) {
	if len(texts) == 0 {
		return nil
	}
	l := tag.Add("L")
	for i, t := range texts {
		lines := m.numbered(l, i+1, t, "")
		if len(lines) == 1 && len(out) > 0 && i == len(texts)-1 {
			out[len(out)-1].keep = true // no last line alone
		}
		out = append(out, lines...)
	}
	return out
}

// numbered is an entry of a list. Where it leads to an item of the book, the item's
// page stands at its end.
func (m *maker) numbered(l *pdf.Tag, n int, text string, to catalog.ItemID) []*block {
	li := l.Add("LI")
	lbl, body := li.Add("Lbl"), li.Add("LBody")
	number := typeset.One(typeset.Run{Font: m.fonts.label, Text: strconv.Itoa(n) + "."})
	indent, width, lead := typeset.Pt(16), m.width()-typeset.Pt(16), m.leading(m.fonts.small)
	if to != "" {
		width -= typeset.Pt(48)
	}
	lines := m.paragraph(typeset.Style{Width: width}, indent, pdf.Black, body, typeset.Run{Font: m.fonts.small, Text: text})
	if len(lines) == 0 {
		return nil
	}
	lines[0].marks = append([]pdf.Mark{lineMark(number, m.fonts.label, 0, 0, lead, pdf.Black, lbl)}, lines[0].marks...)
	if to != "" {
		page := &typeset.Line{}
		m.refs = append(m.refs, reference{page, m.fonts.label, m.width(), to})
		last := lines[len(lines)-1]
		last.marks = append(last.marks, pdf.Mark{Y: baseline(m.fonts.label, lead), Ink: pdf.Black, Tag: body, Line: page})
	}
	return lines
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

// figures is the line of figures: what is counted above, how much below.
func (m *maker) figures(tag *pdf.Tag, facts [][2]string) []*block {
	table := tag.Add("Table")
	var heads, values []cell
	rest := m.width()
	tr, td := table.Add("TR"), table.Add("TR")
	for i, x := range facts {
		w := rest / Len(len(facts)-i)
		rest -= w
		th := tr.Add("TH")
		scope(th, "Column")
		heads = append(heads, cell{width: w, runs: []typeset.Run{{Font: m.fonts.note, Text: x[0]}}, tag: th})
		values = append(values, cell{width: w, runs: []typeset.Run{{Font: m.fonts.strong, Text: x[1]}}, tag: td.Add("TD")})
	}
	head := m.row(heads, true)
	head.keep = true
	body := m.row(values, false)
	body.height += typeset.Pt(3)
	body.keep = true // with the summary
	return []*block{head, body}
}

// One box says that a paper is ready; at the window there are two.
var (
	ready  = []string{"备好"}
	window = []string{"已收", "待补"}
)

// materials is the table of papers: boxes to tick, what, how many, what to mind.
func (m *maker) materials(tag *pdf.Tag, boxes []string, uses []catalog.MaterialUse) []*block {
	var rows [][3]string
	put := func(u catalog.MaterialUse, prefix string) {
		rows = append(rows, [3]string{prefix + paperName(u), strings.ReplaceAll(m.say.Counts(u), m.say.Dot, "，"), paperNote(u)})
	}
	for _, u := range uses {
		if len(u.AnyOf) == 0 {
			put(u, "")
			continue
		}
		for i, a := range u.AnyOf {
			if a.When == "" {
				a.When = u.When
			}
			put(a, fmt.Sprintf("%s（%d选1）之%d：", u.Label, len(u.AnyOf), i+1))
		}
	}
	return m.ticked(tag, boxes, [3]string{"材料", "份数", "说明"}, rows)
}

// ticked is a table of papers with boxes before each; its head is repeated where it
// breaks.
func (m *maker) ticked(tag *pdf.Tag, boxes []string, heads [3]string, rows [][3]string) []*block {
	if len(rows) == 0 {
		return nil
	}
	table := tag.Add("Table")
	n := len(boxes)
	widths := make([]Len, n+3)
	rest := m.width()
	for i := range boxes {
		widths[i] = typeset.MM(10)
		rest -= widths[i]
	}
	widths[n], widths[n+1] = m.width()*33/100, m.width()*25/100
	widths[n+2] = rest - widths[n] - widths[n+1]
	line := func(texts []string, f typeset.Font, tr *pdf.Tag, role string) *block {
		var cells []cell
		for i, t := range texts {
			td := tr.Add(role)
			if role == "TH" {
				scope(td, "Column")
			}
			c := cell{width: widths[i], tag: td, box: role == "TD" && i < n}
			if t != "" {
				c.runs = []typeset.Run{{Font: f, Text: t}}
			}
			cells = append(cells, c)
		}
		return m.row(cells, role == "TH")
	}
	small := typeset.Font{Face: m.Fonts.Song, Size: min(typeset.Pt(8.5), m.fonts.small.Size)}
	head := line(append(slices.Clone(boxes), heads[:]...), m.fonts.note, table.Add("TR"), "TH")
	head.keep = true
	again := line(append(make([]string, n), heads[0]+"（续）", heads[1], heads[2]), m.fonts.note, nil, "TH") // no part of the text
	out := []*block{head}
	for _, r := range rows {
		b := line(append(make([]string, n), r[:]...), small, table.Add("TR"), "TD")
		b.head = again
		out = append(out, b)
	}
	if len(out) > 2 {
		out[len(out)-2].keep = true // no last row alone
	}
	return out
}

func paperName(u catalog.MaterialUse) string {
	name := u.Label
	if u.Material.To != nil {
		name = u.Material.To.Name
	}
	if u.Whose != "" {
		name += "（" + u.Whose + "）"
	}
	return name
}

func paperNote(u catalog.MaterialUse) string {
	var parts []string
	if u.When != "" {
		parts = append(parts, u.When)
	}
	if t := phrase.Tag(u); t != "" {
		parts = append(parts, t)
	}
	note := strings.Join(parts, "；")
	if u.Note != "" {
		if note != "" {
			note += "："
		}
		note += u.Note
	}
	return note
}

// terms says time, fee and result in full.
func (m *maker) terms(it *catalog.Item) (out []string) {
	t := it.Time
	if t == nil {
		out = append(out, "时间："+unknown+"。")
	} else {
		line := "时间：" + map[bool]string{true: "当场办（即办件）", false: "当场办不完（承诺件）"}[t.Kind == catalog.Instant]
		if t.Statutory.Ok() {
			line += "，法律规定最长" + t.Statutory.String()
		}
		if t.Promised.Ok() {
			line += "，承诺" + t.Promised.String()
		}
		out = append(out, line+"。"+t.Note)
	}
	switch {
	case it.Fee == nil:
		out = append(out, "收费："+unknown+"。")
	case !it.Fee.Charged:
		out = append(out, "收费：不收费。"+it.Fee.Note)
	default:
		for _, x := range it.Fee.Items {
			line := "收费：" + x.Name + "：" + m.say.Amount(x)
			if x.When != "" {
				line += "（" + x.When + "）"
			}
			if x.Basis != "" {
				line += "，依据" + x.Basis
			}
			out = append(out, line+"。"+sentence(x.Reduction))
		}
	}
	for _, r := range it.Results {
		line := "结果：" + r.Name
		if r.Valid != "" {
			line += "，有效期" + r.Valid
		}
		if len(r.Delivery) > 0 {
			line += "，" + strings.Join(phrase.Strings(r.Delivery), m.say.Join)
		}
		out = append(out, line+"。")
	}
	return out
}

// sentence ends a text with a full stop.
func sentence(s string) string {
	if s == "" || strings.HasSuffix(s, "。") {
		return s
	}
	return s + "。"
}

// ways says where: windows, the web, whom to call.
func (m *maker) ways(it *catalog.Item) (out []string) {
	if c := it.Channels; c != nil {
		for _, w := range c.Windows {
			p := w.Place.To
			line := p.Name + w.Window
			if p.Address != "" {
				line += "，" + p.Address
			}
			if w.Note != "" {
				line += "，" + strings.TrimSuffix(w.Note, "。")
			}
			out = append(out, line+"。")
		}
		for _, o := range c.Online {
			ch := o.Channel.To
			line := string(ch.Kind) + "“" + ch.Name + "”"
			if o.Note != "" {
				line += "：" + strings.TrimSuffix(o.Note, "。")
			}
			out = append(out, line+"。")
		}
	}
	line := "不清楚的打12345"
	if it.Contact != nil {
		for _, p := range it.Contact.Consult {
			switch {
			case p.Number != "":
				line += "，" + p.Number
			case p.Hotline.To != nil && p.Hotline.To.Number != "12345":
				line += "，" + p.Hotline.To.Number + "（" + p.Hotline.To.Name + "）"
			}
		}
	}
	return append(out, line+"。")
}

// grounds lists the laws with their articles.
func (m *maker) grounds(it *catalog.Item) (out []string) {
	for _, c := range it.Laws {
		line := fmt.Sprintf(m.say.Law, c.Law.To.Title)
		if a := m.say.Articles(c.Articles); a != "" {
			line += a
		}
		out = append(out, line)
	}
	return out
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

// see is an item's number and name, with its page and a link to it.
func (m *maker) see(list *pdf.Tag, to *catalog.Item, prefix string, indent Len) *block {
	f, lead := m.fonts.small, m.leading(m.fonts.small)
	link := list.Add("LI").Add("LBody").Add("Link")
	room := m.width() - typeset.Pt(56) - indent
	lines := typeset.Paragraph(typeset.Style{Width: room, Hang: typeset.One(typeset.Run{Font: f, Text: prefix + string(to.ID) + "　"}).Width, Ragged: true}, typeset.Run{Font: f, Text: prefix + string(to.ID) + "　" + to.Name})
	b := &block{height: Len(len(lines)) * lead}
	for i, l := range lines {
		b.marks = append(b.marks, lineMark(l, f, indent, Len(i)*lead, lead, pdf.Black, link))
	}
	page := &typeset.Line{}
	m.refs = append(m.refs, reference{page, m.fonts.label, m.width(), to.ID})
	b.marks = append(b.marks, pdf.Mark{Y: b.height - lead + baseline(m.fonts.label, lead), Ink: pdf.Black, Tag: link, Line: page})
	if m.errandAt != nil && m.holds(to) { // a sheet alone leads nowhere
		b.marks = append(b.marks, pdf.Mark{Tag: link, Link: &pdf.Link{W: m.width(), H: b.height, To: string(to.ID), Says: "见" + to.Name}})
	}
	return b
}

// holds tells whether an item is in the book.
func (m *maker) holds(it *catalog.Item) bool {
	return slices.ContainsFunc(m.Entries, func(e *site.Entry) bool { return e.Item == it })
}
