package booklet

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/errand"
	"yibentong/generator/markdown"
	"yibentong/generator/pdf"
	"yibentong/generator/phrase"
	"yibentong/generator/qr"
	"yibentong/generator/site"
	"yibentong/generator/typeset"
)

// An errand (一件事) on paper: what it takes altogether when no case holds, one bag
// of papers, what the cases add, the steps in order. Package errand does the sums.

// errands are those of the book's audience, each with an item in the book.
func (m *maker) errands() (out []*site.Errand) {
	for _, x := range m.Site.Errands {
		if x.Audience == m.audience() && slices.ContainsFunc(x.Items(), m.holds) {
			out = append(out, x)
		}
	}
	return out
}

// errandChapter opens the body, before the stages.
func (m *maker) errandChapter() (blocks []*block) {
	list := m.errands()
	if len(list) == 0 {
		return nil
	}
	const title = "一件事"
	tag := m.body.Add("Sect")
	name := typeset.One(typeset.Run{Font: m.fonts.cover, Text: title})
	lead := m.fonts.cover.Size * 15 / 10
	blocks = append(blocks, &block{height: lead, fresh: true, keep: true, dest: "errands", running: title, marks: []pdf.Mark{lineMark(name, m.fonts.cover, 0, 0, lead, pdf.Black, tag.Add("H1"))}})
	blocks = append(blocks, m.text(tag, "一件大事，要办好几件小事。下面每一件事，材料只备一袋，先后一次排清；数字按没有特别情形的算，有特别情形的另列在后面。")...)
	mark := &pdf.Bookmark{Title: title, To: "errands"}
	m.book.Marks = append(m.book.Marks, mark)
	for _, x := range list {
		at := &placed{}
		m.errandAt[x] = at
		part := m.errand(tag, x, ready, false)
		part[0].item = at
		blocks = append(blocks, part...)
		blocks[len(blocks)-1].height += typeset.MM(5)
		mark.Children = append(mark.Children, &pdf.Bookmark{Title: x.Name, To: errandDest(x)})
	}
	return blocks
}

func errandDest(x *site.Errand) string { return "errand-" + string(x.ID) }

// errand lays out one errand.
func (m *maker) errand(tag *pdf.Tag, x *site.Errand, boxes []string, brief bool) []*block {
	plan := errand.New(x.Bundle)
	now := plan.State()
	sum := plan.Reckon(now)
	tag = tag.Add("Sect")
	blocks := []*block{m.head(tag, heading{title: x.Name, also: x.Aliases, path: x.Path, ink: pdf.Black, dest: errandDest(x), running: "一件事　" + x.Name})}
	blocks = append(blocks, m.figures(tag, m.totals(sum.Totals))...)
	blocks = append(blocks, m.text(tag, x.Summary)...)
	add := func(title string, list []*block) {
		if len(list) > 0 {
			blocks = append(append(blocks, m.heading(tag, title)), list...)
		}
	}
	add("材料一袋装", m.bag(tag, boxes, sum.Bag, brief))
	add("这些不用另外找，办的过程中会拿到", m.list(tag, m.given(sum.Inside)))
	if !brief {
		add("有这些情形的，还要带", m.list(tag, m.extra(plan, now)))
	}
	add("先办什么，后办什么", m.errandSteps(tag, plan, brief))
	if len(boxes) > 1 {
		add("到哪里办、问谁", m.list(tag, m.errandPlaces(plan, now)))
	}
	if notes := strings.TrimSpace(markdown.Plain(x.Notes)); notes != "" && !brief {
		add("提醒", m.list(tag, strings.Split(notes, "\n")))
	}
	return blocks
}

// totals are the figures of an errand, label and value.
func (m *maker) totals(t errand.Totals) [][2]string {
	w := m.say.Totals(t)
	value := func(p phrase.Part) string {
		if p.Value == "" {
			return toAsk
		}
		if p.Note != "" {
			return p.Value + "（" + p.Note + "）"
		}
		return p.Value
	}
	return [][2]string{{"办几件事", value(w.Steps)}, {"备几样材料", value(w.Papers)}, {"跑几趟", value(w.Trips)}, {"去几处", value(w.Places)}, {"花多少钱", value(w.Money)}, {"挨着办要多久", value(w.InTurn)}}
}

