package export

import (
	"io"

	"yibentong/generator/catalog"
	"yibentong/generator/site"
)

// listBuffer is how many bytes of the list are gathered before they are written.
const listBuffer = 64 << 10

// writeItems streams the list of all items.
func (x *exporter) writeItems(w io.Writer) error {
	e := &encoder{x.base, &x.parts, make([]byte, 0, listBuffer+8<<10)}
	e.b = append(e.b, '{')
	e.key("edition")
	e.b = append(e.b, '{')
	e.edition(&x.catalog.Edition)
	e.b = append(e.b, '}')
	e.object("counts", func() { e.counts(x.catalog.Items) })
	e.key("items")
	e.b = append(e.b, '[')
	for _, it := range x.catalog.Items {
		e.brief(it)
		if len(e.b) < listBuffer {
			continue
		}
		// The last byte stays: key looks at it to know whether a comma is due.
		last := len(e.b) - 1
		if _, err := w.Write(e.b[:last]); err != nil {
			return err
		}
		e.b = append(e.b[:0], e.b[last])
	}
	_, err := w.Write(append(e.b, "]}\n"...))
	return err
}

func (e *encoder) counts(items []*catalog.Item) {
	n := map[catalog.Audience]int{}
	for _, it := range items {
		n[it.ID.Audience()]++
	}
	e.number("personal", n[catalog.Personal])
	e.number("enterprise", n[catalog.Enterprise])
}

// brief is an item's entry in the list: enough to choose it by.
func (e *encoder) brief(it *catalog.Item) {
	e.object("", func() {
		e.text("id", string(it.ID))
		e.text("name", it.Name)
		words(e, "aliases", it.Aliases)
		e.text("summary", it.Summary)
		e.link("url", site.ItemPath(it.ID))
		e.link("json", site.ItemJSONPath(it.ID))
		e.audience(it.ID.Audience())
		one(e, "stage", &it.Stage, stage)
		one(e, "department", &it.Authority.Body, department)
		e.coded("type", typeCodes[it.Type], string(it.Type))
		e.text("code", it.Code)
		one(e, "time", it.Time, limits)
		if it.Fee != nil {
			e.object("fee", func() { e.flag("charged", it.Fee.Charged) })
		}
		if n, ok := fewestTrips(it); ok {
			e.number("trips", n)
		}
		e.yes("online", online(it))
		e.text("status", state(it))
		e.date("updated", updated(it))
	})
}

// fewestTrips is how often a person must come when they choose the channel
// that spares most.
func fewestTrips(it *catalog.Item) (n int, known bool) {
	for i, t := range it.Trips {
		if i == 0 || t.Count < n {
			n = t.Count
		}
	}
	return n, len(it.Trips) > 0
}

// online tells whether a site or an app is known where the item is done. That
// none is known does not mean that there is none.
func online(it *catalog.Item) bool { return it.Channels != nil && len(it.Channels.Online) > 0 }
