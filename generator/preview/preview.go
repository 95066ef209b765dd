// Package preview serves a handbook while it is being edited: pages are made
// when the browser asks for them, an edit shows in the open page at once, and
// what is wrong with a record is told in the page.
//
// It writes nothing and listens where the caller says. The last good handbook
// stays while a record is wrong.
package preview

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"sync"
	"time"

	"yibentong/generator/build"
	"yibentong/generator/diag"
	"yibentong/generator/site"
)

// Server is the preview of one handbook. Use New.
type Server struct {
	tree    fs.FS
	options build.Options

	mu      sync.RWMutex // held while the handbook changes; pages are made under RLock
	good    *build.Handbook
	outputs map[string]site.Output
	found   []byte // findings as JSON
	errors  int
	version int
	changed chan struct{} // closed when version moves on
	took    time.Duration
}

// New returns a Server that has read the handbook once.
func New(tree fs.FS, o build.Options) (*Server, error) {
	o.Memory = &build.Memory{}
	s := &Server{tree: tree, options: o, changed: make(chan struct{})}
	return s, s.Reload()
}

// Reload reads the tree again: only the named files and folders, or, when none
// are named, everything. Findings are no error: they are shown.
func (s *Server) Reload(changed ...string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	start := time.Now()
	if len(changed) > 0 {
		s.options.Memory.Changed(changed)
	}
	var l diag.List
	h, err := build.Plan(s.tree, s.options, &l)
	if err != nil {
		return err
	}
	s.errors, _ = l.Count()
	var b bytes.Buffer
	if err := l.JSON(&b); err != nil {
		return err
	}
	s.found = b.Bytes()
	if s.errors == 0 {
		s.good = h
		s.outputs = make(map[string]site.Output, len(h.Outputs))
		for _, o := range h.Outputs {
			s.outputs[o.Path] = o
		}
	}
	s.took = time.Since(start)
	s.version++
	close(s.changed)
	s.changed = make(chan struct{})
	return nil
}

// Took is how long the last Reload worked.
func (s *Server) Took() time.Duration {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.took
}

// Errors is how many errors the last Reload found.
func (s *Server) Errors() int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.errors
}

// ServeHTTP implements http.Handler. Addresses under /-/ are the preview's own.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Content-Security-Policy", "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'")
	switch r.URL.Path {
	case "/-/live.js":
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write([]byte(liveScript))
	case "/-/live.css":
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		w.Write([]byte(liveStyle))
	case "/-/live":
		s.live(w, r)
	case "/-/report":
		s.report(w)
	default:
		s.page(w, strings.TrimPrefix(path.Clean(r.URL.Path), "/"))
	}
}

func (s *Server) page(w http.ResponseWriter, name string) {
	if name == "" {
		name = "index.html"
	}
	body, status, err := s.make(name)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	kind := contentType(name)
	if status == http.StatusNotFound {
		kind = contentType("404.html")
	}
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	if strings.HasPrefix(kind, "text/html") {
		body = withLive(body)
	}
	w.Write(body)
}

// make prints one file of the edition, or the page that says it is not there.
func (s *Server) make(name string) (body []byte, status int, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.good == nil {
		return []byte(emptyPage), http.StatusOK, nil
	}
	status = http.StatusOK
	o, ok := s.outputs[name]
	if !ok {
		if o, ok, err = s.good.Later(name); err != nil {
			return nil, http.StatusInternalServerError, err
		}
	}
	if !ok {
		if o, ok = s.outputs["404.html"]; !ok {
			return nil, http.StatusNotFound, nil
		}
		status = http.StatusNotFound
	}
	var b bytes.Buffer
	err = o.Make(&b)
	return b.Bytes(), status, err
}

func (s *Server) report(w http.ResponseWriter) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.good == nil {
		http.Error(w, "先改好错误", http.StatusServiceUnavailable)
		return
	}
	page, err := build.StaffPage(s.tree, s.good.Report())
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Write(page)
}

// live is a stream of server-sent events: the version and the findings, now
// and after each change.
func (s *Server) live(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	flusher, _ := w.(http.Flusher)
	for {
		s.mu.RLock()
		var found bytes.Buffer
		_ = json.Compact(&found, s.found) // it was made by json
		event := "data: {\"version\":" + itoa(s.version) + ",\"errors\":" + itoa(s.errors) + ",\"found\":" + found.String() + "}\n\n"
		changed := s.changed
		s.mu.RUnlock()
		if _, err := w.Write([]byte(event)); err != nil {
			return
		}
		if flusher != nil {
			flusher.Flush()
		}
		if !wait(r.Context(), changed) {
			return
		}
	}
}

func wait(ctx context.Context, changed <-chan struct{}) bool {
	select {
	case <-ctx.Done():
		return false
	case <-changed:
		return true
	}
}
