package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// wantWhole fails unless dir holds exactly the files of its manifest.
func wantWhole(t testing.TB, dir string) {
	t.Helper()
	m, err := readManifest(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := tree(t, dir)
	delete(got, manifestName)
	for _, e := range m.Files {
		sum := sha256.Sum256([]byte(got[e.Path]))
		if _, ok := got[e.Path]; !ok || hex.EncodeToString(sum[:]) != e.SHA256 {
			t.Errorf("edition %s: %s is missing or wrong", m.Edition, e.Path)
		}
		delete(got, e.Path)
	}
	if len(got) > 0 {
		t.Errorf("edition %s: %d files too many", m.Edition, len(got))
	}
}

func TestReadersNeverMissAFile(t *testing.T) {
	t.Parallel()
	parent := t.TempDir()
	put(t, parent, edition{"a/x": "", "b/x": ""})
	if err := exchange(filepath.Join(parent, "a"), filepath.Join(parent, "b")); err != nil {
		t.Skip(err)
	}
	dir := newDir(t)
	publish(t, dir, Options{}, "0", edition{"index.html": "0", "a/b.html": "0"})
	done := make(chan struct{})
	var readers sync.WaitGroup
	for _, name := range []string{"index.html", "a/b.html", manifestName} {
		readers.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-done:
					if n == 0 {
						t.Errorf("%s was never read", name)
					}
					return
				default:
				}
				if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || len(b) == 0 {
					t.Errorf("%s: %q, %v", name, b, err)
					return
				}
			}
		})
	}
	for i := range 100 {
		body := fmt.Sprint(i)
		publish(t, dir, Options{}, body, edition{"index.html": body, "a/b.html": body})
	}
	close(done)
	readers.Wait()
}

func TestTwoBuildsAtOnceAreBothWhole(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	var all sync.WaitGroup
	for run := range 2 {
		all.Go(func() {
			for i := range 40 {
				s, err := Open(dir, Options{KeepPrevious: true})
				if err != nil {
					t.Error(err)
					return
				}
				name := fmt.Sprintf("%d.%d", run, i)
				err = errors.Join(s.Write("index.html", []byte(name)), s.Write("assets/"+name, nil))
				if _, e := s.Commit(name); err != nil || e != nil {
					t.Error(err, e)
					return
				}
			}
		})
	}
	all.Wait()
	wantWhole(t, dir)
	wantAlone(t, filepath.Dir(dir))
}

func TestTheLastToCommitStays(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	a, b := open(t, dir, Options{}), open(t, dir, Options{})
	write(t, a, edition{"a.html": "a"})
	write(t, b, edition{"b.html": "b"})
	commit(t, b, "b")
	commit(t, a, "a")
	if got := tree(t, dir); got["a.html"] != "a" || len(got) != 3 {
		t.Errorf("got %q", got)
	}
	wantAlone(t, filepath.Dir(dir))
}

func TestTwoRenamesDoWhereFoldersCannotBeExchanged(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	for _, name := range []string{"1", "2", "3"} {
		s := open(t, dir, Options{})
		s.swap = twoRenames
		write(t, s, edition{"index.html": name})
		commit(t, s, name)
		if got := tree(t, dir); got["index.html"] != name || len(got) != 3 {
			t.Errorf("got %q", got)
		}
		wantAlone(t, filepath.Dir(dir))
	}
}

func TestTwoRenamesAtOnceBothSucceed(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	var all sync.WaitGroup
	for run := range 2 {
		all.Go(func() {
			for i := range 100 {
				work := filepath.Join(filepath.Dir(dir), fmt.Sprintf("%d.%d", run, i))
				next := filepath.Join(work, "next")
				put(t, next, edition{"x": ""})
				if err := twoRenames(dir, next, filepath.Join(work, "aside")); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if got := tree(t, dir); !maps.Equal(got, edition{"x": ""}) {
		t.Errorf("got %q", got)
	}
}

func TestAFailedSwapPutsTheOldEditionBack(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"index.html": "1"})
	before := tree(t, dir)
	s := open(t, dir, Options{})
	write(t, s, edition{"index.html": "2"})
	s.swap = func(dir, next, aside string) error {
		return twoRenames(dir, next+"-gone", aside) // leaves nothing at dir
	}
	if _, err := s.Commit("2"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
	if after := tree(t, dir); !maps.Equal(after, before) {
		t.Errorf("was %q, is %q", before, after)
	}
	wantAlone(t, filepath.Dir(dir))
}
