package preflight

import (
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What the structure tree must keep.
var (
	headings = &Rule{"ua-heading", "标题级别跳了级", "heading levels jump"}
	scopes   = &Rule{"ua-scope", "表头格没有说明管行还是管列", "a table's head cell has no scope"}
	altText  = &Rule{"ua-alt", "图没有替代文字", "a figure has no alternative text"}
)

// Rules lists every rule.
func Rules() []*Rule {
	return []*Rule{encrypted, invalid, active, version, intent, colourA, differs, marked, language, title,
		boxes, sameSize, annotation, rgb, ink, hairline, unembedded, unreadable, noGlyph, untagged, orphan, tabOrder, linkText, linkTo,
		headings, scopes, altText}
}

// structure walks the tree of tags in the order of reading.
func (e *examiner) structure() {
	level := 0
	var walk func(o types.Object, depth int)
	walk = func(o types.Object, depth int) {
		d := e.dict(o)
		if d == nil || depth > 60 {
			return
		}
		switch s := e.name(d["S"]); {
		case len(s) == 2 && s[0] == 'H' && s[1] >= '1' && s[1] <= '6':
			now := int(s[1] - '0')
			if now > level+1 {
				e.find(headings, 0, s)
			}
			level = now
		case s == "TH":
			if e.name(e.dict(d["A"])["Scope"]) == "" {
				e.find(scopes, 0, "")
			}
		case s == "Figure":
			if e.text(d["Alt"]) == "" {
				e.find(altText, 0, "")
			}
		}
		kids := d["K"]
		if list := e.array(kids); list != nil {
			for _, k := range list {
				walk(k, depth+1)
			}
			return
		}
		walk(kids, depth+1)
	}
	walk(e.dict(e.catalog["StructTreeRoot"])["K"], 0)
}
