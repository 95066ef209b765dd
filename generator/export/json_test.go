package export

import (
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"yibentong/generator/catalog"
)

func TestUnknownLeavesNoTrace(t *testing.T) {
	t.Parallel()
	zero, half := 0, 0.5
	e := &encoder{base: base}
	e.object("", func() {
		e.text("a", "")
		e.count("b", nil)
		e.decimal("c", nil)
		e.date("d", catalog.Date{})
		e.span("e", catalog.Span{})
		e.link("f", "")
		e.yes("g", false)
		words[string](e, "h", nil)
		one(e, "i", (*catalog.Hours)(nil), hours)
		one(e, "j", &catalog.Hours{}, hours)
		list(e, "k", []catalog.Phone{{}, {}}, phone)
		e.object("l", func() { e.array("m", func() { e.object("", func() {}) }) })
		e.count("n", &zero)
		e.flag("o", false)
		e.decimal("p", &half)
		e.text("q", "{")
		e.text("r", "[")
	})
	if got, want := string(e.b), `{"n":0,"o":false,"p":0.5,"q":"{","r":"["}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func FuzzTextSurvivesJSON(f *testing.F) {
	for _, s := range []string{"出生", `"\`, "a\nb\r\t\x00\x1f\x7f", "<&>\u2028"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			t.Skip("no record holds it")
		}
		e := &encoder{}
		e.object("", func() { e.text("k", s) })
		var got map[string]string
		if len(e.b) > 0 {
			if err := json.Unmarshal(e.b, &got); err != nil {
				t.Fatalf("%v in %s", err, e.b)
			}
		}
		if got["k"] != s {
			t.Errorf("%q comes back as %q", s, got["k"])
		}
	})
}

// many is a catalogue of n items: those of c, over and over.
func many(c *catalog.Catalog, n int) *catalog.Catalog {
	big := *c
	big.Items = slices.Repeat(c.Items, n/len(c.Items)+1)[:n]
	return &big
}

// TestLongListIsWhole looks at a list that is written in several pieces.
func TestLongListIsWhole(t *testing.T) {
	t.Parallel()
	c := many(tiny(t), 1000)
	x, err := newExporter(c, base)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	pieces := 0
	err = x.writeItems(writerFunc(func(p []byte) (int, error) {
		pieces++
		return b.Write(p)
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Counts struct{ Personal, Enterprise int }
		Items  []struct{ ID catalog.ItemID }
	}
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	if pieces < 3 || got.Counts.Personal+got.Counts.Enterprise != 1000 || len(got.Items) != 1000 {
		t.Fatalf("%d pieces, counts %v, %d items", pieces, got.Counts, len(got.Items))
	}
	for i, it := range c.Items {
		if got.Items[i].ID != it.ID {
			t.Fatalf("item %d is %s, want %s", i, got.Items[i].ID, it.ID)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }

// TestFullDiskIsTold makes every file on a writer that fails after n bytes.
func TestFullDiskIsTold(t *testing.T) {
	t.Parallel()
	out, err := Outputs(many(tiny(t), 300), base, []string{"index.html"})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range out {
		if o.Make(writerFunc(func([]byte) (int, error) { return 0, io.ErrShortWrite })) == nil {
			t.Errorf("%s: the error is lost", o.Path)
		}
	}
}

func BenchmarkItemJSON(b *testing.B) {
	c := actual(b)
	x, err := newExporter(c, base)
	if err != nil {
		b.Fatal(err)
	}
	size := 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := x.writeItem(writerFunc(func(p []byte) (int, error) { size += len(p); return len(p), nil }), c.Items[i%len(c.Items)]); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(size / b.N))
}

// BenchmarkLists makes each of the lists of 50,000 items.
func BenchmarkLists(b *testing.B) {
	x, err := newExporter(many(actual(b), 50_000), base)
	if err != nil {
		b.Fatal(err)
	}
	for name, write := range map[string]func(io.Writer) error{
		"items.json": x.writeItems, "items.csv": x.writeCSV,
		"feed": func(io.Writer) error { x.latest(); return nil },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
