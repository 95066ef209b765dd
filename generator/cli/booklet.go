package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
)

func (p *program) bookletVerb() *cobra.Command {
	var out string
	o := build.BookOptions{}
	c := &cobra.Command{
		Use:   "booklet",
		Short: "把手册排成书和单张：阅读、印刷、折页、告知单、指南",
		Long: `booklet 把记录排成两本书，写成 PDF。

  screen  屏幕阅读：带封面、书签、链接和无障碍标签（PDF/UA-1、PDF/A-3b）
  press   交印刷厂的内文：单页，3毫米出血，裁切线，黑字只用黑版（PDF/X-4）
  cover   交印刷厂的封面：封底、书脊、封面连成一张，书脊按页数和纸厚算
  fold    折页拼版：两页一面，按帖装订，带折线和爬移
  office  办公室自己印：A4纸双面，短边翻转，对折就是一本A5
  ticket  印刷工单：尺寸、出血、页数、用纸、装订、颜色、字体、校验值、预检结果
  notice  一次性告知单：每件事项一张A4，黑白，带“已收、待补”和签名栏
  brief   办事指南简版：每件一张A4
  guide   办事指南完整版：每件一份A4

只要一部分：--stage birth、--department wjj、--town 511303001、--items P001,P003。
开本、纸张、装订、准印证号在 handbook.yaml 的 print 里写。`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.booklet(out, o) },
	}
	f := c.Flags()
	f.StringVarP(&out, "out", "o", "booklets", "写到哪个文件夹")
	f.StringSliceVar(&o.Forms, "form", build.BookForms, "哪几种版式")
	f.StringVar(&o.Paper, "paper", "", "开本：A5、16k、A4，不写就照 handbook.yaml")
	f.IntVar(&o.Sheets, "sheets", 0, "折页每帖几张纸，不写就照 handbook.yaml 的每帖页数")
	f.StringSliceVar(&o.Stages, "stage", nil, "只要这些阶段")
	f.StringSliceVar(&o.Departments, "department", nil, "只要这些部门")
	f.StringSliceVar(&o.Towns, "town", nil, "只要在这些乡镇（街道）能办的")
	f.StringSliceVar(&o.Items, "items", nil, "只要这些编号")
	return c
}

func (p *program) booklet(out string, o build.BookOptions) error {
	if o.Sheets < 0 {
		return usageError{fmt.Errorf("--sheets 要写1以上的整数 / a whole number from 1 on")}
	}
	tree, h, l, err := p.plan(build.Options{})
	if err != nil {
		return err
	}
	if errs, _ := l.Count(); errs > 0 {
		return p.tell(tree, l)
	}
	files, err := h.Booklets(tree, o)
	if err != nil {
		return usageError{err}
	}
	if len(files) == 0 {
		return usageError{fmt.Errorf("没有一件事项符合 / no item is chosen")}
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(p.folder(), out)
	}
	var bytes atomic.Int64
	done, tell := p.progress()
	err = build.Make(p.ctx, files, func(name string, data []byte) error {
		file := filepath.Join(out, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		bytes.Add(int64(len(data)))
		return writeWhole(file, data)
	}, tell)
	done()
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(p.Stderr, "已做好 / made: %s，%d 个文件，%.1f MB\n", p.short(out), len(files), float64(bytes.Load())/1e6)
	return err
}

// writeWhole writes a file beside its name and puts it there when it is done,
// so that a failed run leaves the old one.
func writeWhole(name string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), ".booklet-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	if _, err := f.Write(data); err != nil {
		f.Close()
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
