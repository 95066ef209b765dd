package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// manifest is the contents of manifest.json: the edition and all its files but itself, sorted by path.
type manifest struct {
	Edition string  `json:"edition"`
	Files   []entry `json:"files"`
}

// entry is one file of the manifest.
type entry struct {
	Path     string `json:"path"`
	Size     int64  `json:"size"` // bytes
	SHA256   string `json:"sha256"`
	Previous bool   `json:"previous,omitempty"` // kept from the edition before
}

// sort puts the files in the order of their paths.
func (m *manifest) sort() {
	slices.SortFunc(m.Files, func(a, b entry) int { return strings.Compare(a.Path, b.Path) })
}

// encode gives the manifest one line for each file, so that two editions can be compared by line.
func (m manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	lines := json.NewEncoder(&b)
	lines.SetEscapeHTML(false)
	b.WriteString(`{"edition": `)
	if err := lines.Encode(m.Edition); err != nil {
		return nil, err
	}
	b.Truncate(b.Len() - 1) // the line break that Encode adds
	b.WriteString(",\n\"files\": [\n")
	for i, e := range m.Files {
		if err := lines.Encode(e); err != nil {
			return nil, err
		}
		if i < len(m.Files)-1 {
			b.Truncate(b.Len() - 1)
			b.WriteString(",\n")
		}
	}
	b.WriteString("]}\n")
	return b.Bytes(), nil
}

// hash is the SHA-256 of the manifest less what is kept from the edition before: the same whether the
// edition was built into an empty folder or over an old one.
func (m manifest) hash() (string, error) {
	own := manifest{Edition: m.Edition}
	for _, e := range m.Files {
		if !e.Previous {
			own.Files = append(own.Files, e)
		}
	}
	b, err := own.encode()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// readManifest reads the manifest of the edition in dir. A file that is no manifest of ours is an error.
func readManifest(dir string) (manifest, error) {
	name := filepath.Join(dir, manifestName)
	info, err := os.Lstat(name)
	if err != nil {
		return manifest{}, fmt.Errorf("publish: %w", err)
	}
	foreign := fmt.Errorf("publish: %s is not an edition (its %s is not ours); empty it or name another folder", dir, manifestName)
	if !info.Mode().IsRegular() {
		return manifest{}, foreign
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return manifest{}, fmt.Errorf("publish: %w", err)
	}
	var m manifest
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil || m.Files == nil {
		return manifest{}, foreign
	}
	return m, nil
}
