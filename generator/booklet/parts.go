package booklet

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

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
