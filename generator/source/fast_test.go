package source

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"yibentong/generator/diag"
)

// same tells where two trees differ, comments aside; "" when nowhere.
func same(a, b *yaml.Node) string {
	if a.Kind != b.Kind || a.Value != b.Value || a.Style != b.Style || a.ShortTag() != b.ShortTag() || a.Line != b.Line || a.Column != b.Column || a.Anchor != b.Anchor || len(a.Content) != len(b.Content) {
		return fmt.Sprintf("%d:%d %q %v %v %d  against  %d:%d %q %v %v %d", a.Line, a.Column, a.Value, a.Style, a.ShortTag(), len(a.Content), b.Line, b.Column, b.Value, b.Style, b.ShortTag(), len(b.Content))
	}
	for i := range a.Content {
		if d := same(a.Content[i], b.Content[i]); d != "" {
			return d
		}
	}
	return ""
}

// agrees demands that quick declines or gives what yaml.v3 gives.
func agrees(t *testing.T, data []byte) (read bool) {
	t.Helper()
	n := quick(data)
	if n == nil {
		return false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatalf("quick reads what yaml.v3 refuses: %v\n%s", err, data)
	}
	if len(doc.Content) == 0 {
		t.Fatalf("quick reads what is empty for yaml.v3\n%s", data)
	}
	if d := same(n, doc.Content[0]); d != "" {
		t.Fatalf("quick differs: %s\n%s", d, data)
	}
	return true
}

func TestQuickReadsTheRealRecordsAsYAMLDoes(t *testing.T) {
	t.Parallel()
	files, read := 0, 0
	err := fs.WalkDir(os.DirFS("../../catalog"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".yaml") {
			return err
		}
		data, err := os.ReadFile("../../catalog/" + name)
		if err != nil {
			return err
		}
		files++
		if agrees(t, data) {
			read++
		} else if testing.Verbose() {
			t.Log("declined:", name)
		}
		return nil
	})
	if err != nil || files == 0 {
		t.Fatal(err, files)
	}
	if read*100 < files*95 {
		t.Errorf("quick reads only %d of %d files: it is no shortcut any more", read, files)
	}
}

func TestQuickDeclinesOrAgrees(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text string
		read bool
	}{
		{"a: b\n", true},
		{"a:\n  - b: c\n    d: [e, f]\n  - g: {h: i, j: k}\n", true},
		{"a:\n- b\n- c\nd: e\n", true},
		{"- a: b\n  c: d\n- a: e\n", true},
		{"a: |\n  b\n\n  c\nd: e # f\n", true},
		{"a: \"b: c\" # d\ne: 'f'\n", true},
		{"a: [\"b, c\", d]\n", true},
		{"a: 5个工作日\nb: 2026-11-24\nc: 12\nd: true\n", true},
		{"a: b\n  c\n", false},
		{"a: >\n  b\n", false},
		{"a: |-\n  b\n", false},
		{"a: &b c\n", false},
		{"a: \"b\\n\"\n", false},
		{"a: [b,\n  c]\n", false},
		{"a:\n", false},
		{"a: b: c\n", false},
		{"a: 2026-02-30\n", false},
		{"a: no\nb: ~\nc: 0x1f\nd: 1e3\n", false},
		{"---\na: b\n", false},
		{"a: 'it''s'\n", false},
		{"'a': b\n", false},
		{"- - a\n", false},
		{"a: - b\n", false},
		{"", false},
	} {
		if read := agrees(t, []byte(tt.text)); read != tt.read {
			t.Errorf("read %v, want %v:\n%s", read, tt.read, tt.text)
		}
	}
}

func FuzzQuick(f *testing.F) {
	for _, s := range []string{"a: b\nc:\n  - d: |\n      e\n      f\n    g: [h, {i: j}]\n", "a:\n- b\n- c: d\n  e: 'f' # g\n", "- a: 1\n  b: 2026-01-02\n", "a: \"b\"\nc: |\n d\n\n e\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, ok := Clean("x", data, new(diag.List)); ok {
			agrees(t, data)
		}
	})
}
