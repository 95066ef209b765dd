package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// quick reads the plain part of YAML that records are written in: block
// mappings and lists, one-line scalars, one-line [ ] and { }, literal blocks.
// Whatever else it meets it declines, and the full parser reads the file: so
// there is one truth about YAML, yaml.v3's, and a shortcut that is more than three times
// as fast. Tests and fuzzing demand that every node it makes is the one that
// yaml.v3 makes, place, style and tag included; comments are left out.
//
// Its strings are parts of the file's text and keep it in memory.
func quick(data []byte) *yaml.Node {
	q := quickReader{text: string(data)}
	if !q.scan() || len(q.lines) == 0 || q.lines[0].indent != 0 {
		return nil
	}
	n := q.block(0)
	if q.declined || q.at != len(q.lines) {
		return nil
	}
	return n
}

// quickLine is a line that is neither empty nor a comment.
type quickLine struct {
	text   string // without indent and line end
	indent int
	number int // from 1
}

type quickReader struct {
	text     string
	raw      []string // all lines, for literal blocks
	lines    []quickLine
	at       int // next line
	declined bool
	room     []yaml.Node
	depth    int
}

// scan cuts the text into lines. It declines what could be a directive, a
// document mark or a line break that only YAML knows.
func (q *quickReader) scan() bool {
	for _, mark := range [...]string{"\t", "\r", "\u0085", "\u2028", "\u2029", "\ufeff"} {
		if strings.Contains(q.text, mark) { // each a search of its own: ContainsAny is slow beyond ASCII
			return false
		}
	}
	q.raw = strings.Split(q.text, "\n")
	q.lines = make([]quickLine, 0, len(q.raw))
	for i, s := range q.raw {
		text := strings.TrimLeft(s, " ")
		if text == "" || text[0] == '#' {
			continue
		}
		if len(text) == len(s) && (text[0] == '%' || strings.HasPrefix(s, "---") || strings.HasPrefix(s, "...")) {
			return false
		}
		q.lines = append(q.lines, quickLine{text, len(s) - len(text), i + 1})
	}
	return true
}

func (q *quickReader) decline() *yaml.Node {
	q.declined = true
	return nil
}

// node takes a node out of a block of them: one allocation for many.
func (q *quickReader) node(kind yaml.Kind, tag string, line, col int) *yaml.Node {
	if len(q.room) == 0 {
		q.room = make([]yaml.Node, 64)
	}
	n := &q.room[0]
	q.room = q.room[1:]
	n.Kind, n.Tag, n.Line, n.Column = kind, tag, line, col
	return n
}

// block reads the mapping or list that starts at the next line with this indent.
func (q *quickReader) block(indent int) *yaml.Node {
	if q.depth++; q.depth > maxDepth {
		return q.decline()
	}
	defer func() { q.depth-- }()
	if isItem(q.lines[q.at].text) {
		return q.list(indent)
	}
	return q.mapping(indent)
}

func isItem(text string) bool { return text == "-" || strings.HasPrefix(text, "- ") }

func (q *quickReader) list(indent int) *yaml.Node {
	n := q.node(yaml.SequenceNode, "!!seq", q.lines[q.at].number, indent+1)
	for !q.declined && q.at < len(q.lines) {
		l := &q.lines[q.at]
		if l.indent != indent || !isItem(l.text) {
			break
		}
		rest := strings.TrimLeft(l.text[1:], " ")
		if rest == "" || rest[0] == '#' || isItem(rest) {
			return q.decline()
		}
		// What stands after the dash is a line of its own, further in.
		l.indent += len(l.text) - len(rest)
		l.text = rest
		if key, _ := cutKey(rest); key != "" {
			n.Content = append(n.Content, q.block(l.indent))
			continue
		}
		q.at++
		n.Content = append(n.Content, q.value(rest, l.indent, l.number, indent, indent))
	}
	if q.at < len(q.lines) && q.lines[q.at].indent > indent {
		return q.decline()
	}
	return n
}

func (q *quickReader) mapping(indent int) *yaml.Node {
	first := q.lines[q.at]
	n := q.node(yaml.MappingNode, "!!map", first.number, indent+1)
	n.Content = make([]*yaml.Node, 0, 8)
	for !q.declined && q.at < len(q.lines) {
		l := q.lines[q.at]
		if l.indent != indent {
			break
		}
		key, rest := cutKey(l.text)
		if key == "" {
			if isItem(l.text) && q.depth > 1 {
				break // the list that holds this mapping goes on
			}
			return q.decline()
		}
		k := q.node(yaml.ScalarNode, plainTag(key), l.number, indent+1)
		if k.Value = key; k.Tag == "" {
			return q.decline()
		}
		q.at++
		n.Content = append(n.Content, k, q.keyed(rest, l, indent))
	}
	if q.at < len(q.lines) && q.lines[q.at].indent > indent {
		return q.decline()
	}
	return n
}

// keyed reads what belongs to a key: the rest of its line, or a block below.
func (q *quickReader) keyed(rest string, l quickLine, indent int) *yaml.Node {
	value := strings.TrimLeft(rest, " ")
	if value != "" && value[0] != '#' {
		col := l.indent + utf8.RuneCountInString(l.text) - utf8.RuneCountInString(value)
		return q.value(value, col, l.number, indent, indent)
	}
	if q.at == len(q.lines) {
		return q.decline() // an empty value at the end: let the full parser place it
	}
	next := q.lines[q.at]
	if next.indent > indent {
		if key, _ := cutKey(next.text); key == "" && !isItem(next.text) {
			return q.decline()
		}
		return q.block(next.indent)
	}
	if next.indent == indent && isItem(next.text) {
		return q.block(indent)
	}
	return q.decline()
}

