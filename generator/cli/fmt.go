package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

func (p *program) fmtVerb() *cobra.Command {
	var list bool
	c := &cobra.Command{
		Use:   "fmt [文件…]",
		Short: "把记录整理成统一的样子，注释原样保留",
		Long: `fmt 把键排成指南的顺序、统一缩进和换行。注释跟着它那一行走，文字一字不动。
不写文件名就整理 catalog/ 里的全部记录。

  yibentong fmt -l           只列出还没整理的文件，不改`,
		RunE: func(_ *cobra.Command, args []string) error { return p.format(args, list) },
	}
	c.Flags().BoolVarP(&list, "list", "l", false, "只列出，不改；有就以状态 1 退出")
	return c
}

func (p *program) format(names []string, list bool) error {
	tree, err := p.tree()
	if err != nil {
		return err
	}
	if len(names) == 0 {
		if names, err = records(tree); err != nil {
			return err
		}
	} else if names, err = p.named(names); err != nil {
		return err
	}
	var l diag.List
	changed := 0
	for _, name := range names {
		did, err := p.formatOne(tree, name, list, &l)
		if err != nil {
			return err
		}
		if did {
			changed++
			fmt.Fprintln(p.Stdout, name)
		}
	}
	if err := p.tell(tree, &l); err != nil {
		return err
	}
	if list && changed > 0 {
		return errFindings
	}
	return nil
}

// named are the files of the command line as the handbook knows them. A name counts from
// the working folder, as shells complete it, or else from the handbook's.
func (p *program) named(args []string) (names []string, err error) {
	folder, err := filepath.EvalSymlinks(p.folder())
	if err != nil {
		return nil, err
	}
	for _, arg := range args {
		file := arg
		if !filepath.IsAbs(file) {
			file = filepath.Join(p.Dir, arg)
			if _, err := os.Stat(file); err != nil {
				file = filepath.Join(folder, arg)
			}
		}
		if real, err := filepath.EvalSymlinks(file); err == nil {
			file = real
		}
		rel, err := filepath.Rel(folder, file)
		name := filepath.ToSlash(rel)
		if _, ok := catalog.KindOf(name); err != nil || !ok {
			return nil, usageError{fmt.Errorf("%s 不是这本手册的记录 / is no record of this handbook", arg)}
		}
		names = append(names, name)
	}
	return names, nil
}

// records lists every file of catalog/ that fmt knows.
func records(tree fs.FS) (names []string, err error) {
	err = fs.WalkDir(tree, "catalog", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && strings.HasSuffix(name, ".yaml") {
			names = append(names, name)
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

func (p *program) formatOne(tree fs.FS, name string, list bool, l *diag.List) (changed bool, err error) {
	kind, ok := catalog.KindOf(name)
	if !ok {
		return false, nil
	}
	before, err := fs.ReadFile(tree, name)
	if err != nil {
		return false, err
	}
	var quiet diag.List // BOM and CRLF are what fmt mends
	f, ok := source.Clean(name, before, &quiet)
	if !ok {
		l.Add(quiet.Sorted())
		return false, nil
	}
	after, ok := source.Format(f, kind.Type, l)
	if !ok || bytes.Equal(before, after) {
		return false, nil
	}
	if list {
		return true, nil
	}
	return true, replaceFile(filepath.Join(p.folder(), filepath.FromSlash(name)), after)
}

// replaceFile writes beside the file and renames, so that a killed run leaves
// the old record whole.
func replaceFile(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".fmt-*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // gone already when all went well
	if _, err := tmp.Write(data); err != nil {
		tmp.Close()
		return err
	}
	if err := tmp.Close(); err != nil {
		return err
	}
	if err := os.Chmod(tmp.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(tmp.Name(), path)
}
