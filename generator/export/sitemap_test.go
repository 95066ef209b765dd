package export

import (
	"encoding/xml"
	"fmt"
	"testing"

	"yibentong/generator/site"
)

type sitemap struct {
	XMLName xml.Name
	URLs    []location `xml:"url"`
	Parts   []location `xml:"sitemap"`
}

type location struct {
	Loc     string `xml:"loc"`
	LastMod string `xml:"lastmod"`
}

func readSitemap(t *testing.T, b []byte, list string) sitemap {
	t.Helper()
	var m sitemap
	if err := xml.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	if want := (xml.Name{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", Local: list}); m.XMLName != want {
		t.Errorf("got a %v, want %v", m.XMLName, want)
	}
	return m
}

func TestLongSitemapIsSplit(t *testing.T) {
	t.Parallel()
	pages := []string{"index.html", site.NotFoundPath}
	for i := len(pages); i < 2*sitemapSize+1; i++ {
		pages = append(pages, fmt.Sprintf("P%03d.html", i))
	}
	files := made(t, tiny(t), base, pages...)
	index := readSitemap(t, files[SitemapPath], "sitemapindex")
	if len(index.Parts) != 3 || len(index.URLs) != 0 {
		t.Fatalf("%d parts in the index", len(index.Parts))
	}
	seen := map[string]bool{}
	for i, part := range index.Parts {
		path := fmt.Sprintf("sitemap-%d.xml", i+1)
		if part.Loc != base+path {
			t.Errorf("part %d is at %s", i+1, part.Loc)
		}
		m := readSitemap(t, files[path], "urlset")
		if len(m.URLs) == 0 || len(m.URLs) > sitemapSize {
			t.Errorf("%s has %d addresses", path, len(m.URLs))
		}
		for _, u := range m.URLs {
			seen[u.Loc] = true
			if (u.LastMod != "") != (u.Loc == base+"P002.html") {
				t.Errorf("%s was changed on %q", u.Loc, u.LastMod)
			}
		}
	}
	if len(seen) != len(pages)-1 || !seen[base] || seen[base+site.NotFoundPath] {
		t.Errorf("%d addresses for %d pages", len(seen), len(pages))
	}
}

func TestShortSitemapIsOneFile(t *testing.T) {
	t.Parallel()
	pages := make([]string, sitemapSize)
	for i := range pages {
		pages[i] = fmt.Sprintf("a&b-%d.html", i)
	}
	files := made(t, tiny(t), base, pages...)
	if m := readSitemap(t, files[SitemapPath], "urlset"); len(m.URLs) != sitemapSize || m.URLs[0].Loc != base+"a&b-0.html" {
		t.Errorf("%d addresses", len(m.URLs))
	}
	if files["sitemap-1.xml"] != nil {
		t.Error("a part beside it")
	}
}
