package cli

import (
	"encoding/json"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
	"yibentong/generator/check"
	"yibentong/generator/diag"
)

func (p *program) reportVerb() *cobra.Command {
	var page string
	c := &cobra.Command{
		Use:   "report",
		Short: "完整度报告：每件事项、每个部门还缺什么、多少处待核实",
		Long: `report 按国家检查的八要素和整份指南给每件事项、每个部门打分。
它给工作人员看，不进公开的手册。

  yibentong report                     在终端里看
  yibentong report --json              给机器读
  yibentong report --html 报告.html    一个网页文件，可以转发`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.report(page) },
	}
	c.Flags().StringVar(&page, "html", "", "把报告写成这个网页文件")
	return c
}

func (p *program) report(page string) error {
	tree, err := p.tree()
	if err != nil {
		return err
	}
	r, err := p.completeness(tree)
	if err != nil {
		return err
	}
	switch {
	case page != "":
		html, err := build.StaffPage(tree, r)
		if err != nil {
			return err
		}
		if !filepath.IsAbs(page) {
			page = filepath.Join(p.Dir, page)
		}
		return replaceFile(page, html)
	case p.json:
		enc := json.NewEncoder(p.Stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(r)
	}
	return r.WriteText(p.Stdout)
}

func (p *program) completeness(tree fs.FS) (*check.Report, error) {
	today, err := p.today()
	if err != nil {
		return nil, err
	}
	var l diag.List
	h, err := build.Plan(tree, build.Options{Today: today}, &l)
	if err != nil {
		return nil, err
	}
	return h.Report(), nil
}
