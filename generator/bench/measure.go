package main

import (
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"yibentong/generator/build"
	"yibentong/generator/preview"
)

// bench is one run: the programs it measures and what it found.
type bench struct {
	work     string
	rounds   int
	program  string // the real program, built once
	self     string // this program, for the floor
	hugo     string // a Hugo to race with; "" for none
	perItem  map[int]time.Duration
	measured []int
}

// cost is what one process took.
type cost struct {
	cpu, wall time.Duration
	peak      int64 // KiB
}

func (b *bench) tools() error {
	b.program, b.self = filepath.Join(b.work, "yibentong"), filepath.Join(b.work, "bench")
	b.perItem = map[int]time.Duration{}
	for out, pkg := range map[string]string{b.program: "./generator", b.self: "./generator/bench"} {
		if msg, err := exec.Command("go", "build", "-o", out, pkg).CombinedOutput(); err != nil {
			return fmt.Errorf("building %s: %w\n%s", pkg, err, msg)
		}
	}
	return nil
}

// once runs a program and returns what the system says it cost.
func once(name string, args ...string) (cost, error) {
	c := exec.Command(name, args...)
	start := time.Now()
	out, err := c.CombinedOutput()
	if err != nil {
		return cost{}, fmt.Errorf("%s %v: %w\n%s", filepath.Base(name), args, err, out)
	}
	return cost{cpu: c.ProcessState.SystemTime() + c.ProcessState.UserTime(), wall: time.Since(start), peak: peak(c.ProcessState)}, nil
}

func median(list []cost) cost {
	by := func(f func(cost) int64) int64 {
		v := make([]int64, len(list))
		for i, c := range list {
			v[i] = f(c)
		}
		slices.Sort(v)
		return v[len(v)/2]
	}
	return cost{time.Duration(by(func(c cost) int64 { return int64(c.cpu) })), time.Duration(by(func(c cost) int64 { return int64(c.wall) })), by(func(c cost) int64 { return c.peak })}
}

// compare runs full builds, rebuilds and the floor in turn and prints a table.
func (b *bench) compare(title, dir string, items, rounds int) error {
	var full, again, floor, peer []cost
	out, site := filepath.Join(dir, "public"), filepath.Join(b.work, "hugo")
	if b.hugo != "" {
		if err := layHugo(dir, site); err != nil {
			return err
		}
		defer os.RemoveAll(site)
	}
	record, err := firstRecord(dir)
	if err != nil {
		return err
	}
	for range rounds {
		for _, old := range []string{out, filepath.Join(site, "public")} {
			if err := os.RemoveAll(old); err != nil {
				return err
			}
		}
		for _, step := range []struct {
			into *[]cost
			run  func() (cost, error)
		}{
			{&full, func() (cost, error) { return once(b.program, "-C", dir, "build") }},
			{&again, func() (cost, error) {
				if err := edit(record); err != nil {
					return cost{}, err
				}
				return once(b.program, "-C", dir, "build")
			}},
			{&floor, func() (cost, error) { return once(b.self, "floor", dir, filepath.Join(b.work, "floor")) }},
			{&peer, func() (cost, error) { return once(b.hugo, "--minify", "--quiet", "--source", site) }},
		} {
			if step.into == &peer && b.hugo == "" {
				continue
			}
			c, err := step.run()
			if err != nil {
				return err
			}
			*step.into = append(*step.into, c)
		}
	}
	files, bytes, err := weigh(out)
	if err != nil {
		return err
	}
	f, a, l, h := median(full), median(again), median(floor), cost{}
	rows := []row{{"full build 全部构建", f}, {"rebuild after one edit 改一处再构建", a}, {"floor 底线（读、yaml.v3、goldmark、html/template、minify、写）", l}}
	if len(peer) > 0 {
		h = median(peer)
		files, bytes, err := weigh(filepath.Join(site, "public"))
		if err != nil {
			return err
		}
		rows = append(rows, row{fmt.Sprintf("Hugo --minify（%d files, %.1f MB）", files, float64(bytes)/1e6), h})
	}
	fmt.Printf("\n## %s: %d records, %d files, %.1f MB out\n\n", title, items, files, float64(bytes)/1e6)
	fmt.Println("| | CPU s | wall s | peak MiB | CPU ms a record | CPU × floor | CPU × Hugo |")
	fmt.Println("|---|---|---|---|---|---|---|")
	for _, row := range rows {
		fmt.Printf("| %s | %.2f | %.2f | %d | %.2f | %s | %s |\n", row.name, row.c.cpu.Seconds(), row.c.wall.Seconds(), row.c.peak>>10,
			float64(row.c.cpu.Microseconds())/1000/float64(items), ratio(row.c, l), ratio(row.c, h))
	}
	b.perItem[items] = f.cpu / time.Duration(items)
	return os.RemoveAll(filepath.Join(b.work, "floor"))
}

