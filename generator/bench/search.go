package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/search"
	"yibentong/generator/theme"
)

// runSearch writes the search of n items with the documents it is made of, and nothing else: the real items and,
// for more, the same once more for town after town. It tells how long it took.
func runSearch(args []string) error {
	flags := flag.NewFlagSet("search", flag.ContinueOnError)
	n := flags.Int("n", 0, "how many items; 0 for the real ones")
	out := flags.String("o", "", "the folder to write")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" {
		return fmt.Errorf("search: -o is missing")
	}
	var l diag.List
	cat, err := catalog.Load(os.DirFS("."), nil, &l)
	if err != nil {
		return err
	}
	synonyms, err := search.LoadSynonyms(os.DirFS("."), &l)
	if err != nil {
		return err
	}
	docs := copies(search.Docs(cat), cat.Places, *n)
	start := time.Now()
	files, _, err := search.Build(docs, synonyms, search.Options{Minify: theme.MinifyScript})
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%d items: %d files in %.2f s\n", len(docs), len(files), time.Since(start).Seconds())
	plain, err := json.Marshal(docs)
	if err != nil {
		return err
	}
	said, err := json.Marshal(synonyms)
	if err != nil {
		return err
	}
	files = append(files, search.File{Name: "docs.json", Body: plain}, search.File{Name: "synonyms.json", Body: said})
	for _, f := range files {
		name := filepath.Join(*out, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(name, f.Body, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// copies repeats docs under the names of places until there are n.
func copies(docs []search.Doc, places []*catalog.Place, n int) []search.Doc {
	out := slices.Clone(docs)
	for i := 0; len(out) < n; i++ {
		place := places[i/2%len(places)].Name
		for _, d := range docs {
			if len(out) == n {
				break
			}
			d.ID = fmt.Sprintf("%s%05d", d.ID[:1], len(out))
			if i%2 == 0 {
				d.Name = place + d.Name
			} else {
				d.Name += "（" + place + "）"
			}
			out = append(out, d)
		}
	}
	return out
}
