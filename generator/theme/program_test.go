package theme

import (
	"bytes"
	"errors"
	"html/template"
	"os"
	"reflect"
	"testing"

	"yibentong/generator/diag"
)

func ours(tb testing.TB) *Theme {
	tb.Helper()
	var l diag.List
	t, err := Load(os.DirFS("../.."), "themes/handbook", &l)
	if err != nil || t == nil {
		tb.Fatal(err, l.Sorted())
	}
	return t
}

func TestEveryTemplateOfTheThemeIsCompiled(t *testing.T) {
	t.Parallel()
	th := ours(t)
	for _, x := range th.templates.Templates() {
		if x.Tree != nil && th.programs[x.Name()] == nil {
			t.Errorf("%s is left to html/template", x.Name())
		}
	}
}

type inner struct {
	Name string
	When words
	HTML template.HTML
	JS   template.JS
	Next *inner
}

type words string

func (i inner) Shout() string { return i.Name + "!" }

type outer struct {
	*inner
	Text, Path, Empty string
	Count             int
	Yes               bool
	List              []inner
	Any               any
	Nil               *inner
	Bold              template.HTML
}

func view() outer {
	in := &inner{Name: `a<b>"c"'d'&+`, When: "变更<时>", HTML: "<b>&amp;</b>", JS: `{"a":1}`}
	return outer{inner: in, Text: "甲\x00乙<script>", Path: "P001.html", Count: 3, Yes: true,
		List: []inner{*in, {Name: "第二", Next: in}}, Any: *in, Bold: "<i>x</i>"}
}

// cases are constructs of templates. Each must print as html/template prints it.
var cases = []string{
	`plain {{.Text}} {{.Count}} {{.Bold}} {{.When}} {{.Yes}}`,
	`<p title="{{.Text}}" class="c {{.When}}">{{.HTML}}</p>`,
	`<p title="{{.Bold}}"></p><title>{{.Text}}{{.Bold}}</title>`,
	`<a href="{{.Path}}">x</a><a href="{{.Text}}">x</a><a href="tel:{{.Count}}">x</a><a href="x.html#{{.Path}}">x</a><a href="x?q={{.Text}}">x</a>`,
	`<script type="application/ld+json">{{.JS}}</script>`,
	`{{if .Yes}}1{{else}}2{{end}}{{if .Empty}}1{{else if .Count}}3{{else}}2{{end}}{{with .Nil}}{{.Name}}{{else}}none{{end}}`,
	`{{range .List}}<li>{{.Name}}{{.Shout}}{{with .Next}}{{.Name}}{{end}}{{$.Count}}</li>{{else}}no{{end}}`,
	`{{range .List}}{{.Name}}{{else}}no{{end}}`,
	`{{with .Any}}{{.Name}}{{.Shout}}{{end}}{{.Any.Name}}{{.Shout}}`,
	`{{if and .Yes .Text}}a{{end}}{{if or .Empty .Nil}}b{{else}}c{{end}}{{if not (and .Yes .Empty)}}d{{end}}{{if eq .Path "P001.html"}}e{{end}}`,
	`{{template "sub" .inner}}{{template "sub" .Any}}{{define "sub"}}{{.Name}}{{$.When}}{{end}}`,
	`{{.Any}}{{.List}}{{.Nil}}`,
}

func TestProgramsPrintAsHTMLTemplateDoes(t *testing.T) {
	t.Parallel()
	v := view()
	for _, text := range cases {
		set, err := template.New("x").Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		var want, got bytes.Buffer
		wantErr := set.Execute(&want, v)
		var fault *template.Error
		if errors.As(wantErr, &fault) {
			t.Fatal(wantErr)
		}
		p := programs(set)["x"]
		if p == nil {
			t.Errorf("%s is not compiled", text)
			continue
		}
		gotErr := p.execute(&got, v)
		if (gotErr == nil) != (wantErr == nil) {
			t.Errorf("%s:\n got error %v\nwant error %v", text, gotErr, wantErr)
		}
		if wantErr == nil && got.String() != want.String() {
			t.Errorf("%s:\n got %q\nwant %q", text, got.String(), want.String())
		}
	}
}

func TestWhatProgramsDoNotKnowIsLeftToHTMLTemplate(t *testing.T) {
	t.Parallel()
	for _, text := range []string{`{{$x := .Text}}{{$x}}`, `{{len .List}}`, `{{range $i, $x := .List}}{{$i}}{{end}}`, `<p style="color:{{.Text}}"></p>`, `{{.Text | printf "%s"}}`, `{{range .List}}{{break}}{{end}}`} {
		set := template.Must(template.New("x").Parse(text))
		_ = set.Execute(new(bytes.Buffer), view())
		if programs(set)["x"] != nil {
			t.Errorf("%s is compiled", text)
		}
	}
}

func FuzzEscapersAgreeWithHTMLTemplate(f *testing.F) {
	for _, s := range []string{"", "甲", "javascript:alert(1)", "https://a.b/c", "a b+c&d<e>\"'", "\x00\xff", "x:y", "//h/p", "P001.html#a", "%zz%20", "HTTPS://x", "a/../b"} {
		f.Add(s)
	}
	all := escapersOf()
	f.Fuzz(func(t *testing.T, s string) {
		for name, e := range all {
			for _, v := range []any{s, words(s), template.HTML(s), template.URL(s)} {
				got, err := e.append(nil, reflect.ValueOf(v))
				if err != nil {
					t.Fatal(err)
				}
				want, err := e.slowly(nil, reflect.ValueOf(v))
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, want) {
					t.Errorf("%s of %T %q:\n got %q\nwant %q", name, v, s, got, want)
				}
			}
		}
	})
}