// row is a line of the table.
type row struct {
	name string
	c    cost
}

// ratio is how many times as much CPU a takes as b; "–" when b did not run.
func ratio(a, b cost) string {
	if b.cpu == 0 {
		return "–"
	}
	return fmt.Sprintf("%.2f", a.cpu.Seconds()/b.cpu.Seconds())
}

func firstRecord(dir string) (string, error) {
	names, err := filepath.Glob(filepath.Join(dir, "catalog", "items", "*", "*", "*.yaml"))
	if err != nil || len(names) == 0 {
		return "", fmt.Errorf("no records in %s", dir)
	}
	return names[0], nil
}

func weigh(dir string) (files int, bytes int64, err error) {
	err = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return err
	})
	return files, bytes, err
}

// real measures the repository's own handbook, in a copy.
func (b *bench) real() error {
	dir := filepath.Join(b.work, "real")
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, sub), os.DirFS(sub)); err != nil {
			return err
		}
	}
	data, err := os.ReadFile(build.SettingsFile)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, build.SettingsFile), data, 0o644); err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(dir, "catalog", "items", "*", "*", "*.yaml"))
	if err != nil {
		return err
	}
	if err := b.compare("real catalogue 真实目录", dir, len(names), b.rounds); err != nil {
		return err
	}
	if err := stages(dir); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

func (b *bench) generated(n int) error {
	dir := filepath.Join(b.work, "made")
	if err := generate(os.DirFS("."), n, dir); err != nil {
		return err
	}
	rounds := b.rounds
	if n >= 10_000 {
		rounds = 1
	}
	if err := b.compare("generated 生成的记录", dir, n, rounds); err != nil {
		return err
	}
	b.measured = append(b.measured, n)
	if n < 1000 {
		if err := edits(dir); err != nil {
			return err
		}
	}
	return os.RemoveAll(dir)
}

// edits measures what serve works after an edit.
func edits(dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	s, err := preview.New(root.FS(), build.Options{})
	if err != nil {
		return err
	}
	record, err := firstRecord(dir)
	if err != nil {
		return err
	}
	changed, err := filepath.Rel(dir, record)
	if err != nil {
		return err
	}
	var took []time.Duration
	for range 20 {
		if err := edit(record); err != nil {
			return err
		}
		if err := s.Reload(filepath.ToSlash(changed)); err != nil {
			return err
		}
		took = append(took, s.Took())
	}
	slices.Sort(took)
	fmt.Printf("\nserve, one record edited: p50 %.1f ms, p95 %.1f ms of work\n", took[10].Seconds()*1000, took[18].Seconds()*1000)
	return nil
}

// growth says whether a record costs more in a large catalogue than in a small one.
func (b *bench) growth() {
	if len(b.measured) < 2 {
		return
	}
	small, large := b.measured[0], b.measured[len(b.measured)-1]
	fmt.Printf("\nCPU a record at %d against %d: × %.2f\n", large, small, b.perItem[large].Seconds()/b.perItem[small].Seconds())
}
