// Package search makes the search of the handbook: data files and the script that reads them.
//
// In come the items as plain documents and the synonyms that staff edit; out go files with hashed
// names that work without a server, from file:// and under a strict content policy: every data
// file is a script that calls one function. Names and aliases come in one table that is loaded
// with the page; summaries and the full text follow only when they are wanted. Of many items
// (TableMost) the names too lie in blocks, and an index leads a query to the blocks it wants.
// The ranking is in script/, in JavaScript, and nowhere else: package engine runs that same script
// for the command line and for tests. Equal input gives equal bytes.
package search

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
)

// Doc is what searching needs to know of an item.
type Doc struct {
	ID         string
	Name       string
	Aliases    []string
	Audience   string // "personal" or "enterprise"
	Stage      string // as shown
	Department string // as shown
	Online     bool   // can be done on the web or a phone
	Instant    bool   // 即办件
	Errand     bool   // 一件事
	Popularity int    // 0 to 3
	Summary    string
	Text       []string // the rest of what may be searched: conditions, materials, steps
	URL        string   // relative to the search page; "" means ID + ".html"
}

// File is one file to publish. Its name carries a hash of its body.
type File struct {
	Name string
	Body []byte
}

// Index holds the names of the files that the search page must mention. An empty name means
// that there is no such file.
type Index struct {
	Script, Names, Brief, Text, Sound string
}

// Options are the choices of Build. The zero value is a sound choice.
type Options struct {
	// Minify, if set, shortens the script.
	Minify func(js []byte) ([]byte, error)
	// TableMost, if not 0, stands for the limit of that name.
	TableMost int
}

// Build makes the files of the search and says which is which. syn may be nil.
func Build(docs []Doc, syn *Synonyms, opt Options) ([]File, Index, error) {
	var (
		files []File
		index Index
	)
	add := func(kind string, body []byte) string {
		if body == nil {
			return ""
		}
		f := File{Name: hashed(kind, body), Body: body}
		files = append(files, f)
		return f.Name
	}
	if syn == nil {
		syn = &Synonyms{}
	}
	syn = syn.fitted(docs)
	most := opt.TableMost
	if most == 0 {
		most = TableMost
	}
	script, err := Script(len(docs) > most, opt.Minify)
	if err != nil {
		return nil, index, fmt.Errorf("search script: %w", err)
	}
	index.Script = add("search", script)
	table := nameTable(docs, syn)
	if len(docs) > most {
		docs = slices.Clone(docs)
		rows, frame := rowFiles(docs, table)
		files = append(files, rows...)
		index.Names = add("names", frame)
	} else {
		index.Names = add("names", call("names", table))
		index.Brief = add("brief", briefFile(docs))
	}
	index.Sound = add("sound", soundFile(table.Pack.Chars))
	shards, manifest := textFiles(docs)
	files = append(files, shards...)
	index.Text = add("text", manifest)
	return files, index, nil
}

// fileSet is files of one kind that are found by their number, under one hash of all: a list of
// their names would weigh more than what is fetched.
type fileSet struct{ files []File }

func (s *fileSet) add(kind string, data any) {
	kind += "-" + strconv.Itoa(len(s.files))
	s.files = append(s.files, File{Name: kind, Body: call(kind, data)})
}

// named gives the files their names: kind-number.HASH.js.
func (s *fileSet) named() ([]File, string) {
	sum := sha256.New()
	for _, f := range s.files {
		sum.Write(f.Body)
	}
	hash := hex.EncodeToString(sum.Sum(nil)[:5])
	for i := range s.files {
		s.files[i].Name = "search/" + s.files[i].Name + "." + hash + ".js"
	}
	return s.files, hash
}

// hashed names a file after its kind and its content.
func hashed(kind string, body []byte) string {
	sum := sha256.Sum256(body)
	return "search/" + kind + "." + hex.EncodeToString(sum[:5]) + ".js"
}
