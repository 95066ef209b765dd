package booklet

import (
	"fmt"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/phrase"
)

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
