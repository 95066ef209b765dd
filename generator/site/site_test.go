package site

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
)

// county is a small catalogue, linked by hand.
func county() *catalog.Catalog {
	stage := &catalog.Stage{ID: "birth", Name: "出生", Audience: catalog.Personal}
	firm := &catalog.Stage{ID: "access", Name: "准入", Audience: catalog.Enterprise}
	body, line := &catalog.Department{ID: "a", Short: "甲"}, &catalog.Department{ID: "b", Short: "乙"}
	towns := &catalog.Place{ID: "towns", Kind: "便民服务中心"}
	town := &catalog.Place{ID: "511303001", Kind: "便民服务中心", Division: "511303001", Parent: to(towns, "towns")}
	village := &catalog.Place{ID: "511303001001", Kind: "便民服务站", Division: "511303001001", Name: "某村", Parent: to(town, "511303001")}
	general := &catalog.Place{ID: "villages", Kind: "便民服务站"}
	paper := &catalog.Material{ID: "card", Name: "卡"}
	law := &catalog.Law{ID: "fa", Title: "法"}
	item := func(id catalog.ItemID, name string, s *catalog.Stage) *catalog.Item {
		it := &catalog.Item{ID: id, Name: name, Stage: to(s, string(s.ID)), Popularity: 1}
		it.Authority.Body = to(body, "a")
		return it
	}
	one, two, three := item("P001", "《出生证》签发", stage), item("P002", "出生登记", stage), item("E001", "安全许可", firm)
	one.Aliases = []string{"娃儿出生证", "K 证"}
	one.Results = []catalog.Result{{Material: to(paper, "card")}}
	two.Materials = []catalog.MaterialUse{{AnyOf: []catalog.MaterialUse{{Material: to(paper, "card")}, {Material: to(paper, "card")}}}}
	two.Authority.Line = to(line, "b")
	two.Parent = to(one, "P001")
	two.Channels = &catalog.Channels{Windows: []catalog.Window{{Place: to(towns, "towns")}}}
	two.Laws = []catalog.Citation{{Law: to(law, "fa"), Articles: []catalog.Article{{Number: 3}}}}
	three.AlsoStages = []catalog.Ref[catalog.Stage]{to(stage, "birth")}
	three.Status = &catalog.Status{State: "取消"}
	return &catalog.Catalog{Stages: []*catalog.Stage{stage, firm}, Departments: []*catalog.Department{body, line},
		Places: []*catalog.Place{towns, town, village, general}, Materials: []*catalog.Material{paper}, Laws: []*catalog.Law{law}, Items: []*catalog.Item{one, two, three}}
}

func to[T any](x *T, id string) catalog.Ref[T] { return catalog.Ref[T]{ID: id, To: x} }

func paths(entries []*Entry) string {
	var out []string
	for _, e := range entries {
		out = append(out, e.Path)
	}
	return strings.Join(out, " ")
}

func TestShelvesHoldWhatBelongsThere(t *testing.T) {
	t.Parallel()
	s := New(county(), nil, Settings{BaseURL: "https://a.example"})
	for _, x := range []struct{ name, got, want string }{
		{"stage", paths(s.Stages[0].Entries), "P001.html P002.html"},
		{"stage, besides", paths(s.Stages[0].Also), "E001.html"},
		{"department", paths(s.Departments[0].Entries), "P001.html P002.html E001.html"},
		{"line department", paths(s.Departments[1].Also), "P002.html"},
		{"paper, asked for once", paths(s.Materials[0].Entries), "P002.html"},
		{"paper, produced", paths(s.Materials[0].Producers), "P001.html"},
		{"law", s.Laws[0].Cites[0].Entry.Path, "P002.html"},
		{"place", paths(s.Places[0].Entries), "P002.html"},
		{"family", paths(s.Entries[1].Family), "P001.html P002.html"},
		{"wanted, without what has ended", paths(s.Wanted(catalog.Enterprise, 5)), ""},
		{"wanted, at most", paths(s.Wanted(catalog.Personal, 1)), "P001.html"},
		{"next", s.Entries[0].Next.Path, "P002.html"},
	} {
		if x.got != x.want {
			t.Errorf("%s: got %q, want %q", x.name, x.got, x.want)
		}
	}
	if s.Entries[1].Next != nil || s.Entries[2].Prev != nil {
		t.Error("neighbours cross the end of a stage")
	}
}

