// Package export makes the files for machines: every item as JSON with its
// schema, all items as JSON and as CSV with a dictionary, feeds of changes,
// the map of the site and the word to robots.
//
// A catalogue goes in, promises of files come out. Keys are English and those
// of the records, values are Chinese, ids come with their names, addresses are
// absolute. What is not known has no key: there is neither null nor "". Dates
// are those of the records; no clock is read.
package export

import (
	_ "embed"
	"fmt"
	"io"
	"net/url"
	"strings"
	"sync"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// Paths of the files of which there is one.
const (
	ItemsJSONPath  = "items.json"
	ItemsCSVPath   = "items.csv"
	DictionaryPath = "items-dictionary.csv"
	AtomPath       = "feed.atom.xml"
	JSONFeedPath   = "feed.json"
	SitemapPath    = "sitemap.xml"
	RobotsPath     = "robots.txt"
	SchemaPath     = "schema/published-item.schema.json"
)

//go:embed item.schema.json
var itemSchema []byte

// exporter makes the files of one catalogue. It does not change once it is
// made, but for what it remembers to save work.
type exporter struct {
	catalog *catalog.Catalog
	base    string // address of the handbook, with a slash at the end
	news    func() []entry
	parts   sync.Map  // see encoder
	buffers sync.Pool // of *[]byte
}

// Outputs promises all files for machines. baseURL is where the handbook is
// published; pages are the paths that belong in the site map. The error says
// that baseURL is no address.
func Outputs(c *catalog.Catalog, baseURL string, pages []string) ([]site.Output, error) {
	x, err := newExporter(c, baseURL)
	if err != nil {
		return nil, err
	}
	out := make([]site.Output, 0, len(c.Items)+8)
	for _, it := range c.Items {
		out = append(out, site.Output{Path: site.ItemJSONPath(it.ID), Make: func(w io.Writer) error { return x.writeItem(w, it) }})
	}
	for _, b := range c.Bundles {
		out = append(out, site.Output{Path: site.ErrandJSONPath(b.ID), Make: func(w io.Writer) error { return x.writeErrand(w, b) }})
	}
	out = append(out,
		site.Output{Path: SchemaPath, Make: write(itemSchema)},
		site.Output{Path: ItemsJSONPath, Make: x.writeItems},
		site.Output{Path: ItemsCSVPath, Make: x.writeCSV},
		site.Output{Path: DictionaryPath, Make: writeDictionary},
		site.Output{Path: AtomPath, Make: x.writeAtom},
		site.Output{Path: JSONFeedPath, Make: x.writeJSONFeed},
		site.Output{Path: RobotsPath, Make: write([]byte("User-agent: *\nDisallow:\n\nSitemap: " + x.address(SitemapPath) + "\n"))},
	)
	return append(out, x.sitemaps(pages)...), nil
}

func newExporter(c *catalog.Catalog, baseURL string) (*exporter, error) {
	u, err := url.Parse(baseURL)
	if err != nil {
		return nil, fmt.Errorf("base address: %w", err)
	}
	if u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.RawQuery != "" || u.Fragment != "" {
		return nil, fmt.Errorf("base address %q is not of the form https://host/folder/", baseURL)
	}
	x := &exporter{catalog: c, base: strings.TrimSuffix(u.String(), "/") + "/"}
	x.buffers.New = func() any { return new([]byte) }
	x.news = sync.OnceValue(x.latest)
	return x, nil
}

// address is the full address of a file of the handbook; what has one already keeps it.
func (x *exporter) address(path string) string { return absolute(x.base, path) }

func absolute(base, path string) string {
	switch {
	case path == site.HomePath:
		return base
	case strings.Contains(path, "://"):
		return path
	}
	return base + (&url.URL{Path: path}).EscapedPath()
}

// lend gives make an encoder to fill and writes what it appended.
func (x *exporter) lend(w io.Writer, fill func(e *encoder)) error {
	b := x.buffers.Get().(*[]byte)
	defer x.buffers.Put(b)
	e := &encoder{x.base, &x.parts, (*b)[:0]}
	fill(e)
	*b = e.b
	_, err := w.Write(e.b)
	return err
}

func write(b []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(b)
		return err
	}
}
