package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yibentong/generator/build"
	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

// made generates a small handbook and lists its record files.
func made(t *testing.T, n int) (dir string, records []string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "book")
	if err := generate(os.DirFS("../.."), n, dir); err != nil {
		t.Fatal(err)
	}
	records, err := filepath.Glob(filepath.Join(dir, "catalog", "items", "*", "*", "*.yaml"))
	if err != nil || len(records) != n {
		t.Fatalf("%d records, want %d; %v", len(records), n, err)
	}
	return dir, records
}

func TestGeneratedHandbookLoadsAndChecksClean(t *testing.T) {
	t.Parallel()
	dir, _ := made(t, 20)
	var l diag.List
	today := catalog.Date{}
	h, err := build.Plan(os.DirFS(dir), build.Options{Today: today, BaseURL: "https://bench.test/"}, &l)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range l.Sorted() {
		if strings.HasPrefix(f.Pos.File, "catalog/") && !strings.HasPrefix(f.Pos.File, "catalog/registry/") && f.Pos.File != "catalog/synonyms.yaml" {
			t.Errorf("%v: %s", f.Pos, f.En)
		}
	}
	if got := len(h.Catalog.Items); got != 20 {
		t.Errorf("%d items loaded, want 20", got)
	}
}

// The figures stand for real records only if the made-up ones are as long.
func TestGeneratedRecordsAreAsLongAsRealOnes(t *testing.T) {
	t.Parallel()
	_, records := made(t, 40)
	size, lines := 0, 0
	for _, name := range records {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		size, lines = size+len(b), lines+bytes.Count(b, []byte{'\n'})
	}
	if mean := size / len(records); mean < 4500 || mean > 6000 {
		t.Errorf("a record has %d bytes, want about 5,300", mean)
	}
	if mean := lines / len(records); mean < 100 || mean > 135 {
		t.Errorf("a record has %d lines, want about 120", mean)
	}
}

func TestGeneratingTwiceGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	one, _ := made(t, 6)
	two, _ := made(t, 6)
	err := fs.WalkDir(os.DirFS(one), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		a, err := os.ReadFile(filepath.Join(one, name))
		if err != nil {
			return err
		}
		b, err := os.ReadFile(filepath.Join(two, name))
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestGeneratedNamesAreUnique(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for k := range 50_000 {
		_, _, name := title(k)
		if seen[name] {
			t.Fatalf("%s is made twice", name)
		}
		seen[name] = true
	}
}

func TestEditingTwiceRestoresTheRecord(t *testing.T) {
	t.Parallel()
	_, records := made(t, 2)
	read := func() string {
		b, err := os.ReadFile(records[0])
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	before := read()
	for i := range 2 {
		if err := edit(records[0]); err != nil {
			t.Fatal(err)
		}
		if same := read() == before; same != (i == 1) {
			t.Errorf("after %d edits the record is as before: %v", i+1, same)
		}
	}
}
