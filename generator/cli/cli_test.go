package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// outcome is what one command line did.
type outcome struct {
	status      int
	out, stderr string
}

// in runs a command line in a folder, on a fixed day.
func in(dir string, args ...string) outcome {
	var out, stderr bytes.Buffer
	status := Main(context.Background(), args, Env{Stdout: &out, Stderr: &stderr, Dir: dir, Now: func() time.Time { return time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC) }})
	return outcome{status, out.String(), stderr.String()}
}

// county starts a new handbook with one record and returns its folder and the record.
func county(t *testing.T) (dir, record string) {
	t.Helper()
	repo, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	dir = filepath.Join(t.TempDir(), "shunqing")
	if o := in(repo, "init", dir, "南充市顺庆区", "--code", "511302"); o.status != Clean {
		t.Fatal(o)
	}
	data, err := os.ReadFile(filepath.Join(repo, "catalog/items/personal/birth/P004-birth-certificate.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer("body: wjj", "body: xzspj", "place: midwifery", "place: hall", "related: [P006]\n", "").Replace(string(data))
	record = filepath.Join(dir, "catalog/items/personal/birth/P004-birth-certificate.yaml")
	if err := os.MkdirAll(filepath.Dir(record), 0o755); err != nil {
		t.Fatal(err)
	}
	put(t, record, text)
	return dir, record
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestANewCountyBuilds(t *testing.T) {
	t.Parallel()
	dir, _ := county(t)
	o := in(dir, "build")
	if o.status != Clean || !strings.Contains(o.stderr, "已发布") {
		t.Fatal(o)
	}
	page := get(t, filepath.Join(dir, "public/P004.html"))
	if !strings.Contains(page, "首次签发") || !strings.Contains(page, "顺庆区") || strings.Contains(get(t, filepath.Join(dir, "public/index.html")), "高坪") {
		t.Error("the page is not the new county's")
	}
}

func TestARecordBrokenInThreeWaysIsToldAtAllThree(t *testing.T) {
	t.Parallel()
	dir, record := county(t)
	if o := in(dir, "build"); o.status != Clean {
		t.Fatal(o)
	}
	before := get(t, filepath.Join(dir, "public/manifest.json"))
	put(t, record, strings.NewReplacer("body: xzspj", "body: xzspjj", "popularity: 3", "popularity: 三", "  kind: 即办件\n", "  kind: 即办件\n  promise: 5个工作日\n").Replace(get(t, record)))
	o := in(dir, "build")
	if o.status != Findings {
		t.Fatal(o)
	}
	for _, want := range []string{"P004-birth-certificate.yaml:11:13: 错误: 要写数字", ":13:9: 错误: ", "是不是“xzspj”", "没有“promise”这个键", "是不是“promised”", "did you mean promised", "3 errors"} {
		if !strings.Contains(strings.ReplaceAll(o.stderr, "“popularity”", ""), want) {
			t.Errorf("%q is missing in\n%s", want, o.stderr)
		}
	}
	if get(t, filepath.Join(dir, "public/manifest.json")) != before {
		t.Error("the published edition changed")
	}
	var found []struct{ Code string }
	if o := in(dir, "check", "--json"); o.status != Findings || json.Unmarshal([]byte(o.out), &found) != nil || len(found) < 3 {
		t.Errorf("--json: %v", o)
	}
}

func TestTwoBuildsGiveTheSameBytes(t *testing.T) {
	t.Parallel()
	dir, _ := county(t)
	for _, out := range []string{"a", "b"} {
		if o := in(dir, "build", "-o", filepath.Join(dir, out)); o.status != Clean {
			t.Fatal(o)
		}
	}
	if get(t, filepath.Join(dir, "a/manifest.json")) != get(t, filepath.Join(dir, "b/manifest.json")) {
		t.Error("the manifests differ")
	}
}

// The catalogue is complete, 277 and 219, and nothing in it is warned of.
func TestTheRealCatalogueIsStrictlyClean(t *testing.T) {
	t.Parallel()
	if o := in(filepath.Join("..", ".."), "check", "--strict"); o.status != Clean || !strings.Contains(o.stderr, "个人 277/277 件，企业 219/219 件") {
		t.Error(o)
	}
}

func TestExitStatus(t *testing.T) {
	t.Parallel()
	dir, _ := county(t)
	for _, tt := range []struct {
		args []string
		want int
		says string
	}{
		{[]string{"check"}, Clean, "检查通过"},
		{[]string{"check", "--strict"}, Findings, "totals"},
		{[]string{"chekc"}, Usage, "check"},
		{[]string{"check", "--nope"}, Usage, "--nope"},
		{[]string{"check", "extra"}, Usage, "usage"},
		{[]string{"check", "--date", "tomorrow"}, Usage, "2026-11-24"},
		{[]string{"-C", "nowhere", "check"}, Trouble, "nowhere"},
		{[]string{"new", "brith", "甲"}, Usage, "birth（出生）"},
	} {
		o := in(dir, tt.args...)
		if o.status != tt.want || !strings.Contains(o.stderr, tt.says) || strings.Contains(o.out+o.stderr, "\x1b") {
			t.Errorf("%v: %+v, want %d and %q, without colour", tt.args, o, tt.want, tt.says)
		}
	}
}

func TestFmtKeepsComments(t *testing.T) {
	t.Parallel()
	dir, record := county(t)
	text := get(t, record)
	mixed := strings.Replace(text, "popularity: 3\n", "", 1) + "popularity: 3 # 问过窗口\n"
	put(t, record, strings.ReplaceAll(mixed, "\n", "\r\n"))
	if o := in(dir, "fmt", "-l"); o.status != Findings || !strings.Contains(o.out, "P004") {
		t.Fatal(o)
	}
	if o := in(dir, "fmt"); o.status != Clean {
		t.Fatal(o)
	}
	if got, want := get(t, record), strings.Replace(text, "popularity: 3\n", "popularity: 3 # 问过窗口\n", 1); got != want {
		t.Errorf("got\n%s", got)
	}
	if o := in(dir, "fmt", "-l"); o.status != Clean {
		t.Error("formatting twice differs from once", o)
	}
}

func TestNewWritesASkeletonWithTheNextNumber(t *testing.T) {
	t.Parallel()
	dir, _ := county(t)
	o := in(dir, "new", "birth", "《预防接种证》办理", "--slug", "vaccination")
	if o.status != Clean || strings.TrimSpace(o.out) != "catalog/items/personal/birth/P005-vaccination.yaml" {
		t.Fatal(o)
	}
	if o := in(dir, "check"); o.status != Findings || !strings.Contains(o.stderr, "text-placeholder") && !strings.Contains(o.stderr, "id-form") {
		t.Error("an unfilled skeleton must not pass:", o)
	}
}

func TestReport(t *testing.T) {
	t.Parallel()
	dir, _ := county(t)
	if o := in(dir, "report"); o.status != Clean || !strings.Contains(o.out, "八要素") {
		t.Error(o)
	}
	if o := in(dir, "report", "--json"); o.status != Clean || !json.Valid([]byte(o.out)) {
		t.Error(o)
	}
	if o := in(dir, "report", "--html", "r.html"); o.status != Clean || !strings.Contains(get(t, filepath.Join(dir, "r.html")), "完整度报告") {
		t.Error(o)
	}
}

func TestSearchSaysWhy(t *testing.T) {
	t.Parallel()
	o := in(filepath.Join("..", ".."), "search", "-n", "1", "sfz")
	if o.status != Clean || !strings.Contains(o.out, "1. P085 居民身份证办理") || !strings.Contains(o.out, "对上") {
		t.Error(o)
	}
	if o := in(filepath.Join("..", ".."), "search", "--json", "娃儿上户口"); o.status != Clean || !strings.Contains(o.out, `"id": "P006"`) {
		t.Error(o)
	}
	if o := in(".", "search"); o.status != Usage {
		t.Error(o)
	}
}
