package search

import (
	"bytes"
	"embed"
	"io/fs"
)

//go:embed script/*.js
var scripts embed.FS

// Script returns the search script: the parts of script/ in the order of their names, in one
// function, without comment lines and indentation, and shortened further by minify if given.
func Script(minify func([]byte) ([]byte, error)) ([]byte, error) {
	names, err := fs.Glob(scripts, "script/*.js")
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("var ybtSearch=(function(){'use strict';var api={};\n")
	for _, name := range names {
		part, err := scripts.ReadFile(name)
		if err != nil {
			return nil, err
		}
		stripped(&b, part)
	}
	b.WriteString("return api;\n})();\n")
	if minify == nil {
		return b.Bytes(), nil
	}
	return minify(b.Bytes())
}

// stripped writes the lines of part that are no comments, without indentation. No string of the
// script spans lines.
func stripped(b *bytes.Buffer, part []byte) {
	for line := range bytes.Lines(part) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || bytes.HasPrefix(line, []byte("//")) {
			continue
		}
		b.Write(line)
		b.WriteByte('\n')
	}
}
