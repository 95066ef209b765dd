package publish

import (
	"bytes"
	"net/url"
	"strings"
)

// Fault says why a link leads nowhere.
type Fault string

// The faults that Verify tells.
const (
	Missing Fault = "no file of that name in the edition"
	Case    Fault = "the file is spelled with other capitals"
	Anchor  Fault = "no such anchor in the page"
	Folder  Fault = "leads to a folder; without a server a link must name the file in it"
	Rooted  Fault = "starts with a slash; the site may stand below the root of its host"
	Outside Fault = "leads out of the edition"
	Escape  Fault = "has a wrong percent escape"
	Empty   Fault = "is empty"
)

// link is an internal link of a page. Its bytes are the page's.
type link struct {
	text  []byte // as written, character references resolved
	key   []byte // "path" or "path#anchor" from the top of the edition, decoded
	fault Fault  // where there is no key
}

// addLink notes the link if it is an internal one.
func (p *page) addLink(text []byte) {
	text = trimSpace(text)
	if hasScheme(text) {
		return
	}
	start := len(p.keys)
	fault := p.resolve(text)
	p.links = append(p.links, link{text: text, key: p.keys[start:len(p.keys):len(p.keys)], fault: fault})
}

// resolve appends the key of the link to p.keys.
func (p *page) resolve(text []byte) Fault {
	if len(text) == 0 {
		return Empty
	}
	if text[0] == '/' {
		return Rooted
	}
	target, anchor := text, []byte(nil)
	if i := bytes.IndexByte(target, '#'); i >= 0 {
		target, anchor = target[:i], target[i+1:]
	}
	if i := bytes.IndexByte(target, '?'); i >= 0 {
		target = target[:i]
	}
	target, okTarget := unescapePercent(target)
	anchor, okAnchor := unescapePercent(anchor)
	if !okTarget || !okAnchor {
		return Escape
	}
	if bytes.IndexByte(target, '#') >= 0 { // from %23; the key would be misread
		return Missing
	}
	if fault := p.appendPath(target); fault != "" {
		return fault
	}
	if len(anchor) > 0 && string(anchor) != "top" {
		p.keys = append(append(p.keys, '#'), anchor...)
	}
	return ""
}

// appendPath appends the target, which is relative to the page, as a path from the top of the edition.
func (p *page) appendPath(target []byte) Fault {
	if len(target) == 0 { // "#anchor" and "?query" stay on the page
		p.keys = append(p.keys, p.name...)
		return ""
	}
	start := len(p.keys)
	p.keys = append(p.keys, p.name[:strings.LastIndexByte(p.name, '/')+1]...)
	for {
		part, more := target, false
		if i := bytes.IndexByte(target, '/'); i >= 0 {
			part, target, more = target[:i], target[i+1:], true
		}
		switch string(part) {
		case ".":
		case "..":
			if len(p.keys) == start {
				return Outside
			}
			above := bytes.LastIndexByte(p.keys[start:len(p.keys)-1], '/')
			p.keys = p.keys[:start+above+1]
		default:
			p.keys = append(p.keys, part...)
			if more {
				p.keys = append(p.keys, '/')
			}
		}
		if !more {
			break
		}
	}
	if len(p.keys) == start || p.keys[len(p.keys)-1] == '/' {
		return Folder
	}
	return ""
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && isSpace(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isSpace(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

// hasScheme tells https:, tel:, data: and the like from a relative link.
func hasScheme(text []byte) bool {
	for i, c := range text {
		switch {
		case isLetter(c):
		case c == ':':
			return i > 0
		case i > 0 && (c == '+' || c == '-' || c == '.' || '0' <= c && c <= '9'):
		default:
			return false
		}
	}
	return false
}

func unescapePercent(b []byte) ([]byte, bool) {
	if bytes.IndexByte(b, '%') < 0 {
		return b, true
	}
	s, err := url.PathUnescape(string(b))
	return []byte(s), err == nil
}
