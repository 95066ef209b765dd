package e2e

import (
	"context"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"yibentong/generator/build"
	"yibentong/generator/preview"
)

// previewed serves a copy of the handbook as serve does, watched.
func previewed(t *testing.T) (dir, address string) {
	t.Helper()
	dir = t.TempDir()
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, sub), os.DirFS("../../"+sub)); err != nil {
			t.Fatal(err)
		}
	}
	settings, err := os.ReadFile("../../handbook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "handbook.yaml"), settings, 0o644); err != nil {
		t.Fatal(err)
	}
	w, err := preview.Watch(dir)
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	s, err := preview.New(root.FS(), build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- w.Run(ctx, func(changed []string) { _ = s.Reload(changed...) }) }()
	web := httptest.NewServer(s)
	t.Cleanup(func() {
		stop()
		web.CloseClientConnections() // the live stream never ends by itself
		web.Close()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return dir, web.URL + "/"
}

// An edit shows in the open page by itself, a fault is told in it with its line
// and its mend, and the mended record shows again.
func TestAnEditShowsInTheOpenPage(t *testing.T) {
	needsBrowser(t)
	dir, address := previewed(t)
	file := filepath.Join(dir, "catalog/items/personal/birth/P004-birth-certificate.yaml")
	replace := func(old, new string) {
		t.Helper()
		data, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(data), old) {
			t.Fatalf("%q is not there (%v)", old, err)
		}
		if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx := tabAt(t, address)
	// shows waits until the page says a word; the page must get there by itself.
	shows := func(word string) time.Duration {
		t.Helper()
		start := time.Now()
		for time.Since(start) < 20*time.Second {
			var there bool // an error is the page going over to its next state
			err := chromedp.Run(ctx, chromedp.Evaluate(`!!document.body&&document.body.innerText.indexOf(`+quoted(word)+`)>=0`, &there))
			if err == nil && there {
				return time.Since(start)
			}
		}
		t.Fatalf("the page does not come to say %q", word)
		return 0
	}
	do(t, ctx, chromedp.Navigate(address+"P004.html"), chromedp.WaitReady("main"))
	shows("孩子出生后的第一份证明")
	replace("孩子出生后的第一份证明", "娃儿生下来的头一张证明")
	t.Logf("an edit shows after %v", shows("娃儿生下来的头一张证明"))
	replace("body: wjj", "body: wjjj")
	shows("有 1 处要改")
	var told string
	do(t, ctx, chromedp.Text("#live-findings", &told))
	for _, want := range []string{"P004-birth-certificate.yaml:", "wjjj", "是不是“wjj”", "ref-dangling"} {
		if !strings.Contains(told, want) {
			t.Errorf("%q is missing in the page: %s", want, told)
		}
	}
	shows("娃儿生下来的头一张证明") // the last good page stays
	replace("body: wjjj", "body: wjj")
	replace("娃儿生下来的头一张证明", "改好了的一句话")
	shows("改好了的一句话")
	var left bool
	do(t, ctx, chromedp.Evaluate(`!!document.getElementById('live-findings')`, &left))
	if left {
		t.Error("the findings are still shown after the mend")
	}
}
