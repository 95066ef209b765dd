package source

import (
	"reflect"
	"strings"
	"sync"
)

// shape is what the decoder and the schema need to know of a Go type. The
// yaml tag names the key, "required" after the name makes it so; the zh tag
// is the field's explanation, shown by editors on hover.
type shape struct {
	kind    reflect.Kind
	scalar  bool
	enum    []string
	allowed map[string]bool
	fields  []field
	index   map[string]int
	names   []string
}

type field struct {
	name     string
	index    int
	required bool
	doc      string
	typ      reflect.Type
}

// shapes remembers each type once; types never change.
var shapes sync.Map

var (
	scalarType = reflect.TypeFor[Scalar]()
	enumType   = reflect.TypeFor[Enum]()
)

func shapeOf(t reflect.Type) *shape {
	if s, ok := shapes.Load(t); ok {
		return s.(*shape)
	}
	s := &shape{kind: t.Kind(), scalar: reflect.PointerTo(t).Implements(scalarType)}
	if !s.scalar && t.Implements(enumType) {
		s.enum = reflect.Zero(t).Interface().(Enum).Values()
		s.allowed = map[string]bool{}
		for _, v := range s.enum {
			s.allowed[v] = true
		}
	}
	if s.kind == reflect.Struct && !s.scalar {
		s.index = map[string]int{}
		for f := range fieldsOf(t) {
			s.index[f.name] = len(s.fields)
			s.fields = append(s.fields, f)
			s.names = append(s.names, f.name)
		}
	}
	kept, _ := shapes.LoadOrStore(t, s)
	return kept.(*shape)
}

func fieldsOf(t reflect.Type) func(yield func(field) bool) {
	return func(yield func(field) bool) {
		for i := range t.NumField() {
			name, option, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
			if name == "" || name == "-" {
				continue
			}
			f := field{name: name, index: i, required: option == "required", doc: t.Field(i).Tag.Get("zh"), typ: t.Field(i).Type}
			if !yield(f) {
				return
			}
		}
	}
}
