// Package content reads the prose pages in `content/`: Markdown with YAML
// front matter, one file a page. It never looks into records.
package content

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/markdown"
	"yibentong/generator/source"
)

// Page is one prose page. about.md becomes about.html.
type Page struct {
	Slug    string       `yaml:"-"`
	File    string       `yaml:"-"`
	Title   string       `yaml:"title,required" zh:"标题。"`
	Summary string       `yaml:"summary,required" zh:"一句话说这一页讲什么，用作网页描述。"`
	Menu    bool         `yaml:"menu" zh:"放不放进页脚菜单。"`
	Book    bool         `yaml:"book" zh:"只印在书里，不上网。"`
	Order   int          `yaml:"order" zh:"菜单里的先后，小的在前。"`
	Updated catalog.Date `yaml:"updated,required" zh:"最近更新的日期。"`
	Body    string       `yaml:"-"`
	// Line is the line of the file on which Body starts.
	Line int `yaml:"-"`
}

var (
	noFrontMatter = &diag.Code{ID: "content-front-matter", Zh: "文件开头要有 --- 括起来的标题、摘要和日期", En: "the file must start with front matter between --- lines",
		MendZh: "照 content/about.md 的开头写", MendEn: "see the head of content/about.md"}
	badSlug = &diag.Code{ID: "content-name", Zh: "文件名“%s”只能用小写字母、数字和连字符", En: "file name %q must be lower-case letters, digits and hyphens",
		MendZh: "改文件名，它就是网址", MendEn: "rename it: it becomes the address"}
	badAddress = &diag.Code{ID: "link-unsafe", Zh: "网址“%s”不能用", En: "the address %q cannot be used",
		MendZh: "用 https:// 网址或本手册里的页面；图片放进 content/files/", MendEn: "use an https:// address or a page of the handbook; put pictures into content/files/"}
	badNesting = &diag.Code{ID: "text-nesting", Zh: "括号、引用符号嵌套得太多", En: "brackets or quotes are nested too deep",
		MendZh: "删掉多余的符号", MendEn: "delete the surplus marks"}
)

var slugForm = regexp.MustCompile(`^[a-z][a-z0-9-]{0,39}$`)

// Load reads content/*.md in the order of their names.
func Load(fsys fs.FS, l *diag.List) ([]*Page, error) {
	names, err := fs.Glob(fsys, "content/*.md")
	if err != nil {
		return nil, err
	}
	var pages []*Page
	for _, name := range names {
		p, err := load(fsys, name, l)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if p != nil {
			pages = append(pages, p)
		}
	}
	return pages, nil
}

func load(fsys fs.FS, name string, l *diag.List) (*Page, error) {
	f, ok, err := source.Read(fsys, name, l)
	if err != nil || !ok {
		return nil, err
	}
	p := &Page{Slug: strings.TrimSuffix(path.Base(name), ".md"), File: name}
	if !slugForm.MatchString(p.Slug) {
		l.Report(diag.Pos{File: name}, badSlug, path.Base(name))
		return nil, nil
	}
	head, body, ok := split(string(f.Data))
	if !ok {
		l.Report(diag.Pos{File: name, Line: 1, Col: 1}, noFrontMatter)
		return nil, nil
	}
	f.Data = []byte(head)
	node := source.Parse(f, l)
	if node == nil {
		return nil, nil
	}
	if _, ok := source.Decode(f, node, p, l); !ok {
		return nil, nil
	}
	p.Body, p.Line = body, 2+strings.Count(head, "\n")
	return p, p.check(l)
}

// split takes the front matter off. head keeps an empty first line so that
// its line numbers are those of the file.
func split(text string) (head, body string, ok bool) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return "", "", false
	}
	head, body, ok = strings.Cut(rest, "\n---\n")
	return "\n" + head + "\n", body, ok
}

func (p *Page) check(l *diag.List) error {
	if !markdown.Nestable(p.Body) {
		l.Report(diag.Pos{File: p.File, Line: p.Line}, badNesting)
		return nil
	}
	markdown.Links(p.Body, func(address string, picture bool) {
		if !markdown.Safe(address) || picture && strings.Contains(address, ":") {
			line := p.Line + strings.Count(p.Body[:max(strings.Index(p.Body, address), 0)], "\n")
			l.Report(diag.Pos{File: p.File, Line: line}, badAddress, address)
		}
	})
	return nil
}
