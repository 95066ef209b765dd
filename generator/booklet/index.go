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

// mostPages is how many pages an entry names; a paper that everything asks for
// leads nowhere.
const mostPages = 60

// indexed sets an index.
func (m *maker) indexed(list func() []line) func(*pdf.Tag) []*block {
	return func(tag *pdf.Tag) (blocks []*block) {
		toc := tag.Add("TOC")
		head := ""
		for _, l := range list() {
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
			more := ""
			if len(pages) > mostPages {
				pages, more = pages[:mostPages], " 等"
			}
			blocks = append(blocks, m.entry([]typeset.Run{{Font: m.fonts.small, Text: l.text}}, typeset.Pt(18), m.width(), string(l.entries[0].ID), l.text, pages, more, toc))
		}
		return blocks
	}
}

// sorted orders an index by reading.
func sorted(lines []line) []line {
	for i := range lines {
		l := &lines[i]
		text := strings.TrimLeft(cmp.Or(l.key, l.text), "《〈“‘（(")
		l.head, l.key = string(rune(pinyin.Initial(text))), pinyin.Key(text)
	}
	slices.SortStableFunc(lines, func(a, b line) int { return cmp.Or(cmp.Compare(a.head, b.head), cmp.Compare(a.key, b.key)) })
	return lines
}

func (m *maker) byName() (out []line) {
	for _, e := range m.Entries {
		out = append(out, line{key: e.Name, text: e.Name + "（" + string(e.ID) + "）", entries: []*site.Entry{e}})
	}
	return sorted(out)
}

// byAlias is what people call things; one word may mean several items.
func (m *maker) byAlias() (out []line) {
	at := map[string]int{}
	for _, e := range m.Entries {
		for _, a := range e.Aliases {
			i, ok := at[a]
			if !ok {
				i = len(out)
				at[a] = i
				out = append(out, line{key: a})
			}
			out[i].entries = append(out[i].entries, e)
		}
	}
	for i := range out {
		var ids []string
		for _, e := range out[i].entries {
			ids = append(ids, string(e.ID))
		}
		out[i].text = out[i].key + "（" + strings.Join(ids, "、") + "）"
	}
	return sorted(out)
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
				out = append(out, line{text: mat.Name})
			}
			out[i].entries = append(out[i].entries, e)
		}
	}
	return sorted(out)
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
