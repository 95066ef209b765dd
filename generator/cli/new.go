package cli

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spf13/cobra"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
)

func (p *program) newVerb() *cobra.Command {
	var slug string
	c := &cobra.Command{
		Use:   "new 阶段 事项名称",
		Short: "新建一条记录：下一个空编号，每个键都有说明",
		Long: `new 在某个阶段里新建一条事项记录，编号取这本手册的下一个空号，
每个键上面都写着它是什么意思。照着填，不知道的整行删掉，再运行 check。

  yibentong new birth 《预防接种证》办理 --slug vaccination-record

阶段的 id 见 catalog/registry/stages.yaml。`,
		Args: cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error { return p.newItem(args[0], args[1], slug) },
	}
	c.Flags().StringVar(&slug, "slug", "item", "文件名里的英文短名")
	return c
}

var slugForm = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func (p *program) newItem(stage, name, slug string) error {
	if !slugForm.MatchString(slug) {
		return usageError{fmt.Errorf("--slug 只能用小写英文字母、数字和连字符 / lower-case letters, digits, hyphens")}
	}
	tree, err := p.tree()
	if err != nil {
		return err
	}
	var l diag.List
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		return err
	}
	s := cat.Stage(stage)
	if s == nil {
		var ids []string
		for _, s := range cat.Stages {
			ids = append(ids, fmt.Sprintf("%s（%s）", s.ID, s.Name))
		}
		return usageError{fmt.Errorf("没有阶段 / no stage %q\n可以写 / one of: %s", stage, strings.Join(ids, "、"))}
	}
	used, err := records(tree)
	if err != nil {
		return err
	}
	id := catalog.NextID(s.Audience, used)
	where := path.Join("catalog/items", string(s.Audience), string(s.ID), string(id)+"-"+slug+".yaml")
	file := filepath.Join(p.folder(), filepath.FromSlash(where))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	if err := writeNew(file, catalog.Skeleton(id, name, s, cat.Edition.Date)); err != nil {
		return err
	}
	_, err = fmt.Fprintln(p.Stdout, where)
	return err
}

// writeNew writes a file that must not exist yet.
func writeNew(file string, data []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}
