package source

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yibentong/generator/diag"
)

type sample struct {
	Name  string   `yaml:"name,required" zh:"名称"`
	Count int      `yaml:"count" zh:"个数"`
	Yes   bool     `yaml:"yes" zh:"是否"`
	Price *float64 `yaml:"price" zh:"价钱"`
	Kind  colour   `yaml:"kind" zh:"颜色"`
	List  []string `yaml:"list" zh:"列表"`
	Under *sample  `yaml:"under" zh:"下一层"`
	Many  []sample `yaml:"many" zh:"许多"`
}

type colour string

func (colour) Values() []string { return []string{"红色", "绿色"} }

// decode reads text as a sample and returns it with what was found, one line
// a finding: "line:col code".
func decode(t *testing.T, text string) (sample, string) {
	t.Helper()
	var l diag.List
	var s sample
	f, ok := Clean("x.yaml", []byte(text), &l)
	if ok {
		if node := Parse(f, &l); node != nil {
			Decode(f, node, &s, &l)
		}
	}
	var b strings.Builder
	for _, f := range l.Sorted() {
		fmt.Fprintf(&b, "%d:%d %s\n", f.Line, f.Col, f.Code.ID)
	}
	return s, b.String()
}

func TestEveryFaultOfFormIsToldAtItsPlace(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"clean", "name: 甲\ncount: 2\nyes: true\nprice: 1.5\nkind: 红色\nlist: [a, b]\n", ""},
		{"unknown key", "name: 甲\ncuont: 2\n", "2:1 key-unknown\n"},
		{"duplicate key", "name: 甲\ncount: 1\ncount: 2\n", "3:1 key-duplicate\n"},
		{"missing key", "count: 1\n", "1:1 key-missing\n"},
		{"wrong kinds", "name: [甲]\ncount: 两\nyes: 是\nlist: 甲\nunder: 1\n", "1:7 value-kind\n2:8 value-number\n3:6 value-bool\n4:7 value-kind\n5:8 value-kind\n"},
		{"enum", "name: 甲\nkind: 红\n", "2:7 value-enum\n"},
		{"empty value", "name: 甲\nlist:\n", "2:6 value-empty\n"},
		{"all at once", "nmae: 甲\nkind: 蓝\nmany:\n  - count: x\n", "1:1 key-missing\n1:1 key-unknown\n2:7 value-enum\n4:5 key-missing\n4:12 value-number\n"},
		{"negative", "name: 甲\ncount: -1\n", "2:8 value-number\n"},
		{"huge number", "name: 甲\ncount: 99999999999999999999\nprice: 1e400\n", "2:8 value-number\n3:8 value-number\n"},
		{"alias", "name: &a 甲\nlist: [*a]\n", "1:7 yaml-alias\n2:8 yaml-alias\n"},
		{"tag", "name: !!binary aGk=\n", "1:7 yaml-alias\n"},
		{"merge", "name: 甲\n<<: {count: 1}\n", "2:1 yaml-alias\n"},
		{"tab", "name: 甲\nunder:\n\tname: 乙\n", "3:1 file-tab\n"},
		{"two documents", "name: 甲\n---\nname: 乙\n", "2:1 yaml-documents\n"},
		{"document start", "---\nname: 甲\n", ""},
		{"empty", "# 只有注释\n", "1:1 yaml-empty\n"},
		{"nothing", "", "1:1 yaml-empty\n"},
		{"scalar file", "甲\n", "1:1 value-kind\n"},
		{"BOM", "\ufeffname: 甲\n", "1:1 file-bom\n"},
		{"CRLF", "name: 甲\r\ncount: 1\r\n", "1:8 file-crlf\n"},
		{"GBK", "name: \xbc\xd7\n", "1:7 file-encoding\n"},
		{"UTF-16", "\xff\xfen\x00a\x00", "1:1 file-encoding\n"},
		{"NUL", "name: a\x00b\n", "1:8 text-control\n"},
		{"bidi", "name: a\u202eb\n", "1:8 text-control\n"},
		{"escaped bidi", `name: "a\u202eb"` + "\n", "1:7 text-control\n"},
		{"zero width", "name: 身\u200b份证\n", "1:8 text-control\n"},
		{"unclosed quote", "name: \"甲\ncount: 1\n", "3:1 yaml-syntax\n"},
		{"colon in value", "name: 甲: 乙\n", "1:1 yaml-syntax\n"},
		{"long text", "name: " + strings.Repeat("字", maxText+1) + "\n", "1:7 value-long\n"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, got := decode(t, tt.text); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
		})
	}
}

