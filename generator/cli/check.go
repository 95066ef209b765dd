package cli

import (
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

func (p *program) checkVerb() *cobra.Command {
	c := &cobra.Command{
		Use:   "check",
		Short: "检查全部记录，一次说出所有要改的地方",
		Long: `check 读取整个手册，把每一处要改的地方连同文件、行、列和改法一次列出。
它什么也不写。规则一览见 catalog/schema/RULES.md。

  yibentong check --strict   警告也算错误（正式发布前用）`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.check() },
	}
	p.findingFlags(c)
	return c
}

// findingFlags are the flags of every verb that tells findings.
func (p *program) findingFlags(c *cobra.Command) {
	c.Flags().BoolVar(&p.strict, "strict", false, "警告也算错误（网址还没定的提醒除外）")
	c.Flags().BoolVar(&p.all, "all", false, "全部列出，不止前 50 条")
}

func (p *program) check() error {
	tree, h, l, err := p.plan(build.Options{})
	if err != nil {
		return err
	}
	if err := p.tell(tree, l); err != nil {
		return err
	}
	if !p.json {
		fmt.Fprintf(p.Stderr, "检查通过 / clean: %s\n", h.Summary())
	}
	return nil
}

// plan reads the handbook as of today.
func (p *program) plan(o build.Options) (tree fs.FS, h *build.Handbook, l *diag.List, err error) {
	if tree, err = p.tree(); err != nil {
		return nil, nil, nil, err
	}
	if o.Today, err = p.today(); err != nil {
		return nil, nil, nil, err
	}
	l = &diag.List{}
	h, err = build.Plan(tree, o, l)
	return tree, h, l, err
}

// today is the day by which records are stale.
func (p *program) today() (catalog.Date, error) {
	if p.date == "" {
		return catalog.DateOf(p.Now()), nil
	}
	var d catalog.Date
	if fault := d.ParseScalar(p.date); fault != nil {
		return d, usageError{fmt.Errorf("--date 要写成 2026-11-24 / wants 2026-11-24")}
	}
	return d, nil
}
