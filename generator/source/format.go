package source

import (
	"bytes"
	"reflect"
	"strings"

	"gopkg.in/yaml.v3"

	"yibentong/generator/diag"
)

// Format returns a file in canonical form: keys in the order of the type,
// two spaces a level, LF, one newline at the end. Comments stay
// with their lines. ok is false when the file cannot be parsed; l says why.
// Formatting twice gives the same bytes as formatting once.
func Format(f File, like reflect.Type, l *diag.List) (out []byte, ok bool) {
	if tabs(f, l) {
		return nil, false
	}
	if Parse(f, l) == nil {
		return nil, false
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(f.Data, &doc); err != nil {
		return nil, false
	}
	order(doc.Content[0], like)
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(&doc); err != nil {
		return nil, false
	}
	_ = enc.Close() // a buffer does not fail
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\n'), true
}

// order sorts the keys of mappings as the type has them; unknown keys, which
// check tells of, go last in the order they stand in.
func order(n *yaml.Node, t reflect.Type) {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	shape := shapeOf(t)
	switch {
	case n.Kind == yaml.SequenceNode && t.Kind() == reflect.Slice:
		for _, c := range n.Content {
			order(c, t.Elem())
		}
	case n.Kind == yaml.MappingNode && shape.kind == reflect.Struct && !shape.scalar:
		orderKeys(n, shape)
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		n.Value = strings.TrimRight(n.Value, "\n") + "\n"
	}
}

func orderKeys(n *yaml.Node, shape *shape) {
	sorted := make([]*yaml.Node, 0, len(n.Content))
	for _, f := range shape.fields {
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == f.name {
				order(n.Content[i+1], f.typ)
				sorted = append(sorted, n.Content[i], n.Content[i+1])
			}
		}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if _, known := shape.index[n.Content[i].Value]; !known {
			sorted = append(sorted, n.Content[i], n.Content[i+1])
		}
	}
	keepHead(n, sorted)
	n.Content = sorted
}

// keepHead leaves a comment that heads the file at its head when another key
// moves to the front.
func keepHead(n *yaml.Node, sorted []*yaml.Node) {
	if len(sorted) == 0 || sorted[0] == n.Content[0] || n.Content[0].HeadComment == "" || sorted[0].HeadComment != "" {
		return
	}
	if strings.Contains(n.Content[0].HeadComment, "yaml-language-server") {
		sorted[0].HeadComment, n.Content[0].HeadComment = n.Content[0].HeadComment, ""
	}
}
