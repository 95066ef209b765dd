package catalog

import (
	"bytes"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"yibentong/generator/diag"
)

const birth = "catalog/items/personal/birth/P004-birth-certificate.yaml"

// small is the real registries with one real record.
func small(t testing.TB) (fstest.MapFS, []byte) {
	t.Helper()
	tree := fstest.MapFS{}
	repo := os.DirFS("../..")
	for _, pattern := range []string{"catalog/catalog.yaml", "catalog/registry/*.yaml"} {
		names, err := fs.Glob(repo, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(pattern, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(repo, name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(name, "registry") {
				data = WithoutItems(data)
			}
			tree[name] = &fstest.MapFile{Data: data}
		}
	}
	data, err := fs.ReadFile(repo, birth)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte("related: [P006]\n"), nil, 1)
	tree[birth] = &fstest.MapFile{Data: data}
	return tree, data
}

func TestReferencesAreLinked(t *testing.T) {
	t.Parallel()
	tree, _ := small(t)
	var l diag.List
	cat, err := Load(tree, nil, &l)
	if err != nil || l.Len() > 0 {
		t.Fatal(err, l.Sorted())
	}
	it := cat.Items[0]
	if it.ID != "P004" || it.Stage.To.Name != "出生" || it.Authority.Body.To.Hotline.To == nil && it.Authority.Body.To.Short == "" || it.Laws[0].Law.To.Short != "母婴保健法" || it.Materials[1].Material.To.Name != "居民身份证" {
		t.Errorf("%+v", it)
	}
	if p := it.At("materials", 1, "shown"); p.File != birth || !strings.Contains(line(tree, p), "shown: 2") {
		t.Errorf("the place of a value is %v", p)
	}
	if cat.Counted[Personal] != 1 || cat.Counted[Enterprise] != 0 {
		t.Error(cat.Counted)
	}
}

func line(tree fstest.MapFS, p diag.Pos) string {
	return strings.Split(string(tree[p.File].Data), "\n")[p.Line-1]
}

// One faulty record hides nothing of the others, and is no further fault where
// it is referred to.
func TestAFaultyRecordIsSetAside(t *testing.T) {
	t.Parallel()
	tree, data := small(t)
	tree[birth] = &fstest.MapFile{Data: bytes.Replace(data, []byte("body: wjj"), []byte("body: nobody"), 1)}
	second := bytes.Replace(data, []byte("id: P004"), []byte("id: P005"), 1)
	second = append(second, "requires: [P004]\nrelated: [P404]\n"...)
	tree["catalog/items/personal/birth/P005-x.yaml"] = &fstest.MapFile{Data: second}
	var l diag.List
	cat, err := Load(tree, nil, &l)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, f := range l.Sorted() {
		told = append(told, f.Code.ID+" "+f.En)
	}
	if len(cat.Items) != 1 || len(told) != 2 || !strings.Contains(told[0], "nobody") || !strings.Contains(told[1], "P404") {
		t.Errorf("%d items; told %q", len(cat.Items), told)
	}
}

func TestANumberIsTakenOnce(t *testing.T) {
	t.Parallel()
	tree, data := small(t)
	tree["catalog/items/personal/birth/P004-again.yaml"] = &fstest.MapFile{Data: data}
	tree["catalog/items/personal/birth/P006-wrong-name.yaml"] = &fstest.MapFile{Data: bytes.Replace(data, []byte("id: P004"), []byte("id: P002"), 1)}
	tree["catalog/items/personal/education/P040-x.yaml"] = &fstest.MapFile{Data: bytes.Replace(data, []byte("id: P004"), []byte("id: P040"), 1)}
	tree["catalog/items/personal/birth/notes.txt"] = &fstest.MapFile{Data: []byte("x")}
	var l diag.List
	if _, err := Load(tree, nil, &l); err != nil {
		t.Fatal(err)
	}
	told := map[string]int{}
	for _, f := range l.Sorted() {
		told[f.Code.ID]++
	}
	for _, code := range []string{"id-duplicate", "item-filename", "item-folder", "file-stray"} {
		if told[code] != 1 {
			t.Errorf("%s is told %d times; all: %v", code, told[code], told)
		}
	}
}

// FuzzLoadItem: whatever bytes stand in a record, it is loaded or set aside
// with a finding that points into it.
func FuzzLoadItem(f *testing.F) {
	tree, data := small(f)
	f.Add(data)
	for _, change := range [][2]string{{"id: P004", "id: ../x"}, {"materials:", "materials: &a"}, {"time:\n", "time: []\n"}, {"articles: [23]", "articles: [0, -1, 9999999999999999999]"}, {"popularity: 3", "popularity: 1e9"}, {"faq:", "faq: {}\nfaq:"}, {"read: 2026-11-24", "read: 0000-00-00"}} {
		if !bytes.Contains(data, []byte(change[0])) {
			f.Fatal(change)
		}
		f.Add(bytes.Replace(data, []byte(change[0]), []byte(change[1]), 1))
	}
	kept := &Cache{}
	f.Fuzz(func(t *testing.T, data []byte) {
		now := fstest.MapFS{}
		for name, file := range tree {
			now[name] = file
		}
		now[birth] = &fstest.MapFile{Data: data}
		kept.Changed([]string{birth})
		var l diag.List
		cat, err := Load(now, kept, &l)
		if err != nil {
			t.Fatal(err)
		}
		errs, _ := l.Count()
		if len(cat.Items) == 0 && errs == 0 {
			t.Error("neither item nor finding")
		}
		for _, found := range l.Sorted() {
			if found.File == birth && found.Line > bytes.Count(data, []byte{'\n'})+2 {
				t.Errorf("%s is told at line %d of %d", found.Code.ID, found.Line, bytes.Count(data, []byte{'\n'})+1)
			}
		}
	})
}
