package build

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"yibentong/generator/publish"
	"yibentong/generator/site"
)

// Progress is told after each file how many of how many are made. It is called
// from several goroutines.
type Progress func(done, all int)

// Build keeps every promise of h and publishes the edition in the folder
// public: all of it or none.
func Build(ctx context.Context, h *Handbook, public string, tell Progress) (publish.Summary, error) {
	stage, err := publish.Open(public, publish.Options{KeepPrevious: true})
	if err != nil {
		return publish.Summary{}, err
	}
	defer stage.Abort()
	if err := Make(ctx, h.Outputs, stage.Write, tell); err != nil {
		return publish.Summary{}, err
	}
	if broken := stage.Verify(); len(broken) > 0 {
		return publish.Summary{}, brokenLinks(broken)
	}
	return stage.Commit(h.Catalog.Edition.Name)
}

// Make makes outputs with one worker a processor and hands each to write. The first error, or
// the end of ctx, stops the rest.
func Make(ctx context.Context, outputs []site.Output, write func(string, []byte) error, tell Progress) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next, done atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			var b bytes.Buffer
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(outputs) {
					return
				}
				if err := makeOne(&b, outputs[i], write); err != nil {
					stop(err)
					return
				}
				if tell != nil {
					tell(int(done.Add(1)), len(outputs))
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

func makeOne(b *bytes.Buffer, o site.Output, write func(string, []byte) error) error {
	b.Reset()
	if err := o.Make(b); err != nil {
		return fmt.Errorf("making %s: %w", o.Path, err)
	}
	return write(o.Path, b.Bytes())
}

// brokenLinks is the program's own fault, or the theme's: records cannot make
// an internal link that Plan did not follow.
func brokenLinks(broken []publish.Broken) error {
	var b strings.Builder
	for i, l := range broken {
		if i == 20 {
			fmt.Fprintf(&b, "\n  …（%d）", len(broken)-i)
			break
		}
		fmt.Fprintf(&b, "\n  %s → %s（%s）", l.Page, l.Link, l.Why)
	}
	return fmt.Errorf("断链 %d 处 / broken links:%s", len(broken), b.String())
}
