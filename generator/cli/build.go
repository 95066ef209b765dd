package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"time"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
)

func (p *program) buildVerb() *cobra.Command {
	var out, baseURL string
	var booklets bool
	c := &cobra.Command{
		Use:   "build",
		Short: "检查并发布到 public/，要么全部换新，要么原样不动",
		Long: `build 先检查，有错误就一个字节也不写；没有错误就做出全部网页和数据，
核对每一个内部链接，最后一步换上新版。半路停电、被杀掉，旧版都完好。

  yibentong build --base-url https://www.example.gov.cn/ybt/`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.build(out, baseURL, booklets) },
	}
	c.Flags().StringVarP(&out, "out", "o", "public", "发布到哪个文件夹")
	c.Flags().StringVar(&baseURL, "base-url", "", "发布的网址，代替 handbook.yaml 里的 base_url")
	c.Flags().BoolVar(&booklets, "booklets", false, "连同两本书和一次性告知单（PDF）一起发布")
	p.findingFlags(c)
	return c
}

func (p *program) build(out, baseURL string, booklets bool) error {
	tree, h, l, err := p.plan(build.Options{BaseURL: baseURL, Booklets: booklets})
	if err != nil {
		return err
	}
	told := p.json // findings go to standard output only when they stop the build
	if errs, _ := l.Count(); errs > 0 || p.strict && l.Strict() > 0 || !told {
		if err := p.tell(tree, l); err != nil {
			return err
		}
	}
	if !filepath.IsAbs(out) {
		out = filepath.Join(p.folder(), out)
	}
	done, tell := p.progress()
	sum, err := build.Build(p.ctx, h, out, tell)
	done()
	if err != nil {
		return err
	}
	if p.json {
		return json.NewEncoder(p.Stdout).Encode(map[string]any{"files": sum.Files, "bytes": sum.Bytes, "unchanged": sum.Unchanged, "sha256": sum.Hash})
	}
	_, err = fmt.Fprintf(p.Stderr, "已发布 / published: %s，%d 个文件，%.1f MB，%s\n", p.short(out), sum.Files, float64(sum.Bytes)/1e6, h.Summary())
	return err
}

// short is a path as seen from the working folder.
func (p *program) short(path string) string {
	if rel, err := filepath.Rel(p.Dir, path); err == nil && len(rel) < len(path) {
		return rel
	}
	return path
}

// progress returns what to call at the end and after each file. Nothing is
// shown in the first second, or when nobody watches.
func (p *program) progress() (done func(), tell build.Progress) {
	if !p.Watched {
		return func() {}, nil
	}
	start := time.Now()
	var shown atomic.Int64 // tenths of a second since start
	tell = func(n, all int) {
		tenth := int64(time.Since(start) / (100 * time.Millisecond))
		if last := shown.Load(); tenth >= 10 && tenth > last && shown.CompareAndSwap(last, tenth) {
			fmt.Fprintf(p.Stderr, "\r正在制作 / making %d/%d", n, all)
		}
	}
	return func() {
		if shown.Load() > 0 {
			fmt.Fprint(p.Stderr, "\r\x1b[K")
		}
	}, tell
}
