package main

import (
	"bytes"
	"fmt"
	"html/template"
	"os"
	"path/filepath"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/html"
	"github.com/yuin/goldmark"
	"gopkg.in/yaml.v3"
)

// floorItem is the least that a page needs; everything that the program does
// besides (checks, links, search, JSON, feeds, QR, lists) is left out.
type floorItem struct {
	ID         string
	Name       string
	Aliases    []string
	Summary    string
	Code       string
	Type       string
	Scope      string
	Conditions []struct{ Text, When string }
	Exclusions []struct{ Text, When string }
	Materials  []struct {
		Material, Whose, When, Note, Label string
		Shown, Kept, Copies                int
		AnyOf                              []struct{ Material string } `yaml:"any_of"`
	}
	Steps []struct {
		Name, Actor, Text, Time string
		Channels                []string
	}
	Time struct{ Kind, Statutory, Promised, Note string }
	Laws []struct {
		Law      string
		Articles []string
		Note     string
	}
	Notes string
	FAQ   []struct {
		Q, A string
		HTML template.HTML `yaml:"-"`
	}
	Sources []struct{ What, Where, Read string }
}

const floorPage = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{.Name}}</title><meta name="description" content="{{.Summary}}"></head>
<body><header><a href="index.html">首页</a></header><main><h1>{{.Name}}</h1><p>{{.ID}} {{.Type}} {{.Code}}</p><p>{{range .Aliases}}{{.}} {{end}}</p><p>{{.Summary}}</p><p>{{.Scope}}</p>
<ul>{{range .Conditions}}<li>{{.Text}}{{with .When}} {{.}}{{end}}</li>{{end}}</ul><ul>{{range .Exclusions}}<li>{{.Text}}</li>{{end}}</ul>
<table>{{range .Materials}}<tr><td><a href="material-{{.Material}}.html">{{.Material}}</a></td><td>{{.Label}}</td><td>{{.Whose}}</td><td>{{.Shown}}</td><td>{{.Kept}}</td><td>{{.Copies}}</td><td>{{.When}}</td><td>{{.Note}}</td><td>{{range .AnyOf}}{{.Material}} {{end}}</td></tr>{{end}}</table>
<ol>{{range .Steps}}<li><b>{{.Name}}</b> {{.Actor}} {{.Time}} {{range .Channels}}{{.}} {{end}}<p>{{.Text}}</p></li>{{end}}</ol>
<p>{{.Time.Kind}} {{.Time.Statutory}} {{.Time.Promised}} {{.Time.Note}}</p><ul>{{range .Laws}}<li><a href="law-{{.Law}}.html">{{.Law}}</a> {{range .Articles}}{{.}} {{end}}{{.Note}}</li>{{end}}</ul>
<p>{{.Notes}}</p>{{range .FAQ}}<h3>{{.Q}}</h3><div>{{.HTML}}</div>{{end}}<ul>{{range .Sources}}<li>{{.What}} {{.Where}} {{.Read}}</li>{{end}}</ul></main></body></html>`

// runFloor is the bare work on the records of a handbook: read, yaml.v3 into a
// struct, goldmark, one html/template page, minify, write.
func runFloor(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("floor: want DIR and OUT")
	}
	names, err := filepath.Glob(filepath.Join(args[0], "catalog", "items", "*", "*", "*.yaml"))
	if err != nil {
		return err
	}
	if err := os.MkdirAll(args[1], 0o755); err != nil {
		return err
	}
	page := template.Must(template.New("page").Parse(floorPage))
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepQuotes: true, KeepEndTags: true, KeepDocumentTags: true})
	md := goldmark.New()
	var made, small bytes.Buffer
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		var it floorItem
		if err := yaml.Unmarshal(data, &it); err != nil {
			return err
		}
		for i := range it.FAQ {
			made.Reset()
			if err := md.Convert([]byte(it.FAQ[i].A), &made); err != nil {
				return err
			}
			it.FAQ[i].HTML = template.HTML(made.String())
		}
		made.Reset()
		small.Reset()
		if err := page.Execute(&made, &it); err != nil {
			return err
		}
		if err := m.Minify("text/html", &small, &made); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(args[1], it.ID+".html"), small.Bytes(), 0o644); err != nil {
			return err
		}
	}
	return nil
}
