package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"yibentong/generator/catalog"
)

func (p *program) initVerb() *cobra.Command {
	var code string
	c := &cobra.Command{
		Use:   "init 文件夹 区县名",
		Short: "为另一个县区开一本新手册",
		Long: `init 在新的文件夹里开一本手册：带上主题、文章、全国通用的登记表
（阶段、主题、热线、渠道、法律、材料），部门和地点留给新县区自己填，
事项从零开始。当前手册（-C 指定）是样板，不会被改动。

  yibentong init ../shunqing 南充市顺庆区 --code 511302`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return p.start(args[0], args[1], code) },
	}
	c.Flags().StringVar(&code, "code", "", "六位区划代码（必填）")
	return c
}

var divisionForm = regexp.MustCompile(`^[1-9][0-9]{5}$`)

func (p *program) start(dir, area, code string) error {
	if !divisionForm.MatchString(code) {
		return usageError{fmt.Errorf("--code 要写六位区划代码，如 511302 / a six-digit division code")}
	}
	tree, err := p.tree()
	if err != nil {
		return err
	}
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(p.Dir, dir)
	}
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return usageError{fmt.Errorf("文件夹不是空的 / not empty: %s", dir)}
	}
	return p.seed(tree, dir, area, code)
}

// seed copies what every county shares and writes what each has its own.
func (p *program) seed(tree fs.FS, dir, area, code string) error {
	for _, sub := range []string{"themes", "content"} {
		part, err := fs.Sub(tree, sub)
		if err != nil {
			return err
		}
		if err := os.CopyFS(filepath.Join(dir, sub), part); err != nil {
			return err
		}
	}
	files := catalog.Seed(area, code, catalog.DateOf(p.Now()))
	for _, kind := range []string{"stages", "topics", "hotlines", "channels", "laws", "materials"} {
		data, err := fs.ReadFile(tree, catalog.RegistryFile(kind))
		if err != nil {
			return err
		}
		files[catalog.RegistryFile(kind)] = catalog.WithoutItems(data)
	}
	for name, data := range files {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := writeNew(file, data); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "public"), 0o755); err != nil {
		return err
	}
	at := &program{Env: p.Env, ctx: p.ctx, dir: dir}
	if err := at.docs(false); err != nil {
		return err
	}
	fmt.Fprintf(p.Stderr, "开好了 / ready: %s\n接着 / next: yibentong -C %[1]s new birth 事项名称；yibentong -C %[1]s serve\n", strings.TrimRight(p.short(dir), "/"))
	return nil
}
