package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// editor speaks the language server protocol with the real yaml-language-server,
// as an editor does with a record open.
type editor struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Reader
	id  int
	// told are the faults that the server reported last, by document.
	told map[string][]string
}

func openEditor(t *testing.T, root string) *editor {
	t.Helper()
	needsTool(t, "node")
	server := exec.Command("node", judge(t, "yaml-language-server/bin/yaml-language-server"), "--stdio")
	in, err := server.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := server.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	e := &editor{t: t, in: in, out: bufio.NewReader(out), told: map[string][]string{}}
	e.ask("initialize", map[string]any{"processId": os.Getpid(), "rootUri": uri(root), "capabilities": map[string]any{
		"textDocument": map[string]any{"completion": map[string]any{"completionItem": map[string]any{"documentationFormat": []string{"markdown", "plaintext"}}}}}})
	e.tell("initialized", map[string]any{})
	e.tell("workspace/didChangeConfiguration", map[string]any{"settings": map[string]any{"yaml": map[string]any{
		"validate": true, "hover": true, "completion": true, "schemaStore": map[string]any{"enable": false}}}})
	return e
}

func uri(path string) string {
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
}

func (e *editor) send(message map[string]any) {
	e.t.Helper()
	message["jsonrpc"] = "2.0"
	data, err := json.Marshal(message)
	if err != nil {
		e.t.Fatal(err)
	}
	if _, err := fmt.Fprintf(e.in, "Content-Length: %d\r\n\r\n%s", len(data), data); err != nil {
		e.t.Fatal(err)
	}
}

func (e *editor) tell(method string, params any) {
	e.t.Helper()
	e.send(map[string]any{"method": method, "params": params})
}

// message is what the server says: an answer, a question of its own or news.
type message struct {
	ID     json.RawMessage
	Method string
	Params struct {
		URI         string
		Items       []any
		Diagnostics []struct{ Message string }
	}
	Result json.RawMessage
	Error  *struct{ Message string }
}

func (e *editor) hear() message {
	e.t.Helper()
	length := 0
	for {
		line, err := e.out.ReadString('\n')
		if err != nil {
			e.t.Fatal("the server went away:", err)
		}
		if line = strings.TrimSpace(line); line == "" {
			break
		}
		if v, ok := strings.CutPrefix(line, "Content-Length: "); ok {
			length, _ = strconv.Atoi(v)
		}
	}
	data := make([]byte, length)
	if _, err := io.ReadFull(e.out, data); err != nil {
		e.t.Fatal(err)
	}
	var m message
	if err := json.Unmarshal(data, &m); err != nil {
		e.t.Fatal(err)
	}
	return m
}

// attend reads messages until stop says so, and answers the server's questions.
func (e *editor) attend(stop func(message) bool) message {
	e.t.Helper()
	for {
		m := e.hear()
		switch {
		case m.Method == "textDocument/publishDiagnostics":
			e.told[m.Params.URI] = []string{}
			for _, d := range m.Params.Diagnostics {
				e.told[m.Params.URI] = append(e.told[m.Params.URI], d.Message)
			}
		case m.Method != "" && len(m.ID) > 0:
			answer := make([]any, len(m.Params.Items)) // settings it asks for: the defaults
			e.send(map[string]any{"id": m.ID, "result": answer})
		}
		if stop(m) {
			return m
		}
	}
}

func (e *editor) ask(method string, params any) json.RawMessage {
	e.t.Helper()
	e.id++
	id := strconv.Itoa(e.id)
	e.send(map[string]any{"id": e.id, "method": method, "params": params})
	m := e.attend(func(m message) bool { return m.Method == "" && string(m.ID) == id })
	if m.Error != nil {
		e.t.Fatalf("%s: %s", method, m.Error.Message)
	}
	return m.Result
}

// open shows a text to the server and returns the faults it reports.
func (e *editor) open(path, text string) []string {
	e.t.Helper()
	at := uri(path)
	e.tell("textDocument/didOpen", map[string]any{"textDocument": map[string]any{"uri": at, "languageId": "yaml", "version": 1, "text": text}})
	e.attend(func(m message) bool { return m.Method == "textDocument/publishDiagnostics" && m.Params.URI == at })
	return e.told[at]
}