// cutKey splits "key: rest" and "key:". Keys are lower-case words, as those of
// all records are.
func cutKey(text string) (key, rest string) {
	i := 0
	for i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] == '_') {
		i++
	}
	if i == 0 || i == len(text) || text[i] != ':' || i+1 < len(text) && text[i+1] != ' ' {
		return "", ""
	}
	return text[:i], text[i+1:]
}

// value reads a scalar, a flow collection or a literal block that starts at
// column col (from 0) of a line. It declines scalars that go on below.
func (q *quickReader) value(text string, col, line, indent, parent int) *yaml.Node {
	if text[0] == '|' {
		return q.literal(text, col, line, parent)
	}
	if q.at < len(q.lines) && q.lines[q.at].indent > indent {
		return q.decline()
	}
	f := flowReader{q: q, text: text, line: line, col: col}
	var n *yaml.Node
	switch text[0] {
	case '[', '{':
		n = f.collection(0)
	case '"', '\'':
		n = f.quoted()
	default:
		return q.plain(text, col, line)
	}
	if n == nil || !f.finished() {
		return q.decline()
	}
	return n
}

// plain reads a plain scalar that fills the rest of its line.
func (q *quickReader) plain(text string, col, line int) *yaml.Node {
	if i := strings.Index(text, " #"); i >= 0 {
		text = text[:i]
	}
	text = strings.TrimRight(text, " ")
	if strings.ContainsRune("[]{},#&*!|>'\"%@`", rune(text[0])) || strings.Contains(text, ": ") || strings.HasSuffix(text, ":") ||
		(text[0] == '-' || text[0] == '?' || text[0] == ':') && (len(text) == 1 || text[1] == ' ') {
		return q.decline()
	}
	tag := plainTag(text)
	if tag == "" {
		return q.decline()
	}
	n := q.node(yaml.ScalarNode, tag, line, col+1)
	n.Value = text
	return n
}

// literal reads a "|" block with the default chomping.
func (q *quickReader) literal(text string, col, line, parent int) *yaml.Node {
	if text != "|" || q.at == len(q.lines) {
		return q.decline()
	}
	var b strings.Builder
	inner, blank := 0, 0
	i := line // raw[line] is the line after the one numbered line
	for ; i < len(q.raw); i++ {
		s := q.raw[i]
		trimmed := strings.TrimLeft(s, " ")
		if trimmed == "" {
			if inner == 0 || len(s) > inner {
				return q.decline() // leading or over-long empty lines have rules of their own
			}
			blank++
			continue
		}
		in := len(s) - len(trimmed)
		if inner == 0 {
			if in <= parent {
				return q.decline()
			}
			inner = in
		}
		if in < inner {
			if in > parent {
				return q.decline()
			}
			break
		}
		b.WriteString(strings.Repeat("\n", blank))
		blank = 0
		b.WriteString(s[inner:])
		b.WriteByte('\n')
	}
	if i == len(q.raw) && !strings.HasSuffix(q.text, "\n") {
		return q.decline()
	}
	for q.at < len(q.lines) && q.lines[q.at].number <= i {
		q.at++
	}
	n := q.node(yaml.ScalarNode, "!!str", line, col+1)
	n.Style, n.Value = yaml.LiteralStyle, b.String()
	return n
}

// plainTag is the tag that yaml.v3 gives a plain scalar: a word is a string,
// a few words are not; of numbers and dates only the unmistakable are read
// here. "" declines.
func plainTag(s string) string {
	c := s[0]
	switch {
	case c >= utf8.RuneSelf:
		return "!!str"
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		switch strings.ToLower(s) {
		case "null", "true", "false":
			if s == "true" || s == "false" {
				return "!!bool"
			}
			return ""
		}
		return "!!str"
	case c >= '1' && c <= '9' && len(s) < 19 && strings.Trim(s, "0123456789") == "", s == "0":
		return "!!int"
	case len(s) == 10 && s[4] == '-' && s[7] == '-' && (c == '1' || c == '2') && strings.Trim(s[:4]+s[5:7]+s[8:], "0123456789") == "":
		return dateTag(s)
	case c >= '0' && c <= '9' && strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) > 0:
		return "!!str" // 5个工作日
	case c >= '1' && c <= '9' && strings.Trim(s, codeLetters) == "" && strings.ContainsAny(s, codeLetters[10:]):
		return "!!str" // 511F0287300000
	}
	return ""
}

// codeLetters are digits and the letters that no number of YAML that starts
// with 1 to 9 has.
const codeLetters = "0123456789ABCDFGHIJKLMNOPQRSTUVWXYZ"

func dateTag(s string) string {
	month, day := s[5:7], s[8:10]
	switch last := "31"; {
	case month == "02":
		last = "28"
		fallthrough
	case month == "04" || month == "06" || month == "09" || month == "11":
		last = min(last, "30")
		fallthrough
	case month >= "01" && month <= "12":
		if day >= "01" && day <= last {
			return "!!timestamp"
		}
	}
	return ""
}
