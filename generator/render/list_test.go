package render

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"

	"yibentong/generator/site"
)

func TestReferencePagesSayWhoUsesThem(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	files.page(t, "law-fuyi-fa.html").has(".rows li", "什么都有的<事项>第一条、第一百二十条之一 管复议。")
	files.page(t, "law-jiu-fa.html").has(".alert", "已废止 2020年1月1日起，由《中华人民共和国行政复议法》取代")
	m := files.page(t, "material-id-card.html")
	m.has(".rows a", "P001什么都有的<事项>")
	m.has(".pairs p", "办只有必填的事项得到它")
	files.page(t, "department-wjj.html").has("section h2", "办理的事项（3件）", "主管或参与办理的事项")
	town := files.page(t, "place-511399001.html")
	town.has("section:last-of-type li", "乙村")
	town.has("section p", "乡镇便民服务中心能办的事（1件）")
	if files["place-511399001001.html"] != nil {
		t.Error("a village has a page of its own")
	}
}

func TestHomeCountsWhatIsThere(t *testing.T) {
	t.Parallel()
	p := print(t, mini(t, placeholder), look(t)).page(t, "index.html")
	p.has(".door-count", "4件", "1件")
	p.has(".door-personal .rows a", "P001什么都有的<事项>")
	if p.attr("form[role=search]", "action") != "search.html" {
		t.Error("the search box leads elsewhere")
	}
}

func TestAlphabetHoldsPlainNamesToo(t *testing.T) {
	t.Parallel()
	p := print(t, mini(t, placeholder), look(t)).page(t, "az.html")
	p.has("#letter-S + ul li", "什么都有的<事项>", "什么都有的事项（变更）", "俗称甲即什么都有的<事项>", "俗称乙即什么都有的<事项>")
}

func TestLongListsGoOnAndNameEveryPage(t *testing.T) {
	t.Parallel()
	parts := site.Parts("items.html", 20*site.PageSize+1)
	p := newPager(parts, 10)
	var shown []string
	for _, x := range p.Pages {
		if x.Gap {
			shown = append(shown, "…")
		}
		shown = append(shown, fmt.Sprint(x.Number))
	}
	if got := strings.Join(shown, " "); got != "1 … 8 9 10 11 12 13 14 … 21" {
		t.Errorf("pager: %s", got)
	}
	if p.Prev != "items-10.html" || p.Next != "items-12.html" || p.Pages[0].Path != "items.html" {
		t.Errorf("got %+v", p)
	}
	if newPager(parts[:1], 0) != nil {
		t.Error("a list of one page has a pager")
	}
}

func TestSliceKeepsEveryLinkOnceAndItsHeading(t *testing.T) {
	t.Parallel()
	var groups []group
	for g := range 5 {
		var links []counted
		for i := range 70 {
			links = append(links, counted{Path: fmt.Sprintf("%d-%d", g, i)})
		}
		groups = append(groups, group{fmt.Sprint(g), links})
	}
	var got []string
	for _, part := range site.Parts("x.html", 350) {
		for _, g := range slice(groups, part.From, part.To) {
			for _, l := range g.Links {
				if !strings.HasPrefix(l.Path, g.Name+"-") {
					t.Fatalf("%s stands under %s", l.Path, g.Name)
				}
				got = append(got, l.Path)
			}
		}
	}
	if len(got) != 350 || got[199] != "2-59" || got[200] != "2-60" {
		t.Errorf("%d links", len(got))
	}
}

func TestSearchPageFollowsItsScript(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	p := files.page(t, "search.html")
	if p.attr("script[defer]", "src") != "search/search.1.js" || len(p.all("script[defer]")) != 2 {
		t.Error("the scripts of the search are not there")
	}
	if p.attr("#search", "data-brief") != "search/brief.1.js" || p.attr("#search", "data-text") != "" {
		t.Error("the files of the search are not named")
	}
	for _, id := range []string{"#search-status", "#search-suggest", "#search-filters", "#search-results", "#search-more", "#search-empty", "#search-misses", "#search-start", "noscript"} {
		if len(p.all(id)) != 1 {
			t.Errorf("no %s", id)
		}
	}
	if len(p.all("#q")) != 1 {
		t.Error("not one search box")
	}
}

func TestPagesComeMinified(t *testing.T) {
	t.Parallel()
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepQuotes: true, KeepEndTags: true, KeepDocumentTags: true, KeepDefaultAttrVals: true})
	before, after := 0, 0
	for path, body := range print(t, mini(t, placeholder), look(t)) {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		var b bytes.Buffer
		if err := m.Minify("text/html", &b, bytes.NewReader(body)); err != nil {
			t.Fatal(err)
		}
		before, after = before+len(body), after+b.Len()
	}
	if saved := float64(before-after) / float64(before); saved > 0.02 {
		t.Errorf("minifying finished pages would still save %.1f %%", 100*saved)
	}
}
