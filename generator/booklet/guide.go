package booklet

import (
	"fmt"
	"io"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/phrase"
	"yibentong/generator/site"
	"yibentong/generator/typeset"
)

// The guide of one item comes in two lengths: whole, on as many pages of A4 as
// it takes, and brief (简版), on one.

// Guide writes the whole guide of an item.
func Guide(w io.Writer, p Plan, e *site.Entry) error {
	p.Paper = *PaperNamed("A4")
	p.Entries = []*site.Entry{e}
	m := alone(p, rung{scale: 100})
	m.top, m.sub = "H1", "H2"
	title := "办事指南：" + e.Name
	return m.write(w, title, string(e.ID), m.paginate(m.item(e), 1, m.furniture(title)))
}

// Brief writes the guide of an item on one page. An item that does not fit even
// so is an error that names it.
func Brief(w io.Writer, p Plan, e *site.Entry) error {
	return onOnePage(w, p, e, "办事指南（简版）", (*maker).brief)
}

// alone is a maker of one item's sheet.
func alone(p Plan, r rung) *maker {
	m := &maker{Plan: p, say: phrase.Words{Labels: &p.Theme.Labels}, fonts: scaled(newFonts(p.Fonts), r.scale), at: map[catalog.ItemID]int{}, tight: r.tight}
	m.book = &Book{Root: &pdf.Tag{Role: "Document"}}
	m.body = m.book.Root
	return m
}

// write writes the sheets of an item or an errand.
func (m *maker) write(w io.Writer, title, id string, pages []pdf.Page) error {
	edition := m.Site.Catalog.Edition
	meta := pdf.Meta{Title: title, Author: m.Site.Settings.Host, Subject: id + "，" + edition.Name, Language: "zh-CN",
		Created: strings.ReplaceAll(edition.Date.String(), "-", "") + "000000"}
	return pdf.Write(w, meta, pdf.Form{W: m.Paper.W, H: m.Paper.H, Screen: true, Mono: true}, pages, m.book.Root, nil)
}

// onOnePage climbs the ladder until the sheet fits. Sheets are set in Hei alone, which
// office printers and copiers keep legible when it is small; it also weighs a third less.
func onOnePage(w io.Writer, p Plan, e *site.Entry, title string, lay func(*maker, *site.Entry, string, rung) []*block) error {
	p.Paper, p.Fonts.Song = sheet, p.Fonts.Hei
	for _, r := range ladder {
		m := alone(p, r)
		if pages := m.paginate(lay(m, e, title, r), 1, nil); len(pages) == 1 {
			return m.write(w, title+"："+e.Name, string(e.ID), pages)
		}
	}
	pos := e.At("materials")
	return fmt.Errorf("%s:%d: %s的%s一页放不下：把材料说明和条件写短些 / %[3]s does not fit on one page (%[4]s): shorten its papers and conditions", pos.File, pos.Line, e.ID, title)
}

// brief lays out what domain practice puts on the brief version: name, law by
// name only, conditions, papers, steps in short, time, fee, result, where, whom
// to call, the code of the whole guide.
func (m *maker) brief(e *site.Entry, title string, r rung) []*block {
	it := e.Item
	tag := m.body.Add("Sect")
	blocks := append([]*block{m.sheetTitle(tag, title)}, m.itemHead(tag, e)...)
	blocks = append(blocks, m.answer(tag, e)...)
	add := func(title string, list []*block) {
		if len(list) > 0 {
			blocks = append(append(blocks, m.heading(tag, title)), list...)
		}
	}
	add("什么情况下办", m.list(tag, conditionTexts(it.Conditions)))
	switch uses := withoutNotes(it.Materials, r.brief); {
	case len(uses) > 0:
		add("带什么", m.materials(tag, ready, uses))
	case it.NoMaterials:
		add("带什么", m.text(tag, "不用交材料。"))
	}
	add("怎么办", m.list(tag, stepTexts(it.Steps, r.brief)))
	add("时间、收费和结果", m.list(tag, m.terms(it)))
	add("到哪里办、问谁", m.list(tag, m.ways(it)))
	var names []string
	for _, c := range it.Laws {
		names = append(names, fmt.Sprintf(m.say.Law, c.Law.To.Title))
	}
	if len(names) > 0 {
		add("依据", m.paragraph(typeset.Style{Width: m.width()}, 0, pdf.Black, tag.Add("P"), typeset.Run{Font: m.fonts.small, Text: strings.Join(names, "、")}))
	}
	return blocks
}

func withoutNotes(uses []catalog.MaterialUse, brief bool) []catalog.MaterialUse {
	if !brief {
		return uses
	}
	out := make([]catalog.MaterialUse, len(uses))
	for i, u := range uses {
		u.Note, u.AnyOf = "", withoutNotes(u.AnyOf, brief)
		out[i] = u
	}
	return out
}

// stepTexts says the steps, in brief as one line of their names.
func stepTexts(steps []catalog.Step, brief bool) (out []string) {
	for _, s := range steps {
		text := s.Name
		if s.When != "" {
			text += "（" + s.When + "）"
		}
		if s.Text != "" && !brief {
			text += "：" + s.Text
		}
		out = append(out, text)
	}
	if brief && len(out) > 0 {
		return []string{strings.Join(out, " → ")}
	}
	return out
}
