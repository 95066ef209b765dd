package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// inspect refuses a dir that an edition must not replace. It returns the manifest of the edition that is there,
// empty if there is none yet.
func inspect(dir string) (manifest, error) {
	if filepath.Dir(dir) == dir {
		return manifest{}, fmt.Errorf("publish: %s is the root; name a folder of its own", dir)
	}
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return manifest{}, nil
	case err != nil:
		return manifest{}, fmt.Errorf("publish: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return manifest{}, fmt.Errorf("publish: %s is a symbolic link; name the folder itself", dir)
	case !info.IsDir():
		return manifest{}, fmt.Errorf("publish: %s is not a folder", dir)
	}
	for _, name := range []string{".git", "go.mod"} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			return manifest{}, fmt.Errorf("publish: %s is a source tree (it holds %s); name a folder of its own", dir, name)
		}
	}
	m, err := readManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, refuseForeign(dir)
	}
	return m, err
}

// refuseForeign fails if a folder without a manifest holds anything but .gitignore.
func refuseForeign(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) { // another run is between two renames
		return nil
	}
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	for _, e := range entries {
		if e.Name() != ignoreName || !e.Type().IsRegular() {
			return fmt.Errorf("publish: %s is not an edition (it holds %q and no %s); empty it or name another folder",
				dir, e.Name(), manifestName)
		}
	}
	return nil
}
