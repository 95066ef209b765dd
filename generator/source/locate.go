package source

import (
	"io/fs"
	"strings"
	"sync"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"yibentong/generator/diag"
)

// Locator finds where a value stands in a file that was read before. Nodes are
// not kept after decoding (they weigh fifteen times the record); a file is
// parsed again when something has to be said about it, which is rare.
type Locator struct {
	fsys fs.FS

	mu   sync.Mutex
	file File
	root *yaml.Node
}

// NewLocator returns a Locator over the tree.
func NewLocator(fsys fs.FS) *Locator { return &Locator{fsys: fsys} }

// At returns the place of the value at path (string keys, int indexes) in the
// named file; where the path ends early, the place of the nearest parent.
func (lo *Locator) At(name string, path ...any) diag.Pos {
	lo.mu.Lock()
	defer lo.mu.Unlock()
	n := lo.find(name, path)
	if n == nil {
		return diag.Pos{File: name}
	}
	return nodePos(name, n)
}

// Word returns the place of a word inside the text value at path; the place of
// the value when the word is not found as written.
func (lo *Locator) Word(name, word string, path ...any) diag.Pos {
	lo.mu.Lock()
	defer lo.mu.Unlock()
	n := lo.find(name, path)
	if n == nil {
		return diag.Pos{File: name}
	}
	lines := strings.Split(string(lo.file.Data), "\n")
	for i := n.Line - 1; i < len(lines) && i < n.Line+200; i++ {
		from := 0
		if i == n.Line-1 {
			from = byteOffset(lines[i], n.Column-1)
		}
		if at := strings.Index(lines[i][from:], word); at >= 0 {
			return diag.Pos{File: name, Line: i + 1, Col: 1 + utf8.RuneCountInString(lines[i][:from+at]), Width: utf8.RuneCountInString(word)}
		}
	}
	return nodePos(name, n)
}

func byteOffset(s string, runes int) int {
	for i := range s {
		if runes == 0 {
			return i
		}
		runes--
	}
	return len(s)
}

func (lo *Locator) find(name string, path []any) *yaml.Node {
	if lo.file.Name != name || lo.root == nil {
		var quiet diag.List
		f, ok, err := Read(lo.fsys, name, &quiet)
		if err != nil || !ok {
			return nil
		}
		lo.file, lo.root = f, Parse(f, &quiet)
	}
	n := lo.root
	for _, step := range path {
		next := child(n, step)
		if next == nil {
			break
		}
		n = next
	}
	return n
}

func child(n *yaml.Node, step any) *yaml.Node {
	switch s := step.(type) {
	case string:
		for i := 0; n != nil && n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == s {
				return n.Content[i+1]
			}
		}
	case int:
		if n != nil && n.Kind == yaml.SequenceNode && s < len(n.Content) {
			return n.Content[s]
		}
	}
	return nil
}

// Forget drops the file that was parsed last, since it may have changed on disk.
func (lo *Locator) Forget() {
	lo.mu.Lock()
	defer lo.mu.Unlock()
	lo.root = nil
}
