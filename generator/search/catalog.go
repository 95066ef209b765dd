package search

import (
	"slices"

	"yibentong/generator/catalog"
)

// Docs makes the documents of a catalog's items, in printed order, and of its errands.
func Docs(cat *catalog.Catalog) []Doc {
	docs := make([]Doc, len(cat.Items))
	for i, it := range cat.Items {
		docs[i] = document(it)
	}
	return append(docs, errandDocs(cat)...)
}

func document(it *catalog.Item) Doc {
	d := Doc{
		ID: string(it.ID), Name: it.Name, Aliases: it.Aliases, Summary: it.Summary,
		Audience: string(catalog.Personal), Popularity: it.Popularity,
		Online:  it.Channels != nil && len(it.Channels.Online) > 0,
		Instant: it.Time != nil && it.Time.Kind == catalog.Instant,
		Text:    texts(it),
	}
	if st := it.Stage.To; st != nil {
		d.Stage, d.Audience = st.Name, string(st.Audience)
	}
	for _, body := range []catalog.Ref[catalog.Department]{it.Authority.Line, it.Authority.Body} {
		if body.Ok() {
			d.Department = body.To.Short
			break
		}
	}
	return d
}

// texts gathers what of an item is worth finding: not every step, but what people would ask for.
func texts(it *catalog.Item) []string {
	out := []string{it.Scope, it.Quota}
	for _, c := range slices.Concat(it.Conditions, it.Exclusions) {
		out = append(out, c.Text)
	}
	out = papers(out, it.Materials)
	for _, r := range it.Results {
		out = append(out, r.Name)
	}
	for _, q := range it.FAQ {
		out = append(out, q.Q)
	}
	return append(out, it.Notes) // Markdown's signs are no characters that are indexed
}

func papers(out []string, uses []catalog.MaterialUse) []string {
	for _, u := range uses {
		if u.Material.Ok() {
			out = append(out, u.Material.To.Name)
		}
		out = papers(append(out, u.Label), u.AnyOf)
	}
	return out
}
