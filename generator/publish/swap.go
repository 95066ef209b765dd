package publish

import (
	"errors"
	"io/fs"
	"os"
)

// swapFolders puts next in the place of dir, in one step where the system and the file system can exchange two
// folders. The old edition is then in next or aside.
func swapFolders(dir, next, aside string) error {
	err := exchange(dir, next)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrNotExist) {
		return twoRenames(dir, next, aside)
	}
	return err
}

// twoRenames puts the old edition aside and next in its place. Between the two nothing is published; a process
// that dies there is mended by the next Open. Another run may fill the gap; then its edition goes aside too.
func twoRenames(dir, next, aside string) error {
	const tries = 100 // of a race that is rarely lost once
	var err error
	for range tries {
		err = os.Rename(dir, aside)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err = os.Rename(next, dir); err == nil {
			return nil
		}
		// Another run was quicker if something stood in the way, be it gone by now, or stands there still.
		if _, gap := os.Lstat(dir); gap != nil && !errors.Is(err, fs.ErrExist) {
			return err // clear puts back what is in aside
		}
		if err := os.RemoveAll(aside); err != nil {
			return err
		}
	}
	return err
}
