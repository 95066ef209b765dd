// Command yibentong turns service records into a handbook that people can
// trust.
//
// The map of the house, from the ground up; a package imports only what stands
// below it (layers_test.go holds the list):
//
//	diag      what an editor must mend, and where
//	source    the editors' files: strict YAML with every value's place
//	pinyin    how a Han character is read
//	qr        a QR code as a drawing
//	publish   public/: staged, verified, swapped in one step
//	markdown  prose to safe HTML and plain text
//	theme     templates, tokens, fingerprinted assets
//	catalog   what an item, a law, a paper, a place is; reads catalog/
//	content   prose pages; reads content/
//	check     the rules of a good catalogue; completeness
//	site      every page and its address
//	typeset   Chinese paragraphs, lines of placed glyphs
//	pdf       pages of placed things as PDF files
//	phrase    what a record says, in the theme's words
//	render    pages to HTML
//	booklet   the records as books
//	search    the search index and its ranking
//	export    JSON, CSV, feeds, sitemap
//	build     the pipeline in one place: read, check, plan, make, publish
//	cli       the verbs
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"yibentong/generator/cli"
)

// A run is short: collecting garbage less often saves CPU time, and 5,000
// records still stay under 250 MiB (make bench). The soft limit, in bytes,
// keeps the largest catalogues within their budget.
const (
	gcPercent   = 125
	memoryLimit = 1330 << 20
)

func main() {
	debug.SetGCPercent(gcPercent)
	debug.SetMemoryLimit(memoryLimit)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	dir, err := os.Getwd()
	if err != nil {
		dir = "."
	}
	info, err := os.Stderr.Stat()
	status := cli.Main(ctx, os.Args[1:], cli.Env{
		Stdout: os.Stdout, Stderr: os.Stderr, Dir: dir, Now: time.Now,
		Watched: err == nil && info.Mode()&os.ModeCharDevice != 0,
	})
	stop()
	os.Exit(status)
}
