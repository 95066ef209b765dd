package main

import (
	"bytes"
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"gopkg.in/yaml.v3"
)

// peer is a site for Hugo that does the work of a plain handbook: one page an
// item, the lists by handbook, stage, department and topic in pages of 200,
// home, a search index, a feed and the site map. It makes no pages about laws,
// papers and places, no JSON an item, no QR codes, and checks nothing.
//
//go:embed hugo
var peer embed.FS

// layHugo writes the peer's site for the records of the handbook in dir. The
// records go in as they are, as front matter, with the questions as Markdown.
func layHugo(dir, site string) error {
	sub, err := fs.Sub(peer, "hugo")
	if err != nil {
		return err
	}
	if err := os.CopyFS(site, sub); err != nil {
		return err
	}
	content := filepath.Join(site, "content")
	if err := os.MkdirAll(content, 0o755); err != nil {
		return err
	}
	names, err := filepath.Glob(filepath.Join(dir, "catalog", "items", "*", "*", "*.yaml"))
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := layRecord(name, content); err != nil {
			return err
		}
	}
	return nil
}

func layRecord(name, content string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var it struct {
		ID, Stage string
		Authority struct{ Body string }
		Topics    []string
		FAQ       []struct{ Q, A string }
	}
	if err := yaml.Unmarshal(data, &it); err != nil {
		return err
	}
	audience := "personal"
	if strings.HasPrefix(it.ID, "E") {
		audience = "enterprise"
	}
	// The questions move from the record into the page's Markdown.
	head, _, asked := bytes.Cut(data, []byte("\nfaq:\n"))
	if i := bytes.Index(data, []byte("\nrelated:")); asked && i > len(head) {
		head = append(bytes.Clone(head), data[i:]...)
	}
	// Hugo has meanings of its own for two of the keys.
	for key, other := range map[string]string{"type": "kind_of_item", "aliases": "spoken"} {
		head = bytes.Replace(head, []byte("\n"+key+": "), []byte("\n"+other+": "), 1)
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "---\n%s\ntitle: %q\nurl: /%s.html\naudiences: [%s]\nstages: [%s]\ndepartments: [%s]\nthemes: [%s]\n---\n",
		head, it.ID, it.ID, audience, it.Stage, it.Authority.Body, strings.Join(it.Topics, ", "))
	for _, q := range it.FAQ {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", q.Q, q.A)
	}
	return os.WriteFile(filepath.Join(content, it.ID+".md"), b.Bytes(), 0o644)
}
