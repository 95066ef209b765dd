package markdown

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Safe tells whether a page may link to address: http, https, tel, mailto, or
// a place in the handbook itself.
func Safe(address string) bool {
	u, err := url.Parse(address)
	if err != nil || strings.ContainsAny(address, "\\\x00\n\t ") {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != "" && u.User == nil
	case "tel", "mailto":
		return true
	case "":
		return u.Host == "" && !strings.HasPrefix(u.Path, "/") && !strings.Contains(u.Path, "..")
	}
	return false
}

// Nestable tells whether a text is free of the runs of brackets and quotes
// that make Markdown parsers slow; no honest text has them.
func Nestable(src string) bool {
	run, last := 0, rune(0)
	for _, r := range src {
		if r != ' ' {
			if r == last && strings.ContainsRune("[(>*_`!<", r) {
				if run++; run > 60 {
					return false
				}
			} else {
				run = 0
			}
			last = r
		}
	}
	return strings.Count(src, "[") < 500
}

// noHTML drops raw HTML from the tree, so that no printer can let it through.
type noHTML struct{}

func (noHTML) Transform(doc *ast.Document, _ text.Reader, pc parser.Context) {
	var drop []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n.Kind() {
		case ast.KindRawHTML, ast.KindHTMLBlock:
			drop = append(drop, n)
		}
		return ast.WalkContinue, nil
	})
	for _, n := range drop {
		n.Parent().RemoveChild(n.Parent(), n)
	}
}

// links renders links and pictures; what is not Safe becomes its text.
type links struct{}

func (links) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	reg.Register(ast.KindLink, link)
	reg.Register(ast.KindImage, picture)
	reg.Register(ast.KindAutoLink, autoLink)
}

func link(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !Safe(address(n.(*ast.Link).Destination)) {
		return ast.WalkContinue, nil
	}
	if !entering {
		_, err := w.WriteString("</a>")
		return ast.WalkContinue, err
	}
	return ast.WalkContinue, open(w, n.(*ast.Link).Destination)
}

func autoLink(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	a := n.(*ast.AutoLink)
	if !entering {
		return ast.WalkContinue, nil
	}
	label := util.EscapeHTML(a.Label(source))
	to := a.URL(source)
	if a.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(string(to)), "mailto:") {
		to = append([]byte("mailto:"), to...)
	}
	if !Safe(address(to)) {
		_, err := w.Write(label)
		return ast.WalkContinue, err
	}
	if err := open(w, to); err != nil {
		return ast.WalkStop, err
	}
	_, err := w.WriteString(string(label) + "</a>")
	return ast.WalkContinue, err
}

// address is a destination as the browser will see it: character references
// resolved, so that java&#115;cript: is judged by what it says.
func address(destination []byte) string { return string(util.URLEscape(destination, true)) }

func open(w util.BufWriter, destination []byte) error {
	_, err := w.WriteString(`<a href="` + string(util.EscapeHTML([]byte(address(destination)))) + `">`)
	return err
}

// picture shows a picture of the handbook; one from elsewhere would make the
// reader's browser call a third party, so only its description is kept.
func picture(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	i := n.(*ast.Image)
	src := address(i.Destination)
	if u, err := url.Parse(src); err != nil || u.Scheme != "" || !Safe(src) {
		return ast.WalkContinue, nil
	}
	if !entering {
		_, err := w.WriteString(`"/>`)
		return ast.WalkContinue, err
	}
	_, err := w.WriteString(`<img src="` + string(util.EscapeHTML([]byte(src))) + `" alt="` + string(util.EscapeHTML(alt(n, source))) + `"/>`)
	if err != nil {
		return ast.WalkStop, err
	}
	return ast.WalkSkipChildren, nil
}

func alt(n ast.Node, source []byte) []byte {
	var out []byte
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			out = append(out, t.Segment.Value(source)...)
		}
	}
	return out
}
