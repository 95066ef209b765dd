package export

import (
	"encoding/xml"
	"io"

	"yibentong/generator/site"
)

// An Atom feed (RFC 4287), as far as we use it.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID       string       `xml:"id"`
	Title    string       `xml:"title"`
	Updated  string       `xml:"updated"`
	Links    []atomLink   `xml:"link"`
	Category atomCategory `xml:"category"`
	Summary  string       `xml:"summary"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

func (x *exporter) writeAtom(w io.Writer) error {
	ed := &x.catalog.Edition
	f := atomFeed{
		Lang: "zh-CN", ID: feedID(ed.Division, "feed"), Title: x.feedTitle(), Updated: stamp(ed.Date), Author: x.author(),
		Links: []atomLink{{"self", "application/atom+xml", x.address(AtomPath)}, {"alternate", "text/html", x.base}},
	}
	for i, n := range x.news() {
		if i == 0 {
			f.Updated = n.stamp()
		}
		f.Entries = append(f.Entries, x.atomEntry(n))
	}
	return writeXML(w, f)
}

func (x *exporter) atomEntry(n entry) atomEntry {
	it := n.item
	return atomEntry{
		ID: n.id(x.catalog.Edition.Division), Title: it.Name, Updated: n.stamp(), Summary: n.what(),
		Links: []atomLink{
			{"alternate", "text/html", x.address(site.ItemPath(it.ID))},
			{"alternate", "application/json", x.address(site.ItemJSONPath(it.ID))},
		},
		Category: atomCategory{it.Stage.ID, stageName(it)},
	}
}

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
