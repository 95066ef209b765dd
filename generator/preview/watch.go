package preview

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// settle is how long the tree must be quiet after a change: editors write a
// file in several steps.
const settle = 40 * time.Millisecond

// Watch calls changed after each change under dir's catalog, content, themes
// and settings, until ctx ends.
func Watch(ctx context.Context, dir string, changed func()) error {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer w.Close()
	if err := w.Add(dir); err != nil {
		return err
	}
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := addFolders(w, filepath.Join(dir, sub)); err != nil {
			return err
		}
	}
	quiet := time.NewTimer(time.Hour)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.Events:
			if !ok {
				return nil
			}
			if !watched(dir, e) {
				continue
			}
			if e.Has(fsnotify.Create) {
				_ = addFolders(w, e.Name) // a file, or a folder gone again
			}
			quiet.Reset(settle)
		case err, ok := <-w.Errors:
			if ok && err != nil {
				return err
			}
		case <-quiet.C:
			changed()
		}
	}
}

// watched leaves out what does not change the handbook: access times, editors'
// swap files, and public/ itself.
func watched(dir string, e fsnotify.Event) bool {
	base := filepath.Base(e.Name)
	if e.Op == fsnotify.Chmod || strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
		return false
	}
	if filepath.Dir(e.Name) == filepath.Clean(dir) {
		return base == "handbook.yaml"
	}
	return true
}

func addFolders(w *fsnotify.Watcher, dir string) error {
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil
		}
		return w.Add(name)
	})
}
