package source

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"yibentong/generator/diag"
)

// Scalar is a field type that reads itself from one YAML scalar. A nil Fault
// means that the text is good.
type Scalar interface{ ParseScalar(text string) *Fault }

// Fault is what a Scalar found wrong: a rule and what fills its message.
type Fault struct {
	Code *diag.Code
	Args []any
}

// Enum is a string type with a closed list of words.
type Enum interface{ Values() []string }

// Reference is a field that names another record; it is told after decoding
// where it stands, so that its target can be looked for.
type Reference interface {
	Scalar
	RefersTo() string
}

// Use is one reference met while decoding, and its place.
type Use struct {
	Ref Reference
	Pos diag.Pos
}

var (
	unknownKey = &diag.Code{ID: "key-unknown", Zh: "没有“%s”这个键", En: "unknown key %q",
		MendZh: "对照 catalog/schema/FORMAT.md 里的键名", MendEn: "see catalog/schema/FORMAT.md for the keys"}
	duplicateKey = &diag.Code{ID: "key-duplicate", Zh: "键“%s”写了两遍（前一个在第 %d 行）", En: "duplicate key %q (first on line %d)",
		MendZh: "合成一个", MendEn: "make them one"}
	missingKey = &diag.Code{ID: "key-missing", Zh: "缺少必填的键“%s”（%s）", En: "missing key %q (%s)",
		MendZh: "补上这一项", MendEn: "add it"}
	wrongKind = &diag.Code{ID: "value-kind", Zh: "“%s”应当是%s，这里是%s", En: "%q wants %s, found %s",
		MendZh: "照 FORMAT.md 里的例子改", MendEn: "see the example in FORMAT.md"}
	badNumber = &diag.Code{ID: "value-number", Zh: "“%s”要写数字，这里是“%s”", En: "%q wants a number, found %q",
		MendZh: "写成半角阿拉伯数字，如 2", MendEn: "write digits, such as 2"}
	badBool = &diag.Code{ID: "value-bool", Zh: "“%s”要写 true（是）或 false（否），这里是“%s”", En: "%q wants true or false, found %q",
		MendZh: "写 true 或 false", MendEn: "write true or false"}
	badEnum    = &diag.Code{ID: "value-enum", Zh: "“%s”不能写“%s”", En: "%q cannot be %q", MendZh: "", MendEn: ""}
	emptyValue = &diag.Code{ID: "value-empty", Severity: diag.Warning, Zh: "“%s”是空的", En: "%q is empty",
		MendZh: "不知道的内容不要留空键，删掉这一行", MendEn: "delete the line: what is not known is left out"}
	longText = &diag.Code{ID: "value-long", Zh: "“%s”有 %d 个字，超过上限 %d", En: "%q has %d characters, over the limit of %d",
		MendZh: "缩短，或拆成几条", MendEn: "shorten or split it"}
	tooMany = &diag.Code{ID: "file-hopeless", Zh: "这个文件的错误太多，后面的不再列出", En: "too many faults in this file; the rest is not listed",
		MendZh: "先改前面的，再查一遍", MendEn: "mend these first and check again"}
)

// maxText is the longest text of one field, in characters.
const maxText = 8000

// maxFaults is how many faults of one file are told; a file with more is not
// a record with mistakes but another kind of file.
const maxFaults = 100

// Decode fills the struct or slice that into points at from a node, strictly:
// every fault of form goes to l. It returns the references it met. ok is false
// when something that l calls an error was found.
func Decode(f File, n *yaml.Node, into any, l *diag.List) (uses []Use, ok bool) {
	d := decoder{name: f.Name, l: l}
	d.value(n, reflect.ValueOf(into).Elem(), "")
	return d.uses, d.errors == 0
}

type decoder struct {
	name   string
	l      *diag.List
	uses   []Use
	errors int
	told   int
}

func (d *decoder) report(n *yaml.Node, c *diag.Code, args ...any) *diag.Finding {
	if c.Severity == diag.Error {
		d.errors++
	}
	if d.told++; d.told == maxFaults {
		d.l.Report(nodePos(d.name, n), tooMany)
	}
	if d.told >= maxFaults {
		return &diag.Finding{}
	}
	return d.l.Report(nodePos(d.name, n), c, args...)
}

