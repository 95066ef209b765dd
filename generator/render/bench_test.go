package render

import (
	"io"
	"os"
	"testing"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
	"yibentong/generator/diag"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// handbook loads the records and the theme of this repository.
func handbook(tb testing.TB) (*site.Site, *theme.Theme) {
	tb.Helper()
	tree := os.DirFS("../..")
	var l diag.List
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		tb.Fatal(err)
	}
	pages, err := content.Load(tree, &l)
	if err != nil {
		tb.Fatal(err)
	}
	look, err := theme.Load(tree, "themes/handbook", &l)
	if err != nil {
		tb.Fatal(err)
	}
	if look == nil {
		tb.Fatalf("the theme has faults: %v", l.Sorted()[0])
	}
	settings := site.Settings{Title: "一本通", BaseURL: "https://yibentong.example/", Language: "zh-CN", Theme: "handbook"}
	return site.New(cat, pages, settings), look
}

func BenchmarkItemPage(b *testing.B) {
	s, look := handbook(b)
	outputs, err := Outputs(s, look, Config{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if err := outputs[i%len(s.Entries)].Make(io.Discard); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func BenchmarkOutputs(b *testing.B) {
	s, look := handbook(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Outputs(s, look, Config{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTheme(b *testing.B) {
	tree := os.DirFS("../..")
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if look, err := theme.Load(tree, "themes/handbook", &l); look == nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSite(b *testing.B) {
	s, _ := handbook(b)
	b.ReportAllocs()
	for b.Loop() {
		site.New(s.Catalog, nil, s.Settings)
	}
}
