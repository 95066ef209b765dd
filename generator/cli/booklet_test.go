package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bound is a new county with the fonts and profiles that books want.
func bound(t *testing.T) (dir, record string) {
	t.Helper()
	dir, record = county(t)
	for _, name := range []string{"fonts", "press"} {
		if err := os.CopyFS(filepath.Join(dir, "themes/handbook", name), os.DirFS(filepath.Join("../../themes/handbook", name))); err != nil && !os.IsExist(err) {
			t.Fatal(err)
		}
	}
	return dir, record
}

func TestANewCountyMakesItsBook(t *testing.T) {
	t.Parallel()
	dir, _ := bound(t)
	o := in(dir, "booklet")
	if o.status != Clean {
		t.Fatal(o)
	}
	for _, name := range []string{"personal-screen.pdf", "personal-press.pdf", "personal-cover.pdf", "personal-fold.pdf", "personal-office.pdf", "personal-ticket.pdf", "notices/P004.pdf", "briefs/P004.pdf", "guides/P004.pdf"} {
		if o := in(dir, "preflight", "booklets/"+name); o.status != Clean || !strings.Contains(o.out, "0 处问题") {
			t.Errorf("%s: %v", name, o)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "booklets/enterprise-screen.pdf")); err == nil {
		t.Error("there is a book without an item")
	}
	o = in(dir, "build", "--booklets")
	if o.status != Clean || !strings.Contains(get(t, filepath.Join(dir, "public/P004.html")), "booklets/notices/P004.pdf") || !strings.Contains(get(t, filepath.Join(dir, "public/manifest.json")), "booklets/personal-press.pdf") {
		t.Errorf("the edition lacks its books: %v", o)
	}
}

func TestACharacterWithoutGlyphStopsTheBook(t *testing.T) {
	t.Parallel()
	dir, record := bound(t)
	text := get(t, record)
	put(t, record, strings.Replace(text, "summary: ", "summary: 𠮷祥，", 1))
	o := in(dir, "booklet", "--form", "press")
	if o.status != Trouble || !strings.Contains(o.stderr, "P004-birth-certificate.yaml:5:") || !strings.Contains(o.stderr, "𠮷") || !strings.Contains(o.stderr, "U+20BB7") {
		t.Error(o)
	}
	if _, err := os.Stat(filepath.Join(dir, "booklets/personal-press.pdf")); err == nil {
		t.Error("the book was made all the same")
	}
}

func TestANoticeThatCannotFitIsNamed(t *testing.T) {
	t.Parallel()
	dir, record := bound(t)
	long := "conditions:\n" + strings.Repeat("  - text: "+strings.Repeat("办这件事的人要先问清楚自己合不合适，", 12)+"\n", 60)
	text := get(t, record)
	i := strings.Index(text, "conditions:\n")
	j := i + strings.Index(text[i:], "\nmaterials:") + 1
	if k := strings.Index(text[i:j], "\nexclusions:"); k > 0 {
		j = i + k + 1
	}
	put(t, record, text[:i]+long+text[j:])
	o := in(dir, "booklet", "--form", "notice")
	if o.status != Trouble || !strings.Contains(o.stderr, "P004-birth-certificate.yaml:") || !strings.Contains(o.stderr, "一页放不下") {
		t.Error(o)
	}
	if o := in(dir, "booklet", "--form", "guide"); o.status != Clean { // it takes as many pages as it wants
		t.Error(o)
	}
}

func TestAPartOfTheBook(t *testing.T) {
	t.Parallel()
	dir, _ := bound(t)
	for _, args := range [][]string{{"--stage", "birth"}, {"--department", "xzspj"}, {"--items", "P004"}} {
		if o := in(dir, append([]string{"booklet", "--form", "screen", "-o", "part"}, args...)...); o.status != Clean || !strings.Contains(o.stderr, "1 个文件") {
			t.Errorf("%v: %v", args, o)
		}
	}
	for _, args := range [][]string{{"--items", "P100"}, {"--form", "nonsense"}, {"--paper", "A3"}, {"--sheets", "-1"}} {
		if o := in(dir, append([]string{"booklet"}, args...)...); o.status != Usage {
			t.Errorf("%v: %v", args, o)
		}
	}
}

func TestPrintSettingsAreChecked(t *testing.T) {
	t.Parallel()
	dir, _ := bound(t)
	file := filepath.Join(dir, "handbook.yaml")
	text := get(t, file)
	if i := strings.Index(text, "print:"); i >= 0 {
		text = text[:i]
	}
	for _, bad := range []string{"paper: A3", "signature: 6", "leaf: 9", "condition: ../x"} {
		put(t, file, text+"\nprint:\n  "+bad+"\n")
		if o := in(dir, "check"); o.status != Findings || !strings.Contains(o.stderr+o.out, "settings-print") || !strings.Contains(o.stderr+o.out, "handbook.yaml:") {
			t.Errorf("%s: %v", bad, o)
		}
	}
	put(t, file, text+"\nprint:\n  paper: 16k\n  signature: 8\n  permit: 川内资〔2026〕1号\n")
	if o := in(dir, "booklet", "--form", "press,office,ticket"); o.status != Clean {
		t.Error(o)
	}
	if o := in(dir, "preflight", "booklets/personal-press.pdf", "booklets/personal-office.pdf"); o.status != Clean || !strings.Contains(o.out, "185.0 × 260.0") || !strings.Contains(o.out, "297.0 × 210.0") {
		t.Error(o)
	}
}

func TestPreflightTellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	dir, _ := bound(t)
	if o := in(dir, "booklet", "--form", "press"); o.status != Clean {
		t.Fatal(o)
	}
	file := filepath.Join(dir, "booklets/personal-press.pdf")
	put(t, file, strings.Replace(get(t, file), "%PDF-1.6", "%PDF-1.7", 1))
	if o := in(dir, "preflight", "booklets/personal-press.pdf"); o.status != Findings || !strings.Contains(o.out, "press-version") {
		t.Error(o)
	}
	if o := in(dir, "preflight", "handbook.yaml"); o.status != Trouble {
		t.Error(o)
	}
}

func TestFmtTakesNamesFromAnywhere(t *testing.T) {
	t.Parallel()
	dir, record := county(t)
	text := get(t, record)
	i, j := strings.Index(text, "name: "), strings.Index(text, "aliases: ")
	mixed := text[:i] + text[j:j+strings.Index(text[j:], "\n")+1] + text[i:j] + text[j+strings.Index(text[j:], "\n")+1:]
	for _, args := range [][]string{{"fmt", record}, {"fmt", "-C", dir, record}, {"fmt", "-C", dir, "catalog/items/personal/birth/P004-birth-certificate.yaml"}} {
		put(t, record, mixed)
		if o := in(t.TempDir(), append([]string{"-C", dir}, args...)...); o.status != Clean || get(t, record) == mixed {
			t.Errorf("%v: %v", args, o)
		}
	}
	if o := in(dir, "fmt", "no-such.yaml"); o.status != Usage {
		t.Error(o)
	}
}
