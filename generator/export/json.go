package export

import (
	"fmt"
	"strconv"
	"sync"
	"time"

	"yibentong/generator/catalog"
)

// encoder appends JSON to b. What is unknown leaves no trace: for an empty
// text, a nil count, an object or a list without members not even the key is
// written. So the records are printed as they are; encoding/json would want a
// second set of types beside those of package catalog.
type encoder struct {
	base  string    // address of the handbook, with a slash at the end
	parts *sync.Map // registry entry → its members as []byte
	b     []byte
}

// key starts a member of an object, or of a list when k is empty.
func (e *encoder) key(k string) { e.b = appendKey(e.b, k) }

func appendKey(b []byte, k string) []byte {
	if n := len(b); n > 0 && b[n-1] != '{' && b[n-1] != '[' {
		b = append(b, ',')
	}
	if k != "" {
		b = append(b, '"')
		b = append(b, k...)
		b = append(b, '"', ':')
	}
	return b
}

func (e *encoder) text(k, s string) {
	if s != "" {
		e.b = appendText(appendKey(e.b, k), s)
	}
}

// appendText escapes what RFC 8259 wants escaped, no more. s is UTF-8: package
// source lets nothing else pass.
func appendText(b []byte, s string) []byte {
	b = append(b, '"')
	done := 0
	for i := range len(s) {
		c := s[i]
		if c > '\\' || c >= ' ' && c != '"' && c != '\\' { // most letters are above
			continue
		}
		b = append(b, s[done:i]...)
		done = i + 1
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, `\n`...)
		default:
			b = fmt.Appendf(b, `\u%04x`, c)
		}
	}
	b = append(b, s[done:]...)
	return append(b, '"')
}

// link writes the full address of a page, a file or a site elsewhere.
func (e *encoder) link(k, path string) {
	if path != "" {
		e.text(k, absolute(e.base, path))
	}
}

func (e *encoder) date(k string, d catalog.Date) {
	if d.Ok() {
		e.key(k)
		e.b = d.Time().AppendFormat(e.b, `"`+time.DateOnly+`"`)
	}
}

func (e *encoder) number(k string, n int) {
	e.key(k)
	e.b = strconv.AppendInt(e.b, int64(n), 10)
}

func (e *encoder) count(k string, n *int) {
	if n != nil {
		e.number(k, *n)
	}
}

func (e *encoder) decimal(k string, f *float64) {
	if f != nil {
		e.key(k)
		e.b = strconv.AppendFloat(e.b, *f, 'f', -1, 64)
	}
}

func (e *encoder) flag(k string, v bool) {
	e.key(k)
	e.b = strconv.AppendBool(e.b, v)
}

// yes writes a flag of which "no" and "not known" are one in the records.
func (e *encoder) yes(k string, v bool) {
	if v {
		e.flag(k, v)
	}
}

func (e *encoder) object(k string, members func()) { e.enclosed(k, '{', '}', members) }

func (e *encoder) array(k string, members func()) { e.enclosed(k, '[', ']', members) }

func (e *encoder) enclosed(k string, open, closing byte, members func()) {
	mark := len(e.b)
	e.key(k)
	e.b = append(e.b, open)
	members()
	if e.b[len(e.b)-1] == open {
		e.b = e.b[:mark]
		return
	}
	e.b = append(e.b, closing)
}

// one writes v as an object, unless it is nil.
func one[T any](e *encoder, k string, v *T, members func(*encoder, *T)) {
	if v != nil {
		e.object(k, func() { members(e, v) })
	}
}

// list writes each of all as an object.
func list[T any](e *encoder, k string, all []T, members func(*encoder, *T)) {
	e.array(k, func() {
		for i := range all {
			one(e, "", &all[i], members)
		}
	})
}

// shared writes the members of an entry of a registry, which are encoded once
// for all items.
func shared[T any](e *encoder, entry *T, members func(*encoder, *T)) {
	part, ok := e.parts.Load(entry)
	if !ok {
		once := &encoder{base: e.base, parts: e.parts}
		members(once, entry)
		part, _ = e.parts.LoadOrStore(entry, once.b)
	}
	if b := part.([]byte); len(b) > 0 {
		e.key("")
		e.b = append(e.b, b...)
	}
}

// registered writes an entry of a registry as an object, unless it is nil.
func registered[T any](e *encoder, k string, entry *T, members func(*encoder, *T)) {
	if entry != nil {
		e.object(k, func() { shared(e, entry, members) })
	}
}

// words writes a list of texts.
func words[T ~string](e *encoder, k string, all []T) {
	e.array(k, func() {
		for _, s := range all {
			e.text("", string(s))
		}
	})
}
