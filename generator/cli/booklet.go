package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
	"yibentong/generator/diag"
)

func (p *program) bookletVerb() *cobra.Command {
	var out string
	o := build.BookOptions{}
	c := &cobra.Command{
		Use:   "booklet",
		Short: "把手册排成书：屏幕阅读、印刷厂、折页拼版",
		Long: `booklet 把记录排成两本书，写成 PDF。

  screen  屏幕阅读：带书签、链接和无障碍标签（PDF/UA-1、PDF/A-3b）
  press   交印刷厂：单页，3毫米出血，裁切线，黑字只用黑版（PDF/X-4）
  fold    折页拼版：两页一面，按帖装订，带折线和爬移
  notice  一次性告知单：每件事项一张A4，黑白，带“已收、待补”和签名栏

只要一部分：--stage birth、--department wjj、--town 511303001、--items P001,P003。`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.booklet(out, o) },
	}
	f := c.Flags()
	f.StringVarP(&out, "out", "o", "booklets", "写到哪个文件夹")
	f.StringSliceVar(&o.Forms, "form", build.BookForms, "哪几种版式")
	f.StringVar(&o.Paper, "paper", "A5", "开本：A5、16k、A4")
	f.IntVar(&o.Sheets, "sheets", 4, "折页每帖几张纸")
	f.StringSliceVar(&o.Stages, "stage", nil, "只要这些阶段")
	f.StringSliceVar(&o.Departments, "department", nil, "只要这些部门")
	f.StringSliceVar(&o.Towns, "town", nil, "只要在这些乡镇（街道）能办的")
	f.StringSliceVar(&o.Items, "items", nil, "只要这些编号")
	return c
}

func (p *program) booklet(out string, o build.BookOptions) error {
	if o.Sheets < 1 {
		return usageError{fmt.Errorf("--sheets 要写1以上的整数 / a whole number from 1 on")}
	}
	tree, err := p.tree()
	if err != nil {
		return err
	}
	today, err := p.today()
	if err != nil {
		return err
	}
	var l diag.List
	h, err := build.Plan(tree, build.Options{Today: today}, &l)
	if err != nil {
		return err
	}
	if errs, _ := l.Count(); errs > 0 {
		return p.tell(tree, &l)
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(p.folder(), out)
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	return h.Booklets(tree, o, func(name string, content func(io.Writer) error) error {
		start, file := p.Now(), filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		n, err := writeWhole(file, content)
		if err == nil && filepath.Dir(file) == out {
			fmt.Fprintf(p.Stderr, "%s：%.1f MB（%v）\n", filepath.Join(p.short(out), name), float64(n)/1e6, p.Now().Sub(start).Round(time.Millisecond))
		}
		return err
	})
}

// writeWhole writes a file beside its name and puts it there when it is done,
// so that a failed run leaves the old one.
func writeWhole(name string, content func(io.Writer) error) (int64, error) {
	f, err := os.CreateTemp(filepath.Dir(name), ".booklet-")
	if err != nil {
		return 0, err
	}
	defer os.Remove(f.Name())
	b := bufio.NewWriterSize(f, 1<<16)
	if err := content(b); err != nil {
		f.Close()
		return 0, err
	}
	if err := b.Flush(); err != nil {
		f.Close()
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		f.Close()
		return 0, err
	}
	if err := f.Close(); err != nil {
		return 0, err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return 0, err
	}
	return info.Size(), os.Rename(f.Name(), name)
}
