package source

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"
)

func record(b *testing.B) []byte {
	data, err := os.ReadFile("../../catalog/items/personal/birth/P004-birth-certificate.yaml")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	return data
}

// BenchmarkQuick and BenchmarkYAML read the same record; their ratio is what
// the shortcut is worth.
func BenchmarkQuick(b *testing.B) {
	data := record(b)
	for b.Loop() {
		if quick(data) == nil {
			b.Fatal("declined")
		}
	}
}

func BenchmarkYAML(b *testing.B) {
	data := record(b)
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			b.Fatal(err)
		}
	}
}
