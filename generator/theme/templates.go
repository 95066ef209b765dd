package theme

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"

	"yibentong/generator/diag"
)

var badTemplate = &diag.Code{ID: "theme-template", Zh: "模板有错：%s", En: "the template is wrong: %s",
	MendZh: "对照自带主题的同名模板", MendEn: "compare it with the template of the same name in the theme that comes along"}

// readTemplates reads templates/*.html into one set; a template's name is its
// file's without .html.
func (t *Theme) readTemplates(fsys fs.FS, dir string, l *diag.List) error {
	t.templates = template.New("")
	names, err := fs.Glob(fsys, path.Join(dir, "templates", "*.html"))
	if err != nil {
		return fmt.Errorf("listing templates: %w", err)
	}
	if len(names) == 0 {
		l.Report(diag.Pos{File: path.Join(dir, "templates")}, missingFile, "templates/*.html")
	}
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("reading a template: %w", err)
		}
		t.parse(name, text, l)
	}
	t.escape(dir, l)
	t.programs = programs(t.templates)
	return nil
}

// escape has html/template decide on the escaping of every template, which it
// does before an execution; the execution itself fails for want of a view. All
// templates go in one pass, called by a root; only if that finds a fault are
// they taken one by one, so that each with a fault is told.
func (t *Theme) escape(dir string, l *diag.List) {
	var root strings.Builder
	for _, x := range t.templates.Templates() {
		if x.Tree != nil {
			fmt.Fprintf(&root, "{{if .}}{{template %q .}}{{end}}", x.Name())
		}
	}
	all, err := t.templates.New("all templates").Parse(root.String())
	var fault *template.Error
	if err == nil && !errors.As(all.Execute(io.Discard, nil), &fault) {
		return
	}
	for _, x := range t.templates.Templates() {
		if err := t.templates.ExecuteTemplate(io.Discard, x.Name(), nil); x != all && errors.As(err, &fault) {
			l.Report(diag.Pos{File: path.Join(dir, "templates", fault.Name+".html")}, badTemplate, fault.Description)
		}
	}
}

// parse adds one template, minified. A fault is told by its place in the file
// as it was written.
func (t *Theme) parse(name string, text []byte, l *diag.List) {
	base := strings.TrimSuffix(path.Base(name), ".html")
	small, err := minified(".html", text)
	if err == nil {
		_, err = t.templates.New(base).Parse(string(small))
	}
	if err == nil {
		return
	}
	if _, inFile := template.New(base).Parse(string(text)); inFile != nil {
		err = inFile
	}
	pos, words := whereIs(name, err)
	l.Report(pos, badTemplate, words)
}

var templateError = regexp.MustCompile(`^template: [^:]*:(\d+)(?::\d+)?: (.*)$`)

// whereIs takes line and message out of an error of package template.
func whereIs(name string, err error) (diag.Pos, string) {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Pos{File: name}, err.Error()
	}
	line, _ := strconv.Atoi(m[1])
	return diag.Pos{File: name, Line: line, Col: 1}, m[2]
}
