package booklet

import (
	"cmp"
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/typeset"
)

// backPart is a part behind the items: an appendix or an index.
type backPart struct {
	title, running string
	dest           string
	page           int // 0 until it is laid
	blocks         func(tag *pdf.Tag) []*block
}

// backParts lists what a whole book has behind its items.
func (m *maker) backParts() []*backPart {
	if !m.Whole {
		return nil
	}
	parts := []*backPart{
		{title: "办事地点", running: "附录　地点", blocks: m.places},
		{title: "办理部门", running: "附录　部门", blocks: m.departments},
		{title: "常用电话", running: "附录　电话", blocks: m.hotlines},
		{title: "网上和手机渠道", running: "附录　网上", blocks: m.channels},
		{title: "索引：按名称", running: "按名称", blocks: m.indexed(m.byName)},
		{title: "索引：按平常叫法", running: "按叫法", blocks: m.indexed(m.byAlias)},
		{title: "索引：按部门", running: "按部门", blocks: m.indexed(m.byDepartment)},
		{title: "索引：这份材料办哪些事要用", running: "按材料", blocks: m.indexed(m.byMaterial)},
	}
	for _, p := range parts {
		p.dest = "part-" + p.running
	}
	return parts
}

// behind lays the parts behind the items, from page first on.
func (m *maker) behind(first int) (pages []pdf.Page) {
	m.sub = "H2"
	for _, p := range m.back {
		tag := m.body.Add("Sect")
		p.page = first + len(pages)
		name := typeset.One(typeset.Run{Font: m.fonts.title, Text: p.title})
		lead := m.fonts.title.Size * 2
		head := &block{height: lead, keep: true, running: p.running, dest: p.dest, marks: []pdf.Mark{lineMark(name, m.fonts.title, 0, 0, lead, pdf.Black, tag.Add("H1"))}}
		pages = append(pages, m.paginate(append([]*block{head}, p.blocks(tag)...), p.page, m.furniture(p.running))...)
		m.book.Marks = append(m.book.Marks, &pdf.Bookmark{Title: p.title, To: p.dest})
	}
	return pages
}

// table sets rows of as many cells as there are widths; the last takes what is
// left. The first cell of a row heads it.
func (m *maker) table(tag *pdf.Tag, heads []string, widths []Len, rows [][]string) (out []*block) {
	t := tag.Add("Table")
	rest := m.width()
	for _, w := range widths {
		rest -= w
	}
	widths = append(widths, rest)
	line := func(texts []string, f typeset.Font, head bool, tr *pdf.Tag) *block {
		var cells []cell
		for i, w := range widths {
			c := cell{width: w}
			font := f
			switch {
			case head:
				c.tag = tr.Add("TH")
				scope(c.tag, "Column")
			case i == 0:
				c.tag = tr.Add("TH")
				scope(c.tag, "Row")
				font = m.fonts.strong
			default:
				c.tag = tr.Add("TD")
			}
			if texts[i] != "" {
				c.runs = []typeset.Run{{Font: font, Text: texts[i]}}
			}
			cells = append(cells, c)
		}
		return m.row(cells, head)
	}
	head := line(heads, m.fonts.note, true, t.Add("TR"))
	head.keep = true
	again := line(heads, m.fonts.note, true, nil)
	for i, r := range rows {
		b := line(r, m.fonts.small, false, t.Add("TR"))
		b.head = again
		if i == 0 {
			out = append(out, head)
		}
		out = append(out, b)
	}
	return out
}

func scope(t *pdf.Tag, s string) {
	if t != nil {
		t.Scope = s
	}
}

// toAsk stands where a number or an address is not known.
// villagePoint is the lowest of the three levels of service places.
const villagePoint catalog.PlaceKind = "便民服务站"

const toAsk = "待核实"

