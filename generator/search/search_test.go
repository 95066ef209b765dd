package search

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

var twoDocs = []Doc{
	{ID: "P001", Name: "户口迁移审批", Aliases: []string{"转户口|落户", " "}, Audience: "personal", Stage: "生活", Department: "公安分局", Online: true, Popularity: 9, Summary: "把户口\n从一个地方迁到另一个地方。"},
	{ID: "P002", Name: "取水许可", Audience: "enterprise", Stage: "工程建设", Department: "水务局", Instant: true, Errand: true, Text: []string{"取水 申请书"}, URL: "x/y.html"},
}

func TestSameInputSameBytes(t *testing.T) {
	t.Parallel()
	syn := &Synonyms{OneWay: []Rule{{[]string{"打井"}, []string{"取水"}}}}
	a, ia, err := Build(twoDocs, syn, Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, ib, _ := Build(twoDocs, syn, Options{})
	if ia != ib || len(a) != len(b) {
		t.Fatalf("two builds: %v, %v", ia, ib)
	}
	for i := range a {
		if a[i].Name != b[i].Name || !bytes.Equal(a[i].Body, b[i].Body) {
			t.Errorf("%s differs", a[i].Name)
		}
	}
}

func TestNamesOfFilesFollowTheirContent(t *testing.T) {
	t.Parallel()
	_, before, _ := Build(twoDocs, nil, Options{})
	docs := slices.Clone(twoDocs)
	docs[0].Name = "户口迁移"
	_, after, _ := Build(docs, nil, Options{})
	if before.Names == after.Names {
		t.Error("the name table changed but not its name")
	}
	if before.Script != after.Script || before.Brief != after.Brief {
		t.Error("files that did not change have new names")
	}
}

func TestWithoutTextsThereAreNoFilesForThem(t *testing.T) {
	t.Parallel()
	files, index, err := Build([]Doc{{ID: "P001", Name: "取水"}}, nil, Options{})
	if err != nil || index.Brief != "" || index.Text != "" {
		t.Errorf("%v %v", index, err)
	}
	for _, f := range files {
		if strings.Contains(f.Name, "text") {
			t.Errorf("there is %s", f.Name)
		}
	}
}

func TestMinifyIsAppliedToTheScript(t *testing.T) {
	t.Parallel()
	files, _, err := Build(twoDocs, nil, Options{Minify: func([]byte) ([]byte, error) { return []byte("short"), nil }})
	if err != nil || string(files[0].Body) != "short" {
		t.Errorf("%q %v", files[0].Body, err)
	}
}

// TestTheScriptIsForOldBrowsers looks for what came after 2009 in words; that it is ES5 in
// syntax is proved by package engine, which runs it.
func TestTheScriptIsForOldBrowsers(t *testing.T) {
	t.Parallel()
	js, err := Script(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch(", "XMLHttpRequest", "Intl.", "import(", "WebAssembly", "=>", "`", "\nconst ", "\nlet ", "async ", ".normalize(", ".includes(", ".startsWith(", "Object.assign", "new Map", "new Set", "Promise", ".closest(", ".append("} {
		if bytes.Contains(js, []byte(word)) {
			t.Errorf("the script uses %q", word)
		}
	}
}

func TestNumbersThatFollowEachOtherAreLeftOut(t *testing.T) {
	t.Parallel()
	for id, want := range map[string]string{"P001": "P002", "P099": "P100", "P999": "P1000", "E9": "E10", "": "", "P": ""} {
		if got := successor(id); got != want {
			t.Errorf("after %q comes %q, want %q", id, got, want)
		}
	}
}

func TestSummariesEndWhereASentenceEnds(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{"短。": "短。", "一二三四五六。七八九十": "一二三四五六。", "一二三四五六七八九十": "一二三四五六七…"} {
		if got := clip(s, 8); got != want {
			t.Errorf("clip(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestPairsOfTextLeadToTheirItems(t *testing.T) {
	t.Parallel()
	docs := make([]Doc, 60)
	for i := range docs {
		docs[i] = Doc{ID: "P", Text: []string{"人人都有"}}
	}
	docs[3].Text = append(docs[3].Text, "取水取水，许可")
	docs[59].Summary = "水取水"
	got := make(map[string][]uint32)
	var order []string
	eachPosting(docs, func(pair string, items []uint32) {
		got[pair] = slices.Clone(items)
		order = append(order, pair)
	})
	if !slices.IsSorted(order) {
		t.Errorf("pairs are not in order: %q", order)
	}
	for pair, want := range map[string][]uint32{"取水": {3, 59}, "水取": {3, 59}, "许可": {3}, "水许": nil, "都有": nil} {
		if !slices.Equal(got[pair], want) {
			t.Errorf("%s is in %v, want %v", pair, got[pair], want)
		}
	}
}

func TestGapsAreWrittenAsTheVectorsSay(t *testing.T) {
	t.Parallel()
	for _, c := range readVectors(t).Gaps {
		var b strings.Builder
		writeGaps(&b, c.in)
		if b.String() != c.want {
			t.Errorf("%v is written %q, want %q", c.in, b.String(), c.want)
		}
	}
}
