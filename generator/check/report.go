package check

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"yibentong/generator/catalog"
)

// Report is the completeness of a catalogue, by item and by department. It is
// for staff and no part of the public handbook.
type Report struct {
	Edition     string       `json:"edition"`
	Date        string       `json:"date"`
	Totals      []Total      `json:"totals"`
	Departments []Department `json:"departments"`
	Items       []Score      `json:"items"`
	// Settings names what the settings file still lacks (footer, record numbers).
	Settings []string `json:"settings,omitempty"`
	// Elements counts, for each element of the guide, the items that lack it.
	Elements []Lack `json:"elements"`
}

// Total compares a handbook's items with the number it declares.
type Total struct {
	Handbook string `json:"handbook"`
	Declared int    `json:"declared"`
	There    int    `json:"there"`
}

// Department sums up the items of one body.
type Department struct {
	Name       string `json:"name"`
	Items      int    `json:"items"`
	Core       int    `json:"core"` // inspected elements known, of 8 × Items
	Known      int    `json:"known"`
	All        int    `json:"all"`
	Faulty     int    `json:"faulty"` // items lacking four or more inspected elements
	Unverified int    `json:"unverified"`
}

// Percent is the share of the guide that is known, 0 to 100.
func (d Department) Percent() int { return d.Known * 100 / max(d.All, 1) }

// CorePercent is the share of the inspected elements that is known, 0 to 100.
func (d Department) CorePercent() int { return d.Core * 100 / max(8*d.Items, 1) }

// Lack is how many items do not say one element.
type Lack struct {
	Name  string `json:"name"`
	Core  bool   `json:"core"`
	Items int    `json:"items"`
}

// NewReport weighs every item. missing names what the settings lack.
func NewReport(c *catalog.Catalog, missing []string) *Report {
	r := &Report{Edition: c.Edition.Name, Date: c.Edition.Date.String(), Settings: missing, Totals: []Total{
		{c.Edition.Handbooks.Personal, c.Edition.Expect.Personal, c.Counted[catalog.Personal]},
		{c.Edition.Handbooks.Enterprise, c.Edition.Expect.Enterprise, c.Counted[catalog.Enterprise]},
	}}
	for _, it := range c.Items {
		r.add(ScoreOf(it))
		for _, e := range Elements(it) {
			r.lack(e)
		}
	}
	slices.SortFunc(r.Departments, func(a, b Department) int {
		return cmp.Or(cmp.Compare(a.CorePercent(), b.CorePercent()), cmp.Compare(a.Name, b.Name))
	})
	return r
}

func (r *Report) add(s Score) {
	r.Items = append(r.Items, s)
	i := slices.IndexFunc(r.Departments, func(d Department) bool { return d.Name == s.Department })
	if i < 0 {
		i = len(r.Departments)
		r.Departments = append(r.Departments, Department{Name: s.Department})
	}
	d := &r.Departments[i]
	d.Items++
	d.Core += s.Core
	d.Known += s.Known
	d.All += s.All
	d.Unverified += s.Unverified()
	if s.Core <= 4 {
		d.Faulty++
	}
}

func (r *Report) lack(e Element) {
	i := slices.IndexFunc(r.Elements, func(l Lack) bool { return l.Name == e.Name })
	if i < 0 {
		i = len(r.Elements)
		r.Elements = append(r.Elements, Lack{Name: e.Name, Core: e.Core})
	}
	if !e.Known {
		r.Elements[i].Items++
	}
}

// WriteText writes the report for the terminal.
func (r *Report) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "完整度报告  %s  数据截至 %s\n\n", r.Edition, r.Date)
	for _, t := range r.Totals {
		fmt.Fprintf(&b, "%s：应有 %d 件，现有 %d 件\n", t.Handbook, t.Declared, t.There)
	}
	b.WriteString("\n部门（八要素得分低的在前）\n 事项  八要素  全部要素  待核实  缺四项以上  部门\n")
	for _, d := range r.Departments {
		fmt.Fprintf(&b, "%5d  %5d%%  %7d%%  %6d  %10d  %s\n", d.Items, d.CorePercent(), d.Percent(), d.Unverified, d.Faulty, d.Name)
	}
	b.WriteString("\n缺得最多的要素（*为检查的八要素）\n")
	for _, l := range r.Elements {
		if l.Items > 0 {
			fmt.Fprintf(&b, "%5d 件缺  %s%s\n", l.Items, l.Name, map[bool]string{true: " *"}[l.Core])
		}
	}
	if len(r.Settings) > 0 {
		fmt.Fprintf(&b, "\nhandbook.yaml 还缺：%s\n", strings.Join(r.Settings, "、"))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
