package engine

import (
	"fmt"
	"slices"
	"testing"

	"yibentong/generator/search"
)

// many repeats the real items under the names of towns.
func many(r *real, n int) []search.Doc {
	docs := slices.Clone(r.docs)
	for i := len(docs); i < n; i++ {
		d := docs[i%len(r.docs)]
		d.ID = fmt.Sprintf("%s%05d", d.ID[:1], i)
		d.Name = fmt.Sprintf("%s（第%d村）", d.Name, i/len(r.docs))
		docs = append(docs, d)
	}
	return docs
}

// A query that fetches its rows finds first what it finds first in the whole table, among many
// items as like as these; and what is fetched of the rows stays a small part of them.
func TestFetchedRowsAnswerAsTheWholeTable(t *testing.T) {
	if testing.Short() {
		t.Skip("some hundred queries in an interpreter")
	}
	r, err := openReal()
	if err != nil {
		t.Fatal(err)
	}
	docs := many(r, 1500)
	files, index, err := search.Build(docs, r.synonyms, search.Options{TableMost: 500})
	if err != nil {
		t.Fatal(err)
	}
	e, err := Open(files, index)
	if err != nil {
		t.Fatal(err)
	}
	asked, first, lost := 0, 0, 0
	for i, q := range questions(t) {
		if i%3 != 0 || q.want == nil || !slices.ContainsFunc(r.names, q.want.MatchString) {
			continue
		}
		rs, err := e.Explain(q.query, 10)
		if err != nil {
			t.Fatal(err)
		}
		asked++
		if at := slices.IndexFunc(rs, func(x Result) bool { return q.want.MatchString(x.Name) }); at == 0 {
			first++
		} else if at < 0 {
			lost++
			t.Logf("%s %q is lost", q.kind, q.query)
		}
	}
	t.Logf("%d queries, %d right at once, %d lost", asked, first, lost)
	if asked < 60 || first < asked*95/100 || lost > asked*2/100 {
		t.Errorf("%d queries, %d right at once, %d lost", asked, first, lost)
	}
}

// Every item is found by its official name, also when its row must be fetched.
func TestEveryNameIsFoundInFetchedRows(t *testing.T) {
	r, err := openReal()
	if err != nil {
		t.Fatal(err)
	}
	files, index, err := search.Build(r.docs, r.synonyms, search.Options{TableMost: 1})
	if err != nil {
		t.Fatal(err)
	}
	if index.Brief != "" {
		t.Error("summaries of all items go with rows that are fetched")
	}
	e, err := Open(files, index)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range r.docs {
		if i%4 != 0 {
			continue
		}
		rs, err := e.Explain(d.Name, 1)
		if err != nil || len(rs) == 0 || rs[0].ID != d.ID {
			t.Errorf("%s %s: %v, %v", d.ID, d.Name, rs, err)
		}
	}
}
