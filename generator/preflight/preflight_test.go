package preflight_test

import (
	"bytes"
	"os"
	"slices"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"yibentong/generator/pdf"
	"yibentong/generator/preflight"
	"yibentong/generator/typeset"
)

// file makes a real file of two pages, for the press or for the screen.
func file(t testing.TB, press bool, change func(*pdf.Page, *pdf.Tag)) []byte {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile("../../themes/handbook/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	font, err := pdf.ParseFont("hei", read("fonts/hei.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	root := &pdf.Tag{Role: "Document"}
	line := typeset.One(typeset.Run{Font: typeset.Font{Face: font, Size: typeset.Pt(12)}, Text: "带身份证"})
	at := typeset.MM(30)
	table := root.Add("H1")
	pages := []pdf.Page{
		{Label: "1", Marks: []pdf.Mark{{X: at, Y: at, Ink: pdf.Black, Tag: table, Line: &line}, {X: at, Y: at, Dest: "top"}, {X: at, Y: at, Ink: pdf.Ink{C: 20, K: 60}, Box: &pdf.Box{W: 9000, H: 9000}}}},
		{Label: "2", Marks: []pdf.Mark{{X: at, Y: at, Ink: pdf.Black, Tag: root.Add("P"), Line: &line}}},
	}
	th := root.Add("Table").Add("TR").Add("TH")
	th.Scope = "Column"
	fig := root.Add("Figure")
	fig.Alt = "二维码"
	link := root.Add("P").Add("Link")
	pages[1].Marks = append(pages[1].Marks,
		pdf.Mark{X: at, Y: 2 * at, Ink: pdf.Black, Tag: th, Line: &line},
		pdf.Mark{X: at, Y: 3 * at, Ink: pdf.Black, Tag: fig, Path: &pdf.Path{Module: 1000, Rects: [][4]int{{0, 0, 3, 3}}}},
		pdf.Mark{X: at, Y: 4 * at, Ink: pdf.Black, Tag: link, Line: &line},
		pdf.Mark{X: at, Y: 4 * at, Tag: link, Link: &pdf.Link{W: 9000, H: 9000, To: "top", Says: "见第一页"}})
	if change != nil {
		change(&pages[1], root)
	}
	form := pdf.Form{W: typeset.MM(148), H: typeset.MM(210), Screen: !press}
	if press {
		form.Bleed, form.Marks, form.Press = typeset.MM(3), typeset.MM(7), &pdf.Intent{ID: "FOGRA39", Name: "FOGRA39", Profile: read("press/FOGRA39.icc")}
	}
	var b bytes.Buffer
	meta := pdf.Meta{Title: "书名", Author: "编者", Created: "20261127000000", Language: "zh-CN"}
	if err := pdf.Write(&b, meta, form, pages, root, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// rewritten changes a file's objects through pdfcpu.
func rewritten(t *testing.T, data []byte, change func(*model.Context)) []byte {
	t.Helper()
	api.DisableConfigDir()
	conf := model.NewDefaultConfiguration()
	conf.Offline = true
	ctx, err := api.ReadContext(bytes.NewReader(data), conf)
	if err != nil {
		t.Fatal(err)
	}
	if err := api.ValidateContext(ctx); err != nil {
		t.Fatal(err)
	}
	change(ctx)
	var b bytes.Buffer
	if err := api.WriteContext(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rules(t *testing.T, data []byte) (out []string) {
	t.Helper()
	r, err := preflight.Check(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Findings {
		out = append(out, f.ID)
	}
	return out
}

func page(t *testing.T, ctx *model.Context, n int) types.Dict {
	t.Helper()
	d, _, _, err := ctx.PageDict(n, false)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// content puts operators before a page's own.
func content(t *testing.T, ctx *model.Context, n int, operators string) {
	t.Helper()
	d := page(t, ctx, n)
	body, err := ctx.PageContent(d, n)
	if err != nil {
		t.Fatal(err)
	}
	sd, err := ctx.NewStreamDictForBuf(append([]byte(operators+"\n"), body...))
	if err != nil {
		t.Fatal(err)
	}
	if err := sd.Encode(); err != nil {
		t.Fatal(err)
	}
	ref, err := ctx.IndRefForNewObject(*sd)
	if err != nil {
		t.Fatal(err)
	}
	d["Contents"] = *ref
}

func catalogOf(t *testing.T, ctx *model.Context) types.Dict {
	t.Helper()
	d, err := ctx.Catalog()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// font is the dictionary of the only font of a page.
func font(t *testing.T, ctx *model.Context) types.Dict {
	t.Helper()
	res, _ := ctx.DereferenceDict(page(t, ctx, 1)["Resources"])
	fonts, _ := ctx.DereferenceDict(res["Font"])
	for _, o := range fonts {
		d, _ := ctx.DereferenceDict(o)
		return d
	}
	t.Fatal("no font")
	return nil
}

func TestWhatWeMakeIsClean(t *testing.T) {
	for _, press := range []bool{true, false} {
		if found := rules(t, file(t, press, nil)); len(found) > 0 {
			t.Errorf("press %v: %v", press, found)
		}
	}
}

// Every rule is broken by one file and kept by the same file unbroken.
func TestEveryRuleFindsItsFault(t *testing.T) {
	box := func(a, b, c, d float64) types.Array {
		return types.Array{types.Float(a), types.Float(b), types.Float(c), types.Float(d)}
	}
	edit := func(change func(*model.Context)) func([]byte) []byte {
		return func(data []byte) []byte { return rewritten(t, data, change) }
	}
	operators := func(n int, ops string) func([]byte) []byte {
		return edit(func(ctx *model.Context) { content(t, ctx, n, ops) })
	}
	bytewise := func(from, to string) func([]byte) []byte {
		return func(data []byte) []byte {
			if len(from) != len(to) || !bytes.Contains(data, []byte(from)) {
				t.Fatalf("%q is not in the file, or %q is of another length", from, to)
			}
			return bytes.Replace(data, []byte(from), []byte(to), 1)
		}
	}
	inherent := func(press bool, change func(*pdf.Page, *pdf.Tag)) func([]byte) []byte {
		return func([]byte) []byte { return file(t, press, change) }
	}
	tried := map[string]bool{}
	for _, c := range []struct {
		rule  string
		press bool
		spoil func([]byte) []byte
	}{
		{"encrypted", true, func(data []byte) []byte {
			conf := model.NewAESConfiguration("", "owner", 256)
			conf.Offline = true
			var b bytes.Buffer
			if err := api.Encrypt(bytes.NewReader(data), &b, conf); err != nil {
				t.Fatal(err)
			}
			return b.Bytes()
		}},
		{"invalid", true, bytewise("/MediaBox", "/MediaBux")},
		{"active", true, edit(func(ctx *model.Context) {
			catalogOf(t, ctx)["OpenAction"] = types.Dict{"S": types.Name("JavaScript"), "JS": types.StringLiteral("1")}
		})},
		{"press-version", true, bytewise("%PDF-1.6", "%PDF-1.7")},
		{"press-version", true, bytewise("/GTS_PDFXVersion (PDF/X-4)", "/GTS_PDFXVersion (PDF/X-3)")},
		{"press-version", true, bytewise("/Trapped /False", "/Trippid /False")},
		{"press-intent", true, bytewise("/S /GTS_PDFX", "/S /GTS_PDFZ")},
		{"press-intent", true, edit(func(ctx *model.Context) { delete(catalogOf(t, ctx), "OutputIntents") })},
		{"archive-intent", false, edit(func(ctx *model.Context) { delete(catalogOf(t, ctx), "OutputIntents") })},
		{"xmp-info", true, bytewise("<dc:creator><rdf:Seq><rdf:li>编者", "<dc:creator><rdf:Seq><rdf:li>作者")},
		{"xmp-info", true, bytewise("<xmp:CreateDate>2026", "<xmp:CreateDate>2025")},
		{"ua-marked", false, edit(func(ctx *model.Context) { delete(catalogOf(t, ctx), "MarkInfo") })},
		{"ua-language", false, edit(func(ctx *model.Context) { delete(catalogOf(t, ctx), "Lang") })},
		{"ua-title", false, edit(func(ctx *model.Context) { delete(catalogOf(t, ctx), "ViewerPreferences") })},
		{"boxes", true, edit(func(ctx *model.Context) { page(t, ctx, 2)["TrimBox"] = box(0, 0, 2000, 2000) })},
		{"boxes", true, edit(func(ctx *model.Context) {
			d := page(t, ctx, 1)
			d["BleedBox"] = d["TrimBox"]
		})},
		{"boxes", true, edit(func(ctx *model.Context) { delete(page(t, ctx, 1), "TrimBox") })},
		{"page-size", true, edit(func(ctx *model.Context) { page(t, ctx, 2)["TrimBox"] = box(40, 40, 440, 600) })},
		{"press-annotation", true, edit(func(ctx *model.Context) {
			page(t, ctx, 1)["Annots"] = types.Array{types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Link"), "Rect": box(1, 1, 2, 2)}}
		})},
		{"press-rgb", true, operators(1, "1 0 0 rg")},
		{"press-rgb", true, edit(func(ctx *model.Context) {
			res, _ := ctx.DereferenceDict(page(t, ctx, 1)["Resources"])
			res["ColorSpace"] = types.Dict{"C": types.Array{types.Name("CalRGB"), types.Dict{"WhitePoint": types.Array{types.Float(1), types.Float(1), types.Float(1)}}}}
		})},
		{"press-ink", true, operators(2, "1 1 1 0.2 k")},
		{"press-hairline", true, operators(2, "0.05 w")},
		{"font-embedded", true, edit(func(ctx *model.Context) {
			kids, _ := ctx.DereferenceArray(font(t, ctx)["DescendantFonts"])
			d, _ := ctx.DereferenceDict(kids[0])
			desc, _ := ctx.DereferenceDict(d["FontDescriptor"])
			delete(desc, "FontFile2")
		})},
		{"font-unicode", true, edit(func(ctx *model.Context) { delete(font(t, ctx), "ToUnicode") })},
		{"glyph", true, operators(1, "BT /F1 9 Tf <00000001> Tj ET")},
		{"ua-content", false, operators(1, "0 0 9 9 re f")},
		{"ua-parent", false, operators(1, "/P <</MCID 77>> BDC EMC")},
		{"ua-tabs", false, edit(func(ctx *model.Context) { delete(page(t, ctx, 2), "Tabs") })},
		{"ua-link", false, inherent(false, func(p *pdf.Page, _ *pdf.Tag) { p.Marks[len(p.Marks)-1].Link.Says = "" })},
		{"link", false, inherent(false, func(p *pdf.Page, _ *pdf.Tag) { p.Marks[len(p.Marks)-1].Link.To = "nowhere" })},
		{"ua-heading", false, inherent(false, func(_ *pdf.Page, root *pdf.Tag) { root.Kids[1].Role = "H3" })},
		{"ua-scope", false, inherent(false, func(_ *pdf.Page, root *pdf.Tag) { root.Kids[2].Kids[0].Kids[0].Scope = "" })},
		{"ua-alt", false, inherent(false, func(_ *pdf.Page, root *pdf.Tag) { root.Kids[3].Alt = "" })},
	} {
		whole := file(t, c.press, nil)
		if found := rules(t, c.spoil(whole)); !slices.Contains(found, c.rule) {
			t.Errorf("%s: not found, but %v", c.rule, found)
		}
		// Written again by the same library and otherwise left alone, it is kept,
		// but for what that library sets itself.
		if found := rules(t, rewritten(t, whole, func(*model.Context) {})); slices.Contains(found, c.rule) && c.rule != "xmp-info" && c.rule != "press-version" {
			t.Errorf("%s: found in a file that keeps it", c.rule)
		}
		tried[c.rule] = true
	}
	for _, r := range preflight.Rules() {
		if !tried[r.ID] {
			t.Errorf("%s has no broken file", r.ID)
		}
	}
}

// Whatever a file holds, looking into it ends, without a panic.
func FuzzCheck(f *testing.F) {
	f.Add(file(f, true, nil))
	f.Add(file(f, false, nil))
	f.Add([]byte("%PDF-1.6\n"))
	f.Fuzz(func(t *testing.T, data []byte) { preflight.Check(data) })
}
