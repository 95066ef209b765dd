package publish

import (
	"bytes"
	"html"
)

// page is what one pass over a page's markup finds. It points into the body, so it lives no longer than that.
type page struct {
	name  string
	ids   [][]byte
	links []link
	keys  []byte // the bytes of links[i].key, one after the other
}

// reset empties the page for another of that name and lets go of the body.
func (p *page) reset(name string) {
	clear(p.ids)
	clear(p.links)
	*p = page{name: name, ids: p.ids[:0], links: p.links[:0], keys: p.keys[:0]}
}

// scan collects anchors (id) and internal links of a page or drawing. It is no parser: it knows tags, quoted
// attributes, comments, and the elements whose content is no markup, which is all that templates produce.
func (p *page) scan(body []byte) {
	for {
		i := bytes.IndexByte(body, '<')
		if i < 0 || i+1 == len(body) {
			return
		}
		body = body[i+1:]
		switch c := body[0]; {
		case bytes.HasPrefix(body, []byte("!--")):
			body = after(body[1:], "-->")
		case c == '/' || c == '!' || c == '?':
			body = after(body, ">")
		case isLetter(c):
			body = p.scanTag(body)
		}
	}
}

// scanTag reads a start tag, and the element with it if its content is no markup. It returns what follows.
func (p *page) scanTag(body []byte) []byte {
	i := 0
	for i < len(body) && !isSpace(body[i]) && body[i] != '>' && body[i] != '/' {
		i++
	}
	tag, rest := body[:i], body[i:]
	for {
		var name, value []byte
		var more bool
		if name, value, rest, more = nextAttribute(rest); !more {
			break
		}
		p.attribute(name, value)
	}
	var lower [8]byte
	switch t := toLower(lower[:], tag); string(t) {
	case "script", "style", "title", "textarea":
		return afterEnd(rest, t)
	}
	return rest
}

// nextAttribute reads one attribute of a start tag; more is false at the end of the tag.
func nextAttribute(b []byte) (name, value, rest []byte, more bool) {
	i := 0
	for i < len(b) && (isSpace(b[i]) || b[i] == '/') {
		i++
	}
	if i == len(b) || b[i] == '>' {
		return nil, nil, b[min(i+1, len(b)):], false
	}
	start := i
	for i++; i < len(b) && !isSpace(b[i]) && b[i] != '=' && b[i] != '>' && b[i] != '/'; {
		i++
	}
	name = b[start:i]
	next := i
	for next < len(b) && isSpace(b[next]) {
		next++
	}
	if next == len(b) || b[next] != '=' {
		return name, nil, b[i:], true
	}
	for next++; next < len(b) && isSpace(b[next]); {
		next++
	}
	value, rest = attributeValue(b[next:])
	return name, value, rest, true
}

func attributeValue(b []byte) (value, rest []byte) {
	if len(b) > 0 && (b[0] == '"' || b[0] == '\'') {
		value, rest, _ = bytes.Cut(b[1:], b[:1])
		return value, rest
	}
	i := 0
	for i < len(b) && !isSpace(b[i]) && b[i] != '>' {
		i++
	}
	return b[:i], b[i:]
}

// attribute notes what the attribute names or leads to.
func (p *page) attribute(name, value []byte) {
	var lower [10]byte // as long as the longest name below
	switch string(toLower(lower[:], name)) {
	case "id":
		p.ids = append(p.ids, unescape(value))
	case "href", "src", "action", "formaction", "poster", "data-src", "xlink:href":
		p.addLink(unescape(value))
	case "srcset":
		for b := unescape(value); ; {
			var link []byte
			if link, b = nextCandidate(b); len(link) == 0 {
				return
			}
			p.addLink(link)
		}
	}
}

// nextCandidate reads the address of one image of a srcset, skipping what is said of its size.
func nextCandidate(b []byte) (link, rest []byte) {
	b = bytes.TrimLeft(b, " \t\r\n\f,")
	i := 0
	for i < len(b) && !isSpace(b[i]) {
		i++
	}
	link, rest = b[:i], b[i:]
	if bytes.HasSuffix(link, []byte(",")) {
		return bytes.TrimRight(link, ","), rest
	}
	return link, after(rest, ",")
}

func unescape(value []byte) []byte {
	if bytes.IndexByte(value, '&') < 0 {
		return value
	}
	return []byte(html.UnescapeString(string(value)))
}

// after returns what follows the first mark, nothing if there is none.
func after(b []byte, mark string) []byte {
	_, rest, _ := bytes.Cut(b, []byte(mark))
	return rest
}

// afterEnd returns what follows the end tag, given in lower case.
func afterEnd(b, tag []byte) []byte {
	for {
		b = after(b, "</")
		if len(b) < len(tag) {
			return nil
		}
		if bytes.EqualFold(b[:len(tag)], tag) {
			return after(b, ">")
		}
	}
}

// toLower writes the ASCII name into buf in lower case; nothing if it is too long.
func toLower(buf, name []byte) []byte {
	if len(name) > len(buf) {
		return nil
	}
	for i, c := range name {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(name)]
}

func isSpace(c byte) bool {
	return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f')
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
