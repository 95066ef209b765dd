package theme

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"yibentong/generator/diag"
)

// Asset is a finished file that pages refer to. Its path carries a fingerprint
// of its content, so that browsers may keep it for ever.
type Asset struct {
	Path string
	Body []byte
}

// Assets returns every asset, in the order of their names.
func (t *Theme) Assets() []Asset { return t.assets }

// Asset returns the path of the asset that was made of name: "handbook.css",
// "search.js", "icon.svg". It is empty when the theme has no such file.
func (t *Theme) Asset(name string) string { return t.paths[name] }

var badAsset = &diag.Code{ID: "theme-asset", Zh: "这个文件压缩不了：%s", En: "the file cannot be minified: %s",
	MendZh: "多半是语法错误，对照上一版检查", MendEn: "most likely a syntax error; compare with the last version"}

// readAssets reads assets/: the style sheets of css/ in the order of their
// names become handbook.css, after the tokens; every other file stands for itself.
func (t *Theme) readAssets(fsys fs.FS, dir string, l *diag.List) error {
	sheets := []byte(t.Tokens.CSS())
	root := path.Join(dir, "assets")
	err := fs.WalkDir(fsys, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		if path.Ext(name) == ".css" {
			sheets = append(append(sheets, body...), '\n')
			return nil
		}
		return t.addAsset(name, body, l)
	})
	if errors.Is(err, fs.ErrNotExist) {
		l.Report(diag.Pos{File: root}, missingFile, root)
		return nil
	}
	if err != nil {
		return fmt.Errorf("reading assets: %w", err)
	}
	return t.addAsset(path.Join(root, "css", "handbook.css"), sheets, l)
}

func (t *Theme) addAsset(name string, body []byte, l *diag.List) error {
	small, err := minified(path.Ext(name), body)
	if err != nil {
		l.Report(diag.Pos{File: name}, badAsset, err)
		return nil
	}
	base := path.Base(name)
	sum := sha256.Sum256(small)
	ext := path.Ext(base)
	out := "assets/" + strings.TrimSuffix(base, ext) + "." + hex.EncodeToString(sum[:5]) + ext
	t.assets = append(t.assets, Asset{out, small})
	t.paths[base] = out
	return nil
}
