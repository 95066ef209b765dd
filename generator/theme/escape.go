package theme

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// escaper appends a value as html/template prints it at one kind of place.
// plain appends a string at once if it can, and else says no; the rest goes
// through slow, a template of html/template with one action at such a place.
type escaper struct {
	plain func(out []byte, s string) ([]byte, bool)
	raw   reflect.Type // the type that has been escaped for this place already
	slow  *template.Template
	frame int // bytes of slow's text before the action
	tail  int // and after it
}

// places are the kinds of place where themes print values: a template with
// one action, and how plain strings are printed there.
var places = []struct {
	before, after string
	plain         func([]byte, string) ([]byte, bool)
	raw           reflect.Type
}{
	{`<p>`, `</p>`, appendText, reflect.TypeFor[template.HTML]()},
	{`<title>`, `</title>`, appendText, nil},
	{`<p title="`, `"></p>`, appendText, nil},
	{`<a href="`, `"></a>`, appendAddress, nil},
	{`<a href="x`, `"></a>`, appendAddress, nil},
	{`<a href="#x`, `"></a>`, nil, nil},
	{`<a href="x?y=`, `"></a>`, nil, nil},
	{`<script type="application/ld+json">`, `</script>`, nil, reflect.TypeFor[template.JS]()},
}

// escapersOf asks html/template which functions it puts at each kind of place.
func escapersOf() map[string]escaper {
	out := map[string]escaper{}
	for _, p := range places {
		t, err := template.New("place").Parse(p.before + `{{.}}` + p.after)
		if err != nil || t.Execute(new(bytes.Buffer), "") != nil {
			continue
		}
		for _, n := range t.Tree.Root.Nodes {
			if a, ok := n.(*parse.ActionNode); ok {
				out[chain(a.Pipe.Cmds[1:])] = escaper{p.plain, p.raw, t, len(p.before), len(p.after)}
			}
		}
	}
	return out
}

// chain names the functions that a value goes through. It is empty if there
// is anything but plain function names, and so never that of a place.
func chain(cmds []*parse.CommandNode) string {
	var names []string
	for _, c := range cmds {
		id, ok := c.Args[0].(*parse.IdentifierNode)
		if !ok || len(c.Args) != 1 {
			return ""
		}
		names = append(names, id.Ident)
	}
	return strings.Join(names, "|")
}

// action compiles {{value}}, which html/template has made {{value | escaper…}}.
func (c *compiler) action(n *parse.ActionNode) (step, error) {
	if len(n.Pipe.Decl) > 0 || len(n.Pipe.Cmds) < 2 {
		return nil, errUnknown
	}
	esc, ok := c.escapers[chain(n.Pipe.Cmds[1:])]
	if !ok {
		return nil, errUnknown
	}
	value, err := c.pipe(&parse.PipeNode{NodeType: parse.NodePipe, Cmds: n.Pipe.Cmds[:1]})
	if err != nil {
		return nil, err
	}
	return func(r *run, dot reflect.Value) error {
		v, err := value(r, dot)
		if err != nil {
			return err
		}
		r.out, err = esc.append(r.out, v)
		return err
	}, nil
}

var (
	stringType   = reflect.TypeFor[string]()
	intType      = reflect.TypeFor[int]()
	errorType    = reflect.TypeFor[error]()
	stringerType = reflect.TypeFor[fmt.Stringer]()
)

func (e *escaper) append(out []byte, v reflect.Value) ([]byte, error) {
	v = concrete(v)
	if v.IsValid() {
		switch t := v.Type(); {
		case t == e.raw:
			return append(out, v.String()...), nil
		case t == intType && e.plain != nil:
			return strconv.AppendInt(out, v.Int(), 10), nil
		case (t == stringType || plainString(t)) && e.plain != nil:
			if longer, ok := e.plain(out, v.String()); ok {
				return longer, nil
			}
		}
	}
	return e.slowly(out, v)
}

// plainString tells whether a type is a string without ways of its own to be
// printed. Types of package html/template have a meaning of their own.
func plainString(t reflect.Type) bool {
	return t.Kind() == reflect.String && t.PkgPath() != "html/template" && !t.Implements(stringerType) && !t.Implements(errorType)
}

// slowly lets html/template print the value.
func (e *escaper) slowly(out []byte, v reflect.Value) ([]byte, error) {
	var x any
	if v.IsValid() {
		x = v.Interface()
	}
	var b bytes.Buffer
	if err := e.slow.Execute(&b, x); err != nil {
		return out, err
	}
	return append(out, b.Bytes()[e.frame:b.Len()-e.tail]...), nil
}

// appendText escapes text and quoted attributes: the seven characters of
// html/template.
func appendText(out []byte, s string) ([]byte, bool) {
	from := 0
	for i := 0; i < len(s); i++ {
		var to string
		switch s[i] {
		case 0:
			to = "\uFFFD"
		case '"':
			to = "&#34;"
		case '&':
			to = "&amp;"
		case '\'':
			to = "&#39;"
		case '+':
			to = "&#43;"
		case '<':
			to = "&lt;"
		case '>':
			to = "&gt;"
		default:
			continue
		}
		out = append(append(out, s[from:i]...), to...)
		from = i + 1
	}
	return append(out, s[from:]...), true
}

// appendAddress prints addresses of pages and of sites that need no escaping,
// which is nearly all; anything else is left to html/template.
func appendAddress(out []byte, s string) ([]byte, bool) {
	rest := strings.TrimPrefix(s, "https://")
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~', c == '/':
		default:
			return out, false
		}
	}
	return append(out, s...), true
}
