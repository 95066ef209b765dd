// Package engine runs the search script of the handbook outside a browser.
//
// In come the files that package search made; out come the very results that the search page
// shows, with the reasons for their order. There is no second ranking: the script itself is run,
// in an interpreter of old JavaScript, which also proves that an old browser can run it.
package engine

import (
	"fmt"

	"github.com/dop251/goja"

	"yibentong/generator/search"
)

// Engine is an opened index. It must not be used by two goroutines at once.
type Engine struct {
	vm    *goja.Runtime
	face  *goja.Object
	files map[string]search.File // not run yet
	sound string
}

// Result is one item found, best first.
type Result struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Score float64  `json:"score"`
	Prior float64  `json:"prior"` // below 1: holds an action not asked for; above: done by many
	Exact float64  `json:"exact"` // more when the query is the name, or an alias
	Text  float64  `json:"text"`  // the part that the full text added
	Why   []Reason `json:"why"`
}

// Reason says what some words of the query found.
type Reason struct {
	Words string  `json:"words"` // as understood; letters as syllables
	Means string  `json:"means"` // the official word that a synonym led to, or ""
	Key   string  `json:"key"`   // the name or alias that answered, folded; "" if none did
	Alias bool    `json:"alias"` // whether Key is an alias
	Score float64 `json:"score"` // how well, 0 to 1.15
	Mass  float64 `json:"mass"`  // how much the words weigh
	Known bool    `json:"known"` // false: the words answer nowhere and do not count
}

// Open runs the script, with what tells reasons behind it, and the name table.
func Open(files []search.File, index search.Index) (*Engine, error) {
	e := &Engine{vm: goja.New(), files: make(map[string]search.File), sound: index.Sound}
	e.vm.SetFieldNameMapper(goja.TagFieldNameMapper("json", true))
	for _, f := range files {
		e.files[f.Name] = f
	}
	script, err := search.ConsoleScript()
	if err != nil {
		return nil, err
	}
	if _, err := e.vm.RunScript("search.js", string(script)); err != nil {
		return nil, fmt.Errorf("running the search script: %w", err)
	}
	for _, name := range []string{index.Names, index.Text} {
		if _, ok := e.files[name]; name != "" && !ok {
			return nil, fmt.Errorf("search index lacks %s", name)
		}
		if err := e.run(name); err != nil {
			return nil, err
		}
	}
	e.face = e.vm.Get("ybtSearch").ToObject(e.vm)
	return e, nil
}

// run executes one file of the index, once; an empty name is no file.
func (e *Engine) run(name string) error {
	f, ok := e.files[name]
	if name == "" || !ok {
		return nil
	}
	delete(e.files, name)
	if _, err := e.vm.RunScript(name, string(f.Body)); err != nil {
		return fmt.Errorf("running %s: %w", name, err)
	}
	return nil
}

// Explain returns the first n results for a query and why each stands where it stands.
func (e *Engine) Explain(query string, n int) ([]Result, error) {
	if err := e.deepen(query); err != nil {
		return nil, err
	}
	var out []Result
	return out, e.call("explain", &out, query, n)
}

// Meant returns what the query was taken for when it was misspelt or written in letters, or "".
func (e *Engine) Meant(query string) (string, error) {
	var out string
	return out, e.call("meant", &out, query)
}

// rounds is how often a query may ask for further files: index, rows, sounds, text, rows.
const rounds = 8

// deepen fetches the files that the page would fetch for the query.
func (e *Engine) deepen(query string) error {
	var strange bool
	if err := e.call("strange", &strange, query); err != nil {
		return err
	}
	if strange {
		if err := e.run(e.sound); err != nil {
			return err
		}
	}
	for range rounds {
		var names []string
		if err := e.call("wants", &names, query); err != nil {
			return err
		}
		before := len(e.files)
		for _, name := range names {
			if err := e.run("search/" + name); err != nil {
				return err
			}
		}
		if len(e.files) == before {
			return nil
		}
	}
	return nil
}

// call calls a function of the script and brings its result into out.
func (e *Engine) call(name string, out any, args ...any) error {
	fn, ok := goja.AssertFunction(e.face.Get(name))
	if !ok {
		return fmt.Errorf("the search script has no function %s", name)
	}
	values := make([]goja.Value, len(args))
	for i, a := range args {
		values[i] = e.vm.ToValue(a)
	}
	v, err := fn(goja.Undefined(), values...)
	if err != nil {
		return fmt.Errorf("search script, %s: %w", name, err)
	}
	if err := e.vm.ExportTo(v, out); err != nil {
		return fmt.Errorf("search script, %s: %w", name, err)
	}
	return nil
}
