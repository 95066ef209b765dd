package publish

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"unicode"
)

// The two files that Commit adds to every edition.
const (
	manifestName = "manifest.json"
	ignoreName   = ".gitignore"
	ignoreText   = "*\n!.gitignore\n" // git keeps the folder and nothing in it
)

// node is a name that is taken.
type node struct {
	name string
	file int // index in Stage.files; -1 for a folder
}

// names knows every file and folder of the edition by its folded name: two names that differ only in case
// are one name on Windows and macOS.
type names map[string]node

// add takes the name for file number n. It returns the folders that are new, outermost first.
func (t names) add(name string, n int) (folders []string, err error) {
	if err := checkName(name); err != nil {
		return nil, err
	}
	if taken, ok := t[fold(name)]; ok {
		return nil, fmt.Errorf("%s is already taken by %s", name, taken.name)
	}
	for i := range len(name) {
		if name[i] != '/' {
			continue
		}
		folder := name[:i]
		taken, ok := t[fold(folder)]
		if ok && (taken.file >= 0 || taken.name != folder) {
			return nil, fmt.Errorf("%s is already taken by %s", folder, taken.name)
		}
		if !ok {
			folders = append(folders, folder)
		}
	}
	for _, folder := range folders {
		t[fold(folder)] = node{folder, -1}
	}
	t[fold(name)] = node{name, n}
	return folders, nil
}

// checkName refuses a name that some host or link could not carry.
func checkName(name string) error {
	switch {
	case name == "." || !fs.ValidPath(name) || !filepath.IsLocal(filepath.FromSlash(name)):
		return fmt.Errorf("%q is not a path inside the edition", name)
	case strings.ContainsAny(name, `\<>:"|?*#`) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return fmt.Errorf("%q has a character that file names on some systems must not have", name)
	}
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasSuffix(part, ".") || strings.HasSuffix(part, " ") {
			return fmt.Errorf("%q has a part that ends in a dot or a space, which Windows drops", name)
		}
	}
	return nil
}

// fold maps names that differ only in case to one.
func fold(name string) string {
	return strings.ToLower(strings.ToUpper(name))
}

// isMarkup tells whether the file is scanned for links and anchors.
func isMarkup(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".svg":
		return true
	}
	return false
}
