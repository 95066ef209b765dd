package export

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/site"
)

var update = flag.Bool("update", false, "write the golden files anew")

const base = "https://handbook.example/gp/"

// tiny is a catalogue of three items; the first says all that a record can say.
func tiny(t testing.TB) *catalog.Catalog {
	t.Helper()
	a, err := txtar.ParseFile("testdata/handbook.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tree := fstest.MapFS{}
	for _, f := range a.Files {
		tree[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	var l diag.List
	c := load(t, tree, &l)
	for _, f := range l.Sorted() {
		t.Errorf("%+v", *f)
	}
	return c
}

// actual is the catalogue of this repository, as far as its records are in form.
func actual(t testing.TB) *catalog.Catalog {
	t.Helper()
	root, err := os.OpenRoot("../..")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return load(t, root.FS(), &diag.List{})
}

func load(t testing.TB, tree fs.FS, l *diag.List) *catalog.Catalog {
	t.Helper()
	c, err := catalog.Load(tree, nil, l)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Items) == 0 {
		t.Fatal("no items")
	}
	return c
}

// made is every output, by path.
func made(t testing.TB, c *catalog.Catalog, baseURL string, pages ...string) map[string][]byte {
	t.Helper()
	out, err := Outputs(c, baseURL, pages)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, o := range out {
		if files[o.Path] != nil {
			t.Errorf("%s is promised twice", o.Path)
		}
		files[o.Path] = makeOne(t, o)
	}
	return files
}

func makeOne(t testing.TB, o site.Output) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := o.Make(&b); err != nil {
		t.Errorf("%s: %v", o.Path, err)
	}
	return b.Bytes()
}

func TestFilesOfATinyHandbook(t *testing.T) {
	t.Parallel()
	files := made(t, tiny(t), base, "index.html", "P001.html", "E001.html", "404.html", "P999.html", "中.html")
	delete(files, SchemaPath) // is a golden file itself
	for name, got := range files {
		golden := filepath.Join("testdata/want", name)
		if path.Ext(name) == ".json" {
			got = indented(t, got)
		}
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not as in %s:\n%s", name, golden, got)
		}
	}
	if kept, _ := filepath.Glob("testdata/want/*"); len(kept) != len(files) {
		t.Errorf("%d files made, %d kept as golden: %v", len(files), len(kept), kept)
	}
}

// indented is JSON as people can review it.
func indented(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	return out.Bytes()
}

func TestSameBytesHoweverManyWorkers(t *testing.T) {
	t.Parallel()
	c := actual(t)
	want := made(t, c, base, "index.html")
	out, err := Outputs(c, base, []string{"index.html"})
	if err != nil {
		t.Fatal(err)
	}
	var workers sync.WaitGroup
	for _, some := range [][]site.Output{out, slices.Clone(out)} {
		workers.Go(func() {
			for _, o := range some {
				if !bytes.Equal(makeOne(t, o), want[o.Path]) {
					t.Errorf("%s differs", o.Path)
				}
			}
		})
	}
	workers.Wait()
}

func TestBaseAddressMustBeComplete(t *testing.T) {
	t.Parallel()
	for _, bad := range []string{"", "handbook.example", "/gp/", "ftp://handbook.example/", "https://", "https://h.example/?q", "https://h.example/#a", "https://h .example/"} {
		if _, err := Outputs(tiny(t), bad, nil); err == nil {
			t.Errorf("%q passes", bad)
		}
	}
	x, err := newExporter(tiny(t), "https://h.example/gp")
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"index.html": "https://h.example/gp/", "P001.html": "https://h.example/gp/P001.html", "https://a.example/b": "https://a.example/b"} {
		if got := x.address(path); got != want {
			t.Errorf("%s is at %s, want %s", path, got, want)
		}
	}
}
