package publish

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// edition is the files to write, by name.
type edition map[string]string

// open opens a stage that the test's end aborts.
func open(t testing.TB, dir string, options Options) *Stage {
	t.Helper()
	s, err := Open(dir, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Abort() })
	return s
}

func write(t testing.TB, s *Stage, e edition) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(e)) {
		if err := s.Write(name, []byte(e[name])); err != nil {
			t.Fatal(err)
		}
	}
}

func commit(t testing.TB, s *Stage, name string) Summary {
	t.Helper()
	sum, err := s.Commit(name)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// publish builds a whole edition.
func publish(t testing.TB, dir string, options Options, name string, e edition) Summary {
	t.Helper()
	s := open(t, dir, options)
	write(t, s, e)
	return commit(t, s, name)
}

// tree reads a folder: every file's bytes by slash-separated name.
func tree(t testing.TB, dir string) edition {
	t.Helper()
	e := edition{}
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, name)
		if err != nil {
			return err
		}
		if !d.Type().IsRegular() {
			e[filepath.ToSlash(rel)] = d.Type().String()
			return nil
		}
		b, err := os.ReadFile(name)
		e[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// put writes files by hand.
func put(t testing.TB, dir string, e edition) {
	t.Helper()
	for name, body := range e {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// wantAlone fails if anything but public is left in the folder.
func wantAlone(t testing.TB, parent string) {
	t.Helper()
	entries, err := os.ReadDir(parent)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.Name() != "public" {
			t.Errorf("%s is left beside public", e.Name())
		}
	}
}

func newDir(t testing.TB) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "public")
}

func TestOpenTakesAFolderThatHoldsNothingOfOthers(t *testing.T) {
	t.Parallel()
	for name, before := range map[string]edition{
		"absent":          nil,
		"empty":           {},
		"only .gitignore": {".gitignore": "*\n"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := newDir(t)
			if before != nil {
				put(t, dir, before)
				if err := os.MkdirAll(dir, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			publish(t, dir, Options{}, "1", edition{"index.html": "one"})
			publish(t, dir, Options{}, "2", edition{"index.html": "two"})
			got := tree(t, dir)
			if got["index.html"] != "two" || got[".gitignore"] != "*\n!.gitignore\n" || len(got) != 3 {
				t.Errorf("got %q", got)
			}
			wantAlone(t, filepath.Dir(dir))
		})
	}
}

func TestOpenRefusesAFolderOfOthersAndTouchesNothing(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		before edition
		why    string
	}{
		"foreign file":          {edition{"public/thesis.doc": "x"}, `"thesis.doc"`},
		"foreign folder":        {edition{"public/a/b": "x"}, `"a"`},
		".gitignore is a tree":  {edition{"public/.gitignore/x": "x"}, `".gitignore"`},
		"web app manifest":      {edition{"public/manifest.json": `{"name":"x","icons":[]}`}, "not ours"},
		"empty object":          {edition{"public/manifest.json": `{}`}, "not ours"},
		"no JSON":               {edition{"public/manifest.json": `edition`}, "not ours"},
		"manifest is a folder":  {edition{"public/manifest.json/x": ""}, "not ours"},
		"Go module":             {edition{"public/go.mod": "module x"}, "source tree"},
		"repository":            {edition{"public/.git/HEAD": "x"}, "source tree"},
		"repository as edition": {edition{"public/.git": "x", "public/manifest.json": `{"edition":"1","files":[]}`}, "source tree"},
		"file":                  {edition{"public": "x"}, "not a folder"},
		"nothing above":         {edition{}, "no such file"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			parent := filepath.Join(t.TempDir(), "above")
			put(t, parent, c.before)
			leftover := "above/.public-" + strings.Repeat("A", 26) + ".new"
			if len(c.before) > 0 {
				put(t, filepath.Dir(parent), edition{leftover + "/lock": ""})
			}
			before := tree(t, filepath.Dir(parent))
			s, err := Open(filepath.Join(parent, "public"), Options{})
			if err == nil {
				s.Abort()
				t.Fatal("not refused")
			}
			if !strings.Contains(err.Error(), c.why) || !strings.Contains(err.Error(), parent) {
				t.Errorf("error %q does not tell %s in %s", err, c.why, parent)
			}
			if after := tree(t, filepath.Dir(parent)); !maps.Equal(after, before) {
				t.Errorf("was %q, is %q", before, after)
			}
		})
	}
}

func TestOpenRefusesLinksAndTheRoot(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	put(t, parent, edition{"real/.gitignore": ""})
	for name, target := range map[string]string{"link": "real", "dangling": "nowhere"} {
		if err := os.Symlink(target, filepath.Join(parent, name)); err != nil {
			t.Skip(err)
		}
		if _, err := Open(filepath.Join(parent, name), Options{}); err == nil || !strings.Contains(err.Error(), "symbolic link") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	root := filepath.VolumeName(parent) + string(filepath.Separator)
	if _, err := Open(root, Options{}); err == nil || !strings.Contains(err.Error(), "root") {
		t.Errorf("got %v", err)
	}
}

func TestCommitRefusesWhatCameSinceOpen(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	s := open(t, dir, Options{})
	write(t, s, edition{"index.html": "one"})
	put(t, dir, edition{"thesis.doc": "x"})
	if _, err := s.Commit("1"); err == nil || !strings.Contains(err.Error(), "thesis.doc") {
		t.Errorf("got %v", err)
	}
	if got := tree(t, filepath.Dir(dir)); !maps.Equal(got, edition{"public/thesis.doc": "x"}) {
		t.Errorf("got %q", got)
	}
}

func TestAbortLeavesTheOldEdition(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"index.html": "one", "same.html": "same"})
	before := tree(t, dir)
	s := open(t, dir, Options{})
	write(t, s, edition{"index.html": "two", "same.html": "same"})
	for range 2 {
		if err := s.Abort(); err != nil {
			t.Fatal(err)
		}
	}
	if after := tree(t, dir); !maps.Equal(after, before) {
		t.Errorf("was %q, is %q", before, after)
	}
	wantAlone(t, filepath.Dir(dir))
	if err := s.Write("late.html", nil); err == nil {
		t.Error("an aborted edition takes a file")
	}
	if _, err := s.Commit("2"); err == nil {
		t.Error("an aborted edition is committed")
	}
}

func TestAbortAfterCommitDoesNothing(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	s := open(t, dir, Options{})
	write(t, s, edition{"index.html": "one"})
	commit(t, s, "1")
	before := tree(t, dir)
	if err := s.Abort(); err != nil {
		t.Fatal(err)
	}
	if after := tree(t, dir); !maps.Equal(after, before) {
		t.Errorf("was %q, is %q", before, after)
	}
}
