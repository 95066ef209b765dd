package render

import (
	"fmt"
	"strings"
	"testing"

	"yibentong/generator/catalog"
)

func TestLongerItemsTakeALowerRung(t *testing.T) {
	t.Parallel()
	last := 0
	for _, papers := range []int{0, 10, 20, 30, 40, 80} {
		v := &itemView{Lead: "短。", Papers: []paperCase{{Papers: make([]paper, papers)}}}
		for i := range v.Papers[0].Papers {
			v.Papers[0].Papers[i] = paper{Name: "材料", Counts: "原件收1份", Note: strings.Repeat("长", 30)}
		}
		var rung int
		if _, err := fmt.Sscanf(sheet(v), "fit-%d", &rung); err != nil {
			t.Fatal(err)
		}
		if rung < last {
			t.Errorf("%d papers climb back to rung %d", papers, rung)
		}
		last = rung
	}
	if last != len(rungs) {
		t.Errorf("80 papers end on rung %d", last)
	}
}

func TestBriefSheetLeavesOutNotes(t *testing.T) {
	t.Parallel()
	v := &itemView{Steps: []step{{Name: "申请", Text: strings.Repeat("字", 200)}}, Conditions: []catalog.Condition{{Text: "条件"}}}
	full, brief := counter{}, counter{brief: true}
	full.measure(v)
	brief.measure(v)
	if full.lines(80) != brief.lines(80)+5 {
		t.Errorf("%d lines in full, %d in brief", full.lines(80), brief.lines(80))
	}
}

func TestWidthCountsHanTwice(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int{"": 0, "abc": 3, "身份证": 6, "5个": 3, "“好”": 6} {
		if got := width(s); got != want {
			t.Errorf("%q: %d", s, got)
		}
	}
	if got := plain(`<a href="x">甲</a>乙<b>丙</b>`); got != "甲乙丙" {
		t.Errorf("plain: %q", got)
	}
}
