package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/search"
)

// county is how many items the real handbook declares; a generated one keeps
// its proportion of persons to enterprises.
const county, countyPersonal = 496, 277

// personalOf is how many of n items are for persons.
func personalOf(n int) int { return (n*countyPersonal + county/2) / county }

// generate writes a handbook of n made-up records into dir, which must be
// empty or absent: registries, theme, prose and settings are those of tree.
// The same tree and n give the same bytes.
func generate(tree fs.FS, n int, dir string) error {
	if err := copyFrame(tree, dir); err != nil {
		return err
	}
	var l diag.List // its faults are the real catalogue's, not ours
	cat, err := catalog.Load(tree, nil, &l)
	if err != nil {
		return err
	}
	personal := personalOf(n)
	if err := declare(dir, personal, n-personal); err != nil {
		return err
	}
	if n < county { // the registry's papers come of items that are not there
		name := filepath.Join(dir, filepath.FromSlash(catalog.RegistryFile("materials")))
		if err := rewrite(name, catalog.WithoutItems); err != nil {
			return err
		}
	}
	synonyms, err := search.LoadSynonyms(tree, &l)
	if err != nil {
		return err
	}
	p := newPress(cat, dir)
	for _, r := range synonyms.OneWay {
		p.spoken = append(p.spoken, r.Means[0])
	}
	if err := p.print(catalog.Personal, 0, personal); err != nil {
		return err
	}
	return p.print(catalog.Enterprise, personal, n-personal)
}

// copyFrame copies all of a handbook but its items.
func copyFrame(tree fs.FS, dir string) error {
	for _, folder := range []string{"catalog/registry", "catalog/schema", "content", "themes"} {
		if err := copyFolder(tree, folder, dir); err != nil {
			return err
		}
	}
	for _, name := range []string{"handbook.yaml", "catalog/catalog.yaml", "catalog/synonyms.yaml"} {
		data, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func copyFolder(tree fs.FS, folder, dir string) error {
	sub, err := fs.Sub(tree, folder)
	if err != nil {
		return err
	}
	return os.CopyFS(filepath.Join(dir, filepath.FromSlash(folder)), sub)
}

var (
	expectPersonal   = regexp.MustCompile(`(?m)^  personal: [0-9]+`)
	expectEnterprise = regexp.MustCompile(`(?m)^  enterprise: [0-9]+`)
)

// declare writes the totals into catalog.yaml.
func declare(dir string, personal, enterprise int) error {
	return rewrite(filepath.Join(dir, "catalog", "catalog.yaml"), func(b []byte) []byte {
		b = expectPersonal.ReplaceAll(b, fmt.Appendf(nil, "  personal: %d", personal))
		return expectEnterprise.ReplaceAll(b, fmt.Appendf(nil, "  enterprise: %d", enterprise))
	})
}

func rewrite(name string, change func([]byte) []byte) error {
	old, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, change(old), 0o644)
}

// edit changes one record in the way of a person who mends a sentence, and
// changes it back when called again.
func edit(name string) error {
	const before, after = "\nsummary: ", "\nsummary: 新改，"
	return rewrite(name, func(b []byte) []byte {
		if bytes.Contains(b, []byte(after)) {
			return bytes.Replace(b, []byte(after), []byte(before), 1)
		}
		return bytes.Replace(b, []byte(before), []byte(after), 1)
	})
}
