package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"yibentong/generator/build"
	"yibentong/generator/preview"
)

func (p *program) serveVerb() *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "serve",
		Short: "在本机预览，改了记录网页就变",
		Long: `serve 在本机预览手册。改一条记录、存盘，打开着的网页马上换成新的；
写错了，网页上会列出错在哪一行、怎么改，改好之前显示上一版。
工作人员的完整度报告在 /-/report。它不写 public/。`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return p.serve(address) },
	}
	c.Flags().StringVarP(&address, "address", "a", "localhost:8080", "在哪里听")
	return c
}

func (p *program) serve(address string) error {
	tree, err := p.tree()
	if err != nil {
		return err
	}
	today, err := p.today()
	if err != nil {
		return err
	}
	w, err := preview.Watch(p.folder()) // before reading, so that no edit is missed
	if err != nil {
		return err
	}
	s, err := preview.New(tree, build.Options{Today: today})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Fprintf(p.Stderr, "预览 / preview: http://%s/  报告 / report: http://%[1]s/-/report  （Ctrl-C 结束）\n", l.Addr())
	p.toldReload(s)
	ctx, stop := context.WithCancel(p.ctx)
	defer stop()
	server := &http.Server{Handler: s, ReadHeaderTimeout: 5 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	go func() {
		<-ctx.Done()
		server.Close()
	}()
	watching := make(chan error, 1)
	go func() { watching <- p.follow(ctx, w, s); stop() }()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-watching
}

// follow shows every change until ctx ends.
func (p *program) follow(ctx context.Context, w *preview.Watcher, s *preview.Server) error {
	return w.Run(ctx, func(changed []string) {
		if err := s.Reload(changed...); err != nil {
			fmt.Fprintf(p.Stderr, "重新读取时出了故障 / reloading: %v\n", err)
			return
		}
		p.toldReload(s)
	})
}

func (p *program) toldReload(s *preview.Server) {
	ms := float64(s.Took().Microseconds()) / 1000
	if n := s.Errors(); n > 0 {
		fmt.Fprintf(p.Stderr, "有 %d 处要改，网页上列出了（%.0f 毫秒） / %d errors, told in the page\n", n, ms, n)
		return
	}
	fmt.Fprintf(p.Stderr, "已更新（%.0f 毫秒） / up to date\n", ms)
}
