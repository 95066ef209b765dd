package publish

import (
	"encoding/hex"
	"errors"
	"fmt"
)

// Summary is what Commit published. Files and Bytes count .gitignore, but not manifest.json nor what is
// kept from the edition before.
type Summary struct {
	Files     int
	Bytes     int64
	Unchanged int    // of Files, those taken over from the old edition as hard links
	Previous  int    // files kept from the edition before
	Hash      string // SHA-256 of the manifest less the Previous files, in hexadecimal
}

// Commit adds .gitignore and manifest.json and puts the edition in the place of the old one. Call it when every
// Write has returned. After an error nothing is published and the staged files are gone.
func (s *Stage) Commit(edition string) (Summary, error) {
	s.ending.Lock()
	defer s.ending.Unlock()
	if s.ended {
		return Summary{}, errClosed
	}
	summary, err := s.publish(edition)
	cleared := s.end()
	if err != nil {
		return Summary{}, errors.Join(err, cleared)
	}
	return summary, nil // published; what could not be cleared is for the next Open
}

// publish does the work of Commit.
func (s *Stage) publish(edition string) (Summary, error) {
	if s.err != nil {
		return Summary{}, s.err
	}
	if err := s.add(ignoreName, []byte(ignoreText)); err != nil {
		return Summary{}, err
	}
	old, err := inspect(s.dir) // again: it may be another by now
	if err != nil {
		return Summary{}, err
	}
	m, sum, err := s.list(edition)
	if err != nil {
		return Summary{}, err
	}
	if s.options.KeepPrevious {
		kept, err := s.keepPrevious(old, sum.Hash)
		if err != nil {
			return Summary{}, err
		}
		sum.Previous = len(kept)
		m.Files = append(m.Files, kept...)
		m.sort()
	}
	b, err := m.encode()
	if err != nil {
		return Summary{}, fmt.Errorf("publish: %w", err)
	}
	if err := s.create(manifestName, b); err != nil {
		return Summary{}, err
	}
	if err := s.swap(s.dir, s.work.next(), s.work.aside()); err != nil {
		return Summary{}, fmt.Errorf("publish: %w", err)
	}
	return sum, nil
}

// list gives the manifest of what was written, and sums it up.
func (s *Stage) list(edition string) (manifest, Summary, error) {
	m := manifest{Edition: edition}
	sum := Summary{Files: len(s.files)}
	for _, f := range s.files {
		m.Files = append(m.Files, entry{Path: f.name, Size: f.size, SHA256: hex.EncodeToString(f.sum[:])})
		sum.Bytes += f.size
		if f.reused {
			sum.Unchanged++
		}
	}
	m.sort()
	var err error
	if sum.Hash, err = m.hash(); err != nil {
		return manifest{}, Summary{}, fmt.Errorf("publish: %w", err)
	}
	return m, sum, nil
}
