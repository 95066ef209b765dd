package export

import (
	"strconv"
	"strings"

	"yibentong/generator/catalog"
)

// What stands in the cells of single columns.

func stageName(it *catalog.Item) string {
	if it.Stage.To == nil {
		return ""
	}
	return it.Stage.To.Name
}

func topicNames(it *catalog.Item) string {
	return each(it.Topics, func(r *catalog.Ref[catalog.Topic]) string {
		if r.To == nil {
			return ""
		}
		return r.To.Name
	})
}

func departmentName(r catalog.Ref[catalog.Department]) string {
	if r.To == nil {
		return ""
	}
	return r.To.Name
}

func paperNames(it *catalog.Item) string { return each(it.Materials, paperName) }

// paperName is 居民身份证（委托代办时）, or 居民户口簿或居住证 for alternatives.
func paperName(u *catalog.MaterialUse) string {
	name := u.Label
	switch {
	case u.Material.To != nil:
		name = u.Material.To.Name
	case name == "":
		var all []string
		for i := range u.AnyOf {
			all = append(all, paperName(&u.AnyOf[i]))
		}
		name = strings.Join(all, "或")
	}
	if u.When != "" {
		name += "（" + u.When + "）"
	}
	return name
}

func tripCount(it *catalog.Item) string {
	if n, ok := fewestTrips(it); ok {
		return strconv.Itoa(n)
	}
	return ""
}

func charged(it *catalog.Item) string {
	switch {
	case it.Fee == nil:
		return ""
	case it.Fee.Charged:
		return "是"
	}
	return "否"
}

func feeTexts(it *catalog.Item) string {
	if it.Fee == nil {
		return ""
	}
	return each(it.Fee.Items, func(i *catalog.FeeItem) string {
		s := i.Name
		if i.Amount != nil {
			s += " " + strconv.FormatFloat(*i.Amount, 'f', -1, 64) + "元"
			if i.Unit != "" {
				s += "/" + i.Unit
			}
		}
		if i.Standard != "" {
			s += " " + i.Standard
		}
		if i.When != "" {
			s += "（" + i.When + "）"
		}
		return s
	})
}

func resultNames(it *catalog.Item) string {
	return each(it.Results, func(r *catalog.Result) string { return r.Name })
}

func onlineYes(it *catalog.Item) string {
	if online(it) {
		return "是"
	}
	return ""
}

func rangeName(it *catalog.Item) string {
	if it.Channels == nil {
		return ""
	}
	return string(it.Channels.Range)
}

func placeNames(it *catalog.Item) string {
	if it.Channels == nil {
		return ""
	}
	return each(it.Channels.Windows, func(w *catalog.Window) string {
		if w.Place.To == nil {
			return ""
		}
		return strings.TrimSpace(w.Place.To.Name + " " + w.Window)
	})
}

func lawNames(it *catalog.Item) string {
	return each(it.Laws, func(c *catalog.Citation) string {
		if c.Law.To == nil {
			return ""
		}
		var articles []string
		for _, a := range c.Articles {
			articles = append(articles, a.String())
		}
		return "《" + innerMarks.Replace(c.Law.To.Title) + "》" + strings.Join(articles, "、")
	})
}

// innerMarks turns the title marks inside a title into the inner kind (GB/T 15834).
var innerMarks = strings.NewReplacer("《", "〈", "》", "〉")

func checkedBy(it *catalog.Item) string {
	if it.Checked == nil {
		return ""
	}
	return departmentName(it.Checked.By)
}

func checkedOn(it *catalog.Item) string {
	if it.Checked == nil {
		return ""
	}
	return it.Checked.On.String()
}

// each is the texts of a list's members in one cell; empty ones are left out.
func each[T any](all []T, text func(*T) string) string {
	var texts []string
	for i := range all {
		if s := text(&all[i]); s != "" {
			texts = append(texts, s)
		}
	}
	return join(texts)
}

// join puts a list into one cell.
func join[T ~string](all []T) string {
	var b strings.Builder
	for i, s := range all {
		if i > 0 {
			b.WriteString("；")
		}
		b.WriteString(string(s))
	}
	return b.String()
}
