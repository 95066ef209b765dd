package build

import (
	"os"
	"testing"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

// BenchmarkPlan reads, links and checks the real handbook.
func BenchmarkPlan(b *testing.B) {
	root, err := os.OpenRoot("../..")
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
	root, err := os.OpenRoot("../..")
	if err != nil {
		b.Fatal(err)
	}
	kept := &catalog.Cache{Keep: true}
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		if _, err := Plan(root.FS(), Options{Cache: kept}, &l); err != nil {
			b.Fatal(err)
		}
	}
}
