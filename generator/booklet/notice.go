package booklet

import (
	"fmt"
	"io"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/site"
	"yibentong/generator/typeset"
)

// A notice (一次性告知单) is one sheet of A4, black and white, that the clerk
// fills in with the applicant: what is there, what is still to come, by whom and
// when it was told.

// rung is a step of the ladder by which a notice is brought onto one page.
type rung struct {
	scale int  // of all sizes, in hundredths; never below 六号
	tight int  // hundredths of an em off every line
	brief bool // without what the full guide says better: notes on papers, the text of steps
}

var ladder = []rung{{100, 0, false}, {93, 8, false}, {87, 16, false}, {80, 22, false}, {87, 22, true}, {80, 24, true}, {70, 26, true}}

// sheet is the paper of a notice.
var sheet = Paper{"A4", typeset.MM(210), typeset.MM(297), typeset.MM(12), typeset.MM(10), typeset.MM(16), typeset.MM(16)}

// Notice writes the notice of one item. An item that does not fit even so is an
// error that names it.
func Notice(w io.Writer, p Plan, e *site.Entry) error {
	return onOnePage(w, p, e, p.Site.Catalog.Edition.Area+"政务服务一次性告知单", (*maker).notice)
}

// scaled returns the fonts smaller, but not below 六号 (7.875 pt).
func scaled(f fonts, hundredths int) fonts {
	for _, x := range []*typeset.Font{&f.body, &f.small, &f.tiny, &f.label, &f.note, &f.strong, &f.head, &f.title, &f.cover} {
		x.Size = max(x.Size*Len(hundredths)/100, typeset.Pt(7.875))
	}
	return f
}

func (m *maker) notice(e *site.Entry, title string, r rung) []*block {
	it := e.Item
	tag := m.body.Add("Sect")
	blocks := []*block{m.sheetTitle(tag, title)}
	blocks = append(blocks, m.itemHead(tag, e)...)
	blocks = append(blocks, m.answer(tag, e)...)
	add := func(title string, list []*block) {
		if len(list) > 0 {
			blocks = append(append(blocks, m.heading(tag, title)), list...)
		}
	}
	add("什么情况下办", m.list(tag, conditionTexts(it.Conditions)))
	if uses := withoutNotes(it.Materials, r.brief); len(uses) > 0 {
		add("材料（逐件勾选）", m.checklist(tag, uses))
	} else if it.NoMaterials {
		add("材料", m.text(tag, "不用交材料。"))
	}
	add("怎么办", m.list(tag, stepTexts(it.Steps, r.brief)))
	add("时间、收费和结果", m.list(tag, m.terms(it)))
	add("窗口、时间和电话", m.list(tag, m.ways(it)))
	return append(blocks, m.signatures(tag)...)
}

// sheetTitle is the head of a sheet, with the edition it is taken from.
func (m *maker) sheetTitle(tag *pdf.Tag, text string) *block {
	e := m.Site.Catalog.Edition
	title := typeset.One(typeset.Run{Font: m.fonts.title, Text: text})
	note := typeset.One(typeset.Run{Font: m.fonts.note, Text: e.Name + "　数据截至" + e.Date.String()})
	lead := m.fonts.title.Size * 14 / 10
	return &block{height: lead + m.leading(m.fonts.note), keep: true, marks: []pdf.Mark{
		lineMark(title, m.fonts.title, (m.width()-title.Width)/2, 0, lead, pdf.Black, tag.Add("H1")),
		lineMark(note, m.fonts.note, (m.width()-note.Width)/2, lead, m.leading(m.fonts.note), pdf.Black, tag.Add("P")),
	}}
}

// checklist is the table of papers with two boxes each: received, to come.
func (m *maker) checklist(tag *pdf.Tag, uses []catalog.MaterialUse) (out []*block) {
	table := tag.Add("Table")
	widths := []Len{typeset.MM(11), typeset.MM(11), m.width() * 34 / 100, m.width() * 20 / 100, 0}
	widths[4] = m.width() - widths[0] - widths[1] - widths[2] - widths[3]
	line := func(role string, texts ...string) *block {
		tr := table.Add("TR")
		var cells []cell
		for i, w := range widths {
			td := tr.Add(role)
			if role == "TH" {
				td.Scope = "Column"
			}
			c := cell{width: w, tag: td, box: role == "TD" && i < 2}
			if texts[i] != "" {
				f := m.fonts.small
				if role == "TH" {
					f = m.fonts.note
				}
				c.runs = []typeset.Run{{Font: f, Text: texts[i]}}
			}
			cells = append(cells, c)
		}
		return m.row(cells, role == "TH")
	}
	head := line("TH", "已收", "待补", "材料", "份数", "说明")
	head.keep = true
	out = append(out, head)
	put := func(u catalog.MaterialUse, prefix string) {
		out = append(out, line("TD", "", "", prefix+paperName(u), strings.ReplaceAll(m.say.Counts(u), m.say.Dot, "，"), paperNote(u)))
	}
	for _, u := range uses {
		if len(u.AnyOf) == 0 {
			put(u, "")
		}
		for i, a := range u.AnyOf {
			if a.When == "" {
				a.When = u.When
			}
			put(a, fmt.Sprintf("%s（%d选1）之%d：", u.Label, len(u.AnyOf), i+1))
		}
	}
	return out
}

// signatures are the lines that are filled in at the window.
func (m *maker) signatures(tag *pdf.Tag) []*block {
	out := []*block{}
	for _, text := range []string{
		"还要补：______________________________________　补齐的最后日期：________年____月____日",
		"告知人（签名）：____________　申请人（签名）：____________　电话：______________　______年___月___日",
	} {
		b := &block{gap: typeset.Pt(6), height: m.leading(m.fonts.small) + typeset.Pt(3), keep: true}
		l := typeset.One(typeset.Run{Font: m.fonts.small, Text: text})
		b.marks = []pdf.Mark{lineMark(l, m.fonts.small, 0, 0, m.leading(m.fonts.small), pdf.Black, tag.Add("P"))}
		out = append(out, b)
	}
	out[len(out)-1].keep = false
	return out
}
