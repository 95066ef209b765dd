package qr

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr/coding"
)

// draw paints a path back onto a grid, so that the test reads what a browser shows.
func draw(t *testing.T, c Code) [][]bool {
	t.Helper()
	grid := make([][]bool, c.Size)
	for i := range grid {
		grid[i] = make([]bool, c.Size)
	}
	rest, ok := strings.CutPrefix(c.Path, "M4 4.5")
	if !ok {
		t.Fatalf("path starts %q", c.Path[:10])
	}
	x, y := 4, 4
	for rest != "" {
		op := rest[0]
		end := strings.IndexAny(rest[1:], "mh")
		if end < 0 {
			end = len(rest) - 1
		}
		args := rest[1 : end+1]
		rest = rest[end+1:]
		if op == 'h' {
			n, _ := strconv.Atoi(args)
			for range n {
				grid[y][x] = true
				x++
			}
			continue
		}
		i := strings.LastIndexAny(args, " -")
		dx, _ := strconv.Atoi(args[:i])
		dy, _ := strconv.Atoi(strings.TrimPrefix(args[i:], " "))
		x, y = x+dx, y+dy
	}
	return grid
}

func TestPathShowsEveryModuleOfTheCode(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"https://a.example/P001.html", strings.Repeat("long/", 60)} {
		code, err := Encode(text)
		if err != nil {
			t.Fatal(err)
		}
		got := draw(t, code)
		version := coding.Version((code.Size - 2*Quiet - 17) / 4)
		plan, err := coding.NewPlan(version, coding.M, 0)
		if err != nil {
			t.Fatal(err)
		}
		want, err := plan.Encode(coding.String(text))
		if err != nil {
			t.Fatal(err)
		}
		for y := range got {
			for x := range got[y] {
				if got[y][x] != want.Black(x-Quiet, y-Quiet) {
					t.Fatalf("%q: module %d,%d is %v", text, x, y, got[y][x])
				}
			}
		}
	}
}

func TestTextBeyondTheLargestCodeIsAnError(t *testing.T) {
	t.Parallel()
	if _, err := Encode(strings.Repeat("x", 5000)); !errors.Is(err, ErrLong) {
		t.Fatalf("got %v", err)
	}
}

func BenchmarkEncode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Encode("https://www.gaoping.gov.cn/yibentong/P001.html"); err != nil {
			b.Fatal(err)
		}
	}
}
