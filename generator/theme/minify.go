package theme

import (
	"bytes"
	"sync"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/svg"
)

// minifier is set up once. Scripts stay what old browsers read (no syntax
// newer than ES5 is brought in), quotes and end tags stay, since the check of
// links and strict readers rely on them.
var minifier = sync.OnceValue(func() *minify.M {
	m := minify.New()
	m.Add(".css", &css.Minifier{})
	m.Add(".js", &js.Minifier{Version: 5})
	m.Add(".svg", &svg.Minifier{})
	m.Add(".html", &html.Minifier{TemplateDelims: html.GoTemplateDelims, KeepQuotes: true, KeepEndTags: true,
		KeepDocumentTags: true, KeepDefaultAttrVals: true, KeepSpecialComments: true})
	return m
})

// minified makes a file smaller by the rules for its extension; a file of
// another kind stays as it is.
func minified(ext string, body []byte) ([]byte, error) {
	var b bytes.Buffer
	err := minifier().Minify(ext, &b, bytes.NewReader(body))
	if err == minify.ErrNotExist {
		return body, nil
	}
	return b.Bytes(), err
}

// MinifyScript makes a script smaller that others wrote for the pages.
func MinifyScript(body []byte) ([]byte, error) { return minified(".js", body) }