// at asks about the place behind a mark in the text.
func (e *editor) at(method, path, text, mark string) string {
	e.t.Helper()
	i := strings.Index(text, mark)
	if i < 0 {
		e.t.Fatalf("%q is not in the text", mark)
	}
	before := text[:i+len(mark)]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	result := e.ask(method, map[string]any{"textDocument": map[string]any{"uri": uri(path)},
		"position": map[string]any{"line": strings.Count(before, "\n"), "character": len([]rune(line))}})
	return string(result)
}

// The real yaml-language-server, told by a record's first line where the schema
// is, finds nothing in good records, completes keys and closed words, explains
// in Chinese, and marks what is wrong.
func TestEditorsCompleteAndExplainRecords(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	e := openEditor(t, root)
	path := filepath.Join(root, "catalog/items/personal/birth/P004-birth-certificate.yaml")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	good := string(data)
	if faults := e.open(path, good); len(faults) > 0 {
		t.Errorf("faults in a good record: %q", faults)
	}
	if got := e.at("textDocument/hover", path, good, "\nsumm"); !strings.Contains(got, "一两句话说清这件事是什么") {
		t.Errorf("hovering over summary: %s", got)
	}
	if got := e.at("textDocument/hover", path, good, "\n    sho"); !strings.Contains(got, "原件出示几份") {
		t.Errorf("hovering over shown: %s", got)
	}
	for i, typing := range []struct {
		old, begun string // what is typed, up to the cursor
		want       []string
	}{
		{"quota: 无数量限制\n", "quota: 无数量限制\nre", []string{`"requires"`, "要先办好的事项编号"}},
		{"    shown: 2\n", "    shown: 2\n    nec", []string{`"necessity"`, "容缺后补"}},
		{"    shown: 2\n", "    shown: 2\n    necessity: ", []string{`"容缺后补"`, `"告知承诺可免"`}},
		{"type: 公共服务\n", "type: ", []string{`"行政许可"`, `"公共服务"`}},
	} {
		text := strings.Replace(good, typing.old, typing.begun+"\n", 1)
		draft := filepath.Join(filepath.Dir(path), fmt.Sprintf("P99%d-draft.yaml", i))
		e.open(draft, text)
		got := e.at("textDocument/completion", draft, text, typing.begun)
		for _, want := range typing.want {
			if !strings.Contains(got, want) {
				t.Errorf("after %q it offers no %s: %.400s", typing.begun, want, got)
			}
		}
	}
	bad := strings.NewReplacer("popularity: 3", "popularity: 三", "type: 公共服务", "type: 公共", "\nsummary:", "\nsumary:").Replace(good)
	broken := filepath.Join(filepath.Dir(path), "P998-broken.yaml")
	faults := strings.Join(e.open(broken, bad), "\n")
	for _, want := range []string{"sumary", "summary", "行政许可", "integer"} {
		if !strings.Contains(faults, want) {
			t.Errorf("%q is not among the faults:\n%s", want, faults)
		}
	}
}

// Every registry and two records of each stage pass the server, and say where
// their schema is.
func TestEditorsFindNoFaultInTheCatalogue(t *testing.T) {
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	e := openEditor(t, root)
	files := []string{filepath.Join(root, "handbook.yaml")}
	taken := map[string]int{}
	err = filepath.WalkDir(filepath.Join(root, "catalog"), func(name string, d os.DirEntry, err error) error {
		folder := filepath.Dir(name)
		if err == nil && filepath.Ext(name) == ".yaml" && (taken[folder] < 2 || !strings.Contains(folder, "items")) {
			taken[folder]++
			files = append(files, name)
		}
		return err
	})
	if err != nil || len(files) < 12 {
		t.Fatal(err, len(files))
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(data), "# yaml-language-server: $schema=") {
			t.Errorf("%s does not say where its schema is", name)
		}
		if faults := e.open(name, string(data)); len(faults) > 0 {
			t.Errorf("%s: %q", name, faults)
		}
	}
}
