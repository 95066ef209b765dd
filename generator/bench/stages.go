package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"yibentong/generator/build"
	"yibentong/generator/catalog"
	"yibentong/generator/check"
	"yibentong/generator/diag"
	"yibentong/generator/publish"
	"yibentong/generator/theme"
)

// stages prints where the time of a build goes, part by part in one goroutine,
// as the median of nine rounds.
func stages(dir string) error {
	took := map[string][]time.Duration{}
	order := []string{"read and link 读取", "check 检查", "theme, with minifying 主题和压缩", "plan the rest (search index, shell) 排布", "pages 网页", "data (JSON, CSV, feeds) 数据", "assets and search files 资源", "write, scan, hash 写入"}
	for range 9 {
		parts, err := oneRound(dir)
		if err != nil {
			return err
		}
		for i, d := range parts {
			took[order[i]] = append(took[order[i]], d)
		}
	}
	total := time.Duration(0)
	for _, name := range order {
		slices.Sort(took[name])
		total += took[name][4]
	}
	fmt.Println("\n| where the time goes, one goroutine | ms | share |")
	fmt.Println("|---|---|---|")
	for _, name := range order {
		d := took[name][4]
		fmt.Printf("| %s | %.1f | %.0f %% |\n", name, d.Seconds()*1000, 100*d.Seconds()/total.Seconds())
	}
	return nil
}

func oneRound(dir string) ([]time.Duration, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	tree := root.FS()
	var l diag.List
	var parts []time.Duration
	mark := time.Now()
	lap := func() { parts = append(parts, time.Since(mark)); mark = time.Now() }
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		return nil, err
	}
	lap()
	check.Run(check.Input{Catalog: cat, FS: tree}, &l)
	lap()
	if _, err := theme.Load(tree, "themes/handbook", &l); err != nil {
		return nil, err
	}
	lap()
	before := parts[0] + parts[1] + parts[2]
	h, err := build.Plan(tree, build.Options{}, &l)
	if err != nil {
		return nil, err
	}
	lap()
	parts[3] = max(parts[3]-before, 0) // Plan does the first three again
	made := map[string]time.Duration{}
	stage, err := publish.Open(path.Join(dir, "staged"), publish.Options{})
	if err != nil {
		return nil, err
	}
	defer stage.Abort()
	var b bytes.Buffer
	for _, o := range h.Outputs {
		start := time.Now()
		b.Reset()
		if err := o.Make(&b); err != nil {
			return nil, err
		}
		made[kind(o.Path)] += time.Since(start)
		start = time.Now()
		if err := stage.Write(o.Path, b.Bytes()); err != nil {
			return nil, err
		}
		made["write"] += time.Since(start)
	}
	return append(parts, made["page"], made["data"], made["asset"], made["write"]), nil
}

func kind(name string) string {
	switch {
	case strings.HasSuffix(name, ".html"):
		return "page"
	case strings.HasPrefix(name, "assets/"), strings.HasPrefix(name, "search/"), strings.HasPrefix(name, "files/"):
		return "asset"
	}
	return "data"
}
