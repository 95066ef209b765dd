package publish

import (
	"maps"
	"strings"
	"testing"
)

func TestWriteRefusesNames(t *testing.T) {
	t.Parallel()
	for _, name := range []string{
		"", ".", "..", "/", "/a", "a/", "a//b", "./a", "a/../b", "../a", `a\b`, `..\a`, "c:a", "a\x00b", "a\nb", "a\x7fb",
		"a\u202eb", "a\u200bb", "a\xffb", "a?b", "a#b", "a*b", `a"b`, "a|b", "a<b>", "a.", "a/b /c", "con./a",
		"manifest.json", "Manifest.JSON", ".gitignore",
	} {
		dir := newDir(t)
		s := open(t, dir, Options{})
		if err := s.Write(name, []byte("x")); err == nil {
			t.Errorf("%q is taken", name)
		}
		if _, err := s.Commit("1"); err == nil {
			t.Errorf("the edition is published without %q", name)
		}
	}
}

func TestWriteTakesNames(t *testing.T) {
	t.Parallel()
	want := edition{"P001.html": "1", "a/b/c/d.css": "2", "事项/身份证.html": "3", "a b.pdf": "4", "assets/x.1a2b%.js": "5", "manifest.json.txt": "6"}
	dir := newDir(t)
	publish(t, dir, Options{}, "1", want)
	got := tree(t, dir)
	delete(got, manifestName)
	delete(got, ignoreName)
	if !maps.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestWriteRefusesNamesThatClash(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ first, second string }{
		{"a.html", "a.html"},
		{"P001.html", "p001.HTML"},
		{"É.html", "é.html"},
		{"ſ.html", "S.html"},
		{"a", "a/b"},
		{"a/b", "a"},
		{"A/b", "a/c"},
		{"x/A/b", "x/a"},
	} {
		s := open(t, newDir(t), Options{})
		write(t, s, edition{c.first: "x"})
		if err := s.Write(c.second, []byte("y")); err == nil || !strings.Contains(err.Error(), "taken") {
			t.Errorf("%s after %s: got %v", c.second, c.first, err)
		}
	}
}
