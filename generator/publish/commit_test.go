package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestCommitWritesTheManifest(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	sum := publish(t, dir, Options{}, `2025"春"`, edition{"b.html": "B", "a/é&.txt": "", "A.html": "A"})
	want := `{"edition": "2025\"春\"",
"files": [
{"path":".gitignore","size":14,"sha256":"c57a6b3b3a5b4f0b7f1a"},
{"path":"A.html","size":1,"sha256":"559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd"},
{"path":"a/é&.txt","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
{"path":"b.html","size":1,"sha256":"df7e70e5021544f4834bbee64a9e3789febc4be81470df629cad6ddb03320a5c"}
]}
`
	ignore := sha256.Sum256([]byte("*\n!.gitignore\n"))
	want = strings.Replace(want, "c57a6b3b3a5b4f0b7f1a", hex.EncodeToString(ignore[:]), 1)
	if got := tree(t, dir)[manifestName]; got != want {
		t.Errorf("got %s", got)
	}
	hash := sha256.Sum256([]byte(want))
	if w := (Summary{Files: 4, Bytes: 16, Hash: hex.EncodeToString(hash[:])}); sum != w {
		t.Errorf("got %+v, want %+v", sum, w)
	}
}

func TestCommitOfNothingIsAnEdition(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	for range 2 {
		publish(t, dir, Options{KeepPrevious: true}, "", nil)
	}
	if got := tree(t, dir); len(got) != 2 {
		t.Errorf("got %q", got)
	}
}

func TestSameFilesInAnyOrderGiveTheSameBytes(t *testing.T) {
	t.Parallel()
	var want edition
	for range 3 {
		dir := newDir(t)
		s := open(t, dir, Options{})
		var all sync.WaitGroup
		for i := range 100 {
			all.Go(func() {
				if err := s.Write(fmt.Sprintf("%d/%d/x.html", i%7, i), fmt.Appendf(nil, `<a href="%d">`, i)); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		commit(t, s, "1")
		got := tree(t, dir)
		if want == nil {
			want = got
		}
		if !maps.Equal(got, want) || len(got) != 102 {
			t.Errorf("%d files differ from %d", len(got), len(want))
		}
	}
}

func TestOnlyOneOfTwoWritesOfANameIsTaken(t *testing.T) {
	t.Parallel()
	s := open(t, newDir(t), Options{})
	errs := make(chan error, 2)
	for _, name := range []string{"a/x.html", "A/X.html"} {
		go func() { errs <- s.Write(name, []byte(name)) }()
	}
	if a, b := <-errs, <-errs; (a == nil) == (b == nil) {
		t.Errorf("got %v and %v", a, b)
	}
}

func TestAbortDuringWritesLeavesNothing(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	s := open(t, dir, Options{})
	var all sync.WaitGroup
	for i := range 100 {
		all.Go(func() {
			s.Write(fmt.Sprintf("%d/x.html", i), []byte("x"))
			if i == 50 {
				s.Abort()
			}
		})
	}
	all.Wait()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) > 0 {
		t.Errorf("left: %v, %v", entries, err)
	}
}
