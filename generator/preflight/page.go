package preflight

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What every page must keep.
var (
	boxes      = &Rule{"boxes", "裁切框、出血框、页面框没有一个套一个，或出血不到3毫米", "trim, bleed and media are not inside one another, or the bleed is under 3 mm"}
	sameSize   = &Rule{"page-size", "页面的成品尺寸不一样", "pages differ in trimmed size"}
	annotation = &Rule{"press-annotation", "印刷文件里有链接或批注", "a press file has annotations"}
	rgb        = &Rule{"press-rgb", "印刷文件里有 RGB 颜色", "a press file has RGB colour"}
	ink        = &Rule{"press-ink", "油墨总量超过300%", "more than 300 % of ink"}
	hairline   = &Rule{"press-hairline", "线条细于0.2点，可能印不出来", "a line thinner than 0.2 pt"}
	unembedded = &Rule{"font-embedded", "字体没有嵌入", "a font is not embedded"}
	unreadable = &Rule{"font-unicode", "字体没有文字对照表，不能复制和搜索", "a font has no ToUnicode"}
	noGlyph    = &Rule{"glyph", "有字没有字形，印出来是空框", "text without a glyph"}
	untagged   = &Rule{"ua-content", "有内容没有标签，也没有说明是装饰", "content is neither tagged nor an artifact"}
	orphan     = &Rule{"ua-parent", "有内容不在标签树里", "marked content is not in the parent tree"}
	tabOrder   = &Rule{"ua-tabs", "页面没有写明按标签顺序走", "tab order does not follow the structure"}
	linkText   = &Rule{"ua-link", "链接没有说明文字", "a link has no description"}
	linkTo     = &Rule{"link", "链接指向不存在的地方", "a link leads nowhere"}
)

const bleedPoints = 3 * 72 / 25.4

func (e *examiner) page(n int) error {
	d, _, inherited, err := e.ctx.PageDict(n, false)
	if err != nil {
		return fmt.Errorf("page %d: %w", n, err)
	}
	e.sizes(n, d, inherited.MediaBox)
	annotations := e.array(d["Annots"])
	if e.Press && len(annotations) > 0 {
		e.find(annotation, n, "")
	}
	if e.Screen {
		e.links(n, d, annotations)
	}
	resources := e.dict(d["Resources"])
	if resources == nil {
		resources = inherited.Resources
	}
	e.fontsOf(n, resources)
	body, err := e.ctx.PageContent(d, n)
	if err != nil || len(body) == 0 {
		return nil // an empty page
	}
	e.operators(n, d, body)
	return nil
}

// box reads a rectangle as left, bottom, right, top.
func (e *examiner) box(o types.Object) (r [4]float64, ok bool) {
	a := e.array(o)
	if len(a) != 4 {
		return r, false
	}
	for i := range r {
		r[i], _ = e.ctx.DereferenceNumber(a[i])
	}
	return r, true
}

func (e *examiner) sizes(n int, d types.Dict, media *types.Rectangle) {
	outer, ok := e.box(d["MediaBox"])
	if !ok && media != nil {
		outer = [4]float64{media.LL.X, media.LL.Y, media.UR.X, media.UR.Y}
	}
	trim, trimmed := e.box(d["TrimBox"])
	bleed, bled := e.box(d["BleedBox"])
	if !trimmed {
		trim = outer
	}
	if !bled {
		bleed = trim
	}
	inside := func(a, b [4]float64, by float64) bool {
		const slack = 0.02
		return a[0]-b[0] >= by-slack && a[1]-b[1] >= by-slack && b[2]-a[2] >= by-slack && b[3]-a[3] >= by-slack
	}
	least := 0.0
	if e.Press {
		least = bleedPoints
	}
	if !inside(trim, bleed, least) || !inside(bleed, outer, 0) || e.Press && !trimmed {
		e.find(boxes, n, "")
	}
	size := [2]float64{trim[2] - trim[0], trim[3] - trim[1]}
	if n == 1 {
		e.Trim = size
	} else if dx, dy := size[0]-e.Trim[0], size[1]-e.Trim[1]; dx*dx+dy*dy > 0.01 {
		e.find(sameSize, n, "")
	}
}

func (e *examiner) links(n int, d types.Dict, annotations types.Array) {
	if len(annotations) > 0 && e.name(d["Tabs"]) != "S" {
		e.find(tabOrder, n, "")
	}
	for _, o := range annotations {
		a := e.dict(o)
		if e.text(a["Contents"]) == "" {
			e.find(linkText, n, "")
		}
		if key, ok := a["StructParent"].(types.Integer); !ok || e.parents[int(key)] == nil {
			e.find(orphan, n, "")
		}
		if act := e.dict(a["A"]); e.name(act["S"]) == "GoTo" {
			if to := e.text(act["D"]); to != "" && !e.dests[to] {
				e.find(linkTo, n, to)
			}
		}
	}
}

