package build

import (
	"os"
	"testing"

	"yibentong/generator/diag"
)

// BenchmarkPlan reads, links and checks the real handbook.
func BenchmarkPlan(b *testing.B) {
	root, err := os.OpenRoot(handbook())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if _, err := Plan(root.FS(), Options{}, &l); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPlanAgain is what serve does after an edit.
func BenchmarkPlanAgain(b *testing.B) {
	root, err := os.OpenRoot(handbook())
	if err != nil {
		b.Fatal(err)
	}
	kept := &Memory{}
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		kept.Changed([]string{"content/about.md"})
		if _, err := Plan(root.FS(), Options{Memory: kept}, &l); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkBuild makes and publishes the real handbook over and over.
func BenchmarkBuild(b *testing.B) {
	root, err := os.OpenRoot(handbook())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		h, err := Plan(root.FS(), Options{}, &l)
		if err != nil {
			b.Fatal(err)
		}
		if len(h.Outputs) == 0 {
			b.Fatal("the records have errors; run make check")
		}
		if _, err := Build(b.Context(), h, b.TempDir()+"/public", nil); err != nil {
			b.Fatal(err)
		}
	}
}

// handbook is the folder to measure: the repository's, or the one that
// HANDBOOK names.
func handbook() string {
	if dir := os.Getenv("HANDBOOK"); dir != "" {
		return dir
	}
	return "../.."
}
