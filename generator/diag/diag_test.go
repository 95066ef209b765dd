package diag

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
)

var (
	wrong  = &Code{ID: "wrong", Zh: "“%s”不对", En: "%q is wrong", MendZh: "改掉", MendEn: "mend it"}
	doubt  = &Code{ID: "doubt", Severity: Warning, Zh: "存疑", En: "doubtful"}
	silent = Pos{File: "a.yaml", Line: 2, Col: 3, Width: 2}
)

func TestFindingsAreSortedAndToldOnce(t *testing.T) {
	t.Parallel()
	var l List
	l.Report(Pos{File: "b.yaml", Line: 1, Col: 1}, doubt)
	l.Report(silent, wrong, "甲")
	l.Report(silent, wrong, "甲") // again
	l.Report(silent, wrong, "乙") // another thing at the same place
	l.Report(Pos{File: "a.yaml", Line: 2, Col: 1}, doubt)
	l.Report(Pos{File: "a.yaml"}, doubt)
	var got []string
	for _, f := range l.Sorted() {
		got = append(got, f.where()+" "+f.Zh)
	}
	want := "a.yaml 存疑|a.yaml:2:1 存疑|a.yaml:2:3 “乙”不对|a.yaml:2:3 “甲”不对|b.yaml:1:1 存疑"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if errs, warnings := l.Count(); errs != 2 || warnings != 3 || l.Len() != 6 {
		t.Errorf("%d errors, %d warnings, %d reported", errs, warnings, l.Len())
	}
}

func TestManyMayReportAtOnce(t *testing.T) {
	t.Parallel()
	var l List
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 100 {
				l.Report(Pos{File: "f", Line: i + 1, Col: j + 1}, doubt)
			}
		})
	}
	all.Wait()
	if _, warnings := l.Count(); warnings != 800 {
		t.Errorf("%d findings, want 800", warnings)
	}
}

func TestPrintMarksThePlaceUnderHanCharacters(t *testing.T) {
	t.Parallel()
	tree := fstest.MapFS{"a.yaml": {Data: []byte("# 头\n名称：出生证明 x\n")}}
	for _, tt := range []struct {
		name, lang string
		pos        Pos
		want       string
	}{
		{"both", "both", Pos{File: "a.yaml", Line: 2, Col: 4, Width: 4}, `a.yaml:2:4: 错误: “x”不对 [wrong]
    2 | 名称：出生证明 x
      |       ^^^^^^^^
   怎么改：改掉
   error: "x" is wrong; mend it
`},
		{"English", "en", Pos{File: "a.yaml", Line: 2, Col: 9, Width: 1}, `a.yaml:2:9: error: "x" is wrong [wrong]
    2 | 名称：出生证明 x
      |                ^
   mend: mend it
`},
		{"to the end of the line", "zh", Pos{File: "a.yaml", Line: 2, Col: 8}, `a.yaml:2:8: 错误: “x”不对 [wrong]
    2 | 名称：出生证明 x
      |               ^^
   怎么改：改掉
`},
		{"past the end", "zh", Pos{File: "a.yaml", Line: 2, Col: 99, Width: 5}, `a.yaml:2:99: 错误: “x”不对 [wrong]
    2 | 名称：出生证明 x
      |                 ^
   怎么改：改掉
`},
		{"no such line", "zh", Pos{File: "a.yaml", Line: 9, Col: 1}, "a.yaml:9:1: 错误: “x”不对 [wrong]\n   怎么改：改掉\n"},
		{"the file as a whole", "zh", Pos{File: "gone.yaml"}, "gone.yaml: 错误: “x”不对 [wrong]\n   怎么改：改掉\n"},
	} {
		var l List
		l.Report(tt.pos, wrong, "x")
		var b strings.Builder
		if err := (Printer{FS: tree, Lang: tt.lang}).Print(&b, &l); err != nil {
			t.Fatal(err)
		}
		if b.String() != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, b.String(), tt.want)
		}
	}
}

func TestALongLineIsCutAroundThePlace(t *testing.T) {
	t.Parallel()
	tree := fstest.MapFS{"a.yaml": {Data: []byte(strings.Repeat("甲", 5000) + "乙" + strings.Repeat("甲", 5000))}}
	var l List
	l.Report(Pos{File: "a.yaml", Line: 1, Col: 5001, Width: 1}, wrong, "乙")
	var b strings.Builder
	if err := (Printer{FS: tree, Lang: "zh"}).Print(&b, &l); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	at := strings.Index(lines[1], "乙") - len("    1 | ")
	if at < 0 || len([]rune(lines[1])) > 120 || strings.Index(lines[2], "^")-len("      | ") != at/3*2 {
		t.Errorf("got\n%s", b.String())
	}
}

func TestWhatIsLeftOutIsCounted(t *testing.T) {
	t.Parallel()
	var l List
	for i := range 5 {
		l.Report(Pos{File: "f", Line: i + 1}, doubt)
	}
	var b strings.Builder
	if err := (Printer{Lang: "zh", Max: 3}).Print(&b, &l); err != nil {
		t.Fatal(err)
	}
	if strings.Count(b.String(), "存疑") != 3 || !strings.Contains(b.String(), "还有 2 条") {
		t.Error(b.String())
	}
}

// A record must not be able to steer the terminal that tells of it.
func TestNothingSteersTheTerminal(t *testing.T) {
	t.Parallel()
	tree := fstest.MapFS{"a.yaml": {Data: []byte("x: \x1b[31m\u202e\u0085\xff\n")}}
	var l List
	l.Report(Pos{File: "a.yaml", Line: 1, Col: 1}, wrong, "\x1b]0;t\a\u2066")
	l.Report(Pos{File: "b\x1b[2J.yaml"}, wrong, "y").Hint("\x1b[1m", "\r")
	for _, lang := range []string{"zh", "en", "both"} {
		var b strings.Builder
		if err := (Printer{FS: tree, Lang: lang}).Print(&b, &l); err != nil {
			t.Fatal(err)
		}
		if i := strings.IndexAny(b.String(), "\x1b\a\r\u202e\u2066\u0085\xff"); i >= 0 {
			t.Errorf("%s: %q", lang, b.String()[i:])
		}
	}
	var b strings.Builder
	if err := (Printer{Lang: "zh", Color: true}).Print(&b, &l); err != nil || !strings.Contains(b.String(), "\x1b[31m错误") {
		t.Error("colour is missing", err)
	}
}

func TestJSONIsForMachines(t *testing.T) {
	t.Parallel()
	var empty, l List
	var b strings.Builder
	if err := empty.JSON(&b); err != nil || strings.TrimSpace(b.String()) != "[]" {
		t.Errorf("%q, %v", b.String(), err)
	}
	l.Report(silent, wrong, "<甲>").Hint("改成乙", "make it 乙")
	b.Reset()
	if err := l.JSON(&b); err != nil {
		t.Fatal(err)
	}
	var got []map[string]any
	if err := json.Unmarshal([]byte(b.String()), &got); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]any{"file": "a.yaml", "line": 2.0, "column": 3.0, "width": 2.0, "code": "wrong", "severity": "error", "zh": "“<甲>”不对", "mendZh": "改成乙", "mendEn": "make it 乙"} {
		if got[0][key] != want {
			t.Errorf("%s is %v, want %v", key, got[0][key], want)
		}
	}
}