// fontsOf looks at each font once.
func (e *examiner) fontsOf(n int, resources types.Dict) {
	for _, o := range e.dict(resources["Font"]) {
		if ref, ok := o.(types.IndirectRef); ok {
			if e.fonts[ref.ObjectNumber.Value()] {
				continue
			}
			e.fonts[ref.ObjectNumber.Value()] = true
		}
		f := e.dict(o)
		name := e.name(f["BaseFont"])
		if _, rest, ok := strings.Cut(name, "+"); ok {
			e.Fonts = append(e.Fonts, rest)
		} else {
			e.Fonts = append(e.Fonts, name)
		}
		d := f
		if kids := e.array(f["DescendantFonts"]); len(kids) > 0 {
			d = e.dict(kids[0])
		}
		desc := e.dict(d["FontDescriptor"])
		if desc["FontFile"] == nil && desc["FontFile2"] == nil && desc["FontFile3"] == nil {
			e.find(unembedded, n, name)
		}
		if !strings.Contains(e.stream(f["ToUnicode"]), "begincmap") {
			e.find(unreadable, n, name)
		}
	}
	if e.Press {
		for name, o := range e.dict(resources["ColorSpace"]) {
			e.space(n, name, o)
		}
		for name, o := range e.dict(resources["XObject"]) {
			if sd, _, err := e.ctx.DereferenceStreamDict(o); err == nil && sd != nil {
				e.space(n, name, sd.Dict["ColorSpace"])
			}
		}
	}
}

func (e *examiner) space(n int, name string, o types.Object) {
	kind := e.name(o)
	if a := e.array(o); len(a) > 0 {
		kind = e.name(a[0])
		if kind == "ICCBased" && len(a) > 1 {
			if sd, _, err := e.ctx.DereferenceStreamDict(a[1]); err == nil && sd != nil {
				if c, ok := sd.Dict["N"].(types.Integer); ok && c == 3 {
					kind = "DeviceRGB"
				}
			}
		}
	}
	if kind == "DeviceRGB" || kind == "CalRGB" || kind == "Lab" {
		e.find(rgb, n, name)
	}
}

// shows are the operators that put something on the page.
var shows = map[string]bool{"TJ": true, "Tj": true, "'": true, "\"": true, "S": true, "s": true, "f": true, "F": true, "f*": true, "B": true, "B*": true, "b": true, "b*": true, "sh": true, "Do": true}

// operators walks the content of a page.
func (e *examiner) operators(n int, d types.Dict, body []byte) {
	var owners types.Array
	if key, ok := d["StructParents"].(types.Integer); ok && e.Screen {
		owners = e.array(e.parents[int(key)])
	}
	s := &scanner{data: body}
	depth := 0
	for op := s.next(); op != ""; op = s.next() {
		switch op {
		case "BMC", "BDC":
			depth++
			if e.Screen && op == "BDC" {
				if id := mcid(s.args); id >= len(owners) || id >= 0 && owners[id] == nil {
					e.find(orphan, n, fmt.Sprint(id))
				}
			}
		case "EMC":
			depth--
		case "rg", "RG":
			if e.Press {
				e.find(rgb, n, "")
			}
		case "k", "K":
			if sum := s.number(0) + s.number(1) + s.number(2) + s.number(3); e.Press && sum > 3.001 && op == "k" {
				e.find(ink, n, strconv.Itoa(int(sum*100))+"%")
			}
		case "w":
			if w := s.number(0); e.Press && w < 0.2 {
				e.find(hairline, n, "")
			}
		case "TJ", "Tj":
			if lacksGlyph(s.args) {
				e.find(noGlyph, n, "")
			}
		}
		if e.Screen && depth == 0 && shows[op] {
			e.find(untagged, n, op)
		}
	}
}

// mcid is the number in the properties of marked content, -1 if there is none.
func mcid(args [][]byte) int {
	for i := 0; i+1 < len(args); i++ {
		if bytes.Equal(args[i], []byte("/MCID")) {
			n, _ := strconv.Atoi(string(args[i+1]))
			return n
		}
	}
	return -1
}

// lacksGlyph tells whether a string of two-byte codes shows glyph 0.
func lacksGlyph(args [][]byte) bool {
	for _, a := range args {
		if len(a) < 2 || a[0] != '<' {
			continue
		}
		code := make([]byte, len(a))
		k, err := hex.Decode(code, bytes.Trim(a, "<>"))
		if err != nil {
			continue
		}
		for i := 0; i+1 < k; i += 2 {
			if code[i] == 0 && code[i+1] == 0 {
				return true
			}
		}
	}
	return false
}
