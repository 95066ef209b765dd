package check

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

// tooAlike is the share of a record's own words, in pieces of six characters,
// that another record may say too. Sentences that the law dictates are shared by
// many and stay below it; a record made of another by exchanging nouns does not.
const tooAlike = 0.25

// said is what a record says of its own: summary, scope, conditions, steps,
// notes, questions and answers.
func said(it *catalog.Item) string {
	parts := []string{it.Summary, it.Scope, it.Notes}
	for _, c := range it.Conditions {
		parts = append(parts, c.Text)
	}
	for _, s := range it.Steps {
		parts = append(parts, s.Text)
	}
	for _, q := range it.FAQ {
		parts = append(parts, q.Q, q.A)
	}
	return strings.Join(parts, "\n")
}

// pieces are the runs of six characters of a text, marks and line ends not counted.
func pieces(text string) map[string]bool {
	out := map[string]bool{}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		rs := []rune(part)
		for i := 0; i+6 <= len(rs); i++ {
			out[string(rs[i:i+6])] = true
		}
	}
	return out
}

// alike lists the pairs of records that say too much the same, "P001 P002 0.41".
func alike(items []*catalog.Item) (pairs []string) {
	where := map[string][]int{}
	size := make([]int, len(items))
	for i, it := range items {
		all := pieces(said(it))
		size[i] = len(all)
		for p := range all {
			where[p] = append(where[p], i)
		}
	}
	shared := map[[2]int]int{}
	for _, list := range where {
		for a := range list {
			for b := range a {
				shared[[2]int{list[b], list[a]}]++
			}
		}
	}
	for pair, n := range shared {
		if share := float64(n) / float64(max(1, min(size[pair[0]], size[pair[1]]))); share > tooAlike {
			pairs = append(pairs, fmt.Sprintf("%s %s %.2f", items[pair[0]].ID, items[pair[1]].ID, share))
		}
	}
	slices.SortFunc(pairs, func(a, b string) int { return cmp.Or(cmp.Compare(b[10:], a[10:]), cmp.Compare(a, b)) })
	return pairs
}

// Every record is written for its own sake. Those that must be alike stand in
// testdata/alike.txt, each with the reason.
func TestNoTwoRecordsAreTooAlike(t *testing.T) {
	t.Parallel()
	var l diag.List
	cat, err := catalog.Load(os.DirFS("../.."), nil, &l)
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/alike.txt")
	if err != nil {
		t.Fatal(err)
	}
	excused := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if pair, why, ok := strings.Cut(line, "："); ok && line[0] != '#' && strings.TrimSpace(why) != "" {
			excused[pair] = false
		}
	}
	for _, p := range alike(cat.Items) {
		pair, _ := p[:9], p[10:]
		if _, ok := excused[pair]; ok {
			excused[pair] = true
			continue
		}
		t.Errorf("too alike: %s", p)
	}
	for pair, used := range excused {
		if !used {
			t.Errorf("%s is excused and not alike", pair)
		}
	}
}

// A record made of another by exchanging nouns is found.
func TestAnExchangeOfNounsIsFound(t *testing.T) {
	t.Parallel()
	one := &catalog.Item{ID: "P001", Summary: "申请人在规定的时间内带齐身份证和户口簿到窗口提出申请，工作人员当场审核，符合条件的当场发给补贴卡。", Notes: "带原件，不要只带复印件；当天办不完的第二天再来。"}
	two := &catalog.Item{ID: "P002", Summary: strings.Replace(one.Summary, "补贴卡", "老年证", 1), Notes: one.Notes}
	three := &catalog.Item{ID: "P003", Summary: "公司登记以后要在三十天内到税务机关办信息确认，领发票之前先定票种。", Notes: "法定代表人要实名。"}
	if got := alike([]*catalog.Item{one, two, three}); len(got) != 1 || !strings.HasPrefix(got[0], "P001 P002 ") {
		t.Errorf("%v", got)
	}
}
