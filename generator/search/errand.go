package search

import (
	"strings"

	"yibentong/generator/catalog"
)

// errandID marks the ids of errands, which are words, from the numbers of items.
const errandID = "errand-"

// errandDocs makes the documents of errands. They stand after the items, and claim no
// popularity: whoever types the name of an item wants the item.
func errandDocs(cat *catalog.Catalog) []Doc {
	var docs []Doc
	for _, b := range cat.Bundles {
		d := Doc{ID: errandID + string(b.ID), Name: b.Name, Aliases: b.Aliases, Audience: string(b.Audience), Errand: true,
			Summary: b.Summary}
		if len(b.Stages) > 0 {
			d.Stage = b.Stages[0].To.Name
		}
		for i := range b.Steps {
			d.Text = append(d.Text, b.Steps[i].Name)
		}
		for _, it := range b.Items() {
			d.Text = append(d.Text, it.Name)
		}
		for _, q := range b.FAQ {
			d.Text = append(d.Text, q.Q)
		}
		d.Text = append(d.Text, strings.TrimSpace(b.Notes))
		docs = append(docs, d)
	}
	return docs
}