func (d *decoder) value(n *yaml.Node, v reflect.Value, key string) {
	if n.Kind == yaml.ScalarNode && n.Style == 0 && n.Tag == "!!null" {
		d.report(n, emptyValue, key)
		return
	}
	t := shapeOf(v.Type())
	switch {
	case t.scalar:
		d.scalar(n, v, key)
	case t.kind == reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		d.value(n, p.Elem(), key)
		v.Set(p)
	case t.kind == reflect.Struct:
		d.mapping(n, v, t, key)
	case t.kind == reflect.Slice:
		d.sequence(n, v, key)
	default:
		d.basic(n, v, t, key)
	}
}

func (d *decoder) wants(n *yaml.Node, kind yaml.Kind, key, zh, en string) bool {
	if n.Kind == kind {
		return true
	}
	d.report(n, wrongKind, key, zh, kindZh(n)).En = fmt.Sprintf(wrongKind.En, key, en, kindEn(n))
	return false
}

func (d *decoder) scalar(n *yaml.Node, v reflect.Value, key string) {
	if !d.wants(n, yaml.ScalarNode, key, "一个值", "one value") {
		return
	}
	s := v.Addr().Interface().(Scalar)
	if fault := s.ParseScalar(n.Value); fault != nil {
		d.report(n, fault.Code, fault.Args...)
		return
	}
	if r, ok := s.(Reference); ok {
		d.uses = append(d.uses, Use{r, nodePos(d.name, n)})
	}
}

func (d *decoder) sequence(n *yaml.Node, v reflect.Value, key string) {
	if !d.wants(n, yaml.SequenceNode, key, "一个列表（每项以“- ”开头，或写在 [ ] 里）", "a list") {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, c := range n.Content {
		d.value(c, v.Index(i), key)
	}
}

func (d *decoder) mapping(n *yaml.Node, v reflect.Value, t *shape, key string) {
	if !d.wants(n, yaml.MappingNode, key, "几个“键: 值”", "keys with values") {
		return
	}
	var lines [64]int // where each field was set; more fields than any record has
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, c := n.Content[i], n.Content[i+1]
		at, known := t.index[k.Value]
		if !known {
			hint(d.report(k, unknownKey, k.Value), k.Value, t.names)
			continue
		}
		if lines[at] != 0 {
			d.report(k, duplicateKey, k.Value, lines[at])
			continue
		}
		lines[at] = k.Line
		d.value(c, v.Field(t.fields[at].index), k.Value)
	}
	for i, f := range t.fields {
		if f.required && lines[i] == 0 {
			d.report(n, missingKey, f.name, f.doc)
		}
	}
}

func (d *decoder) basic(n *yaml.Node, v reflect.Value, t *shape, key string) {
	if !d.wants(n, yaml.ScalarNode, key, "一个值", "one value") {
		return
	}
	switch t.kind {
	case reflect.String:
		d.text(n, v, t, key)
	case reflect.Bool:
		if n.Value != "true" && n.Value != "false" {
			d.report(n, badBool, key, n.Value)
			return
		}
		v.SetBool(n.Value == "true")
	case reflect.Int:
		i, err := strconv.Atoi(n.Value)
		if err != nil || i < 0 {
			d.report(n, badNumber, key, n.Value)
			return
		}
		v.SetInt(int64(i))
	case reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || x < 0 || x > 1e12 || x != x {
			d.report(n, badNumber, key, n.Value)
			return
		}
		v.SetFloat(x)
	}
}

func (d *decoder) text(n *yaml.Node, v reflect.Value, t *shape, key string) {
	s := n.Value
	switch {
	case strings.TrimSpace(s) == "":
		d.report(n, emptyValue, key)
		return
	case len(s) > maxText && utf8.RuneCountInString(s) > maxText:
		d.report(n, longText, key, utf8.RuneCountInString(s), maxText)
		return
	case t.enum != nil && !t.allowed[s]:
		f := d.report(n, badEnum, key, s)
		hint(f.Hint("可以写："+strings.Join(t.enum, "、"), "one of: "+strings.Join(t.enum, ", ")), s, t.enum)
		return
	}
	for _, r := range controls([]byte(s)) { // escapes such as \u202e in quoted text
		d.report(n, hasControl, r)
		return
	}
	v.SetString(s)
}

func kindZh(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "几个“键: 值”"
	case yaml.SequenceNode:
		return "一个列表"
	}
	return "一个值“" + clip(n.Value) + "”"
}

func kindEn(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	return "the value " + strconv.Quote(clip(n.Value))
}

func clip(s string) string {
	if r := []rune(s); len(r) > 20 {
		return string(r[:20]) + "…"
	}
	return s
}
