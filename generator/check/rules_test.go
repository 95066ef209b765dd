package check

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"yibentong/generator/catalog"
	"yibentong/generator/content"
	"yibentong/generator/diag"
	"yibentong/generator/source"
)

var show = flag.Bool("show", false, "print what each bad case is told")

// ruleCase is one entry of testdata/rules.txt: a change to the small catalogue
// that breaks a rule, and one that does not.
type ruleCase struct {
	code      string
	file      string
	old       string
	bad, good string
}

func readCases(t *testing.T) []ruleCase {
	t.Helper()
	data, err := os.ReadFile("testdata/rules.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []ruleCase
	for _, block := range strings.Split(string(data), "\n== ")[1:] {
		head, rest, _ := strings.Cut(block, "\n")
		code, file, _ := strings.Cut(head, " ")
		c := ruleCase{code: code, file: strings.TrimSpace(file)}
		old, rest, ok1 := strings.Cut(strings.TrimPrefix(rest, "--old\n"), "\n--bad\n")
		bad, good, ok2 := strings.Cut(rest, "\n--good\n")
		if !ok1 || !ok2 {
			t.Fatalf("%s: want --old, --bad and --good", code)
		}
		c.old, c.bad, c.good = strings.Trim(old, "\n"), strings.Trim(bad, "\n"), strings.Trim(good, "\n")
		cases = append(cases, c)
	}
	return cases
}

func base(t *testing.T) fstest.MapFS {
	t.Helper()
	a, err := txtar.ParseFile("testdata/base.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{}
	for _, f := range a.Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// findings loads and checks a tree as build does.
func findings(t *testing.T, fsys fstest.MapFS) *diag.List {
	t.Helper()
	var l diag.List
	cat, err := catalog.Load(fsys, nil, &l)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := content.Load(fsys, &l); err != nil {
		t.Fatal(err)
	}
	if _, err := content.Files(fsys, &l); err != nil {
		t.Fatal(err)
	}
	var today catalog.Date
	today.ParseScalar("2026-11-24")
	Run(Input{Catalog: cat, FS: fsys, Today: today}, &l)
	return &l
}

func codes(l *diag.List) (ids []string) {
	for _, f := range l.Sorted() {
		ids = append(ids, f.Code.ID)
	}
	return ids
}

func TestTheSmallCatalogueIsClean(t *testing.T) {
	t.Parallel()
	fsys := base(t)
	l := findings(t, fsys)
	if l.Len() > 0 {
		var b strings.Builder
		_ = diag.Printer{FS: fsys, Lang: "zh"}.Print(&b, l)
		t.Error(b.String())
	}
}

func TestEachRuleFiresOnItsBadCaseOnly(t *testing.T) {
	t.Parallel()
	for i, c := range readCases(t) {
		t.Run(fmt.Sprintf("%s_%d", c.code, i), func(t *testing.T) {
			t.Parallel()
			bad, badFS := c.try(t, c.bad)
			if !slices.Contains(codes(bad), c.code) {
				t.Errorf("the bad case is told %v", codes(bad))
			}
			c.placed(t, bad, badFS)
			good, goodFS := c.try(t, c.good)
			if slices.Contains(codes(good), c.code) {
				var b strings.Builder
				_ = diag.Printer{FS: goodFS, Lang: "zh"}.Print(&b, good)
				t.Errorf("the good case is told\n%s", b.String())
			}
		})
	}
}

func (c ruleCase) try(t *testing.T, with string) (*diag.List, fstest.MapFS) {
	t.Helper()
	fsys := base(t)
	with = strings.NewReplacer(`\r`, "\r", `\xbd\xd3`, "\xbd\xd3").Replace(with) // a text file cannot hold these
	f := fsys[c.file]
	if with == "(no file)" {
		delete(fsys, c.file)
		return findings(t, fsys), fsys
	}
	if f == nil {
		fsys[c.file] = &fstest.MapFile{Data: []byte(with)}
		return findings(t, fsys), fsys
	}
	text := string(f.Data)
	if c.old == "(whole file)" {
		text = with
	} else if strings.Count(text, c.old) != 1 {
		t.Fatalf("%q stands %d times in %s", c.old, strings.Count(text, c.old), c.file)
	} else {
		text = strings.Replace(text, c.old, with, 1)
	}
	fsys[c.file] = &fstest.MapFile{Data: []byte(text)}
	return findings(t, fsys), fsys
}

// placed demands that the finding has a file of the tree, a line in it, and a
// mend in both languages.
func (c ruleCase) placed(t *testing.T, l *diag.List, fsys fstest.MapFS) {
	t.Helper()
	for _, f := range l.Sorted() {
		if f.Code.ID != c.code {
			continue
		}
		if *show {
			var one diag.List
			one.Add([]*diag.Finding{f})
			_ = diag.Printer{FS: fsys}.Print(os.Stdout, &one)
		}
		if f.Zh == "" || f.En == "" || f.HintZh == "" || f.HintEn == "" || strings.Contains(f.Zh+f.En, "%!") {
			t.Errorf("message or mend is missing or malformed: %q %q %q %q", f.Zh, f.En, f.HintZh, f.HintEn)
		}
		if f.Line == 0 && f.Code.ID != "file-missing" && f.Code.ID != "file-stray" && f.Code.ID != "content-name" && f.Code.ID != "content-file" && f.Code.ID != "file-size" && f.Code.ID != "file-link" {
			t.Errorf("no line: %v", f.Pos)
		}
		if data, ok := fsys[f.File]; ok && f.Line > strings.Count(string(data.Data), "\n")+1 {
			t.Errorf("line %d is beyond the end of %s", f.Line, f.File)
		}
	}
}

// Codes that need a file system trick are tested where they are made.
var testedElsewhere = []string{"file-size", "file-link", "file-hopeless", "content-file-size"}

func TestEveryRuleHasAGoodAndABadCase(t *testing.T) {
	t.Parallel()
	have := map[string]bool{}
	for _, c := range readCases(t) {
		have[c.code] = true
	}
	known := map[string]bool{}
	for _, c := range slices.Concat(source.Codes(), catalog.Codes(), content.Codes(), Codes()) {
		if known[c.ID] {
			t.Errorf("%s is declared twice", c.ID)
		}
		known[c.ID] = true
		if !have[c.ID] && !slices.Contains(testedElsewhere, c.ID) {
			t.Errorf("%s has no case in testdata/rules.txt", c.ID)
		}
	}
	for id := range have {
		if !known[id] {
			t.Errorf("%s is no rule", id)
		}
	}
}
