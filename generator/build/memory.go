package build

import (
	"io/fs"
	"maps"
	"path"
	"sync"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/search"
	"yibentong/generator/site"
	"yibentong/generator/theme"
)

// Memory is what a preview keeps of one Plan for the next: decoded records, the
// theme, the synonyms. A Plan with it finds what a Plan without it would find.
// The zero value is empty.
type Memory struct {
	known  bool // Changed was called since the last Plan
	items  catalog.Cache
	look   *theme.Theme
	spoken *search.Synonyms
}

// Changed names all files and folders of the tree that can have changed since
// the last Plan. Without it a Plan reads everything.
func (m *Memory) Changed(names []string) {
	m.known = true
	m.items.Changed(names)
	for _, name := range names {
		if catalog.Touches(name, "themes") || name == SettingsFile {
			m.look = nil
		}
		if catalog.Touches(name, search.SynonymsFile) {
			m.spoken = nil
		}
	}
}

// begin forgets what cannot be vouched for, and hands out the records.
func (m *Memory) begin() *catalog.Cache {
	if m == nil {
		return nil
	}
	if !m.known {
		m.look, m.spoken = nil, nil
	}
	m.known = false
	return &m.items
}

// theme is theme.Load, or what it gave the last time. Only a theme without
// findings is kept.
func (m *Memory) theme(tree fs.FS, dir string, l *diag.List) (*theme.Theme, error) {
	if m != nil && m.look != nil {
		return m.look, nil
	}
	found := l.Len()
	look, err := theme.Load(tree, dir, l)
	if m != nil && err == nil && l.Len() == found {
		m.look = look
	}
	return look, err
}

// synonyms is search.LoadSynonyms, or what it gave the last time.
func (m *Memory) synonyms(tree fs.FS, l *diag.List) (*search.Synonyms, error) {
	if m != nil && m.spoken != nil {
		return m.spoken, nil
	}
	found := l.Len()
	s, err := search.LoadSynonyms(tree, l)
	if m != nil && err == nil && l.Len() == found {
		m.spoken = s
	}
	return s, err
}

// index makes the search, or promises it for later.
func (h *Handbook) index(s *search.Synonyms, later bool) ([]search.File, search.Index, error) {
	make := func() ([]search.File, search.Index, error) {
		return search.Build(search.Docs(h.Catalog), s, search.Options{Minify: theme.MinifyScript})
	}
	if !later {
		return make()
	}
	names := search.Index{Script: "search/search.js", Names: "search/names.js", Brief: "search/brief.js", Text: "search/text.js", Sound: "search/sound.js"}
	h.search = sync.OnceValues(func() (map[string][]byte, error) {
		files, index, err := make()
		bodies := map[string][]byte{}
		for _, f := range files {
			bodies[f.Name] = f.Body
		}
		maps.Copy(bodies, map[string][]byte{names.Script: bodies[index.Script], names.Names: bodies[index.Names],
			names.Brief: bodies[index.Brief], names.Text: bodies[index.Text], names.Sound: bodies[index.Sound]})
		return bodies, err
	})
	return nil, names, nil
}

// Later returns a file that is not among the Outputs because it is made only
// when it is asked for.
func (h *Handbook) Later(name string) (site.Output, bool, error) {
	if h.search == nil || path.Dir(name) != "search" {
		return site.Output{}, false, nil
	}
	files, err := h.search()
	body := files[name]
	return site.Output{Path: name, Make: written(body)}, body != nil, err
}
