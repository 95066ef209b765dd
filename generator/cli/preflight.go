package cli

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yibentong/generator/preflight"
)

func (p *program) preflightVerb() *cobra.Command {
	return &cobra.Command{
		Use:   "preflight FILE...",
		Short: "印前检查：像印刷厂和读屏软件那样看一遍 PDF",
		Long: `preflight 按文件自己声明的标准检查：PDF/X-4（印刷）、PDF/UA-1 和 PDF/A-3b（屏幕）。
页面框、出血、字体、颜色、油墨总量、输出意图、说明信息、标签、标题、链接，一次说完。`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error { return p.preflight(files) },
	}
}

func (p *program) preflight(files []string) error {
	faults := 0
	for _, name := range files {
		file := name
		if !filepath.IsAbs(file) {
			file = filepath.Join(p.Dir, file)
		}
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		r, err := preflight.Check(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		kind := "PDF"
		if r.Press {
			kind = "PDF/X-4"
		} else if r.Screen {
			kind = "PDF/UA-1、PDF/A-3b"
		}
		fmt.Fprintf(p.Stdout, "%s：%s，%d页，%.1f × %.1f 毫米，%d 处问题\n", name, kind, r.Pages, r.Trim[0]*25.4/72, r.Trim[1]*25.4/72, len(r.Findings))
		for _, f := range r.Findings {
			fmt.Fprintln(p.Stdout, "  "+f.String())
		}
		faults += len(r.Findings)
	}
	if faults > 0 {
		return errFindings
	}
	return nil
}
