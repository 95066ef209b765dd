// Package markdown turns the prose of records and pages into safe HTML and
// into plain text. Raw HTML does not pass, nor does an address that a browser
// would run; pictures come from the handbook itself or not at all.
//
// Chinese is set as it should be: a line break between two wide characters
// leaves no gap.
package markdown

import (
	"bytes"
	"html"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// converter is made once; goldmark is safe for concurrent use.
var converter = sync.OnceValue(func() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.NewCJK(extension.WithEastAsianLineBreaks(extension.EastAsianLineBreaksCSS3Draft), extension.WithEscapedSpace())),
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(noHTML{}, 500))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(links{}, 100)), ghtml.WithXHTML()),
	)
})

// HTML renders text as safe block HTML.
func HTML(src string) string {
	if simple(src) {
		return paragraphs(src)
	}
	var b bytes.Buffer
	if err := converter().Convert([]byte(src), &b); err != nil {
		return paragraphs(src) // a buffer does not fail; the text still shows
	}
	return b.String()
}

// simple tells whether a text has nothing that Markdown would change, which is
// so for most answers; those skip the parser.
func simple(src string) bool {
	return !strings.ContainsAny(src, "*_`[]<>#|!\\~&=\t") && !strings.Contains(src, "  ") && !hasListLine(src) && !strings.Contains(strings.TrimRight(src, "\n"), "\n")
}

func hasListLine(src string) bool {
	for line := range strings.Lines(src) {
		if line = strings.TrimLeft(line, " "); line != "" && (line[0] == '-' || line[0] == '+' || line[0] >= '0' && line[0] <= '9' && strings.ContainsAny(line, ".)")) {
			return true
		}
	}
	return false
}

func paragraphs(src string) string {
	return "<p>" + html.EscapeString(strings.TrimRight(src, "\n")) + "</p>\n"
}

// Plain is the text without marks, one line a block.
func Plain(src string) string {
	if simple(src) {
		return strings.TrimRight(src, "\n")
	}
	source := []byte(src)
	var b strings.Builder
	_ = ast.Walk(converter().Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering:
			if n.Type() == ast.TypeBlock && b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
				b.WriteByte('\n')
			}
		case n.Kind() == ast.KindText:
			t := n.(*ast.Text)
			b.Write(t.Segment.Value(source))
			if t.HardLineBreak() {
				b.WriteByte('\n')
			}
		case n.Kind() == ast.KindString:
			b.Write(n.(*ast.String).Value)
		case n.Kind() == ast.KindFencedCodeBlock || n.Kind() == ast.KindCodeBlock:
			b.Write(n.Lines().Value(source))
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimRight(b.String(), "\n")
}

// Links calls found for each address in the text, pictures included.
func Links(src string, found func(to string, picture bool)) {
	if !strings.ContainsAny(src, "[<") {
		return
	}
	_ = ast.Walk(converter().Parser().Parse(text.NewReader([]byte(src))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch x := n.(type) {
		case *ast.Link:
			found(address(x.Destination), false)
		case *ast.Image:
			found(address(x.Destination), true)
		case *ast.AutoLink:
			found(address(x.URL([]byte(src))), false)
		}
		return ast.WalkContinue, nil
	})
}
