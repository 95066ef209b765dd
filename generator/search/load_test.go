package search

import (
	"fmt"
	"slices"
	"testing"
	"testing/fstest"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

const someSynonyms = `one_way:
  - say: [娃儿, 小孩]
    means: [儿童, 新生儿]
  - say: [打井]
    means: [取水]
  - say: [小孩, 取水许可, ……]
    means: [没有这个词]
ignore: [咋个办]
`

func load(t *testing.T, text string, l *diag.List) (*Synonyms, fstest.MapFS) {
	t.Helper()
	tree := fstest.MapFS{SynonymsFile: {Data: []byte(text)}}
	s, err := LoadSynonyms(tree, l)
	if err != nil {
		t.Fatal(err)
	}
	return s, tree
}

func TestSynonymsAreChecked(t *testing.T) {
	t.Parallel()
	var l diag.List
	s, tree := load(t, someSynonyms, &l)
	if l.Len() > 0 {
		t.Fatal(l.Sorted()[0].En)
	}
	s.Check(tree, &catalog.Catalog{Items: []*catalog.Item{{ID: "E001", Name: "取水许可"}, {ID: "P001", Name: "落户", Aliases: []string{"新生儿 落户"}}}}, &l)
	var got []string
	for _, f := range l.Sorted() {
		got = append(got, fmt.Sprintf("%d:%d %s", f.Line, f.Col, f.Code.ID))
	}
	want := []string{"6:11 synonym-twice", "6:15 synonym-official", "6:21 synonym-empty", "7:12 synonym-nowhere"}
	if !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}

func TestWordsMayLeadToItemsStillToCome(t *testing.T) {
	t.Parallel()
	var l diag.List
	s, tree := load(t, "one_way:\n  - say: [娃儿]\n    means: [没有这个词]\n", &l)
	cat := &catalog.Catalog{}
	cat.Edition.Expect.Personal = 1
	if s.Check(tree, cat, &l); l.Len() > 0 {
		t.Errorf("told %v", l.Sorted()[0].En)
	}
	cat.Counted = map[catalog.Audience]int{catalog.Personal: 1}
	if s.Check(tree, cat, &l); l.Len() != 1 {
		t.Errorf("%d findings, want 1", l.Len())
	}
}

func TestFaultySynonymsAreToldAndMissingOnesAreNone(t *testing.T) {
	t.Parallel()
	var l diag.List
	load(t, "one_way:\n  - say: [娃儿]\n    mean: [儿童]\n", &l)
	if errors, _ := l.Count(); errors == 0 {
		t.Error("a wrong key went unnoticed")
	}
	s, err := LoadSynonyms(fstest.MapFS{}, &l)
	if err != nil || s == nil || len(s.OneWay) > 0 {
		t.Errorf("%v %v", s, err)
	}
}

func TestOnlyWordsThatSomeItemHoldsAreShipped(t *testing.T) {
	t.Parallel()
	s := (&Synonyms{OneWay: []Rule{
		{[]string{"打井", "掘井"}, []string{"凿井", "取水"}},
		{[]string{"上天"}, []string{"航天", "宇航"}},
		{[]string{"引水"}, []string{"取水"}},
	}, Same: []Group{{[]string{"河 沙", "砂石"}}}}).fitted([]Doc{{Name: "取水许可", Aliases: []string{"引水"}}})
	if got, want := s.lines(), "打井,掘井>取水\n上天>航天\n河沙,砂石"; got != want {
		t.Errorf("shipped %q, want %q", got, want)
	}
}
