// Package theme reads a look from `themes/`: templates, words, design tokens,
// style sheets and scripts. It knows nothing of records or pages.
//
// Style sheets and scripts are minified and named after their content once;
// templates are minified once before they are parsed, so that no finished page
// has to be. A Theme does not change after Load and may be used by many
// goroutines.
package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"

	"yibentong/generator/diag"
	"yibentong/generator/source"
)

// Theme is one look, ready to print pages with.
type Theme struct {
	Tokens Tokens
	Labels Labels

	assets    []Asset
	paths     map[string]string
	templates *template.Template
	programs  map[string]*program
}

var missingFile = &diag.Code{ID: "theme-file-missing", Zh: "主题缺少文件 %s", En: "the theme has no file %s",
	MendZh: "从自带的主题 themes/handbook 里复制一份再改", MendEn: "copy it from the theme that comes along, themes/handbook"}

// Load reads the theme in the folder dir of the tree ("themes/handbook"). What
// its author must mend goes to l, and then the Theme is nil; the error is
// trouble of reading itself.
func Load(fsys fs.FS, dir string, l *diag.List) (*Theme, error) {
	before, _ := l.Count()
	t := &Theme{paths: map[string]string{}}
	if err := read(fsys, path.Join(dir, "theme.yaml"), &t.Tokens, l); err != nil {
		return nil, err
	}
	if err := read(fsys, path.Join(dir, "labels.yaml"), &t.Labels, l); err != nil {
		return nil, err
	}
	if err := t.readAssets(fsys, dir, l); err != nil {
		return nil, err
	}
	if err := t.readTemplates(fsys, dir, l); err != nil {
		return nil, err
	}
	if after, _ := l.Count(); after > before {
		return nil, nil
	}
	return t, nil
}

// Execute prints the template of that name (its file without .html) over view.
func (t *Theme) Execute(w io.Writer, name string, view any) error {
	var err error
	if p := t.programs[name]; p != nil {
		err = p.execute(w, view)
	} else {
		err = t.templates.ExecuteTemplate(w, name, view)
	}
	if err != nil {
		return fmt.Errorf("printing template %s: %w", name, err)
	}
	return nil
}

// Interpreted returns the theme as html/template itself prints it. It is slower
// and prints the same: the yardstick that tests hold Execute against.
func (t *Theme) Interpreted() *Theme {
	plain := *t
	plain.programs = nil
	return &plain
}

func read(fsys fs.FS, name string, into any, l *diag.List) error {
	f, ok, err := source.Read(fsys, name, l)
	if errors.Is(err, fs.ErrNotExist) {
		l.Report(diag.Pos{File: name}, missingFile, name)
		return nil
	}
	if err != nil || !ok {
		return err
	}
	if node := source.Parse(f, l); node != nil {
		source.Decode(f, node, into, l)
	}
	return nil
}