func TestVillagesStandOnThePageOfTheirTown(t *testing.T) {
	t.Parallel()
	s := New(county(), nil, Settings{BaseURL: "https://a.example"})
	var got []string
	for _, p := range s.Places {
		got = append(got, p.Path)
	}
	if want := []string{"place-towns.html", "place-511303001.html", "place-villages.html"}; !slices.Equal(got, want) {
		t.Errorf("pages: %v", got)
	}
	if v := s.Places[1].Villages; len(v) != 1 || v[0].Name != "某村" || s.Places[1].Parent != s.Places[0] || s.Places[0].Children[0] != s.Places[1] {
		t.Errorf("town: %+v", s.Places[1])
	}
}

func TestAlphabetGoesByReadingWithoutLeadingMarks(t *testing.T) {
	t.Parallel()
	letters, split := New(county(), nil, Settings{BaseURL: "https://a.example"}).AZ()
	var got []string
	for _, l := range letters {
		for _, n := range l.Names {
			got = append(got, string(l.Letter)+n.Text)
		}
	}
	if want := "A安全许可 C出生登记 C《出生证》签发 KK 证 W娃儿出生证"; strings.Join(got, " ") != want || split {
		t.Errorf("got %q, split %v", strings.Join(got, " "), split)
	}
}

func TestLargeAlphabetHasAPageForEachLetter(t *testing.T) {
	t.Parallel()
	cat := county()
	for i := range azPages {
		cat.Items[0].Aliases = append(cat.Items[0].Aliases, fmt.Sprintf("别名%d", i))
	}
	letters, split := New(cat, nil, Settings{BaseURL: "https://a.example"}).AZ()
	if !split || letters[0].Path != "az-a.html" || LetterPath('#') != "az-other.html" {
		t.Errorf("split %v, %s", split, letters[0].Path)
	}
}

func TestListsAreCutIntoPages(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]string{0: "x.html 0–0", 1: "x.html 0–1", 200: "x.html 0–200", 201: "x.html 0–200 x-2.html 200–201"} {
		var got []string
		for _, p := range Parts("x.html", n) {
			got = append(got, fmt.Sprintf("%s %d–%d", p.Path, p.From, p.To))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d: %v", n, got)
		}
	}
}

func TestSettingsNameWhatIsMissing(t *testing.T) {
	t.Parallel()
	s := Settings{BaseURL: "https://yibentong.example/", Host: "某县人民政府"}
	if !s.Placeholder() || slices.Contains(s.Missing(), "主办单位") || !slices.Contains(s.Missing(), "ICP备案号") || !slices.Contains(s.Missing(), "正式网址") {
		t.Errorf("missing: %v", s.Missing())
	}
	real := Settings{BaseURL: "https://www.a.gov.cn:8443/b/c"}.normal()
	if real.Placeholder() || real.Folder() != "/b/c/" || (Settings{BaseURL: "https://a.gov.cn"}).normal().Folder() != "/" {
		t.Errorf("folder %q", real.Folder())
	}
}

func TestAddressesAreMadeHere(t *testing.T) {
	t.Parallel()
	s := New(county(), nil, Settings{BaseURL: "https://a.gov.cn/b"})
	for got, want := range map[string]string{
		s.Absolute(HomePath): "https://a.gov.cn/b/", s.Absolute("P001.html"): "https://a.gov.cn/b/P001.html",
		FilePath("a.pdf"): "files/a.pdf", FilePath("https://b.cn/a.pdf"): "https://b.cn/a.pdf", PartPath("laws.html", 3): "laws-3.html",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

func TestProseIsInMenuOrderAndIndexIsTheIntroduction(t *testing.T) {
	t.Parallel()
	s := New(county(), []*content.Page{{Slug: "b", Order: 2}, {Slug: "index"}, {Slug: "c", Order: 1}, {Slug: "a", Order: 2}}, Settings{BaseURL: "https://a.example"})
	var got []string
	for _, p := range s.Prose {
		got = append(got, p.Slug)
	}
	if strings.Join(got, " ") != "c a b" || s.Intro == nil {
		t.Errorf("got %v", got)
	}
}
