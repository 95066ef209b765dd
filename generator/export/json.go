package export

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"

	"yibentong/generator/catalog"
)

// encoder appends JSON to b. What is unknown leaves no trace: for an empty
// text, a nil count, an object or a list without members not even the key is
// written. It is appended by hand since reflection takes three times as long,
// and there are fifty thousand items.
type encoder struct {
	base string // address of the handbook, with a slash at the end
	b    []byte
}

// key starts a member of an object, or of a list when k is empty.
func (e *encoder) key(k string) {
	if n := len(e.b); n > 0 && e.b[n-1] != '{' && e.b[n-1] != '[' {
		e.b = append(e.b, ',')
	}
	if k != "" {
		e.b = append(e.b, '"')
		e.b = append(e.b, k...)
		e.b = append(e.b, '"', ':')
	}
}

func (e *encoder) text(k, s string) {
	if s == "" {
		return
	}
	e.key(k)
	if !plain(s) {
		q, _ := json.Marshal(s) // a string always has a form
		e.b = append(e.b, q...)
		return
	}
	e.b = append(e.b, '"')
	e.b = append(e.b, s...)
	e.b = append(e.b, '"')
}

// plain tells whether s stands in JSON as it is.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return false
		}
	}
	return utf8.ValidString(s)
}

// link writes the full address of a page, a file or a site elsewhere.
func (e *encoder) link(k, path string) {
	if path != "" {
		e.text(k, absolute(e.base, path))
	}
}

func (e *encoder) date(k string, d catalog.Date) { e.text(k, d.String()) }

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

// words writes a list of texts.
func words[T ~string](e *encoder, k string, all []T) {
	e.array(k, func() {
		for _, s := range all {
			e.text("", string(s))
		}
	})
}
