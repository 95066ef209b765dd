package publish

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func stat(t *testing.T, parts ...string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(parts...))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func TestUnchangedFilesAreTakenOver(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	big := strings.Repeat("字", bufferSize)
	publish(t, dir, Options{}, "1", edition{"same.html": "same", "a/big.html": big, "a/end.html": big + "1", "size.html": "1", "empty": ""})
	before := map[string]os.FileInfo{}
	for _, name := range []string{"same.html", "a/big.html", "a/end.html", "size.html", "empty"} {
		before[name] = stat(t, dir, name)
	}
	want := edition{"same.html": "same", "a/big.html": big, "a/end.html": big + "2", "size.html": "12", "empty": ""}
	sum := publish(t, dir, Options{}, "2", want)
	for name, unchanged := range map[string]bool{"same.html": true, "a/big.html": true, "a/end.html": false, "size.html": false, "empty": true} {
		if got := os.SameFile(before[name], stat(t, dir, name)); got != unchanged {
			t.Errorf("%s: same file is %v", name, got)
		}
	}
	if sum.Unchanged != 4 { // with .gitignore
		t.Errorf("unchanged %d", sum.Unchanged)
	}
	got := tree(t, dir)
	delete(got, manifestName)
	delete(got, ignoreName)
	if !maps.Equal(got, want) {
		t.Error("the bytes are not those written")
	}
}

func TestTheOldManifestIsNotTrusted(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"a.html": "good"})
	put(t, dir, edition{"a.html": "evil"})
	sum := publish(t, dir, Options{}, "1", edition{"a.html": "good"})
	if got := tree(t, dir)["a.html"]; got != "good" || sum.Unchanged != 1 {
		t.Errorf("got %q, %d unchanged", got, sum.Unchanged)
	}
}

func TestNoLinkIsFollowedInTheOldEdition(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	e := edition{"a.html": "same", "folder/b.html": "same", "folder/in/c.html": "same"}
	publish(t, dir, Options{}, "1", e)
	outside := filepath.Join(t.TempDir(), "outside")
	if err := os.Rename(filepath.Join(dir, "folder"), outside); err != nil {
		t.Fatal(err)
	}
	put(t, outside, edition{"a.html": "same"})
	os.Remove(filepath.Join(dir, "a.html"))
	for name, target := range map[string]string{"folder": outside, "a.html": filepath.Join(outside, "a.html")} {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	before := tree(t, outside)
	sum := publish(t, dir, Options{}, "2", e)
	if sum.Unchanged != 1 { // .gitignore
		t.Errorf("%d unchanged", sum.Unchanged)
	}
	for name, other := range map[string]string{"a.html": "a.html", "folder/b.html": "b.html", "folder/in/c.html": "in/c.html"} {
		if info := stat(t, dir, name); !info.Mode().IsRegular() || os.SameFile(info, stat(t, outside, other)) {
			t.Errorf("%s is the file outside", name)
		}
	}
	if after := tree(t, outside); !maps.Equal(after, before) {
		t.Errorf("outside was %q, is %q", before, after)
	}
}

func TestWriteKeepsNoBody(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	s := open(t, dir, Options{})
	body := []byte(`<p id="one"><a href="gone.html"><a href="/rooted"><a href="b.html#one">`)
	for _, name := range []string{"a.html", "b.html"} {
		if err := s.Write(name, body); err != nil {
			t.Fatal(err)
		}
	}
	copy(body, bytes.Repeat([]byte("x"), len(body)))
	got := s.Verify()
	if len(got) != 2 || got[0].Link != "/rooted" || got[1].Link != "gone.html" {
		t.Errorf("got %v", got)
	}
}
