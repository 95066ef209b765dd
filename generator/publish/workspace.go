package publish

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// errBusy says that a living process holds the lock.
var errBusy = errors.New("locked by another process")

// workspace is the hidden folder .NAME-RANDOM.new beside the published folder NAME:
//
//	lock   locked while its process lives; made first and removed last, so a workspace without it is empty
//	next   the edition in the making; after an exchange of folders, the old edition
//	aside  the old edition, where the swap takes two renames
type workspace struct {
	path string
	lock *os.File
}

func (w *workspace) next() string  { return filepath.Join(w.path, "next") }
func (w *workspace) aside() string { return filepath.Join(w.path, "aside") }

func lockName(work string) string { return filepath.Join(work, "lock") }

// claim makes and locks a workspace beside dir. A sweep may come between the two and remove the folder, or
// hold its lock; then another is made.
func claim(dir string) (*workspace, error) {
	const tries = 100 // of a race that is rarely lost once
	for range tries {
		path := filepath.Join(filepath.Dir(dir), workName(dir, rand.Text()))
		if err := os.Mkdir(path, folderMode); err != nil {
			return nil, fmt.Errorf("publish: %w", err)
		}
		lock, err := tryLock(lockName(path), os.O_CREATE)
		if err == nil && isAt(lock, lockName(path)) {
			return &workspace{path, lock}, nil
		}
		if err != nil && !errors.Is(err, errBusy) && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(fmt.Errorf("publish: locking: %w", err), removeWork(path))
		}
		if lock != nil {
			lock.Close()
		}
	}
	return nil, fmt.Errorf("publish: no staging folder beside %s stays: other runs keep removing it", dir)
}

// makeNext makes the folder of the new edition and says whether the umask took permissions away.
func (w *workspace) makeNext() (masked bool, err error) {
	if err := os.Mkdir(w.next(), folderMode); err != nil {
		return false, fmt.Errorf("publish: %w", err)
	}
	info, err := os.Stat(w.next())
	if err != nil {
		return false, fmt.Errorf("publish: %w", err)
	}
	if masked = info.Mode().Perm() != folderMode; masked {
		if err := os.Chmod(w.next(), folderMode); err != nil {
			return false, fmt.Errorf("publish: %w", err)
		}
	}
	return masked, nil
}

// clear removes the workspace. An edition that a broken swap set aside goes back first, and where it cannot,
// everything stays.
func (w *workspace) clear(dir string) error {
	if err := mend(w.aside(), dir); err != nil {
		w.lock.Close()
		return fmt.Errorf("publish: %w", err)
	}
	return w.remove()
}

// remove removes the workspace, lock last.
func (w *workspace) remove() error {
	err := errors.Join(os.RemoveAll(w.next()), os.RemoveAll(w.aside()))
	w.lock.Close() // before it is removed: Windows removes no open file
	if err != nil {
		return fmt.Errorf("publish: clearing the staging folder: %w", err)
	}
	return removeWork(w.path)
}

// removeWork removes a workspace that holds nothing but its lock, if that.
func removeWork(path string) error {
	for _, name := range []string{lockName(path), path} {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("publish: %w", err)
		}
	}
	return nil
}

// mend puts the edition that was set aside back to dir if nothing has come in its place.
func mend(aside, dir string) error {
	if _, err := os.Lstat(aside); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(aside, dir); err != nil {
		return fmt.Errorf("the published edition is in %s and cannot be put back: %w", aside, err)
	}
	return nil
}

// sweep clears the workspaces beside dir whose process is dead. It fails only where the published edition is in
// one and cannot be put back: rubbish that cannot be removed does no harm.
func sweep(dir string) error {
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	for _, e := range entries {
		if !e.IsDir() || !isWorkName(dir, e.Name()) {
			continue
		}
		path := filepath.Join(filepath.Dir(dir), e.Name())
		lock, err := tryLock(lockName(path), 0)
		if errors.Is(err, fs.ErrNotExist) {
			os.Remove(path) // empty: its process died at once, or has yet to lock and will make another
		}
		if err != nil {
			continue
		}
		w := &workspace{path, lock}
		if err := mend(w.aside(), dir); err != nil {
			lock.Close()
			return fmt.Errorf("publish: %w", err)
		}
		_ = w.remove()
	}
	return nil
}

func workName(dir, random string) string {
	return "." + filepath.Base(dir) + "-" + random + ".new"
}

// isWorkName tells a workspace of dir by the 26 letters and digits 2 to 7 of rand.Text, so that a folder
// that somebody else calls .public-draft.new is not taken for one.
func isWorkName(dir, name string) bool {
	random := strings.TrimSuffix(strings.TrimPrefix(name, "."+filepath.Base(dir)+"-"), ".new")
	return len(random) == 26 && strings.Trim(random, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") == "" && name == workName(dir, random)
}

// isAt tells whether the open file f is still the one of that name.
func isAt(f *os.File, name string) bool {
	a, errA := f.Stat()
	b, errB := os.Lstat(name)
	return errA == nil && errB == nil && os.SameFile(a, b)
}
