package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"yibentong/generator/build"
	"yibentong/generator/diag"
	"yibentong/generator/preflight"
)

// runBooklet prints what the books of the real catalogue cost, form by form, as
// whole processes, and where the time of the press form goes. Beside it stands
// the build of the web edition on the same records in the same run.
func runBooklet() error {
	work, err := workFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	b := &bench{work: work}
	if err := b.tools(); err != nil {
		return err
	}
	web, err := once(b.program, "build", "-o", filepath.Join(work, "public"))
	if err != nil {
		return err
	}
	books := strings.Join([]string{"screen", "press", "cover", "fold", "office", "ticket"}, ",")
	fmt.Println("| form | files | pages | CPU s | pages per CPU-s | × web edition | peak MiB | KB a file |")
	fmt.Println("|---|---|---|---|---|---|---|---|")
	for _, form := range []string{"press", "screen", "fold", "office", books, "notice", "brief", "guide"} {
		out := filepath.Join(work, "books")
		var costs []cost
		for range 3 {
			if err := os.RemoveAll(out); err != nil {
				return err
			}
			c, err := once(b.program, "booklet", "--form", form, "-o", out)
			if err != nil {
				return err
			}
			costs = append(costs, c)
		}
		files, pages, size, err := weighBooks(out)
		if err != nil {
			return err
		}
		c := median(costs)
		name := form
		if form == books {
			name = "all forms of both books"
		}
		fmt.Printf("| %s | %d | %d | %.2f | %.0f | %.1f | %d | %d |\n", name, files, pages, c.cpu.Seconds(), float64(pages)/c.cpu.Seconds(), c.cpu.Seconds()/web.cpu.Seconds(), c.peak>>10, size/int64(files)/1000)
	}
	return bookStages()
}

// weighBooks counts the files of a folder, their pages and their bytes.
func weighBooks(dir string) (files, pages int, size int64, err error) {
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		r, err := preflight.Check(data)
		if err != nil {
			return err
		}
		files, pages, size = files+1, pages+r.Pages, size+int64(len(data))
		return nil
	})
	return files, pages, size, err
}

// bookStages prints where the time goes, in one goroutine.
func bookStages() error {
	root, err := os.OpenRoot(".")
	if err != nil {
		return err
	}
	defer root.Close()
	var l diag.List
	mark := time.Now()
	lap := func(name string) {
		fmt.Printf("| %s | %.0f |\n", name, time.Since(mark).Seconds()*1000)
		mark = time.Now()
	}
	fmt.Println("\n| where the time goes, one goroutine | ms |")
	fmt.Println("|---|---|")
	h, err := build.Plan(root.FS(), build.Options{}, &l)
	if err != nil {
		return err
	}
	if h.Site == nil {
		return fmt.Errorf("the catalogue has errors")
	}
	lap("read, check, plan 读取检查")
	for _, form := range []string{"press", "screen"} {
		files, err := h.Booklets(root.FS(), build.BookOptions{Forms: []string{form}})
		if err != nil {
			return err
		}
		for _, f := range files {
			var buf bytes.Buffer
			if err := f.Make(&buf); err != nil {
				return err
			}
			lap(f.Path + "：lay out, write 排版和写")
			if err := f.Make(&buf); err != nil { // laid out already
				return err
			}
			lap(f.Path + "：write 写")
		}
	}
	return nil
}
