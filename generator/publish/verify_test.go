package publish

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

// site is what the pages of these tests may lead to.
var site = edition{
	"index.html":          `<h1 id="top-of-all">x</h1>`,
	"search.html":         `<main ID='main'>`,
	"items/P001.html":     `<p id="材料"><p id="a&amp;b">`,
	"assets/icons.ab.svg": `<svg><symbol id="home"/></svg>`,
	"assets/a.css":        ``,
	"book.pdf":            ``,
}

func verify(t *testing.T, e edition) []Broken {
	t.Helper()
	s := open(t, newDir(t), Options{})
	write(t, s, e)
	return s.Verify()
}

// withSite is the site with one more page.
func withSite(name, body string) edition {
	e := edition{name: body}
	for name, body := range site {
		e[name] = body
	}
	return e
}

func TestVerifyOneLink(t *testing.T) {
	t.Parallel()
	const page = "items/x.html"
	for _, c := range []struct {
		link string
		why  Fault
	}{
		{"../index.html", ""},
		{"./../items/./P001.html", ""},
		{"P001.html", ""},
		{" P001.html\n", ""},
		{"P001.html?from=list#材料", ""},
		{"P001.html#%E6%9D%90%E6%96%99", ""},
		{"P001.html#a&amp;b", ""},
		{"P001%2ehtml", ""},
		{"../search.html?q=%zz&amp;x=/", ""},
		{"../search.html#main", ""},
		{"../assets/icons.ab.svg#home", ""},
		{"../book.pdf#page=3", ""},
		{"../manifest.json", ""},
		{"#here", ""}, {"#", ""}, {"#top", ""}, {"?q=1", ""}, {"?q=1#here", ""}, {"x.html#here", ""}, {"../items/x.html#here", ""},
		{"https://example.org/", ""}, {"HTTP://example.org", ""}, {"mailto:a@example.org", ""}, {"tel:12345", ""}, {"data:image/png;base64,AA", ""},

		{"P002.html", Missing},
		{"../items/P001.html/", Folder},
		{"../P001.html", Missing},
		{"..//index.html", Missing},
		{`..\index.html`, Missing},
		{"P001.html%23材料", Missing},
		{"p001.html", Case},
		{"../Items/P001.html", Case},
		{"P001.html#nowhere", Anchor},
		{"P001.html#home", Anchor},
		{"../assets/icons.ab.svg#away", Anchor},
		{"#nowhere", Anchor},
		{"?q#nowhere", Anchor},
		{"../items", Folder},
		{"../", Folder},
		{"..", Folder},
		{".", Folder},
		{"../assets/", Folder},
		{"/index.html", Rooted},
		{"//example.org/", Rooted},
		{"../../index.html", Outside},
		{"%2e%2e/../index.html", Outside},
		{"P001.html%", Escape},
		{"P001.html#%g1", Escape},
		{"", Empty},
		{"  ", Empty},
	} {
		got := verify(t, withSite(page, `<p id="here"><a href="`+c.link+`">x</a>`))
		var why Fault
		if len(got) > 0 {
			why = got[0].Why
			if got[0].Page != page || len(got) > 1 {
				t.Errorf("%q: got %v", c.link, got)
			}
		}
		if why != c.why {
			t.Errorf("%q: got %q, want %q", c.link, why, c.why)
		}
	}
}

