package check

import (
	"slices"

	"yibentong/generator/catalog"
)

// Element is one thing that a guide should say, and whether this item says it.
type Element struct {
	Name  string `json:"name"`
	Core  bool   `json:"core"` // one of the eight that the national inspection looks at
	Known bool   `json:"known"`
}

// Score is how complete an item is. Eight of eight is the hard rule of the
// national website inspection: an item that lacks four or more is a recorded
// fault. All counts the whole guide.
type Score struct {
	ID         catalog.ItemID `json:"id"`
	Name       string         `json:"name"`
	Department string         `json:"department"`
	Core       int            `json:"core"` // of 8
	Known      int            `json:"known"`
	All        int            `json:"all"`
	Missing    []string       `json:"missing,omitempty"`
	Checked    bool           `json:"checked"`
}

// Percent is the share of the guide that is known, 0 to 100.
func (s Score) Percent() int {
	if s.All == 0 {
		return 0
	}
	return s.Known * 100 / s.All
}

// Unverified is how many elements the page shows as 待核实.
func (s Score) Unverified() int { return s.All - s.Known }

// Elements lists what the guide of an item should say: first the eight
// inspected elements, then the rest. Elements that the item's nature excludes
// (the time limit of a thing done on the spot) are not listed.
func Elements(it *catalog.Item) []Element {
	place, hours, phone := whereabouts(it)
	list := []Element{
		{"事项名称", true, it.Name != ""},
		{"设定依据", true, len(it.Laws) > 0},
		{"申请条件", true, len(it.Conditions) > 0},
		{"办理材料", true, len(it.Materials) > 0 || it.NoMaterials},
		{"办理地点", true, place},
		{"办理时间", true, hours},
		{"联系电话", true, phone},
		{"办理流程", true, len(it.Steps) > 0},
		{"基本编码", false, it.Code != ""},
		{"适用范围", false, it.Scope != ""},
		{"数量限制", false, it.Quota != ""},
		{"材料份数", false, counted(it.Materials)},
		{"收费", false, it.Fee != nil},
		{"跑动次数", false, len(it.Trips) > 0},
		{"办理结果", false, len(it.Results) > 0},
		{"通办范围", false, it.Channels != nil && it.Channels.Range != ""},
		{"条文号", false, hasArticle(it)},
		{"常见问题", false, len(it.FAQ) > 0},
		{"单位核对", false, it.Checked != nil},
	}
	if t := it.Time; t == nil || t.Kind != catalog.Instant {
		list = append(list, Element{"法定时限", false, t != nil && t.Statutory.Ok()}, Element{"承诺时限", false, t != nil && t.Promised.Ok()})
	}
	return list
}

// whereabouts tells whether a place with an address, its hours and a number to
// call are known. A trade hotline counts as a number; 12345 alone does not.
func whereabouts(it *catalog.Item) (place, hours, phone bool) {
	if c := it.Channels; c != nil {
		for _, w := range c.Windows {
			p := w.Place.To
			place = place || p.Address != ""
			hours = hours || p.Hours != nil && p.Hours.Regular != ""
			phone = phone || p.Phone != ""
		}
		if len(c.Windows) == 0 && len(c.Online) > 0 { // done online only: no address to know
			place, hours = true, true
		}
	}
	if c := it.Contact; c != nil {
		phone = phone || len(c.Consult) > 0
	}
	if d := it.Authority.Body.To; d != nil {
		phone = phone || d.Phone != "" || d.Hotline.Ok()
	}
	return place, hours, phone
}

// counted tells whether every paper says how many of it are asked for.
func counted(uses []catalog.MaterialUse) bool {
	for i := range uses {
		u := &uses[i]
		if len(u.AnyOf) > 0 {
			if !counted(u.AnyOf) {
				return false
			}
		} else if u.Shown == nil && u.Kept == nil && u.Copies == nil && u.Form != "电子" {
			return false
		}
	}
	return true
}

func hasArticle(it *catalog.Item) bool {
	return slices.ContainsFunc(it.Laws, func(c catalog.Citation) bool { return len(c.Articles) > 0 })
}

// ScoreOf weighs one item.
func ScoreOf(it *catalog.Item) Score {
	s := Score{ID: it.ID, Name: it.Name, Department: it.Authority.Body.To.Short, Checked: it.Checked != nil}
	for _, e := range Elements(it) {
		s.All++
		if e.Known {
			s.Known++
		} else {
			s.Missing = append(s.Missing, e.Name)
		}
		if e.Core && e.Known {
			s.Core++
		}
	}
	return s
}
