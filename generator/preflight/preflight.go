// Package preflight looks into a finished PDF as a print shop and a screen
// reader would, and says what is wrong with it.
//
// What a file must keep depends on what it says of itself in its XMP: PDF/X-4
// (ISO 15930-7) for the press, PDF/UA-1 (ISO 14289-1) and PDF/A-3b (ISO 19005-3)
// for the screen. It knows nothing of how our files are made; pdfcpu reads them.
package preflight

import (
	"bytes"
	"fmt"
	"slices"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Rule is something that a file must keep.
type Rule struct{ ID, Zh, En string }

// Finding is one breach of a rule; Page is 0 where it is the file's.
type Finding struct {
	*Rule
	Page   int
	Detail string
}

// String says the finding in both languages.
func (f Finding) String() string {
	where := ""
	if f.Page > 0 {
		where = fmt.Sprintf("第%d页：", f.Page)
	}
	detail := f.Detail
	if detail != "" {
		detail = "（" + detail + "）"
	}
	return fmt.Sprintf("%s%s%s [%s] / %s", where, f.Zh, detail, f.ID, f.En)
}

// Report is what a file is and what is wrong with it.
type Report struct {
	Press, Screen bool // it claims to be PDF/X-4; PDF/UA-1 with PDF/A-3b
	Pages         int
	Trim          [2]float64 // width and height of the first page, in points
	Fonts         []string   // names without their subset tags
	Intent        string     // the output condition
	Findings      []Finding
}

// noConfig keeps pdfcpu from making a folder in the user's home.
var noConfig sync.Once

// examiner is one file being looked at.
type examiner struct {
	*Report
	ctx     *model.Context
	data    []byte
	catalog types.Dict
	xmp     string
	parents map[int]types.Object // the parent tree
	dests   map[string]bool
	seen    map[string]bool // findings said once for the file
	fonts   map[int]bool    // object numbers that were looked at
}

// Check looks into a file. An error means that it cannot be read at all.
func Check(data []byte) (*Report, error) {
	noConfig.Do(api.DisableConfigDir)
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		return nil, fmt.Errorf("读不出来 / cannot be read: %w", err)
	}
	e := &examiner{Report: &Report{}, ctx: ctx, data: data, seen: map[string]bool{}, fonts: map[int]bool{}}
	if ctx.Encrypt != nil {
		e.find(encrypted, 0, "")
		return e.Report, nil
	}
	if err := api.ValidateContext(ctx); err != nil {
		e.find(invalid, 0, err.Error())
	}
	if err := ctx.EnsurePageCount(); err != nil {
		return nil, err
	}
	e.Pages = ctx.PageCount
	if e.catalog, err = ctx.Catalog(); err != nil {
		return nil, err
	}
	e.xmp = e.stream(e.catalog["Metadata"])
	e.Press = bytes.Contains([]byte(e.xmp), []byte("PDF/X-4")) || ctx.Info != nil && e.info("GTS_PDFXVersion") != ""
	e.Screen = bytes.Contains([]byte(e.xmp), []byte("pdfuaid:part"))
	e.file()
	for n := 1; n <= e.Pages; n++ {
		if err := e.page(n); err != nil {
			return nil, err
		}
	}
	if e.Screen {
		e.structure()
	}
	slices.Sort(e.Fonts)
	e.Fonts = slices.Compact(e.Fonts)
	return e.Report, nil
}

// find reports a breach; the same one of the same page once.
func (e *examiner) find(r *Rule, page int, detail string) {
	key := fmt.Sprint(r.ID, page, detail)
	if !e.seen[key] {
		e.seen[key] = true
		e.Findings = append(e.Findings, Finding{r, page, detail})
	}
}

// Small helpers around the reader: what is not there is empty.

func (e *examiner) dict(o types.Object) types.Dict {
	d, _ := e.ctx.DereferenceDict(o)
	return d
}

func (e *examiner) array(o types.Object) types.Array {
	a, _ := e.ctx.DereferenceArray(o)
	return a
}

func (e *examiner) text(o types.Object) string {
	s, _ := e.ctx.DereferenceText(o)
	return s
}

func (e *examiner) name(o types.Object) string {
	o, _ = e.ctx.Dereference(o)
	n, _ := o.(types.Name)
	return string(n)
}

func (e *examiner) stream(o types.Object) string {
	sd, _, err := e.ctx.DereferenceStreamDict(o)
	if err != nil || sd == nil || sd.Decode() != nil {
		return ""
	}
	return string(sd.Content)
}

func (e *examiner) info(key string) string {
	if e.ctx.Info == nil {
		return ""
	}
	return e.text(e.dict(*e.ctx.Info)[key])
}