// bag is the table of papers: boxes, the paper, how many, for which steps.
func (m *maker) bag(tag *pdf.Tag, boxes []string, bag []errand.Packed, brief bool) []*block {
	rows := [][3]string{}
	for _, line := range bag {
		for i, t := range line.Tallies {
			name := t.Paper.Material.Name
			if line.Line.Any() && len(line.Tallies) > 1 {
				label := line.Line.Label
				if label == "" {
					label = m.say.Errand.Any
				}
				name = fmt.Sprintf("%s（%d选1）之%d：%s", label, len(line.Tallies), i+1, name)
			}
			var steps []string
			for _, u := range t.Uses {
				step := m.say.Step(u.Step)
				if !brief && u.Whose != "" {
					step += "（" + u.Whose + "）"
				}
				steps = append(steps, step)
			}
			rows = append(rows, [3]string{name, strings.ReplaceAll(m.say.Tally(t), m.say.Dot, "，"), strings.Join(slices.Compact(steps), m.say.Join)})
		}
	}
	return m.ticked(tag, boxes, [3]string{"材料", "份数", "哪一步用"}, rows)
}

// given names what steps hand out for later ones.
func (m *maker) given(inside []errand.Packed) (out []string) {
	type way struct{ from, to []string }
	var papers []*catalog.Material
	ways := map[*catalog.Material]*way{}
	for _, line := range inside {
		for _, t := range line.Tallies {
			w := ways[t.Paper.Material]
			if w == nil {
				w = &way{}
				ways[t.Paper.Material] = w
				papers = append(papers, t.Paper.Material)
			}
			for _, u := range t.Uses {
				for _, o := range u.Own {
					w.from = once(w.from, m.say.Step(o.Step))
				}
				w.to = once(w.to, m.say.Step(u.Step))
			}
		}
	}
	for _, p := range papers {
		slices.SortFunc(ways[p].to, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
		out = append(out, fmt.Sprintf("%s：%s拿到，%s用。", p.Name, strings.Join(ways[p].from, m.say.Join), strings.Join(ways[p].to, m.say.Join)))
	}
	return out
}

func once(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// extra says, case by case and step by step, what papers it adds.
func (m *maker) extra(plan *errand.Plan, now errand.State) (out []string) {
	for _, c := range plan.Cases {
		var parts []string
		for _, s := range plan.Steps {
			var papers []string
			for _, l := range plan.Lines {
				papers = append(papers, m.added(l, s, c.Token, now)...)
			}
			begun := slices.Contains(s.If, c.Token)
			switch {
			case begun && len(papers) > 0:
				parts = append(parts, m.say.Step(s)+"“"+s.Name+"”也要办，带"+strings.Join(papers, m.say.Join))
			case begun:
				parts = append(parts, m.say.Step(s)+"“"+s.Name+"”也要办")
			case len(papers) > 0:
				parts = append(parts, m.say.Step(s)+"加"+strings.Join(papers, m.say.Join))
			}
		}
		if len(parts) > 0 {
			out = append(out, c.Name+"："+strings.Join(parts, "；")+"。")
		}
	}
	return out
}

// added is what a line of the bag asks at a step when a case holds besides what holds
// already. Of a choice any one will do, and the text says so.
func (m *maker) added(l *errand.Line, s *errand.Step, token string, now errand.State) (papers []string) {
	for _, p := range l.Papers {
		for _, u := range p.Uses {
			if u.Step != s || !slices.Contains(u.If, token) || !others(u.If, token, now) || u.Inside(now) {
				continue
			}
			counts := strings.ReplaceAll(m.say.Counts(u.MaterialUse), m.say.Dot, "，")
			note := strings.Join(filled(u.Whose, counts), "，")
			if note != "" {
				note = "（" + note + "）"
			}
			papers = append(papers, p.Material.Name+note)
		}
	}
	if l.Any() && len(papers) > 1 {
		return []string{fmt.Sprintf("%s（%d选1）：%s", cmp.Or(l.Label, m.say.Errand.Any), len(papers), strings.Join(papers, "或者"))}
	}
	return papers
}

// others tells whether the other tokens hold as things stand.
func others(tokens []string, but string, now errand.State) bool {
	for _, t := range tokens {
		if t != but && !now[t] {
			return false
		}
	}
	return true
}

// errandSteps lists the steps in the order of doing, with what to wait for and the
// page of the guide.
func (m *maker) errandSteps(tag *pdf.Tag, plan *errand.Plan, brief bool) (out []*block) {
	l := tag.Add("L")
	for _, s := range plan.Steps {
		text := s.Name
		if names := plan.Names(s.If); len(names) > 0 {
			text += "（" + strings.Join(names, m.say.Join) + "）"
		}
		var after []string
		for _, a := range s.After {
			after = append(after, m.say.Step(a))
		}
		if len(after) > 0 {
			text += "，等" + strings.Join(after, m.say.Join) + "办完再办"
		}
		var to catalog.ItemID
		switch {
		case len(s.Options) == 1:
			to = s.Options[0].ID
			text += "：" + string(to) + " " + s.Options[0].Name
		case len(s.Options) > 1:
			text += "：下面任办一样"
		default:
			text += "：本书没有这一步的指南"
			if s.Note == "" || brief {
				text += "，先拨12345问"
			}
		}
		if s.Note != "" && !brief {
			text += "。" + strings.TrimSuffix(s.Note, "。")
		}
		if m.errandAt == nil {
			to = "" // a sheet alone has no pages to lead to
		}
		out = append(out, m.numbered(l, s.Number, text+"。", to)...)
		if len(s.Options) > 1 {
			for _, o := range s.Options {
				out[len(out)-1].keep = true
				out = append(out, m.see(l, o.Item, "", typeset.Pt(16)))
			}
		}
	}
	return out
}

// errandPlaces says where the steps are done that hold as things stand.
func (m *maker) errandPlaces(plan *errand.Plan, now errand.State) (out []string) {
	for _, s := range plan.Steps {
		if !now.Holds(s.If) {
			continue
		}
		for _, o := range s.Options {
			if !now.Holds(o.If) || o.Channels == nil {
				continue
			}
			var places []string
			for _, w := range o.Channels.Windows {
				places = once(places, strings.Join(filled(w.Place.To.Name+w.Window, w.Place.To.Address, w.Place.To.Phone), "，"))
			}
			if len(places) > 0 {
				out = append(out, m.say.Step(s)+"："+strings.Join(places, "；")+"。")
			}
		}
	}
	return append(out, "窗口、时间、电话没有写的，拨12345问。")
}

// ErrandNotice writes the notice sheet of an errand, on one page.
func ErrandNotice(w io.Writer, p Plan, x *site.Errand) error {
	p.Paper, p.Fonts.Song = sheet, p.Fonts.Hei
	title := p.Site.Catalog.Edition.Area + "政务服务“一件事”一次性告知单"
	for _, r := range append(ladder[:len(ladder):len(ladder)], rung{66, 28, true}) {
		m := alone(p, r)
		tag := m.body.Add("Sect")
		blocks := append([]*block{m.sheetTitle(tag, title)}, m.errand(tag, x, window, r.brief)...)
		blocks = append(blocks, m.signatures(tag)...)
		if pages := m.paginate(blocks, 1, nil); len(pages) == 1 {
			return m.write(w, title+"："+x.Name, string(x.ID), pages)
		}
	}
	return fmt.Errorf("%s：一件事“%s”的告知单一页放不下：少列几步，或把备注写短些 / the notice of errand %[1]s does not fit on one sheet", x.ID, x.Name)
}

// code is the QR code of a page.
func (m *maker) code(path string) (*pdf.Path, int) {
	rects, n, err := qr.Rects(m.Site.Settings.BaseURL + path)
	if err != nil {
		return nil, 0
	}
	return &pdf.Path{Rects: rects}, n
}
