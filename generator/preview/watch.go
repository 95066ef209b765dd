package preview

import (
	"context"
	"errors"
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

// Watcher tells of changes under a folder's catalog, content, themes and
// settings. Use Watch.
type Watcher struct {
	dir     string
	notify  *fsnotify.Watcher
	changed map[string]bool
	lost    bool // events were lost: anything can have changed
}

// Watch begins to watch. What changes from now on is told by Run.
func Watch(dir string) (*Watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &Watcher{dir: filepath.Clean(dir), notify: notify, changed: map[string]bool{}}
	if err := notify.Add(w.dir); err != nil {
		notify.Close()
		return nil, err
	}
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := w.addFolders(filepath.Join(w.dir, sub)); err != nil {
			notify.Close()
			return nil, err
		}
	}
	return w, nil
}

// Run calls changed after each change, with the files and folders concerned,
// or with none when any can have changed, until ctx ends.
func (w *Watcher) Run(ctx context.Context, changed func(names []string)) error {
	defer w.notify.Close()
	quiet := time.NewTimer(time.Hour)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case e, ok := <-w.notify.Events:
			if ok && w.note(e) {
				quiet.Reset(settle)
			}
		case err, ok := <-w.notify.Errors:
			if ok && !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			w.lost = true
			quiet.Reset(settle)
		case <-quiet.C:
			changed(w.take())
		}
	}
}

// note keeps what an event says, and tells whether it says anything.
func (w *Watcher) note(e fsnotify.Event) bool {
	name, err := filepath.Rel(w.dir, e.Name)
	if err != nil || !watched(name, e.Op) {
		return false
	}
	if e.Has(fsnotify.Create) {
		_ = w.addFolders(e.Name) // a file, or a folder gone again
	}
	w.changed[filepath.ToSlash(name)] = true
	return true
}

// take returns what has changed and begins anew.
func (w *Watcher) take() (names []string) {
	if !w.lost {
		for name := range w.changed {
			names = append(names, name)
		}
	}
	w.changed, w.lost = map[string]bool{}, false
	return names
}

// watched leaves out what does not change the handbook: access times, editors'
// swap files, and public/ itself.
func watched(name string, op fsnotify.Op) bool {
	base := filepath.Base(name)
	if op == fsnotify.Chmod || strings.HasPrefix(base, ".") || strings.HasSuffix(base, "~") {
		return false
	}
	if filepath.Dir(name) == "." {
		return base == "handbook.yaml" || base == "catalog" || base == "content" || base == "themes"
	}
	return true
}

func (w *Watcher) addFolders(dir string) error {
	if _, err := os.Stat(dir); err != nil {
		return nil
	}
	return filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return nil
		}
		return w.notify.Add(name)
	})
}
