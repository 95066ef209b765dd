package build

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strings"
	"testing"
)

// The files of catalog/schema are made from the types and rules; a change of
// either must be followed by `make docs`.
func TestGeneratedFilesAreFresh(t *testing.T) {
	t.Parallel()
	for _, d := range Docs() {
		got, err := os.ReadFile("../../" + d.Path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, d.Data) {
			t.Errorf("%s is stale: run make docs", d.Path)
		}
	}
}

// Every rule in the source must be in the list that RULES.md is made of.
func TestEveryRuleIsListed(t *testing.T) {
	t.Parallel()
	declared := 0
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), "../"+name, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok {
				return true
			}
			if s, ok := lit.Type.(*ast.SelectorExpr); ok && s.Sel.Name == "Code" && s.X.(*ast.Ident).Name == "diag" {
				declared++
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if listed := len(AllCodes()); listed != declared {
		t.Errorf("%d rules are declared, %d are listed in the packages' Codes", declared, listed)
	}
	seen := map[string]bool{}
	for _, c := range AllCodes() {
		if seen[c.ID] {
			t.Errorf("%s is declared twice", c.ID)
		}
		seen[c.ID] = true
		if c.Zh == "" || c.En == "" || strings.Count(c.Zh, "%") != strings.Count(c.En, "%") {
			t.Errorf("%s: the two messages take different verbs", c.ID)
		}
	}
}
