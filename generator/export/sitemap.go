package export

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// sitemapSize is how many addresses one file holds; sitemaps.org allows 50,000.
const sitemapSize = 40_000

const sitemapSpace = ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n"

// sitemaps promises the site map: one file, or parts and an index of them.
func (x *exporter) sitemaps(pages []string) []site.Output {
	if len(pages) <= sitemapSize {
		return []site.Output{{Path: SitemapPath, Make: func(w io.Writer) error { return x.locations(w, "urlset", "url", pages) }}}
	}
	var parts []string
	var out []site.Output
	for some := range slices.Chunk(pages, sitemapSize) {
		path := fmt.Sprintf("sitemap-%d.xml", len(parts)+1)
		parts = append(parts, path)
		out = append(out, site.Output{Path: path, Make: func(w io.Writer) error { return x.locations(w, "urlset", "url", some) }})
	}
	return append(out, site.Output{Path: SitemapPath, Make: func(w io.Writer) error {
		return x.locations(w, "sitemapindex", "sitemap", parts)
	}})
}

// locations writes a list of addresses, for items with the day of their last
// change. The page of wrong addresses is not among them.
func (x *exporter) locations(w io.Writer, list, member string, paths []string) error {
	b := bufio.NewWriter(w) // keeps its first error for Flush
	b.WriteString(xml.Header + "<" + list + sitemapSpace)
	for _, p := range paths {
		if p == site.NotFoundPath {
			continue
		}
		b.WriteString("<" + member + "><loc>")
		if err := xml.EscapeText(b, []byte(x.address(p))); err != nil {
			return err
		}
		b.WriteString("</loc>")
		if d := x.changed(p); d.Ok() {
			b.WriteString("<lastmod>" + d.String() + "</lastmod>")
		}
		b.WriteString("</" + member + ">\n")
	}
	b.WriteString("</" + list + ">\n")
	return b.Flush()
}

// changed is when the item of a page was last changed; it is not known for other pages.
func (x *exporter) changed(path string) catalog.Date {
	id := catalog.ItemID(strings.TrimSuffix(path, ".html"))
	if id.ParseScalar(string(id)) != nil {
		return catalog.Date{}
	}
	i, ok := slices.BinarySearchFunc(x.catalog.Items, id, func(it *catalog.Item, id catalog.ItemID) int {
		switch {
		case it.ID.Before(id):
			return -1
		case id.Before(it.ID):
			return 1
		}
		return 0
	})
	if !ok {
		return catalog.Date{}
	}
	return updated(x.catalog.Items[i])
}
