package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/search"
	"yibentong/generator/search/engine"
)

func (p *program) searchVerb() *cobra.Command {
	var n int
	c := &cobra.Command{
		Use:   "search 要找的话",
		Short: "像网页那样搜，并说出每个结果为什么排在那里",
		Long: `search 用的就是网页上的那个搜索程序，结果和次序一样。
它说出每个词对上了哪个名称或叫法、走了哪条口语对照，用来改
catalog/synonyms.yaml 和事项的 aliases。

  yibentong search 娃儿上户口`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return p.search(strings.Join(args, " "), n) },
	}
	c.Flags().IntVarP(&n, "number", "n", 5, "说明前几个结果")
	return c
}

func (p *program) search(query string, n int) error {
	tree, err := p.tree()
	if err != nil {
		return err
	}
	var l diag.List // check tells of faults; what can be found is found
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		return err
	}
	synonyms, err := search.LoadSynonyms(tree, &l)
	if err != nil {
		return err
	}
	files, index, err := search.Build(search.Docs(cat), synonyms, search.Options{})
	if err != nil {
		return err
	}
	e, err := engine.Open(files, index)
	if err != nil {
		return err
	}
	found, err := e.Explain(query, n)
	if err != nil {
		return err
	}
	if p.json {
		enc := json.NewEncoder(p.Stdout)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(found)
	}
	meant, err := e.Meant(query)
	if err != nil {
		return err
	}
	return explain(p.Stdout, meant, found)
}

// explain writes results for people, best first.
func explain(w io.Writer, meant string, found []engine.Result) error {
	var b strings.Builder
	if meant != "" {
		fmt.Fprintf(&b, "当作 / taken for: %s\n", diag.Plain(meant))
	}
	if len(found) == 0 {
		b.WriteString("没有找到 / nothing found\n")
	}
	for i, r := range found {
		fmt.Fprintf(&b, "%d. %s %s  得分 %.3f\n", i+1, r.ID, r.Name, r.Score)
		for _, why := range r.Why {
			fmt.Fprintf(&b, "     %s\n", reason(why))
		}
		if r.Exact > 0 {
			fmt.Fprintf(&b, "     整句就是名称或叫法：加 %.2f\n", r.Exact)
		}
		if r.Prior != 1 {
			fmt.Fprintf(&b, "     常办程度和没有问到的变更、注销等：乘 %.3f\n", r.Prior)
		}
		if r.Text > 0 {
			fmt.Fprintf(&b, "     正文里也有：加 %.3f\n", r.Text)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// reason says what some words of the query found.
func reason(why engine.Reason) string {
	if !why.Known {
		return fmt.Sprintf("“%s”哪里都没有，不算数", why.Words)
	}
	s := fmt.Sprintf("“%s”", why.Words)
	if why.Means != "" && why.Means != why.Words {
		s += fmt.Sprintf("→“%s”", why.Means)
	}
	switch {
	case why.Key == "":
		s += " 没有对上"
	case why.Alias:
		s += fmt.Sprintf(" 对上叫法“%s”", why.Key)
	default:
		s += fmt.Sprintf(" 对上名称“%s”", why.Key)
	}
	return fmt.Sprintf("%s：%.2f，分量 %.1f", s, why.Score, why.Mass)
}
