package render

import (
	"bytes"

	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/cascadia"
	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
	"yibentong/generator/diag"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

var placeholder = site.Settings{Title: "测试县一本通", BaseURL: "https://yibentong.example/", Language: "zh-CN", Theme: "handbook"}

// mini plans the handbook of testdata/mini.txtar.
func mini(t *testing.T, settings site.Settings) *site.Site {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/mini.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range archive.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	var l diag.List
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := content.Load(tree, &l)
	if err != nil {
		t.Fatal(err)
	}
	if errors, _ := l.Count(); errors > 0 {
		t.Fatalf("the small handbook has a fault: %+v", l.Sorted()[0])
	}
	return site.New(cat, pages, settings)
}

func look(t *testing.T) *theme.Theme {
	t.Helper()
	var l diag.List
	th, err := theme.Load(os.DirFS("../.."), "themes/handbook", &l)
	if err != nil || th == nil {
		t.Fatal(err, l.Sorted())
	}
	return th
}

// book is a finished handbook: each file by its path.
type book map[string][]byte

func print(t *testing.T, s *site.Site, th *theme.Theme) book {
	t.Helper()
	config := Config{Search: SearchFiles{Script: "search/search.1.js", Names: "search/names.1.js", Brief: "search/brief.1.js"}}
	outputs, err := Outputs(s, th, config)
	if err != nil {
		t.Fatal(err)
	}
	files := book{}
	for _, o := range outputs {
		var b bytes.Buffer
		if err := o.Make(&b); err != nil {
			t.Fatal(err)
		}
		if files[o.Path] != nil {
			t.Errorf("two files at %s", o.Path)
		}
		files[o.Path] = b.Bytes()
	}
	return files
}

// page is a parsed page that answers selectors.
type parsed struct {
	t    *testing.T
	root *html.Node
}

func (b book) page(t *testing.T, path string) parsed {
	t.Helper()
	if b[path] == nil {
		t.Fatalf("there is no %s", path)
	}
	root, err := html.Parse(bytes.NewReader(b[path]))
	if err != nil {
		t.Fatal(err)
	}
	return parsed{t, root}
}

// all is the text of each element that a selector finds, spaces collapsed.
func (p parsed) all(selector string) (out []string) {
	p.t.Helper()
	s, err := cascadia.ParseGroup(selector)
	if err != nil {
		p.t.Fatal(err)
	}
	for _, n := range cascadia.QueryAll(p.root, s) {
		out = append(out, strings.Join(strings.Fields(text(n)), " "))
	}
	return out
}

// attr is an attribute of the first element that a selector finds.
func (p parsed) attr(selector, name string) string {
	p.t.Helper()
	n := cascadia.Query(p.root, cascadia.MustCompile(selector))
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// has demands texts: all that a selector finds, in order.
func (p parsed) has(selector string, want ...string) {
	p.t.Helper()
	if got := p.all(selector); strings.Join(got, "|") != strings.Join(want, "|") {
		p.t.Errorf("%s:\n got %q\nwant %q", selector, got, want)
	}
}

func text(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(text(c))
	}
	return b.String()
}

func TestCompiledTemplatesPrintWhatHTMLTemplatePrints(t *testing.T) {
	t.Parallel()
	s, th := handbook(t)
	for _, x := range []*site.Site{s, mini(t, placeholder)} {
		fast, slow := print(t, x, th), print(t, x, th.Interpreted())
		if len(fast) != len(slow) {
			t.Fatalf("%d files and %d", len(fast), len(slow))
		}
		for path := range slow {
			if !bytes.Equal(fast[path], slow[path]) {
				t.Errorf("%s differs", path)
			}
		}
	}
}

func TestSamePlanGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	one, two := print(t, mini(t, placeholder), look(t)), print(t, mini(t, placeholder), look(t))
	for path := range one {
		if !bytes.Equal(one[path], two[path]) {
			t.Errorf("%s differs", path)
		}
	}
}

func TestNoPageHoldsWhatAStrictPolicyForbids(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	for path := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		p := files.page(t, path)
		if n := len(p.all(`[style], style, [onclick], [onload], script:not([src]):not([type="application/ld+json"]), iframe, embed, object`)); n > 0 {
			t.Errorf("%s: %d inline styles or scripts", path, n)
		}
		for _, mark := range []string{"%!", "ZgotmplZ", "<no value>", "&lt;nil&gt;"} {
			if bytes.Contains(files[path], []byte(mark)) {
				t.Errorf("%s holds %s", path, mark)
			}
		}
	}
}

func TestEveryPageHasItsTitleAndAddress(t *testing.T) {
	t.Parallel()
	files := print(t, mini(t, placeholder), look(t))
	titles := map[string]string{}
	for path := range files {
		if !strings.HasSuffix(path, ".html") {
			continue
		}
		p := files.page(t, path)
		title := p.all("title")[0]
		if other := titles[title]; other != "" {
			t.Errorf("%s and %s are both titled %s", path, other, title)
		}
		titles[title] = path
		want := "https://yibentong.example/" + strings.TrimPrefix(path, "index.html")
		if got := p.attr(`link[rel=canonical]`, "href"); got != want {
			t.Errorf("%s: canonical %s", path, got)
		}
		if len(p.all("h1")) != 1 || len(p.all("main")) != 1 || p.attr("html", "lang") != "zh-CN" || p.attr("meta[name=description]", "content") == "" {
			t.Errorf("%s lacks one h1, one main, its language or description", path)
		}
	}
}
