// Command bench measures the program from outside, as a person runs it: whole
// processes, their CPU time and memory as the system accounts for them, beside
// the bare work ("floor") on the same records in the same run.
//
//	go run ./generator/bench                 real catalogue, 496 and 5,000 records
//	go run ./generator/bench -sizes 496,5000,50000
//	go run ./generator/bench -hugo "$(command -v hugo)"
//	go run ./generator/bench gen -n 5000 -o DIR
//	go run ./generator/bench search -n 50000 -o DIR
//	go run ./generator/bench booklet
//
// Figures are medians; quote ratios, since machines differ.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) > 0 && args[0] == "gen" {
		return runGen(args[1:])
	}
	if len(args) > 0 && args[0] == "floor" {
		return runFloor(args[1:])
	}
	if len(args) > 0 && args[0] == "search" {
		return runSearch(args[1:])
	}
	if len(args) > 0 && args[0] == "booklet" {
		return runBooklet()
	}
	flags := flag.NewFlagSet("bench", flag.ContinueOnError)
	sizes := flags.String("sizes", "496,5000", "how many generated records")
	hugo := flags.String("hugo", "", "a Hugo to race with, on the same records")
	rounds := flags.Int("rounds", 5, "rounds in turn, for sizes under 10,000")
	if err := flags.Parse(args); err != nil {
		return err
	}
	work, err := workFolder()
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	b := &bench{work: work, rounds: *rounds, hugo: *hugo}
	if err := b.tools(); err != nil {
		return err
	}
	if err := b.real(); err != nil {
		return err
	}
	for s := range strings.SplitSeq(*sizes, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 2 {
			return fmt.Errorf("-sizes: %q is no number of records", s)
		}
		if err := b.generated(n); err != nil {
			return err
		}
	}
	b.growth()
	return nil
}

func runGen(args []string) error {
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	n := flags.Int("n", county, "how many records")
	out := flags.String("o", "", "the folder to write, new")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" {
		return fmt.Errorf("gen: -o is missing")
	}
	return generate(os.DirFS("."), *n, *out)
}

// workFolder is in memory where the system has such a place, so that the disk
// is not what is measured.
func workFolder() (string, error) {
	for _, dir := range []string{"/dev/shm", ""} {
		if work, err := os.MkdirTemp(dir, "yibentong-bench-"); err == nil {
			return filepath.EvalSymlinks(work)
		}
	}
	return os.MkdirTemp("", "yibentong-bench-")
}
