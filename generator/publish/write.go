package publish

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Write stores one file of the edition. The name is slash-separated, relative, and unlike every other name even
// when case does not count. Several goroutines may write at once; body is not kept. After an error the edition
// can only be aborted.
func (s *Stage) Write(name string, body []byte) error {
	s.ending.RLock()
	defer s.ending.RUnlock()
	if s.ended {
		return errClosed
	}
	if fold(name) == manifestName || fold(name) == ignoreName {
		return s.fail(fmt.Errorf("publish: %s is written by Commit", name))
	}
	return s.add(name, body)
}

// add stores a file and notes what Verify and the manifest need of it.
func (s *Stage) add(name string, body []byte) error {
	n, err := s.reserve(name)
	if err != nil {
		return s.fail(err)
	}
	f := file{name: name, size: int64(len(body)), sum: sha256.Sum256(body)}
	if f.reused, err = s.store(name, body); err != nil {
		return s.fail(err)
	}
	p := s.pages.Get().(*page)
	defer s.pages.Put(p)
	defer p.reset("")
	p.reset(name)
	if isMarkup(name) {
		p.scan(body)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	f.ids = s.links.add(p)
	s.files[n] = f
	return nil
}

// reserve takes the name, makes its folders and returns its number.
func (s *Stage) reserve(name string) (n int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err != nil {
		return 0, s.err
	}
	n = len(s.files)
	folders, err := s.names.add(name, n)
	if err != nil {
		return 0, fmt.Errorf("publish: %w", err)
	}
	if err := s.mkdir(folders); err != nil {
		return 0, err
	}
	s.files = append(s.files, file{})
	return n, nil
}

// fail keeps the first error, which ends the edition.
func (s *Stage) fail(err error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.err == nil {
		s.err = err
	}
	return err
}

// staged is where a file of the new edition is kept.
func (s *Stage) staged(name string) string {
	return filepath.Join(s.work.next(), filepath.FromSlash(name))
}

// mkdir makes folders, outermost first.
func (s *Stage) mkdir(folders []string) error {
	for _, name := range folders {
		err := os.Mkdir(s.staged(name), folderMode)
		if err == nil && s.masked {
			err = os.Chmod(s.staged(name), folderMode)
		}
		if err != nil {
			return fmt.Errorf("publish: %w", err)
		}
	}
	return nil
}

// store puts the file in its place, as a link of the old edition's if that is the same.
func (s *Stage) store(name string, body []byte) (reused bool, err error) {
	if s.reuse(name, body) {
		return true, nil
	}
	return false, s.create(name, body)
}

func (s *Stage) create(name string, body []byte) error {
	f, err := os.OpenFile(s.staged(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, fileMode)
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	_, err = f.Write(body)
	if err == nil && s.masked {
		err = f.Chmod(fileMode)
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	return nil
}