// places lists the halls and centres of which something is known in a table, the others
// and the villages as texts.
func (m *maker) places(tag *pdf.Tag) []*block {
	villages := map[*catalog.Place][]string{}
	var rows [][]string
	var bare []string
	for _, p := range m.Site.Catalog.Places {
		if p.Kind == villagePoint && p.Parent.To != nil && p.Division != "" {
			villages[p.Parent.To] = append(villages[p.Parent.To], p.Name)
			continue
		}
		var when string
		if h := p.Hours; h != nil {
			when = strings.Join(filled(h.Regular, h.Extended, h.Booked, h.Note), "；")
		}
		if p.Address+when+p.Phone == "" {
			bare = append(bare, p.Name)
			continue
		}
		rows = append(rows, []string{p.Name, cmp.Or(p.Address, toAsk), cmp.Or(when, toAsk), cmp.Or(p.Phone, toAsk)})
	}
	w := m.width()
	out := m.table(tag, []string{"地点", "地址", "时间", "电话"}, []Len{w * 38 / 100, w * 22 / 100, w * 24 / 100}, rows)
	if len(bare) > 0 {
		out = append(out, m.heading(tag, "地址、时间、电话都待核实的，出门前拨12345问清"))
		out = append(out, m.paragraph(typeset.Style{Width: w}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.small, Text: strings.Join(bare, "、") + "。"})...)
	}
	if len(villages) > 0 {
		out = append(out, m.heading(tag, "各乡镇（街道）下面的村（社区）"))
	}
	for _, p := range m.Site.Catalog.Places {
		if list := villages[p]; len(list) > 0 {
			runs := []typeset.Run{{Font: m.fonts.strong, Text: p.Name + "　"}, {Font: m.fonts.small, Text: strings.Join(list, "、")}}
			lines := m.paragraph(typeset.Style{Width: w, Hang: typeset.Pt(18)}, 0, pdf.Black, tag.Add("P"), runs...)
			lines[0].gap = typeset.Pt(2)
			out = append(out, lines...)
		}
	}
	return out
}

func filled(texts ...string) (out []string) {
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func (m *maker) departments(tag *pdf.Tag) []*block {
	var rows [][]string
	for _, d := range m.Site.Catalog.Departments {
		n := 0
		for _, e := range m.Entries {
			if e.Authority.Body.To == d || e.Authority.Line.To == d {
				n++
			}
		}
		if n == 0 {
			continue
		}
		phone := cmp.Or(d.Phone, toAsk)
		if h := d.Hotline.To; h != nil {
			phone = h.Number + "，" + phone
		}
		rows = append(rows, []string{d.Short, d.Name, phone, pageNumber(n) + "件"})
	}
	w := m.width()
	return m.table(tag, []string{"简称", "全称", "电话", "本书事项"}, []Len{w * 28 / 100, w * 38 / 100, w * 20 / 100}, rows)
}

func (m *maker) hotlines(tag *pdf.Tag) []*block {
	var rows [][]string
	// 12345 and what cannot wait come first.
	list := slices.Clone(m.Site.Catalog.Hotlines)
	slices.SortStableFunc(list, func(a, b *catalog.Hotline) int { return cmp.Compare(rank(a), rank(b)) })
	for _, h := range list {
		what := h.Purpose
		if h.MergedInto.To != nil {
			what += "（已并入" + h.MergedInto.To.Number + "）"
		}
		if h.Unverified != "" {
			what += "（" + h.Unverified + "，打不通就拨12345）"
		}
		rows = append(rows, []string{h.Number, h.Name, cmp.Or(what, h.Name)})
	}
	return m.table(tag, []string{"号码", "名称", "什么时候打"}, []Len{typeset.MM(22), m.width() * 36 / 100}, rows)
}

func rank(h *catalog.Hotline) int {
	switch {
	case h.ID == "12345":
		return 0
	case h.Emergency:
		return 1
	}
	return 2
}

func (m *maker) channels(tag *pdf.Tag) []*block {
	var rows [][]string
	for _, c := range m.Site.Catalog.Channels {
		rows = append(rows, []string{c.Name, string(c.Kind), cmp.Or(strings.Join(filled(c.URL, c.Obtain), "；"), toAsk)})
	}
	return m.table(tag, []string{"渠道", "是什么", "怎么找到"}, []Len{m.width() * 36 / 100, m.width() * 16 / 100}, rows)
}