func TestStringsAreTakenAsWritten(t *testing.T) {
	t.Parallel()
	s, found := decode(t, "name: 0817\nlist: [no, 2026-11-24, 1.10, ~x]\n")
	if found != "" || s.Name != "0817" || strings.Join(s.List, "|") != "no|2026-11-24|1.10|~x" {
		t.Errorf("got %q %q, found %s", s.Name, s.List, found)
	}
}

func TestDidYouMean(t *testing.T) {
	t.Parallel()
	var l diag.List
	f := File{"x.yaml", []byte("nmae: 甲\nkind: 绿颜色\n")}
	Decode(f, Parse(f, &l), &sample{}, &l)
	var text strings.Builder
	if err := (diag.Printer{Lang: "zh"}).Print(&text, &l); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"是不是“name”", "是不是“绿色”", "可以写：红色、绿色"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("%q is missing in\n%s", want, text.String())
		}
	}
}

func TestBombsAreRefusedQuickly(t *testing.T) {
	t.Parallel()
	bombs := map[string]string{
		"brackets":   "name: " + strings.Repeat("[", 100000),
		"braces":     strings.Repeat("{a: ", 100000),
		"indents":    deep(2000),
		"aliases":    "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nname: *c\n",
		"many keys":  strings.Repeat("k: v\n", 200000),
		"long line":  "name: " + strings.Repeat("a", 3<<20),
		"many items": "name: a\nlist:\n" + strings.Repeat("  - {}\n", 200000),
	}
	for name, text := range bombs {
		t.Run(name, func(t *testing.T) {
			if _, found := decode(t, text); found == "" {
				t.Error("nothing was found wrong")
			} else if n := strings.Count(found, "\n"); n > maxFaults+1 {
				t.Errorf("%d findings for one file", n)
			}
		})
	}
}

func deep(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "k:\n")
	}
	return b.String()
}

func TestSizeIsBounded(t *testing.T) {
	t.Parallel()
	var l diag.List
	fsys := fstest.MapFS{"big.yaml": {Data: make([]byte, MaxSize+1)}}
	if _, ok, err := Read(fsys, "big.yaml", &l); ok || err != nil || l.Len() != 1 {
		t.Errorf("ok %v, err %v, %d findings", ok, err, l.Len())
	}
}

func TestLocatorFindsValuesAndWords(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"x.yaml": {Data: []byte("name: 甲\nmany:\n  - name: 乙\n    list: [一, 二]\nunder:\n  name: |\n    第一行\n    要带有关材料。\n")}}
	lo := NewLocator(fsys)
	for _, tt := range []struct {
		path []any
		want diag.Pos
	}{
		{[]any{"name"}, diag.Pos{File: "x.yaml", Line: 1, Col: 7, Width: 1}},
		{[]any{"many", 0, "list", 1}, diag.Pos{File: "x.yaml", Line: 4, Col: 15, Width: 1}},
		{[]any{"many", 0, "price"}, diag.Pos{File: "x.yaml", Line: 3, Col: 5}},
		{[]any{"many", 9}, diag.Pos{File: "x.yaml", Line: 3, Col: 3}},
	} {
		if got := lo.At("x.yaml", tt.path...); got != tt.want {
			t.Errorf("%v: got %v, want %v", tt.path, got, tt.want)
		}
	}
	if got, want := lo.Word("x.yaml", "有关材料", "under", "name"), (diag.Pos{File: "x.yaml", Line: 8, Col: 7, Width: 4}); got != want {
		t.Errorf("word: got %v, want %v", got, want)
	}
	if got := lo.At("none.yaml", "name"); got != (diag.Pos{File: "none.yaml"}) {
		t.Errorf("missing file: got %v", got)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"wjj", "wglj", "id-card", "household-register"}
	for got, want := range map[string]string{"wjw": "wjj", "idcard": "id-card", "id-crad": "id-card", "houshold-register": "household-register", "zzz": "", "": ""} {
		if near := Nearest(got, known); near != want {
			t.Errorf("Nearest(%q) = %q, want %q", got, near, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("name: 甲\nmany:\n  - name: 乙\n"))
	f.Add([]byte("name: |\n  a\n b: [\n"))
	f.Add([]byte("? a\n: b\n- c\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var l diag.List
		file, ok := Clean("x.yaml", data, &l)
		if !ok {
			if l.Len() == 0 {
				t.Fatal("refused without a reason")
			}
			return
		}
		node := Parse(file, &l)
		if node == nil {
			if l.Len() == 0 {
				t.Fatal("nothing read and nothing said")
			}
			return
		}
		var s sample
		if _, ok := Decode(file, node, &s, &l); ok && s.Name == "" {
			t.Fatal("passed without its required key")
		}
	})
}
