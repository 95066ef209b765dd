// Package e2e looks at the published handbook as its readers do: in a real
// browser, on paper, without scripts. It has tests only.
package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"yibentong/generator/build"
	"yibentong/generator/diag"
)

// folder is where the edition under test lies, below the root of its host.
const folder = "/gaoping/ybt/"

var (
	edition  string // the built edition
	book     *build.Handbook
	base     string // its address
	browser  context.Context
	leftOut  []string
	mustHave = os.Getenv("YIBENTONG_E2E") == "must"
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

// run builds the real handbook once, serves it under a sub-path with a strict
// policy, and starts one browser for all tests.
func run(m *testing.M) int {
	work, err := os.MkdirTemp("", "yibentong-e2e-")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	defer os.RemoveAll(work)
	edition = filepath.Join(work, "public")
	if err := buildEdition(); err != nil {
		fmt.Println("building the edition:", err)
		return 1
	}
	files := http.StripPrefix(folder, http.FileServer(http.Dir(edition)))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'self'; object-src 'none'; base-uri 'none'")
		files.ServeHTTP(w, r)
	}))
	defer server.Close()
	base = server.URL + folder
	if chromium() != "" {
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(chromium()), chromedp.NoSandbox, chromedp.DisableGPU,
			chromedp.Flag("allow-file-access-from-files", true), chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"))
		ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
		defer stop()
		browser, stop = chromedp.NewContext(ctx)
		defer stop()
		if err := chromedp.Run(browser); err != nil {
			fmt.Println("starting Chromium:", err)
			return 1
		}
	}
	status := m.Run()
	for _, what := range leftOut {
		fmt.Println("没有跑 / left out:", what)
	}
	return status
}

func buildEdition() error {
	root, err := os.OpenRoot("../..")
	if err != nil {
		return err
	}
	var l diag.List
	if book, err = build.Plan(root.FS(), build.Options{}, &l); err != nil {
		return err
	}
	if errs, _ := l.Count(); errs > 0 {
		return fmt.Errorf("the records have %d errors: run make check", errs)
	}
	_, err = build.Build(context.Background(), book, edition, nil)
	return err
}

func chromium() string {
	for _, name := range []string{os.Getenv("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); name != "" && err == nil {
			return path
		}
	}
	return ""
}

// needs leaves a test out, aloud, where a tool is missing; in CI that fails.
func needs(t testing.TB, what string, there bool) {
	t.Helper()
	if there {
		return
	}
	if mustHave {
		t.Fatalf("%s is missing", what)
	}
	leftOut = append(leftOut, t.Name()+"（缺 / wants "+what+"）")
	t.Skipf("%s is missing", what)
}

func needsBrowser(t testing.TB) {
	t.Helper()
	needs(t, "Chromium", browser != nil)
}

func needsTool(t testing.TB, name string) {
	t.Helper()
	_, err := exec.LookPath(name)
	needs(t, name, err == nil)
}

// judge is a file of an npm package that judges pages.
func judge(t *testing.T, path string) string {
	t.Helper()
	path = filepath.Join("node_modules", filepath.FromSlash(path))
	_, err := os.Stat(path)
	needs(t, path+"（cd generator/e2e && npm ci）", err == nil)
	return path
}

// pages lists the names of all pages of the edition.
func pages(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(edition, "*.html"))
	if err != nil || len(names) == 0 {
		t.Fatal(err, len(names))
	}
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	return names
}

// kinds is one page of each kind, and the longest item.
func kinds(t *testing.T) []string {
	t.Helper()
	out := []string{"index.html", "personal.html", "enterprise.html", "search.html", "az.html", "items.html", "departments.html", "topics.html", "places.html", "laws.html", "materials.html", "sitemap.html", "404.html", "about.html"}
	longest, size := "", int64(0)
	seen := map[string]bool{}
	for _, name := range pages(t) {
		kind, _, ok := strings.Cut(name, "-")
		if ok && !seen[kind] && !strings.HasSuffix(kind, ".html") {
			seen[kind] = true
			out = append(out, name)
		}
		info, err := os.Stat(filepath.Join(edition, name))
		if err != nil {
			t.Fatal(err)
		}
		if (name[0] == 'P' || name[0] == 'E') && info.Size() > size {
			longest, size = name, info.Size()
		}
	}
	return append(out, "P004.html", longest)
}
