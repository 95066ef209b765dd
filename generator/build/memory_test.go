package build

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"yibentong/generator/diag"
)

// hashedName is a file of the search; a Plan with a Memory names it without a hash.
var hashedName = regexp.MustCompile(`search/[a-z]+(\.[0-9a-f]{10})?\.js`)

// everything makes all files of a plan, and its findings.
func everything(t *testing.T, h *Handbook, l *diag.List) map[string]string {
	t.Helper()
	var found bytes.Buffer
	if err := l.JSON(&found); err != nil {
		t.Fatal(err)
	}
	all := map[string]string{"findings": found.String()}
	for _, o := range h.Outputs {
		var b bytes.Buffer
		if err := o.Make(&b); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(o.Path, "search/") {
			all[o.Path] = hashedName.ReplaceAllString(b.String(), "search/…")
		}
	}
	return all
}

// A preview must show what a build would publish, whatever was changed since
// it read the tree.
func TestPlanWithMemoryIsThePlanWithout(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, sub), os.DirFS("../../"+sub)); err != nil {
			t.Fatal(err)
		}
	}
	put := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	get := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	settings, err := os.ReadFile("../../handbook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	put("handbook.yaml", string(settings))
	replace := func(name, old, new string) func() []string {
		return func() []string {
			text := get(name)
			if !strings.Contains(text, old) {
				t.Fatalf("%s has no %q", name, old)
			}
			put(name, strings.Replace(text, old, new, 1))
			return []string{name}
		}
	}
	const birth = "catalog/items/personal/birth/P004-birth-certificate.yaml"
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	memory := &Memory{}
	for _, step := range []struct {
		name   string
		change func() []string // nil names: nobody knows what changed
	}{
		{"first", func() []string { return nil }},
		{"a word", replace(birth, "孩子出生后的第一份证明", "娃儿出生后的第一份证明")},
		{"a fault", replace(birth, "body: wjj", "body: wjjj")},
		{"mended", replace(birth, "body: wjjj", "body: wjj")},
		{"a settings fault and a style", func() []string {
			return append(replace("handbook.yaml", "theme: handbook", "theme: ../x")(), replace("themes/handbook/assets/css/10-base.css", "{", "{outline-offset:0;")()...)
		}},
		{"settings mended", replace("handbook.yaml", "theme: ../x", "theme: handbook")},
		{"a law", replace("catalog/registry/laws.yaml", "short: 母婴保健法", "short: 母婴法")},
		{"a synonym", replace("catalog/synonyms.yaml", "say: [", "say: [某某说法, ")},
		{"an errand", replace("catalog/bundles/newborn.yaml", "家里添了娃儿", "家里添了宝宝")},
		{"an errand with a fault", replace("catalog/bundles/newborn.yaml", "after: [certificate]", "after: [nothing]")},
		{"the errand mended", replace("catalog/bundles/newborn.yaml", "after: [nothing]", "after: [certificate]")},
		{"prose", replace("content/about.md", "\n", "\n\n")},
		{"a record gone", func() []string {
			if err := os.Remove(filepath.Join(dir, "catalog/items/personal/afterlife/P268-resident-pension-cancellation.yaml")); err != nil {
				t.Fatal(err)
			}
			return []string{"catalog/items/personal/afterlife/P268-resident-pension-cancellation.yaml"}
		}},
		{"a folder swapped", func() []string {
			put("catalog/items/personal/birth/P004-birth-certificate.yaml", strings.Replace(get(birth), "娃儿出生后", "宝宝出生后", 1))
			return []string{"catalog/items/personal/birth"}
		}},
		{"the edition", replace("catalog/catalog.yaml", "edition: ", "edition: 新")},
		{"who knows", func() []string {
			replace(birth, "宝宝出生后", "孩子出生后")()
			replace("themes/handbook/labels.yaml", "搜", "找")()
			return nil
		}},
	} {
		if names := step.change(); names != nil {
			memory.Changed(names)
		}
		var with, without diag.List
		a, err := Plan(root.FS(), Options{Memory: memory}, &with)
		if err != nil {
			t.Fatal(err)
		}
		b, err := Plan(root.FS(), Options{}, &without)
		if err != nil {
			t.Fatal(err)
		}
		got, want := everything(t, a, &with), everything(t, b, &without)
		if !maps.Equal(got, want) {
			for name := range want {
				if got[name] != want[name] {
					t.Errorf("after %q: %s is\n%.300s\nwant\n%.300s", step.name, name, got[name], want[name])
					break
				}
			}
			t.Fatalf("after %q: %d files, want %d", step.name, len(got), len(want))
		}
	}
}

// The search that a preview makes on demand is the one that a build publishes.
func TestSearchMadeLaterIsTheSame(t *testing.T) {
	t.Parallel()
	var l diag.List
	tree := os.DirFS("../..")
	now, err := Plan(tree, Options{}, &l)
	if err != nil {
		t.Fatal(err)
	}
	later, err := Plan(tree, Options{Memory: &Memory{}}, &l)
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, o := range now.Outputs {
		if !strings.HasPrefix(o.Path, "search/") {
			continue
		}
		for _, name := range []string{o.Path, "search/" + strings.SplitN(filepath.Base(o.Path), ".", 2)[0] + ".js"} {
			l, ok, err := later.Later(name)
			if err != nil {
				t.Fatal(err)
			}
			if !ok && strings.HasPrefix(name, "search/text-") {
				continue // shards are asked for by their full name only
			}
			var a, b bytes.Buffer
			if !ok || o.Make(&a) != nil || l.Make(&b) != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%s: made later it is another file (there: %v)", name, ok)
			}
			seen++
		}
	}
	if seen < 10 {
		t.Errorf("%d files compared", seen)
	}
	if _, ok, _ := later.Later("search/nothing.js"); ok {
		t.Error("a file that is not there was found")
	}
}
