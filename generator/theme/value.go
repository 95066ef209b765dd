package theme

import (
	"fmt"
	"reflect"
	"sync/atomic"
	"text/template/parse"
)

// expr finds a value.
type expr func(r *run, dot reflect.Value) (reflect.Value, error)

// pipe compiles a pipeline of one command: a value, or one of the functions
// and, or, not, eq.
func (c *compiler) pipe(n *parse.PipeNode) (expr, error) {
	if len(n.Decl) > 0 || len(n.Cmds) != 1 {
		return nil, errUnknown
	}
	args := n.Cmds[0].Args
	name, ok := args[0].(*parse.IdentifierNode)
	if !ok {
		if len(args) != 1 {
			return nil, errUnknown
		}
		return c.operand(args[0])
	}
	var values []expr
	for _, a := range args[1:] {
		v, err := c.operand(a)
		if err != nil {
			return nil, err
		}
		values = append(values, v)
	}
	return function(name.Ident, values)
}

func (c *compiler) operand(n parse.Node) (expr, error) {
	switch n := n.(type) {
	case *parse.DotNode:
		return func(_ *run, dot reflect.Value) (reflect.Value, error) { return dot, nil }, nil
	case *parse.FieldNode:
		return follow(func(_ *run, dot reflect.Value) (reflect.Value, error) { return dot, nil }, n.Ident), nil
	case *parse.VariableNode:
		if n.Ident[0] != "$" {
			return nil, errUnknown
		}
		return follow(func(r *run, _ reflect.Value) (reflect.Value, error) { return r.root, nil }, n.Ident[1:]), nil
	case *parse.StringNode:
		return constant(n.Text), nil
	case *parse.BoolNode:
		return constant(n.True), nil
	case *parse.PipeNode:
		return c.pipe(n)
	}
	return nil, errUnknown
}

func constant(x any) expr {
	v := reflect.ValueOf(x)
	return func(*run, reflect.Value) (reflect.Value, error) { return v, nil }
}

// follow is .A.B.C from where start leads.
func follow(start expr, names []string) expr {
	for _, name := range names {
		from, get := start, field(name)
		start = func(r *run, dot reflect.Value) (reflect.Value, error) {
			v, err := from(r, dot)
			if err != nil {
				return v, err
			}
			return get(v)
		}
	}
	return start
}

// place is where a name was found in a type: a method, or the path of a field.
type place struct {
	typ    reflect.Type
	method int // of *typ or typ; -1 for a field
	index  []int
}

// field finds a field or a method without arguments, as templates do. It
// remembers where the last type had it; at one place of a template the type
// is nearly always the same.
func field(name string) func(reflect.Value) (reflect.Value, error) {
	var last atomic.Pointer[place]
	return func(v reflect.Value) (reflect.Value, error) {
		v = concrete(v)
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, fmt.Errorf("nil pointer evaluating .%s", name)
			}
			v = v.Elem()
		}
		if !v.IsValid() {
			return v, fmt.Errorf("no value to take .%s of", name)
		}
		at := last.Load()
		if at == nil || at.typ != v.Type() {
			var err error
			if at, err = find(v.Type(), name); err != nil {
				return v, err
			}
			last.Store(at)
		}
		if at.method >= 0 {
			return v.Method(at.method).Call(nil)[0], nil
		}
		if len(at.index) == 1 {
			return v.Field(at.index[0]), nil
		}
		return v.FieldByIndexErr(at.index)
	}
}

func find(t reflect.Type, name string) (*place, error) {
	if m, ok := t.MethodByName(name); ok && m.Type.NumIn() == 1 && m.Type.NumOut() == 1 {
		return &place{t, m.Index, nil}, nil
	}
	if t.Kind() == reflect.Struct {
		if f, ok := t.FieldByName(name); ok && f.IsExported() {
			return &place{t, -1, f.Index}, nil
		}
	}
	return nil, fmt.Errorf("%v has no field or method %s", t, name)
}

// concrete is the value in an interface.
func concrete(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Interface {
		return v.Elem()
	}
	return v
}

// truth is what {{if}} goes by: whether the value is other than empty.
func truth(v reflect.Value) bool {
	switch v = concrete(v); v.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map, reflect.Array:
		return v.Len() > 0
	case reflect.Bool:
		return v.Bool()
	case reflect.Pointer, reflect.Func, reflect.Chan:
		return !v.IsNil()
	case reflect.Struct:
		return true
	}
	return !v.IsZero()
}

// function compiles a call of one of the functions that templates use.
func function(name string, args []expr) (expr, error) {
	switch {
	case name == "not" && len(args) == 1:
		return func(r *run, dot reflect.Value) (reflect.Value, error) {
			v, err := args[0](r, dot)
			return reflect.ValueOf(!truth(v)), err
		}, nil
	case (name == "and" || name == "or") && len(args) > 0:
		return first(args, name == "or"), nil
	case name == "eq" && len(args) == 2:
		return func(r *run, dot reflect.Value) (reflect.Value, error) {
			a, err := args[0](r, dot)
			if err != nil {
				return a, err
			}
			b, err := args[1](r, dot)
			if err == nil && (concrete(a).Kind() != reflect.String || concrete(b).Kind() != reflect.String) {
				err = fmt.Errorf("eq of %v and %v", a.Kind(), b.Kind())
			}
			if err != nil {
				return b, err
			}
			return reflect.ValueOf(concrete(a).String() == concrete(b).String()), nil
		}, nil
	}
	return nil, errUnknown
}

// first is the first value whose truth is want, or the last.
func first(args []expr, want bool) expr {
	return func(r *run, dot reflect.Value) (v reflect.Value, err error) {
		for _, a := range args {
			if v, err = a(r, dot); err != nil || truth(v) == want {
				return v, err
			}
		}
		return v, nil
	}
}
