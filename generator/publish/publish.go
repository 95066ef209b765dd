// Package publish replaces the published folder all at once or not at all.
//
// In come the finished files of one edition, as names and bytes. They are staged in a hidden folder beside
// the published one, their internal links are checked, and one rename puts the whole edition in place.
// A run that fails or is killed at any moment leaves the old edition as it was, and the next Open clears up.
// Two runs at once do not disturb each other: each edition is whole and the last to commit stays.
//
// The promise covers the death of the program, not of the machine: nothing is flushed to disk, so after
// a power cut build again. Folders change places, so whatever mounts or watches the published folder must
// mount or watch the folder above it.
//
// The package knows nothing of what it publishes, changes no byte of it, and never writes outside the
// published folder and the hidden one.
package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// Folders are 0755 and files 0644 whatever the umask says: a web server reads them as another user.
const (
	folderMode os.FileMode = 0o755
	fileMode   os.FileMode = 0o644
)

const bufferSize = 32 << 10

var errClosed = errors.New("publish: the edition is already committed or aborted")

// Options says how an edition takes over from the one before.
type Options struct {
	// KeepPrevious lets the files in assets/ that the old edition had and the new one lacks stay for one
	// edition more, so that a page opened before the change still finds its style sheet.
	KeepPrevious bool
}

// Stage is an edition in the making. Open gives one; Commit or Abort ends it.
type Stage struct {
	dir     string // the published folder, absolute
	work    *workspace
	options Options
	masked  bool                                // the umask takes permissions away that we want
	swap    func(dir, next, aside string) error // swapFolders, except in tests

	ending sync.RWMutex // read-locked by Write, locked by Commit and Abort
	ended  bool         // guarded by ending

	mu    sync.Mutex // guards all below
	err   error      // the first failed Write; an edition that lacks a file is never committed
	names names
	files []file // by the number that names gives
	links links
	old   map[string]bool // folders of the old edition: whether they are real ones

	buffers sync.Pool // of *[bufferSize]byte, to read the old edition
	pages   sync.Pool // of *page
}

// file is one stored file of the edition.
type file struct {
	name   string
	size   int64
	sum    [32]byte // SHA-256
	reused bool     // a hard link of the old edition's file
	ids    []uint32 // the anchors of a page, sorted numbers of links.ids
}

// Open prepares a new edition of dir in a hidden folder beside it and removes what killed runs have left there.
//
// The folder dir may be absent, empty, hold nothing but .gitignore, or hold an edition. Anything else is
// refused and left untouched: a file, a symbolic link, a folder with other things in it, a source tree
// (go.mod or .git in it), the root. The folder above dir must exist.
func Open(dir string, options Options) (*Stage, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	if _, err := inspect(dir); err != nil {
		return nil, err
	}
	if err := sweep(dir); err != nil {
		return nil, err
	}
	work, err := claim(dir)
	if err != nil {
		return nil, err
	}
	masked, err := work.makeNext()
	if err != nil {
		return nil, errors.Join(err, work.clear(dir))
	}
	return &Stage{
		dir: dir, work: work, options: options, masked: masked, swap: swapFolders,
		names: names{}, links: newLinks(), old: map[string]bool{},
		buffers: sync.Pool{New: func() any { return new([bufferSize]byte) }},
		pages:   sync.Pool{New: func() any { return new(page) }},
	}, nil
}

// Abort removes the staged files and leaves the published folder as it is. After Commit or Abort it does
// nothing, so it may be deferred.
func (s *Stage) Abort() error {
	s.ending.Lock()
	defer s.ending.Unlock()
	return s.end()
}

// end clears the workspace, once. The caller holds s.ending.
func (s *Stage) end() error {
	if s.ended {
		return nil
	}
	s.ended = true
	return s.work.clear(s.dir)
}