func TestVerifyFindsLinksInMarkup(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ markup, want string }{
		{`<a href="1">`, "1"},
		{`<a class=x href='1' >`, "1"},
		{`<a href=1>2</a>`, "1"},
		{`<A HREF = "1">`, "1"},
		{`<a title="a > b" href="1">`, "1"},
		{`<a title='"' href="1">`, "1"},
		{"<a\n\thref=\"1\"\n>", "1"},
		{`<img src="1" srcset="2 1x, 3 2x" alt="href='4'">`, "1 2 3"},
		{`<img srcset="1, 2,3 100w,4">`, "1 2,3 4"}, // only a comma at the end of an address ends it
		{`<img srcset="data:image/png,x 1x, 2 2x">`, "2"},
		{`<form action="1"><button formaction="2">`, "1 2"},
		{`<video poster="1"><source src="2">`, "1 2"},
		{`<img data-src="1" data-href="2">`, "1"},
		{`<svg><use href="1"/><use xlink:href="2"/></svg>`, "1 2"},
		{`<link rel="canonical" href="https://example.org/x"><link rel="stylesheet" href="1">`, "1"},
		{`<br/><a href="1"/><a href="2">`, "1 2"},
		{`<script src="1">var a = '<a href="2">'</script><a href="3">`, "1 3"},
		{`<script>if (a</b/) x("</scr")</SCRIPT ><a href="1">`, "1"},
		{`<style>a[href="1"]{}/*<a href="2">*/</style><a href="3">`, "3"},
		{`<title><a href="1"></title><textarea><a href="2"></textarea><a href="3">`, "3"},
		{`<!-- <a href="1"> --><a href="2">`, "2"},
		{`<!--><a href="1"><!---><a href="2">`, "1 2"},
		{`<!doctype html><?xml x?><a href="1">`, "1"},
		{`<noscript><a href="1"></noscript><template><a href="2"></template>`, "1 2"},
		{`a < b <a href="1"> < <`, "1"},
		{`</a href="1"><a href="2">`, "2"},
		{`<a href="1`, "1"},
		{`<a href`, ""},
		{`<a href=`, ""},
		{`<a`, ""},
		{`<`, ""},
		{`<!--`, ""},
		{`<script>`, ""},
		{`<script></`, ""},
		{`<a ="x" "y" href="1">`, "1"},
		{`<a aria-describedby="2" href="1">`, "1"},
	} {
		p := page{name: "x.html"}
		p.scan([]byte(c.markup))
		var got []string
		for _, k := range p.links {
			if k.fault != Empty {
				got = append(got, string(k.text))
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %q, want %s", c.markup, got, c.want)
		}
	}
}

func TestVerifyTellsEachTargetOnceWithTheFirstPage(t *testing.T) {
	t.Parallel()
	header := `<a href="gone.html"><a href="/rooted"><a href="index.html#gone">`
	got := verify(t, edition{
		"c.html":     header,
		"b.html":     header,
		"index.html": "",
		"a/a.html":   `<a href="../gone.html">`,
		"note.txt":   `<a href="nowhere.html">`,
	})
	want := []Broken{
		{"a/a.html", "../gone.html", Missing},
		{"b.html", "/rooted", Rooted},
		{"b.html", "index.html#gone", Anchor},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v", got)
	}
}

func TestVerifyDoesNotDependOnTheOrderOfWriting(t *testing.T) {
	t.Parallel()
	var want []Broken
	for range 5 {
		s := open(t, newDir(t), Options{})
		var all sync.WaitGroup
		for i := range 50 {
			all.Go(func() {
				body := fmt.Sprintf(`<p id="p%d"><a href="./gone.html"><a href="gone.html"><a href="%d.html#p%d"><a href="%[2]d.html#q">`, i, (i+7)%60, (i+7)%60)
				if err := s.Write(fmt.Sprintf("%d.html", i), []byte(body)); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		got := s.Verify()
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) || len(got) < 50 {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

func FuzzScanKeepsInsideTheBody(f *testing.F) {
	f.Add([]byte(`<a href="x#y" srcset='a 1x, b'><!-- --><script></script><p id=z>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		p := page{name: "a/b.html"}
		p.scan(body)
		for _, k := range p.links {
			if k.fault == "" && (len(k.key) == 0 || strings.HasPrefix(string(k.key), "../")) {
				t.Errorf("link %q: key %q", k.text, k.key)
			}
		}
	})
}
