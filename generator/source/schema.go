package source

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Patterned is a Scalar that can say what it looks like: a regular expression
// for the schema and an example for FORMAT.md.
type Patterned interface {
	Pattern() (expression, example string)
}

// Schema returns the JSON Schema (draft 7, which editors understand best) of a
// Go type, in bytes that do not change from run to run. The zh tags become the
// descriptions that editors show on hover.
func Schema(title string, t reflect.Type) []byte {
	s := schemaOf(t, "")
	s = append(object{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", title}}, s...)
	out, err := json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil // strings, lists and objects marshal
	}
	return append(out, '\n')
}

// object is a JSON object that keeps the order of its keys.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b strings.Builder
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		v, err := json.Marshal(m.value)
		if err != nil {
			return nil, err
		}
		b.WriteString(strconv.Quote(m.key) + ":" + string(v))
	}
	b.WriteByte('}')
	return []byte(b.String()), nil
}

func schemaOf(t reflect.Type, doc string) object {
	var s object
	if doc != "" {
		s = object{{"description", doc}}
	}
	shape := shapeOf(t)
	switch {
	case shape.scalar:
		return append(s, scalarSchema(t)...)
	case shape.enum != nil:
		return append(s, member{"type", "string"}, member{"enum", shape.enum})
	}
	switch shape.kind {
	case reflect.Pointer:
		return schemaOf(t.Elem(), doc)
	case reflect.Struct:
		return append(s, structSchema(shape)...)
	case reflect.Slice:
		return append(s, member{"type", "array"}, member{"items", itemSchema(t.Elem())})
	case reflect.Bool:
		return append(s, member{"type", "boolean"})
	case reflect.Int:
		return append(s, member{"type", "integer"}, member{"minimum", 0})
	case reflect.Float64:
		return append(s, member{"type", "number"}, member{"minimum", 0})
	}
	return append(s, member{"type", []string{"string", "number"}})
}

// itemSchema is the schema of a list's entries.
func itemSchema(t reflect.Type) object {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct && !shapeOf(t).scalar {
		return structSchema(shapeOf(t))
	}
	return schemaOf(t, "")
}

func scalarSchema(t reflect.Type) object {
	p, ok := reflect.New(t).Interface().(Patterned)
	if !ok {
		return object{{"type", []string{"string", "number"}}}
	}
	expression, example := p.Pattern()
	return object{{"type", []string{"string", "number"}}, {"pattern", expression}, {"examples", []string{example}}}
}

func structSchema(shape *shape) object {
	properties, required := object{}, []string{}
	for _, f := range shape.fields {
		// The one recursion there is: alternatives hold papers.
		if f.typ.Kind() == reflect.Slice && f.typ.Elem().Kind() == reflect.Struct && shapeOf(f.typ.Elem()) == shape {
			properties = append(properties, member{f.name, object{{"description", f.doc}, {"type", "array"}, {"items", object{{"type", "object"}}}}})
			continue
		}
		properties = append(properties, member{f.name, schemaOf(f.typ, f.doc)})
		if f.required {
			required = append(required, f.name)
		}
	}
	s := object{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}}
	if len(required) > 0 {
		s = append(s, member{"required", required})
	}
	return s
}

// Field is one key of a record as FORMAT.md tells of it.
type Field struct {
	Path     string // materials[].copies
	Doc      string
	Required bool
	Values   string // what may stand there
}

// Fields lists every key of a type, depth first, in the order of the record.
func Fields(t reflect.Type) []Field { return fieldsUnder(t, "", map[reflect.Type]bool{}) }

func fieldsUnder(t reflect.Type, prefix string, above map[reflect.Type]bool) (out []Field) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	shape := shapeOf(t)
	if shape.kind != reflect.Struct || shape.scalar || above[t] {
		return nil
	}
	above[t] = true
	defer delete(above, t)
	for _, f := range shape.fields {
		path := prefix + f.name
		if f.typ.Kind() == reflect.Slice {
			path += "[]"
		}
		out = append(out, Field{path, f.doc, f.required, valuesOf(f.typ)})
		out = append(out, fieldsUnder(f.typ, path+".", above)...)
	}
	return out
}

func valuesOf(t reflect.Type) string {
	list := ""
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		if t.Kind() == reflect.Slice {
			list = "列表，每项："
		}
		t = t.Elem()
	}
	shape := shapeOf(t)
	switch {
	case shape.scalar:
		if p, ok := reflect.New(t).Interface().(Patterned); ok {
			_, example := p.Pattern()
			return list + "如 `" + example + "`"
		}
		return list + "文字"
	case shape.enum != nil:
		return list + strings.Join(shape.enum, "、")
	}
	switch shape.kind {
	case reflect.Struct:
		return list + "见下"
	case reflect.Bool:
		return list + "true 或 false"
	case reflect.Int:
		return list + "整数"
	case reflect.Float64:
		return list + "数字"
	}
	return list + "文字"
}
