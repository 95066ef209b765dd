package main

import (
	"encoding/json"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// layers is who may import whom. It is compared with the source in both
// directions. Do not relax it to make a build pass: think about where the code
// belongs first.
const layers = `
diag, pinyin, qr, publish, typeset, preflight : nothing of ours
pdf      : typeset
source   : diag
theme    : diag source
markdown : nothing of ours
catalog  : diag source
errand   : catalog
content  : catalog diag markdown source
check    : catalog diag errand markdown
site     : catalog content pinyin
phrase   : catalog errand theme
render   : catalog content errand markdown phrase qr site theme
booklet  : catalog markdown pdf phrase pinyin qr site theme typeset
export   : catalog errand site
search   : catalog diag pinyin source
engine   : search
build    : booklet catalog check content diag export pdf preflight publish render search site source theme
preview  : build diag site
cli      : build catalog check diag engine preflight preview search source
generator : cli
`

// libraries is which package alone may import a module. The standard library
// of tests (txtar, testscript) is free to all tests.
var libraries = map[string]string{
	"gopkg.in/yaml.v3":               "source",
	"github.com/yuin/goldmark":       "markdown",
	"github.com/tdewolff/minify/v2":  "theme",
	"github.com/mozillazg/go-pinyin": "pinyin",
	"github.com/spf13/cobra":         "cli",
	"github.com/fsnotify/fsnotify":   "preview",
	"golang.org/x/sys":               "publish",
	"rsc.io/qr":                      "qr",
	"github.com/dop251/goja":         "engine",
	"github.com/google/uuid":         "export",
	"github.com/go-text/typesetting": "typeset",
	"github.com/boxesandglue":        "pdf",
	"github.com/pdfcpu/pdfcpu":       "preflight",
}

type goPackage struct {
	ImportPath string
	Imports    []string
}

func packages(t *testing.T) (all []goPackage) {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	dec := json.NewDecoder(strings.NewReader(string(out)))
	for dec.More() {
		var p goPackage
		if err := dec.Decode(&p); err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	return all
}

func allowed() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(layers) {
		names, imports, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		list := strings.Fields(imports)
		if strings.Contains(imports, "nothing") {
			list = nil
		}
		for name := range strings.SplitSeq(names, ",") {
			m[strings.TrimSpace(name)] = list
		}
	}
	return m
}

func TestImportsGoDownTheStairsOnly(t *testing.T) {
	want := allowed()
	for _, p := range packages(t) {
		name := path.Base(p.ImportPath)
		if name == "bench" || name == "e2e" {
			continue // measure and test from outside; nobody imports them
		}
		list, known := want[name]
		if !known {
			t.Errorf("package %s has no line in the list", name)
			continue
		}
		var have []string
		for _, i := range p.Imports {
			if own, ok := strings.CutPrefix(i, "yibentong/generator/"); ok {
				have = append(have, path.Base(own))
			}
			for library, room := range libraries {
				if (i == library || strings.HasPrefix(i, library+"/")) && room != name {
					t.Errorf("%s imports %s, which only %s may", name, library, room)
				}
			}
		}
		for _, i := range have {
			if !slices.Contains(list, i) {
				t.Errorf("%s imports %s, which stands above it or beside it", name, i)
			}
		}
		for _, i := range list {
			if !slices.Contains(have, i) {
				t.Errorf("%s no longer imports %s: take it from the list", name, i)
			}
		}
	}
}
