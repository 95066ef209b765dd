package publish

import (
	"bytes"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// benchPage is a page of about 10 KB like ours: a header and a footer that all pages share, anchors, links and text.
func benchPage(i int) []byte {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>事项</title><link rel="stylesheet" href="../assets/a.css"></head><body><a class="skip" href="#main">跳到正文</a><nav>`)
	for j := range 20 {
		fmt.Fprintf(&b, `<a class="nav-link" href="../list%d.html" title="目录">目录</a>`, j)
	}
	b.WriteString(`</nav><main id="main">`)
	for j := range 12 {
		fmt.Fprintf(&b, `<section id="s%d"><h2>标题 <a href="#s%d">¶</a></h2><p class="text">%s</p><a href="%d.html">相关</a></section>`,
			j, j, strings.Repeat("申请人应当如实提交有关材料。", 12), i+j)
	}
	b.WriteString(`</main></body></html>`)
	return b.Bytes()
}

func BenchmarkScan(b *testing.B) {
	body := benchPage(1)
	l := newLinks()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	var p page
	for b.Loop() {
		p.reset("items/1.html")
		p.scan(body)
		l.add(&p)
	}
}

// BenchmarkLinks measures what is remembered of 50,000 pages.
func BenchmarkLinks(b *testing.B) {
	const pages = 50_000
	var before, after runtime.MemStats
	for b.Loop() {
		runtime.GC()
		runtime.ReadMemStats(&before)
		l := newLinks()
		ids := make([][]uint32, pages)
		for i := range pages {
			p := page{name: fmt.Sprintf("items/%d.html", i)}
			p.scan(benchPage(i))
			ids[i] = l.add(&p)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/pages, "kept-B/page")
		runtime.KeepAlive(l)
		runtime.KeepAlive(ids)
	}
}

// BenchmarkEdition writes and commits a thousand pages over nothing, over the same, and over others of the same size.
func BenchmarkEdition(b *testing.B) {
	const pages = 1000
	bodies, others := make([][]byte, pages), make([][]byte, pages)
	for i := range pages {
		bodies[i] = benchPage(i)
		others[i] = append(bytes.Clone(bodies[i][:len(bodies[i])-1]), ' ')
	}
	edition := func(b *testing.B, dir string, bodies [][]byte) {
		s := open(b, dir, Options{})
		for i, body := range bodies {
			if err := s.Write(fmt.Sprintf("items/%d.html", i), body); err != nil {
				b.Fatal(err)
			}
		}
		commit(b, s, "1")
	}
	b.Run("new", func(b *testing.B) {
		parent := b.TempDir()
		for i := 0; b.Loop(); i++ {
			edition(b, filepath.Join(parent, fmt.Sprint(i)), bodies)
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
	})
	b.Run("unchanged", func(b *testing.B) {
		dir := newDir(b)
		edition(b, dir, bodies)
		for b.Loop() {
			edition(b, dir, bodies)
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
	})
	b.Run("changed", func(b *testing.B) {
		dir := newDir(b)
		for i := 0; b.Loop(); i++ {
			edition(b, dir, [][][]byte{bodies, others}[i%2])
		}
		b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/pages, "µs/file")
	})
}

func BenchmarkSwap(b *testing.B) {
	for name, swap := range map[string]func(dir, next, aside string) error{"exchange": swapFolders, "renames": twoRenames} {
		b.Run(name, func(b *testing.B) {
			parent := b.TempDir()
			put(b, parent, edition{"public/x": "", "next/x": ""})
			dir, next, aside := filepath.Join(parent, "public"), filepath.Join(parent, "next"), filepath.Join(parent, "aside")
			for b.Loop() {
				if err := swap(dir, next, aside); err != nil {
					b.Fatal(err)
				}
				if name == "renames" {
					next, aside = aside, next
				}
			}
		})
	}
}
