package booklet

import (
	"cmp"
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/pinyin"
	"yibentong/generator/site"
	"yibentong/generator/typeset"
)

// line is one entry of an index.
type line struct {
	key, text, head string
	entries         []*site.Entry
}

// appendices are the tables and the indexes at the end.
func (m *maker) appendices() {
	m.index("拼音索引（名称和俗称）", "按拼音", m.byPinyin())
	m.index("部门索引", "按部门", m.byDepartment())
	m.index("材料索引：这份材料办哪些事要用", "按材料", m.byMaterial())
	m.hotlines()
	for len(m.book.Pages)%4 != 0 {
		m.add([]pdf.Page{{}})
	}
}

// index sets an index from the next right-hand page on.
func (m *maker) index(title, running string, lines []line) {
	tag := m.body.Add("Sect")
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: title})
	lead := m.fonts.title.Size * 2
	dest := "index-" + running
	blocks := []*block{{height: lead, keep: true, running: running, dest: dest, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("H1"))}}}
	toc := tag.Add("TOC")
	head := ""
	for _, l := range lines {
		if l.head != head {
			head = l.head
			t := typeset.One(typeset.Run{Font: m.fonts.head, Text: head})
			blocks = append(blocks, &block{height: m.leading(m.fonts.head), gap: typeset.Pt(4), keep: true, marks: []pdf.Mark{lineMark(t, m.fonts.head, 0, 0, m.leading(m.fonts.head), pdf.Black, toc.Add("TOCI"))}})
		}
		var pages []int
		for _, e := range l.entries {
			if n := m.at[e.ID]; !slices.Contains(pages, n) {
				pages = append(pages, n)
			}
		}
		slices.Sort(pages)
		if len(pages) > 12 {
			pages = pages[:12] // a paper that everything asks for leads nowhere
		}
		blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.small, Text: l.text}}, typeset.Pt(18), m.width(), string(l.entries[0].ID), l.text, pages, toc))
	}
	m.book.Marks = append(m.book.Marks, &pdf.Bookmark{Title: title, To: dest})
	m.add(m.paginate(blocks, len(m.book.Pages)+1, m.furniture(running)))
}

// byPinyin is official names and plain names together, by reading.
func (m *maker) byPinyin() (out []line) {
	for _, e := range m.Entries {
		out = append(out, line{text: e.Name, entries: []*site.Entry{e}})
		for _, a := range e.Aliases {
			out = append(out, line{text: a + "（" + string(e.ID) + "）", key: a, entries: []*site.Entry{e}})
		}
	}
	for i := range out {
		text := cmp.Or(out[i].key, out[i].text)
		out[i].head = string(rune(pinyin.Initial(text)))
		out[i].key = pinyin.Key(strings.TrimLeft(text, "《〈“‘（("))
	}
	slices.SortStableFunc(out, func(a, b line) int { return cmp.Or(cmp.Compare(a.head, b.head), cmp.Compare(a.key, b.key)) })
	return out
}

func (m *maker) byDepartment() (out []line) {
	for _, d := range m.Site.Catalog.Departments {
		for _, e := range m.Entries {
			if e.Authority.Body.To == d || e.Authority.Line.To == d {
				out = append(out, line{head: d.Short, text: string(e.ID) + "　" + e.Name, entries: []*site.Entry{e}})
			}
		}
	}
	return out
}

func (m *maker) byMaterial() (out []line) {
	at := map[*catalog.Material]int{}
	for _, e := range m.Entries {
		for _, mat := range materialsOf(e.Item) {
			i, ok := at[mat]
			if !ok {
				i = len(out)
				at[mat] = i
				out = append(out, line{text: mat.Name, head: string(rune(pinyin.Initial(mat.Name))), key: pinyin.Key(mat.Name)})
			}
			out[i].entries = append(out[i].entries, e)
		}
	}
	slices.SortFunc(out, func(a, b line) int { return cmp.Or(cmp.Compare(a.head, b.head), cmp.Compare(a.key, b.key)) })
	return out
}

func materialsOf(it *catalog.Item) (out []*catalog.Material) {
	var walk func([]catalog.MaterialUse)
	walk = func(uses []catalog.MaterialUse) {
		for _, u := range uses {
			if u.Material.To != nil && !slices.Contains(out, u.Material.To) {
				out = append(out, u.Material.To)
			}
			walk(u.AnyOf)
		}
	}
	walk(it.Materials)
	return out
}

// hotlines is the table of numbers to call.
func (m *maker) hotlines() {
	tag := m.body.Add("Sect")
	name := typeset.One(typeset.Run{Font: m.fonts.title, Text: "常用电话"})
	lead := m.fonts.title.Size * 2
	blocks := []*block{{height: lead, keep: true, running: "常用电话", dest: "hotlines", marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("H1"))}}}
	table := tag.Add("Table")
	for _, h := range m.Site.Catalog.Hotlines {
		tr := table.Add("TR")
		th := tr.Add("TH")
		th.Scope = "Row"
		blocks = append(blocks, m.row([]cell{
			{width: typeset.MM(20), runs: []typeset.Run{{Font: m.fonts.strong, Text: h.Number}}, tag: th},
			{width: typeset.MM(42), runs: []typeset.Run{{Font: m.fonts.small, Text: h.Name}}, tag: tr.Add("TD")},
			{width: m.width() - typeset.MM(62), runs: []typeset.Run{{Font: m.fonts.small, Text: h.Purpose}}, tag: tr.Add("TD")},
		}, false))
	}
	m.book.Marks = append(m.book.Marks, &pdf.Bookmark{Title: "常用电话", To: "hotlines"})
	m.add(m.paginate(blocks, len(m.book.Pages)+1, m.furniture("常用电话")))
}

// itemTexts is everything of an item that is set.
func itemTexts(it *catalog.Item) []string {
	out := append([]string{it.Name, it.Summary, it.Scope, it.Notes}, it.Aliases...)
	out = append(out, conditionTexts(it.Conditions)...)
	out = append(out, conditionTexts(it.Exclusions)...)
	for _, u := range it.Materials {
		out = append(out, paperName(u), paperNote(u))
		for _, a := range u.AnyOf {
			out = append(out, paperName(a), paperNote(a))
		}
	}
	for _, s := range it.Steps {
		out = append(out, s.Name, s.When, s.Text)
	}
	for _, q := range it.FAQ {
		out = append(out, q.Q, q.A)
	}
	return out
}
