package search

import (
	"bytes"
	"embed"
	"io/fs"
)

//go:embed script/*.js script/console/*.js
var scripts embed.FS

// rowsPart reads names that lie in blocks; only handbooks of many items want it.
const rowsPart = "script/77-rows.js"

// Script returns the script of the search page: the parts of script/ in the order of their names,
// in one function, without comment lines and indentation, and shortened by minify if given. rows
// says that the names lie in blocks.
func Script(rows bool, minify func([]byte) ([]byte, error)) ([]byte, error) {
	js, err := join(rows, "script/*.js")
	if err != nil || minify == nil {
		return js, err
	}
	return minify(js)
}

// ConsoleScript returns the same script with the parts of script/console behind it, which tell
// reasons.
func ConsoleScript() ([]byte, error) {
	return join(true, "script/*.js", "script/console/*.js")
}

func join(rows bool, patterns ...string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("var ybtSearch=(function(){'use strict';var api={};\n")
	for _, pattern := range patterns {
		names, err := fs.Glob(scripts, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if name == rowsPart && !rows {
				continue
			}
			part, err := scripts.ReadFile(name)
			if err != nil {
				return nil, err
			}
			stripped(&b, part)
		}
	}
	b.WriteString("return api;\n})();\n")
	return b.Bytes(), nil
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
