package content

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yibentong/generator/diag"
)

const about = "---\ntitle: 关于\nsummary: 说明。\nmenu: true\norder: 3\nupdated: 2026-11-24\n---\n\n# 头\n\n正文\n"

// loaded loads one page under a name.
func loaded(t testing.TB, name, text string) ([]*Page, *diag.List) {
	t.Helper()
	var l diag.List
	pages, err := Load(fstest.MapFS{name: {Data: []byte(text)}}, &l)
	if err != nil {
		t.Fatal(err)
	}
	return pages, &l
}

func TestAPageIsReadWithItsFrontMatter(t *testing.T) {
	t.Parallel()
	pages, l := loaded(t, "content/about.md", about)
	if l.Len() > 0 || len(pages) != 1 {
		t.Fatal(l.Sorted(), pages)
	}
	p := pages[0]
	if p.Slug != "about" || p.Title != "关于" || p.Summary != "说明。" || !p.Menu || p.Order != 3 || p.Updated.String() != "2026-11-24" || p.Body != "\n# 头\n\n正文\n" || p.Line != 8 {
		t.Errorf("%+v", p)
	}
}

// Each fault is told at its line of the file, not of the front matter.
func TestFaultsAreToldAtTheirPlace(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, file, text, code string
		line                   int
	}{
		{"no front matter", "content/about.md", "# 头\n", "content-front-matter", 1},
		{"not closed", "content/about.md", "---\ntitle: 关于\n", "content-front-matter", 1},
		{"wrong key", "content/about.md", strings.Replace(about, "menu:", "menue:", 1), "key-unknown", 4},
		{"bad date", "content/about.md", strings.Replace(about, "2026-11-24", "昨天", 1), "", 6},
		{"no title", "content/about.md", strings.Replace(about, "title: 关于\n", "", 1), "key-missing", 2},
		{"name", "content/About.md", about, "content-name", 0},
		{"script link", "content/about.md", about + "\n[点](javascript:alert(1))\n", "link-unsafe", 13},
		{"picture from elsewhere", "content/about.md", about + "\n\n![图](https://example.com/x.png)\n", "link-unsafe", 14},
		{"nested", "content/about.md", about + strings.Repeat(">", 3000) + "\n", "text-nesting", 8},
	} {
		_, l := loaded(t, tt.file, tt.text)
		found := l.Sorted()
		if len(found) == 0 {
			t.Errorf("%s: nothing found", tt.name)
			continue
		}
		if f := found[0]; tt.code != "" && f.Code.ID != tt.code || f.Line != tt.line {
			t.Errorf("%s: %s at line %d, want %s at %d", tt.name, f.Code.ID, f.Line, tt.code, tt.line)
		}
	}
}

func TestTheHandbooksOwnPagesLoad(t *testing.T) {
	t.Parallel()
	var l diag.List
	pages, err := Load(os.DirFS("../.."), &l)
	if err != nil || l.Len() > 0 {
		t.Fatal(err, l.Sorted())
	}
	if !slices.ContainsFunc(pages, func(p *Page) bool { return p.Slug == "privacy" && p.Menu }) {
		t.Error("the privacy page is missing or not in the menu")
	}
}

// FuzzLoad: any bytes are a page or a finding, and a finding's place is in the file.
func FuzzLoad(f *testing.F) {
	f.Add(about)
	f.Add("---\n---\n---\n")
	f.Add("\ufeff" + about)
	f.Add("---\ntitle: &a [*a]\n---\n[x](data:text/html,y)")
	f.Fuzz(func(t *testing.T, text string) {
		pages, l := loaded(t, "content/x.md", text)
		errs, _ := l.Count()
		if len(pages) == 0 && errs == 0 {
			t.Error("neither page nor finding")
		}
		for _, found := range l.Sorted() {
			if found.Line > strings.Count(text, "\n")+2 {
				t.Errorf("%s is told at line %d of %d", found.Code.ID, found.Line, strings.Count(text, "\n")+1)
			}
		}
	})
}
