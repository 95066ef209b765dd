// Package diag collects what an editor must mend, and tells it once.
//
// A finding has a place (file, line, column), a code that names the rule, and
// a message with the mend in Chinese and English. Findings are for editors;
// trouble of the machine (a full disk, a bug) is an ordinary error and never
// comes here.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

// Pos is a place in an editor's file. Line and Col count from 1, Col in
// characters; 0 means "the file as a whole". Width is how many characters are
// marked; 0 marks up to the end of the line.
type Pos struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Col   int    `json:"column"`
	Width int    `json:"width,omitempty"`
}

// Severity tells whether a finding stops publication.
type Severity int

const (
	// Error stops the build: a reader would be misled or a page would break.
	Error Severity = iota
	// Warning is told and counted; --strict makes it an error.
	Warning
)

// String returns the word that JSON output and RULES.md use.
func (s Severity) String() string { return [...]string{"error", "warning"}[s] }

// Code is one rule. Zh and En say what is wrong, with the same fmt verbs in the
// same order; MendZh and MendEn say how to mend it and take no verbs.
type Code struct {
	ID             string
	Severity       Severity
	Zh, En         string
	MendZh, MendEn string
	// Pending is a warning of what somebody else has to decide, such as the web
	// address: it is told every time, and --strict does not count it.
	Pending bool
}

// Finding is one breach of a rule at one place.
type Finding struct {
	Pos
	Code   *Code
	Zh, En string
	// HintZh and HintEn replace the rule's mend where more is known here.
	HintZh, HintEn string
}

// Hint says how to mend this very finding, in both languages.
func (f *Finding) Hint(zh, en string) *Finding {
	f.HintZh, f.HintEn = zh, en
	return f
}

// List gathers findings. The zero value is ready; it is safe for many goroutines.
type List struct {
	mu    sync.Mutex
	found []*Finding
}

// Report adds a finding of a rule at pos; args fill the rule's messages.
func (l *List) Report(pos Pos, code *Code, args ...any) *Finding {
	f := &Finding{Pos: pos, Code: code, Zh: fmt.Sprintf(code.Zh, args...), En: fmt.Sprintf(code.En, args...),
		HintZh: code.MendZh, HintEn: code.MendEn}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.found = append(l.found, f)
	return f
}

// Add takes over findings that were kept from an earlier reading of the same bytes.
func (l *List) Add(found []*Finding) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.found = append(l.found, found...)
}

// Sorted returns the findings by file, line, column and code, one for each
// place and code.
func (l *List) Sorted() []*Finding {
	l.mu.Lock()
	defer l.mu.Unlock()
	out := slices.Clone(l.found)
	slices.SortStableFunc(out, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code.ID, b.Code.ID), cmp.Compare(a.Zh, b.Zh))
	})
	return slices.CompactFunc(out, func(a, b *Finding) bool {
		return a.Pos == b.Pos && a.Code == b.Code && a.Zh == b.Zh
	})
}

// Count returns how many errors and warnings there are.
func (l *List) Count() (errors, warnings int) {
	for _, f := range l.Sorted() {
		if f.Code.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Strict counts what --strict does not let pass.
func (l *List) Strict() (n int) {
	for _, f := range l.Sorted() {
		if !f.Code.Pending {
			n++
		}
	}
	return n
}

// Len returns how many findings were reported, repeats included.
func (l *List) Len() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.found)
}
