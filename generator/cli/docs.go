package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
)

func (p *program) docsVerb() *cobra.Command {
	var list bool
	c := &cobra.Command{
		Use:   "docs",
		Short: "从程序生成 catalog/schema/：编辑器补全、字段说明、规则一览",
		Args:  cobra.NoArgs,
		RunE:  func(*cobra.Command, []string) error { return p.docs(list) },
	}
	c.Flags().BoolVarP(&list, "list", "l", false, "只列出过时的文件，不改；有就以状态 1 退出")
	return c
}

func (p *program) docs(list bool) error {
	tree, err := p.tree()
	if err != nil {
		return err
	}
	stale := 0
	for _, d := range build.Docs() {
		old, _ := fs.ReadFile(tree, d.Path) // a missing file is a stale one
		if bytes.Equal(old, d.Data) {
			continue
		}
		stale++
		fmt.Fprintln(p.Stdout, d.Path)
		if list {
			continue
		}
		path := filepath.Join(p.folder(), filepath.FromSlash(d.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := replaceFile(path, d.Data); err != nil {
			return err
		}
	}
	if list && stale > 0 {
		return errFindings
	}
	return nil
}
