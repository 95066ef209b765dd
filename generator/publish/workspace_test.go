package publish

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dead is the name of a workspace whose process is no more.
var dead = ".public-" + strings.Repeat("A", 26) + ".new"

func TestOpenRemovesWhatDeadRunsLeft(t *testing.T) {
	t.Parallel()
	for name, left := range map[string]edition{
		"while writing":    {dead + "/lock": "", dead + "/next/a/b.html": "x"},
		"after the swap":   {dead + "/lock": "", dead + "/aside/a/b.html": "x"},
		"before the lock":  {},
		"before next":      {dead + "/lock": ""},
		"while being kept": {dead + "/lock": "", dead + "/next/assets/a": "x", dead + "/next/manifest.json": "{}"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := newDir(t)
			publish(t, dir, Options{}, "1", edition{"index.html": "1"})
			before := tree(t, dir)
			put(t, filepath.Dir(dir), left)
			if err := os.MkdirAll(filepath.Join(filepath.Dir(dir), dead), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := open(t, dir, Options{}).Abort(); err != nil {
				t.Fatal(err)
			}
			wantAlone(t, filepath.Dir(dir))
			if after := tree(t, dir); !maps.Equal(after, before) {
				t.Errorf("was %q, is %q", before, after)
			}
		})
	}
}

func TestOpenMendsAHalfDoneSwap(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"index.html": "1"})
	before := tree(t, dir)
	put(t, filepath.Dir(dir), edition{dead + "/lock": "", dead + "/next/index.html": "2"})
	if err := os.Rename(dir, filepath.Join(filepath.Dir(dir), dead, "aside")); err != nil {
		t.Fatal(err)
	}
	if err := open(t, dir, Options{}).Abort(); err != nil {
		t.Fatal(err)
	}
	if after := tree(t, dir); !maps.Equal(after, before) {
		t.Errorf("was %q, is %q", before, after)
	}
	wantAlone(t, filepath.Dir(dir))
}

func TestOpenLeavesTheStagingOfALivingRun(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	living := open(t, dir, Options{})
	write(t, living, edition{"a/index.html": "1"})
	other := open(t, dir, Options{})
	write(t, living, edition{"a/more.html": "1"})
	commit(t, living, "1")
	if err := other.Abort(); err != nil {
		t.Fatal(err)
	}
	wantWhole(t, dir)
}

func TestOpenLeavesWhatOnlyLooksLikeStaging(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	parent := filepath.Dir(dir)
	put(t, parent, edition{
		".public-DRAFT.new/lock":                                 "",
		".public-draft.new/lock":                                 "",
		strings.ToLower(dead) + "/lock":                          "",
		strings.Replace(dead, "public", "public-x", 1) + "/lock": "",
		strings.Replace(dead, "public", "other", 1) + "/lock":    "",
		strings.TrimSuffix(dead, ".new") + "/lock":               "",
		"real/lock": "",
	})
	if err := os.Symlink("real", filepath.Join(parent, dead)); err != nil {
		t.Log(err)
	}
	before := tree(t, parent)
	if err := open(t, dir, Options{}).Abort(); err != nil {
		t.Fatal(err)
	}
	if after := tree(t, parent); !maps.Equal(after, before) {
		t.Errorf("was %q, is %q", before, after)
	}
}

func TestTheLockIsNotPublished(t *testing.T) {
	t.Parallel()
	dir := newDir(t)
	publish(t, dir, Options{}, "1", edition{"index.html": "1"})
	if got := tree(t, dir); len(got) != 3 {
		t.Errorf("got %q", got)
	}
}
