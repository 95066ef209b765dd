package preflight

import (
	"bytes"
	"html"
	"regexp"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What a file as a whole must keep.
var (
	encrypted = &Rule{"encrypted", "文件加了密，印刷厂和读屏软件都打不开", "the file is encrypted"}
	invalid   = &Rule{"invalid", "文件结构不合 PDF 标准", "the file's structure is not valid PDF"}
	active    = &Rule{"active", "文件里有会自动运行的动作或脚本", "the file runs actions or scripts"}
	version   = &Rule{"press-version", "PDF/X-4 的文件头应当是 1.6，Info 里要有 GTS_PDFXVersion 和 Trapped", "PDF/X-4 wants header 1.6, GTS_PDFXVersion and Trapped"}
	intent    = &Rule{"press-intent", "印刷文件要有且只有一个输出意图，带四色 ICC", "a press file has one output intent with a four-channel profile"}
	colourA   = &Rule{"archive-intent", "PDF/A-3b 要有一个 RGB 输出意图", "PDF/A-3b wants an RGB output intent"}
	differs   = &Rule{"xmp-info", "XMP 和 Info 说的不一样", "XMP and Info differ"}
	marked    = &Rule{"ua-marked", "没有标明是带标签的文件", "the file is not marked as tagged"}
	language  = &Rule{"ua-language", "没有写明语言", "no language is named"}
	title     = &Rule{"ua-title", "没有题名，或没有要求显示题名", "no title, or it is not to be displayed"}
)

// file looks at what concerns the whole file.
func (e *examiner) file() {
	names := e.dict(e.catalog["Names"])
	if e.catalog["OpenAction"] != nil || e.catalog["AA"] != nil || names["JavaScript"] != nil {
		e.find(active, 0, "")
	}
	e.agree()
	if e.Press {
		e.pressFile()
	}
	if e.Screen {
		e.screenFile(names)
	}
}

func (e *examiner) pressFile() {
	if !bytes.HasPrefix(e.data, []byte("%PDF-1.6")) || e.info("GTS_PDFXVersion") != "PDF/X-4" || e.name(e.dict(*e.ctx.Info)["Trapped"]) == "" {
		e.find(version, 0, "")
	}
	n := 0
	for _, o := range e.array(e.catalog["OutputIntents"]) {
		d := e.dict(o)
		if e.name(d["S"]) != "GTS_PDFX" {
			continue
		}
		n++
		e.Intent = e.text(d["OutputConditionIdentifier"])
		if profile := e.stream(d["DestOutputProfile"]); len(profile) < 20 || profile[16:20] != "CMYK" {
			e.find(intent, 0, "ICC")
		}
	}
	if n != 1 {
		e.find(intent, 0, "")
	}
}

func (e *examiner) screenFile(names types.Dict) {
	if o, _ := e.ctx.DereferenceBoolean(e.dict(e.catalog["MarkInfo"])["Marked"], 0); o == nil || !bool(*o) {
		e.find(marked, 0, "")
	}
	if e.text(e.catalog["Lang"]) == "" {
		e.find(language, 0, "")
	}
	if o, _ := e.ctx.DereferenceBoolean(e.dict(e.catalog["ViewerPreferences"])["DisplayDocTitle"], 0); o == nil || !bool(*o) || e.info("Title") == "" {
		e.find(title, 0, "")
	}
	rgb := false
	for _, o := range e.array(e.catalog["OutputIntents"]) {
		profile := e.stream(e.dict(o)["DestOutputProfile"])
		rgb = rgb || len(profile) > 20 && profile[16:20] == "RGB "
	}
	if !rgb {
		e.find(colourA, 0, "")
	}
	e.dests = map[string]bool{}
	e.nameTree(names["Dests"], 0)
	e.parents = map[int]types.Object{}
	e.numberTree(e.dict(e.catalog["StructTreeRoot"])["ParentTree"], 0)
}

// nameTree gathers named destinations, numberTree the parent tree.
func (e *examiner) nameTree(o types.Object, depth int) {
	d := e.dict(o)
	list := e.array(d["Names"])
	for i := 0; i+1 < len(list); i += 2 {
		e.dests[e.text(list[i])] = true
	}
	for _, k := range e.array(d["Kids"]) {
		if depth < 20 {
			e.nameTree(k, depth+1)
		}
	}
}

func (e *examiner) numberTree(o types.Object, depth int) {
	d := e.dict(o)
	list := e.array(d["Nums"])
	for i := 0; i+1 < len(list); i += 2 {
		if n, ok := list[i].(types.Integer); ok {
			e.parents[int(n)] = list[i+1]
		}
	}
	for _, k := range e.array(d["Kids"]) {
		if depth < 20 {
			e.numberTree(k, depth+1)
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// agree compares XMP and Info: title, author, dates.
func (e *examiner) agree() {
	if e.xmp == "" || e.ctx.Info == nil {
		e.find(differs, 0, "没有 XMP 或 Info")
		return
	}
	element := func(name string) string {
		_, rest, _ := strings.Cut(e.xmp, "<"+name+">")
		inner, _, _ := strings.Cut(rest, "</"+name+">")
		return html.UnescapeString(tags.ReplaceAllString(inner, ""))
	}
	digits := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	for _, x := range [][3]string{
		{"Title", element("dc:title"), e.info("Title")}, {"Author", element("dc:creator"), e.info("Author")}, {"Producer", element("pdf:Producer"), e.info("Producer")},
		{"CreationDate", digits(element("xmp:CreateDate")), digits(e.info("CreationDate"))}, {"ModDate", digits(element("xmp:ModifyDate")), digits(e.info("ModDate"))},
	} {
		if strings.TrimSpace(x[1]) != x[2] {
			e.find(differs, 0, x[0])
		}
	}
}
