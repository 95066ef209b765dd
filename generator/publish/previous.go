package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
)

// keepPrevious takes over the assets of the old edition that the new one lacks. Those that the old edition had
// itself kept go, unless it is the same edition built again: building twice changes nothing.
func (s *Stage) keepPrevious(old manifest, hash string) ([]entry, error) {
	oldHash, err := old.hash()
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	clear(s.old) // it may be another edition than at Open
	var kept []entry
	for _, e := range old.Files {
		if !strings.HasPrefix(e.Path, "assets/") || e.Previous && oldHash != hash {
			continue
		}
		ok, err := s.keep(e)
		if err != nil {
			return nil, err
		}
		if ok {
			kept = append(kept, entry{e.Path, e.Size, e.SHA256, true})
		}
	}
	return kept, nil
}

// keep takes over one file. It reports false if the new edition has the name, or the file is not what the old
// manifest says.
func (s *Stage) keep(e entry) (bool, error) {
	if _, taken := s.names[fold(e.Path)]; taken || checkName(e.Path) != nil {
		return false, nil
	}
	if _, ok := s.oldFile(e.Path); !ok {
		return false, nil
	}
	body, err := os.ReadFile(s.published(e.Path))
	sum := sha256.Sum256(body)
	if err != nil || hex.EncodeToString(sum[:]) != e.SHA256 || int64(len(body)) != e.Size {
		return false, nil
	}
	folders, err := s.names.add(e.Path, len(s.files))
	if err != nil {
		return false, nil // a folder of it is a file now
	}
	if err := s.mkdir(folders); err != nil {
		return false, err
	}
	s.files = append(s.files, file{name: e.Path})
	_, err = s.store(e.Path, body)
	return err == nil, err
}
