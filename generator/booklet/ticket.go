package booklet

import (
	"fmt"
	"io"
	"strings"

	"yibentong/generator/catalog"
	"yibentong/generator/pdf"
	"yibentong/generator/phrase"
	"yibentong/generator/typeset"
)

// PrintFile is a file that goes to the print shop, as it was made and looked at.
type PrintFile struct {
	Name, What string
	Pages      int
	Bytes      int
	SHA256     string
	Fonts      []string
	Intent     string
	Faults     []string // what preflight found
}

// Ticket writes the print ticket (印刷工单): a page of A4 that answers what a
// print shop asks before it prints the book.
func (b *Book) Ticket(w io.Writer, p Plan, files []PrintFile) error {
	p.Paper = sheet
	m := &maker{Plan: p, say: phrase.Words{Labels: &p.Theme.Labels}, fonts: newFonts(p.Fonts), at: map[catalog.ItemID]int{}, sub: "H2"}
	m.book = &Book{Root: &pdf.Tag{Role: "Document"}}
	m.body = m.book.Root
	tag := m.body.Add("Sect")
	title := typeset.One(typeset.Run{Font: m.fonts.title, Text: "印刷工单"})
	lead := m.fonts.title.Size * 16 / 10
	blocks := []*block{{height: lead, keep: true, marks: []pdf.Mark{lineMark(title, m.fonts.title, (m.width()-title.Width)/2, 0, lead, pdf.Black, tag.Add("H1"))}}}
	left := typeset.MM(30)
	blocks = append(blocks, m.table(tag, []string{"项目", "要求"}, []Len{left}, b.job(p, files))...)
	blocks = append(blocks, m.heading(tag, "文件"))
	var rows [][]string
	for _, f := range files {
		rows = append(rows, []string{f.Name, f.What, fmt.Sprintf("%d页，%.2f MB", f.Pages, float64(f.Bytes)/1e6), f.SHA256})
	}
	width := m.width()
	blocks = append(blocks, m.table(tag, []string{"文件", "内容", "页数和大小", "校验值（SHA-256）"}, []Len{width * 22 / 100, width * 26 / 100, width * 18 / 100}, rows)...)
	blocks = append(blocks, m.heading(tag, "预检"))
	var found []string
	for _, f := range files {
		if len(f.Faults) == 0 {
			found = append(found, f.Name+"：页面框、字体、颜色、输出意图、说明信息都已检查，没有发现问题。")
		}
		for _, fault := range f.Faults {
			found = append(found, f.Name+"："+fault)
		}
	}
	blocks = append(blocks, m.list(tag, found)...)
	blocks = append(blocks, m.heading(tag, "请印刷厂填"))
	blocks = append(blocks, m.list(tag, []string{
		"实际用纸和厚度：________________　书脊宽度：______毫米（与上面不同，请告知编印单位重做封面）",
		"印数：__________册　交货日期：________年____月____日　联系人和电话：____________________",
	})...)
	pages := m.paginate(blocks, 1, nil)
	if len(pages) > 1 {
		return fmt.Errorf("印刷工单一页放不下，预检发现的问题太多 / the ticket does not fit on a page: %d faults", len(found))
	}
	meta := b.Meta
	meta.Title += "（印刷工单）"
	return pdf.Write(w, meta, pdf.Form{W: sheet.W, H: sheet.H, Screen: true, Mono: true}, pages, m.book.Root, nil)
}

// job answers the printer's questions.
func (b *Book) job(p Plan, files []PrintFile) [][]string {
	s, e := p.Site.Settings.Print, p.Site.Catalog.Edition
	n := b.PressPages()
	blank := n - len(b.Pages)
	mm := func(l Len) string { return fmt.Sprintf("%.1f", float64(l)*25.4/72000) }
	var fonts []string
	condition := s.Condition
	for _, f := range files {
		if f.Intent != "" {
			condition = f.Intent
		}
		if len(fonts) == 0 {
			fonts = f.Fonts
		}
	}
	spine := b.Spine()
	rows := [][]string{
		{"书名", b.Title},
		{"版次", e.Name + "，数据截至" + e.Date.String()},
		{"编印单位", strings.Join(filled(s.Compiler, p.Site.Settings.Host), "，")},
		{"准印证号", s.Permit},
		{"成品尺寸", fmt.Sprintf("%s，%s × %s 毫米，竖开，左边装订", b.Paper.Name, mm(b.Paper.W), mm(b.Paper.H))},
		{"出血", "四边各3毫米，裁切线在出血之外"},
		{"页数", fmt.Sprintf("内文%d页（%d张），其中书末空白%d页；封面另计4页", n, n/2, blank)},
		{"帖", fmt.Sprintf("%d帖，每帖%d页", (n+s.Signature-1)/s.Signature, s.Signature)},
		{"装订", s.Binding},
		{"内文纸", fmt.Sprintf("%s，一张厚%g毫米（以纸样为准）", s.Stock, s.Leaf)},
		{"封面纸", s.Cover},
		{"书脊", fmt.Sprintf("%s毫米（%d张，每张%g毫米），封面展开%s × %s毫米", mm(spine), n/2, s.Leaf, mm(2*b.Paper.W+spine), mm(b.Paper.H))},
		{"颜色", "内文单色黑，双面（1+1），黑字只用黑版；封面外面四色，里面不印（4+0）"},
		{"字体", strings.Join(fonts, "、") + "，已全部嵌入子集"},
		{"输出意图", condition + "；换别的印刷条件，改 handbook.yaml 的 print.condition"},
		{"文件标准", "PDF/X-4（ISO 15930-7）"},
	}
	var out [][]string
	for _, r := range rows {
		if r[1] != "" {
			out = append(out, r)
		}
	}
	return out
}
