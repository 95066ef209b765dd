package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// flowReader reads one-line [ ] and { } and quoted scalars for quick.
type flowReader struct {
	q    *quickReader
	text string
	at   int // byte in text
	line int
	col  int // column of the start of text, from 0
}

func (f *flowReader) column() int { return f.col + utf8.RuneCountInString(f.text[:f.at]) + 1 }

func (f *flowReader) spaces() {
	for f.at < len(f.text) && f.text[f.at] == ' ' {
		f.at++
	}
}

// finished tells whether only a comment or nothing is left of the line.
func (f *flowReader) finished() bool {
	before := f.at
	f.spaces()
	return f.at == len(f.text) || f.at > before && f.text[f.at] == '#'
}

// collection reads [a, b] or {k: v, k: v}. nil declines.
func (f *flowReader) collection(depth int) *yaml.Node {
	if depth > 4 {
		return nil
	}
	open := f.text[f.at]
	kind, tag, closing := yaml.SequenceNode, "!!seq", byte(']')
	if open == '{' {
		kind, tag, closing = yaml.MappingNode, "!!map", '}'
	}
	n := f.q.node(kind, tag, f.line, f.column())
	n.Style = yaml.FlowStyle
	f.at++
	for first := true; ; first = false {
		f.spaces()
		if f.at == len(f.text) {
			return nil
		}
		if f.text[f.at] == closing {
			if !first {
				return nil // a comma before the end: rare, let the full parser judge
			}
			f.at++
			return n
		}
		if open == '{' {
			k := f.key()
			if k == nil {
				return nil
			}
			n.Content = append(n.Content, k)
		}
		v := f.entry(depth)
		if v == nil {
			return nil
		}
		n.Content = append(n.Content, v)
		f.spaces()
		if f.at == len(f.text) {
			return nil
		}
		if f.text[f.at] == closing {
			f.at++
			return n
		}
		if f.text[f.at] != ',' {
			return nil
		}
		f.at++
	}
}

// key reads "word: " inside { }.
func (f *flowReader) key() *yaml.Node {
	key, rest := cutKey(f.text[f.at:])
	if key == "" || rest == "" {
		return nil
	}
	tag := plainTag(key)
	if tag == "" {
		return nil
	}
	n := f.q.node(yaml.ScalarNode, tag, f.line, f.column())
	n.Value = key
	f.at += len(key) + 1
	f.spaces()
	return n
}

func (f *flowReader) entry(depth int) *yaml.Node {
	if f.at == len(f.text) {
		return nil
	}
	switch f.text[f.at] {
	case '[', '{':
		return f.collection(depth + 1)
	case '"', '\'':
		return f.quoted()
	}
	end := f.at + strings.IndexAny(f.text[f.at:]+",", ",[]{}:#\"'")
	if end == len(f.text) || strings.IndexByte(",]}", f.text[end]) < 0 {
		return nil
	}
	word := strings.TrimRight(f.text[f.at:end], " ")
	if word == "" || strings.ContainsRune("&*!|>%@`?-", rune(word[0])) {
		return nil
	}
	tag := plainTag(word)
	if tag == "" {
		return nil
	}
	n := f.q.node(yaml.ScalarNode, tag, f.line, f.column())
	n.Value = word
	f.at = end
	return n
}

// quoted reads a quoted scalar without escapes that ends on its line.
func (f *flowReader) quoted() *yaml.Node {
	mark := f.text[f.at]
	end := strings.IndexByte(f.text[f.at+1:], mark)
	if end < 0 {
		return nil
	}
	value := f.text[f.at+1 : f.at+1+end]
	after := f.at + end + 2
	if strings.IndexByte(value, '\\') >= 0 || after < len(f.text) && strings.IndexByte(" ,]}", f.text[after]) < 0 {
		return nil
	}
	n := f.q.node(yaml.ScalarNode, "!!str", f.line, f.column())
	n.Value = value
	n.Style = yaml.DoubleQuotedStyle
	if mark == '\'' {
		n.Style = yaml.SingleQuotedStyle
	}
	f.at = after
	return n
}
