package theme

import (
	"fmt"
	"html/template"
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
	return nil
}

// parse adds one template, minified. A fault is told by its place in the file
// as it was written.
func (t *Theme) parse(name string, text []byte, l *diag.List) {
	base := strings.TrimSuffix(path.Base(name), ".html")
	if _, err := template.New(base).Parse(string(text)); err != nil {
		pos, words := place(name, err)
		l.Report(pos, badTemplate, words)
		return
	}
	small, err := minified(".html", text)
	if err == nil {
		_, err = t.templates.New(base).Parse(string(small))
	}
	if err != nil {
		l.Report(diag.Pos{File: name}, badTemplate, err)
	}
}

var templateError = regexp.MustCompile(`^template: [^:]*:(\d+)(?::\d+)?: (.*)$`)

// place takes line and message out of an error of package template.
func place(name string, err error) (diag.Pos, string) {
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Pos{File: name}, err.Error()
	}
	line, _ := strconv.Atoi(m[1])
	return diag.Pos{File: name, Line: line, Col: 1}, m[2]
}
