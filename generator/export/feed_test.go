package export

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"yibentong/generator/catalog"
)

// told is what both feeds say of an entry.
type told struct{ id, url, title, text, when string }

func atomEntries(t *testing.T, b []byte) (all []told) {
	t.Helper()
	var f struct {
		XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		ID      string      `xml:"http://www.w3.org/2005/Atom id"`
		Title   string      `xml:"http://www.w3.org/2005/Atom title"`
		Updated string      `xml:"http://www.w3.org/2005/Atom updated"`
		Author  string      `xml:"author>name"`
		Links   []atomLink  `xml:"link"`
		Entries []atomEntry `xml:"entry"`
	}
	if err := xml.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	if f.ID == "" || f.Title == "" || f.Author == "" || len(f.Links) != 2 || f.Links[0] != (atomLink{"self", "application/atom+xml", base + AtomPath}) {
		t.Errorf("the feed lacks what RFC 4287 wants: %+v", f)
	}
	for i, e := range f.Entries {
		if i == 0 && e.Updated != f.Updated {
			t.Errorf("feed of %s, newest entry of %s", f.Updated, e.Updated)
		}
		all = append(all, told{e.ID, e.Links[0].Href, e.Title, e.Summary, e.Updated})
	}
	return all
}

func jsonEntries(t *testing.T, b []byte) (all []told) {
	t.Helper()
	var f jsonFeed
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatal(err)
	}
	if f.Version != "https://jsonfeed.org/version/1.1" || f.Title == "" || f.FeedURL != base+JSONFeedPath || f.Items == nil {
		t.Errorf("the feed lacks what JSON Feed 1.1 wants: %+v", f)
	}
	for _, e := range f.Items {
		all = append(all, told{e.ID, e.URL, e.Title, e.Text, e.Published})
	}
	return all
}

func TestFeedsTellTheNewestChanges(t *testing.T) {
	t.Parallel()
	none := *tiny(t)
	none.Items = nil
	for name, c := range map[string]*catalog.Catalog{"tiny": tiny(t), "real": actual(t), "many": crowded(t), "none": &none} {
		files := made(t, c, base)
		entries := atomEntries(t, files[AtomPath])
		if other := jsonEntries(t, files[JSONFeedPath]); !slices.Equal(entries, other) {
			t.Errorf("%s: the feeds differ: %v and %v", name, entries, other)
		}
		changes := 0
		for _, it := range c.Items {
			changes += len(it.Changes)
		}
		if len(entries) != min(changes, feedSize) {
			t.Errorf("%s: %d entries for %d changes", name, len(entries), changes)
		}
		seen := map[string]bool{}
		for i, e := range entries {
			if seen[e.id] || !strings.HasPrefix(e.id, "urn:uuid:") || e.text == "" || e.title == "" || !strings.HasPrefix(e.url, base) {
				t.Errorf("%s: bad entry %+v", name, e)
			}
			seen[e.id] = true
			if _, err := time.Parse(time.RFC3339, e.when); err != nil || i > 0 && e.when > entries[i-1].when {
				t.Errorf("%s: entry %d is of %q", name, i, e.when)
			}
		}
	}
}

// crowded is a handbook with more changes than a feed tells.
func crowded(t *testing.T) *catalog.Catalog {
	t.Helper()
	c := tiny(t)
	first := c.Items[0]
	c.Items = nil
	for i := range 90 {
		it := *first
		it.ID = catalog.ItemID(fmt.Sprintf("P%03d", i+1))
		c.Items = append(c.Items, &it)
	}
	return c
}

func TestEntriesKeepTheirIDs(t *testing.T) {
	t.Parallel()
	ids := func(c *catalog.Catalog, base string) map[string]string {
		x, err := newExporter(c, base)
		if err != nil {
			t.Fatal(err)
		}
		all := map[string]string{}
		for _, n := range x.news() {
			all[string(n.item.ID)+n.what()] = n.id(c.Edition.Division)
		}
		return all
	}
	c := tiny(t)
	before := ids(c, base)
	changes := &c.Items[0].Changes
	*changes = append([]catalog.Change{{On: (*changes)[0].On, What: "又改了。"}}, *changes...)
	after := ids(c, "https://elsewhere.example/")
	if len(after) != len(before)+1 {
		t.Fatalf("%d entries, then %d", len(before), len(after))
	}
	for k, id := range before {
		if after[k] != id {
			t.Errorf("%s was %s, is %s", k, id, after[k])
		}
	}
}
