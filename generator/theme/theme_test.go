package theme

import (
	"io/fs"
	"math"
	"os"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"yibentong/generator/diag"
)

// copied is the theme of this repository, to be changed by a test.
func copied(t *testing.T) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{}
	root := os.DirFS("../..")
	err := fs.WalkDir(root, "themes/handbook", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, name)
		tree[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// found loads a theme that must be refused and returns its only finding.
func found(t *testing.T, tree fs.FS) *diag.Finding {
	t.Helper()
	var l diag.List
	th, err := Load(tree, "themes/handbook", &l)
	if err != nil {
		t.Fatal(err)
	}
	if th != nil || len(l.Sorted()) != 1 {
		t.Fatalf("theme %v, findings %v", th != nil, l.Sorted())
	}
	return l.Sorted()[0]
}

func TestFaultOfATemplateIsToldAtItsLine(t *testing.T) {
	t.Parallel()
	tree := copied(t)
	tree["themes/handbook/templates/row.html"].Data = []byte("<li>\n\n<p>{{.Name</p></li>")
	if f := found(t, tree); f.Code != badTemplate || f.File != "themes/handbook/templates/row.html" || f.Line != 3 {
		t.Errorf("got %+v", f)
	}
}

func TestTemplateThatCannotBeEscapedIsAFault(t *testing.T) {
	t.Parallel()
	tree := copied(t)
	tree["themes/handbook/templates/link.html"].Data = []byte(`{{if .Path}}<a href="{{end}}{{.Name}}`)
	if f := found(t, tree); f.Code != badTemplate || !strings.Contains(f.Zh, "branches") {
		t.Errorf("got %+v", f)
	}
}

func TestMissingAndUnknownAreFaults(t *testing.T) {
	t.Parallel()
	tree := copied(t)
	delete(tree, "themes/handbook/labels.yaml")
	if f := found(t, tree); f.Code != missingFile {
		t.Errorf("got %+v", f)
	}
	tree = copied(t)
	name := "themes/handbook/theme.yaml"
	tree[name].Data = append(tree[name].Data, "surplus: 1\n"...)
	if f := found(t, tree); f.File != name || f.Code.ID != "key-unknown" {
		t.Errorf("got %+v", f)
	}
}

func TestAssetIsNamedAfterItsContent(t *testing.T) {
	t.Parallel()
	tree := copied(t)
	load := func() string {
		var l diag.List
		th, err := Load(tree, "themes/handbook", &l)
		if err != nil || th == nil {
			t.Fatal(err, l.Sorted())
		}
		if th.Asset("nothing.css") != "" {
			t.Error("an asset that is not there has a path")
		}
		return th.Asset("handbook.css")
	}
	before := load()
	if before != load() {
		t.Error("the same content has two names")
	}
	name := "themes/handbook/theme.yaml"
	tree[name].Data = []byte(strings.Replace(string(tree[name].Data), "#1f2329", "#1f2328", 1))
	if after := load(); after == before || path.Ext(after) != ".css" {
		t.Errorf("%s became %s", before, after)
	}
}

func TestScriptsAndSheetsAreForOldBrowsers(t *testing.T) {
	t.Parallel()
	modernJS := regexp.MustCompile("=>|`|\\b(let|const|class|async|await)\\b|\\?\\.|\\?\\?")
	modernCSS := regexp.MustCompile(`:has\(|:is\(|:where\(|@container|@layer|@import|url\(|#[0-9a-f]{8}\b|inset:|aspect-ratio|clamp\(`)
	for _, a := range ours(t).Assets() {
		forbidden := map[string]*regexp.Regexp{".js": modernJS, ".css": modernCSS}[path.Ext(a.Path)]
		if forbidden == nil {
			continue
		}
		if m := forbidden.Find(a.Body); m != nil {
			t.Errorf("%s uses %s", a.Path, m)
		}
	}
}

// luminance is that of WCAG 2.2.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil || len(hex) != 7 {
		t.Fatalf("colour %q", hex)
	}
	sum := 0.0
	for i, weight := range [3]float64{0.2126, 0.7152, 0.0722} {
		c := float64(n>>(16-8*i)&255) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func TestTextStandsOutFromItsGround(t *testing.T) {
	t.Parallel()
	tokens := ours(t).Tokens
	shades := map[string]func(Color) string{"light": func(c Color) string { return c.Light }, "dark": func(c Color) string { return c.Dark }, "print": func(c Color) string { return c.Print }}
	check := func(text, ground Color, least float64) {
		for name, shade := range shades {
			a, b := luminance(t, shade(text)), luminance(t, shade(ground))
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < least {
				t.Errorf("%s on %s, %s: %.2f", text.Name, ground.Name, name, ratio)
			}
		}
	}
	named := func(name string) Color {
		c, ok := tokens.Color(name)
		if !ok {
			t.Fatalf("no colour %s", name)
		}
		return c
	}
	for _, ground := range []string{"paper", "card", "sunk"} {
		for _, text := range []string{"ink", "soft", "link", "seal", "good"} {
			check(named(text), named(ground), 4.5)
		}
		check(named("edge"), named(ground), 3)
	}
	check(named("warn"), named("warnbg"), 4.5)
	check(named("ink"), named("warnbg"), 4.5)
	check(named("good"), named("goodbg"), 4.5)
	check(named("onseal"), named("seal"), 4.5)
	for _, c := range tokens.Stages {
		check(c, named("card"), 4.5)
	}
}

func TestElderTypeIsLargeEnough(t *testing.T) {
	t.Parallel()
	if ty := ours(t).Tokens.Type; ty.Elder < 18 || ty.Base < 16 || ty.Leading < 1.3 {
		t.Errorf("got %+v", ty)
	}
}
