package publish

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var keep = Options{KeepPrevious: true}

// assets lists the assets of the published edition and those the manifest flags.
func assets(t *testing.T, dir string) (all, flagged string) {
	t.Helper()
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, dir)
	for _, e := range m.Files {
		if !strings.HasPrefix(e.Path, "assets/") {
			continue
		}
		if int64(len(files[e.Path])) != e.Size {
			t.Errorf("%s has %d bytes, not %d", e.Path, len(files[e.Path]), e.Size)
		}
		name := strings.TrimPrefix(e.Path, "assets/")
		all += name
		if e.Previous {
			flagged += name
		}
		delete(files, e.Path)
	}
	for name := range files {
		if strings.HasPrefix(name, "assets/") {
			t.Errorf("%s is not in the manifest", name)
		}
	}
	return all, flagged
}

func TestAssetsStayForOneEditionMore(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	for _, c := range []struct {
		options      Options
		name         string
		e            edition
		all, flagged string
	}{
		{keep, "1", edition{"assets/a": "a", "x.html": "1"}, "a", ""},
		{keep, "2", edition{"assets/b": "b"}, "ab", "a"},
		{keep, "2", edition{"assets/b": "b"}, "ab", "a"}, // the same edition again
		{keep, "3", edition{"assets/c": "c"}, "bc", "b"},
		{keep, "4", edition{"assets/b": "b"}, "bc", "c"},
		{keep, "5", edition{"assets/B": "B"}, "B", ""},
		{Options{}, "6", edition{"assets/d": "d"}, "d", ""},
		{keep, "7", edition{"assets": "now a file"}, "", ""},
	} {
		publish(t, dir, c.options, c.name, c.e)
		if all, flagged := assets(t, dir); all != c.all || flagged != c.flagged {
			t.Errorf("edition %s: got %q, flagged %q, want %q, %q", c.name, all, flagged, c.all, c.flagged)
		}
	}
	if _, err := os.Lstat(filepath.Join(dir, "x.html")); err == nil {
		t.Error("a page stayed too")
	}
}

func TestABuildOverAnOldEditionDiffersOnlyInWhatIsFlagged(t *testing.T) {
	t.Parallel()
	e := edition{"index.html": "2", "assets/b.css": "b"}
	clean, over := newDir(t), newDir(t)
	cleanSum := publish(t, clean, keep, "2", e)
	publish(t, over, keep, "1", edition{"index.html": "1", "assets/a.css": "a", "assets/in/a.js": "a"})
	overSum := publish(t, over, keep, "2", e)
	if cleanSum.Hash != overSum.Hash || overSum.Previous != 2 || cleanSum.Files != overSum.Files || cleanSum.Bytes != overSum.Bytes {
		t.Errorf("got %+v, want %+v", overSum, cleanSum)
	}
	got := tree(t, over)
	var lines []string
	for line := range strings.Lines(got[manifestName]) {
		if !strings.Contains(line, `"previous":true`) {
			lines = append(lines, line)
		}
	}
	got[manifestName] = strings.Join(lines, "")
	delete(got, "assets/a.css")
	delete(got, "assets/in/a.js")
	if want := tree(t, clean); !maps.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestATamperedAssetDoesNotStay(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, keep, "1", edition{"assets/a": "a", "assets/b": "b", "assets/c": "c", "assets/d": "d"})
	put(t, dir, edition{"assets/a": "A", "assets/unlisted": "u"})
	os.Remove(filepath.Join(dir, "assets", "b"))
	put(t, filepath.Dir(dir), edition{"same": "d"})
	os.Remove(filepath.Join(dir, "assets", "d"))
	if err := os.Symlink(filepath.Join("..", "..", "same"), filepath.Join(dir, "assets", "d")); err != nil {
		t.Log(err)
	}
	publish(t, dir, keep, "2", nil)
	if all, flagged := assets(t, dir); all != "c" || flagged != "c" {
		t.Errorf("got %q, flagged %q", all, flagged)
	}
}

func TestAManifestCannotNameFilesOutside(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	put(t, filepath.Dir(dir), edition{"secret": "x"})
	const x = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881" // SHA-256 of "x"
	put(t, dir, edition{manifestName: `{"edition":"0","files":[{"path":"assets/../../secret","size":1,"sha256":"` + x + `"}]}`, "assets/y": ""})
	sum := publish(t, dir, keep, "1", nil)
	if sum.Previous != 0 {
		t.Errorf("got %+v", sum)
	}
}

func TestVerifyDoesNotCountOnPreviousAssets(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, keep, "1", edition{"assets/a.css": "a"})
	s := open(t, dir, keep)
	write(t, s, edition{"index.html": `<link rel="stylesheet" href="assets/a.css">`})
	if got := s.Verify(); len(got) != 1 || got[0].Why != Missing {
		t.Errorf("got %v", got)
	}
}
