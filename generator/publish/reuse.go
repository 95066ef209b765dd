package publish

import (
	"bytes"
	"io"
	"os"
	"path"
	"path/filepath"
	"runtime"
)

// reuse makes the file a hard link of the old edition's if that has the same bytes, which costs less than
// writing it. It reports false, and leaves nothing behind, where it cannot.
func (s *Stage) reuse(name string, body []byte) bool {
	if !s.link(name, int64(len(body))) {
		return false
	}
	if s.sameBytes(name, body) {
		return true
	}
	os.Remove(s.staged(name))
	return false
}

// link makes a hard link of the old edition's file if it has that size and our mode. What is asked of the bytes
// must be asked of the link: another run may replace the old edition at any time.
func (s *Stage) link(name string, size int64) bool {
	info, ok := s.oldFile(name)
	if !ok || info.Size() != size {
		return false
	}
	if info.Mode() != fileMode && runtime.GOOS != "windows" { // Windows has no such modes
		return false
	}
	return os.Link(s.published(name), s.staged(name)) == nil // not across owners, nor on every file system
}

// oldFile finds a regular file in the old edition without following any symbolic link.
func (s *Stage) oldFile(name string) (os.FileInfo, bool) {
	s.mu.Lock()
	ok := s.isOldFolder(path.Dir(name))
	s.mu.Unlock()
	if !ok {
		return nil, false
	}
	info, err := os.Lstat(s.published(name))
	return info, err == nil && info.Mode().IsRegular()
}

// published is where the old edition has the file.
func (s *Stage) published(name string) string {
	return filepath.Join(s.dir, filepath.FromSlash(name))
}

// isOldFolder tells whether the old edition has the folder, a real one all the way up. The caller holds s.mu.
func (s *Stage) isOldFolder(name string) bool {
	found, known := s.old[name]
	if known {
		return found
	}
	if name == "." || s.isOldFolder(path.Dir(name)) {
		info, err := os.Lstat(s.published(name))
		found = err == nil && info.IsDir()
	}
	s.old[name] = found
	return found
}

// sameBytes tells whether the staged file has the bytes of body and no more.
func (s *Stage) sameBytes(name string, body []byte) bool {
	f, err := os.Open(s.staged(name))
	if err != nil {
		return false
	}
	defer f.Close()
	buf := s.buffers.Get().(*[bufferSize]byte)
	defer s.buffers.Put(buf)
	for {
		n, err := f.Read(buf[:])
		if n > len(body) || !bytes.Equal(buf[:n], body[:n]) {
			return false
		}
		body = body[n:]
		if err != nil {
			return err == io.EOF && len(body) == 0
		}
	}
}
