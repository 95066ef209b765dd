package preview

import (
	"bufio"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"yibentong/generator/build"
)

const record = "catalog/items/personal/birth/P004-birth-certificate.yaml"

// copied lays a copy of the handbook that may be changed.
func copied(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for _, sub := range []string{"catalog", "content", "themes"} {
		if err := os.CopyFS(filepath.Join(dir, sub), os.DirFS("../../"+sub)); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile("../../handbook.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "handbook.yaml"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func served(t *testing.T, dir string) (*Server, *httptest.Server) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	s, err := New(root.FS(), build.Options{})
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	return s, web
}

func replace(t *testing.T, file, old, new string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("%s: %q is not there (%v)", file, old, err)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, new, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func body(t *testing.T, url string) (string, *http.Response) {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var b strings.Builder
	if _, err := bufio.NewReader(r.Body).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	return b.String(), r
}

// event is one message of the live stream.
type event struct {
	Version, Errors int
	Found           []struct {
		File, Code, Zh, MendZh string
		Line                   int
	}
}

func events(t *testing.T, url string) <-chan event {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	q, err := http.NewRequestWithContext(ctx, "GET", url+"/-/live", nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := http.DefaultClient.Do(q)
	if err != nil {
		t.Fatal(err)
	}
	out := make(chan event)
	go func() {
		defer r.Body.Close()
		lines := bufio.NewScanner(r.Body)
		lines.Buffer(nil, 4<<20)
		for lines.Scan() {
			data, ok := strings.CutPrefix(lines.Text(), "data: ")
			var e event
			if ok && json.Unmarshal([]byte(data), &e) == nil {
				select {
				case out <- e:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

func next(t *testing.T, from <-chan event) event {
	t.Helper()
	select {
	case e := <-from:
		return e
	case <-time.After(20 * time.Second):
		t.Fatal("no event came")
		return event{}
	}
}

func TestPagesAreServedWithTheLiveScript(t *testing.T) {
	t.Parallel()
	_, web := served(t, "../..")
	for path, want := range map[string]string{"/": "/-/live.js", "/P004.html": "出生医学证明", "/P004.json": `"P004"`, "/search/names.js": "ybtSearch.put(", "/-/live.js": "EventSource", "/-/report": "完整度报告"} {
		text, r := body(t, web.URL+path)
		if r.StatusCode != 200 || !strings.Contains(text, want) {
			t.Errorf("%s: %s, without %q", path, r.Status, want)
		}
		if r.Header.Get("Content-Security-Policy") == "" || r.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s goes without its policy", path)
		}
	}
	for path, kind := range map[string]string{"/index.html": "text/html", "/items.csv": "text/csv", "/feed.atom.xml": "application/xml", "/search/names.js": "text/javascript"} {
		if _, r := body(t, web.URL+path); !strings.HasPrefix(r.Header.Get("Content-Type"), kind) {
			t.Errorf("%s is %s, want %s", path, r.Header.Get("Content-Type"), kind)
		}
	}
	for _, path := range []string{"/nowhere.html", "/../handbook.yaml", "/catalog/catalog.yaml", "/search/x.js"} {
		if text, r := body(t, web.URL+path); r.StatusCode != 404 || strings.Contains(text, "base_url") {
			t.Errorf("%s: %s", path, r.Status)
		}
	}
}

func TestAnEditIsShownAndAFaultIsTold(t *testing.T) {
	t.Parallel()
	dir := copied(t)
	s, web := served(t, dir)
	file := filepath.Join(dir, record)
	stream := events(t, web.URL)
	if e := next(t, stream); e.Version != 1 || e.Errors != 0 {
		t.Fatal(e)
	}
	reload := func() {
		t.Helper()
		if err := s.Reload(record); err != nil {
			t.Fatal(err)
		}
	}
	replace(t, file, "孩子出生后的第一份证明", "娃儿出生后的第一份证明")
	reload()
	if e := next(t, stream); e.Version != 2 || e.Errors != 0 {
		t.Error(e)
	}
	if text, _ := body(t, web.URL+"/P004.html"); !strings.Contains(text, "娃儿出生后的第一份证明") {
		t.Error("the edit does not show")
	}
	replace(t, file, "body: wjj", "body: wjjj")
	replace(t, file, "娃儿出生后的第一份证明", "还没写对")
	reload()
	e := next(t, stream)
	if e.Errors != 1 || s.Errors() != 1 {
		t.Fatal(e)
	}
	i := slices.IndexFunc(e.Found, func(f struct {
		File, Code, Zh, MendZh string
		Line                   int
	}) bool {
		return f.Code == "ref-dangling"
	})
	if i < 0 || e.Found[i].File != record || e.Found[i].Line == 0 || !strings.Contains(e.Found[i].MendZh, "wjj") {
		t.Errorf("the fault is told so: %+v", e.Found)
	}
	if text, _ := body(t, web.URL+"/P004.html"); !strings.Contains(text, "娃儿出生后的第一份证明") {
		t.Error("the last good page is gone while the record is wrong")
	}
	replace(t, file, "body: wjjj", "body: wjj")
	reload()
	if e := next(t, stream); e.Errors != 0 {
		t.Error(e)
	}
	if text, _ := body(t, web.URL+"/P004.html"); !strings.Contains(text, "还没写对") {
		t.Error("the mended record does not show")
	}
}

// A handbook that is wrong from the start has no last good page.
func TestNothingToShowYet(t *testing.T) {
	t.Parallel()
	dir := copied(t)
	replace(t, filepath.Join(dir, record), "body: wjj", "body: wjjj")
	s, web := served(t, dir)
	if s.Errors() == 0 {
		t.Fatal("no error found")
	}
	text, r := body(t, web.URL+"/P004.html")
	if r.StatusCode != 200 || !strings.Contains(text, "还没有可以显示的手册") || !strings.Contains(text, "/-/live.js") {
		t.Error(r.Status, text)
	}
	if _, r := body(t, web.URL+"/-/report"); r.StatusCode != http.StatusServiceUnavailable {
		t.Error(r.Status)
	}
}

func TestWatcherNamesWhatChanged(t *testing.T) {
	t.Parallel()
	dir := copied(t)
	w, err := Watch(dir)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	changes, ended := make(chan []string), make(chan error, 1)
	go func() { ended <- w.Run(ctx, func(names []string) { changes <- names }) }()
	// until gathers changes up to the one that names the file; several may come.
	until := func(name string) {
		t.Helper()
		for {
			select {
			case names := <-changes:
				if slices.Contains(names, name) {
					return
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("nothing told of %s", name)
			}
		}
	}
	replace(t, filepath.Join(dir, record), "孩子", "娃儿")
	until(record)
	// As editors save: a new file, renamed over the old one.
	if err := os.WriteFile(filepath.Join(dir, record+"~"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(dir, record+"~"), filepath.Join(dir, record)); err != nil {
		t.Fatal(err)
	}
	until(record)
	// A folder made while watching is watched too.
	fresh := filepath.Join(dir, "catalog/items/personal/new")
	if err := os.Mkdir(fresh, 0o755); err != nil {
		t.Fatal(err)
	}
	until("catalog/items/personal/new")
	if err := os.WriteFile(filepath.Join(fresh, "P999-x.yaml"), []byte("id: P999\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	until("catalog/items/personal/new/P999-x.yaml")
	replace(t, filepath.Join(dir, "handbook.yaml"), "title: ", "title: 新")
	until("handbook.yaml")
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
