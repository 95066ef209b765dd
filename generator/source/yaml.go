package source

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"yibentong/generator/diag"
)

var (
	badSyntax = &diag.Code{ID: "yaml-syntax", Zh: "YAML 写法有错：%s", En: "YAML syntax: %s",
		MendZh: "对照上下行的缩进和冒号；值里有冒号、井号时用引号括起来", MendEn: "compare indentation and colons with the lines around; quote values with ': ' or ' #'"}
	badAlias = &diag.Code{ID: "yaml-alias", Zh: "不能用锚点（&）、引用（*）和标签（!）", En: "anchors (&), aliases (*) and tags (!) are not allowed",
		MendZh: "把内容直接写出来；以这些符号开头的文字用引号括起来", MendEn: "write the content out; quote text that starts with these signs"}
	badDepth = &diag.Code{ID: "yaml-depth", Zh: "嵌套超过 %d 层", En: "nested deeper than %d levels",
		MendZh: "检查是否多打了括号或空格", MendEn: "look for stray brackets or spaces"}
	badDocuments = &diag.Code{ID: "yaml-documents", Zh: "一个文件只能放一份记录，不能用 --- 分成几份", En: "one record a file: --- is not allowed",
		MendZh: "删掉 --- 或拆成几个文件", MendEn: "delete the --- or split the file"}
	emptyFile = &diag.Code{ID: "yaml-empty", Zh: "文件里没有内容", En: "the file is empty",
		MendZh: "补上内容，或删掉这个文件", MendEn: "fill it, or delete it"}
)

// maxDepth bounds nesting: the deepest record has six levels.
const maxDepth = 20

// Parse reads a YAML file into its one node. nil means that nothing usable is
// there and that l says why.
func Parse(f File, l *diag.List) *yaml.Node {
	if n := quick(f.Data); n != nil {
		return n
	}
	if tabs(f, l) {
		return nil
	}
	if line, col := tooDeep(f.Data); line > 0 {
		l.Report(diag.Pos{File: f.Name, Line: line, Col: col, Width: 1}, badDepth, maxDepth)
		return nil
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(f.Data, &doc); err != nil {
		reportSyntax(f, err, l)
		return nil
	}
	if len(doc.Content) == 0 || doc.Content[0].ShortTag() == "!!null" {
		l.Report(diag.Pos{File: f.Name, Line: 1, Col: 1}, emptyFile)
		return nil
	}
	if !safe(f.Name, doc.Content[0], 0, l) || secondDocument(f, l) {
		return nil
	}
	return doc.Content[0]
}

// tooDeep finds flow brackets nested beyond the bound before the parser
// recurses into them.
func tooDeep(data []byte) (line, col int) {
	depth, line, col := 0, 1, 0
	for _, c := range data {
		col++
		switch c {
		case '\n':
			line, col = line+1, 0
		case '[', '{':
			if depth++; depth > 4*maxDepth {
				return line, col
			}
		case ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return 0, 0
}

// safe refuses what could blow up or surprise: aliases, anchors, tags, depth.
func safe(name string, n *yaml.Node, depth int, l *diag.List) bool {
	if depth > maxDepth {
		l.Report(nodePos(name, n), badDepth, maxDepth)
		return false
	}
	ok := true
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 || n.Tag == "!!merge" {
		l.Report(nodePos(name, n), badAlias)
		ok = false
	}
	for _, c := range n.Content {
		ok = safe(name, c, depth+1, l) && ok
	}
	return ok
}

// secondDocument tells of a document after the first, which Unmarshal ignores.
func secondDocument(f File, l *diag.List) bool {
	line, content := 0, false
	for text := range strings.Lines(string(f.Data)) {
		line++
		text = strings.TrimRight(text, " \n")
		if text == "---" || text == "..." || strings.HasPrefix(text, "--- ") {
			if content {
				l.Report(diag.Pos{File: f.Name, Line: line, Col: 1, Width: 3}, badDocuments)
				return true
			}
		} else if text != "" && text[0] != '#' {
			content = true
		}
	}
	return false
}

var yamlLine = regexp.MustCompile(`^yaml: (?:line (\d+): )?`)

// syntaxZh puts the parser's commonest complaints into words that help.
var syntaxZh = []struct{ en, zh, mend string }{
	{"mapping values are not allowed", "这一行多了一个冒号，或者上一行没写完", "值里的英文冒号换成全角“：”，或给整个值加引号"},
	{"did not find expected key", "缩进没有对齐，或者缺了键名", "让同一层的键从同一列开始，每级缩进两个空格"},
	{"did not find expected '-' indicator", "列表项没有对齐，或者少了短横", "同一个列表的每一项都以“- ”开头，并且左边对齐"},
	{"could not find expected ':'", "这里缺少冒号", "写成“键: 值”，冒号后面留一个空格"},
	{"found unexpected end of stream", "引号或括号没有配对，文件到头了还没结束", "找到没有关上的引号或括号"},
	{"did not find expected ',' or ']'", "方括号里的列表缺少逗号或右括号", "用英文逗号隔开，最后写上 ]"},
	{"did not find expected ',' or '}'", "花括号里缺少逗号或右括号", "用英文逗号隔开，最后写上 }"},
	{"found character that cannot start any token", "这一行的开头有不能用的符号", "以 @、` 或 % 开头的值要加引号"},
	{"found unknown escape character", "双引号里的反斜杠写法不对", "改用单引号，或写成两个反斜杠"},
	{"found a tab character", "这一行用了制表符（Tab）", "换成空格"},
}

func reportSyntax(f File, err error, l *diag.List) {
	en := err.Error()
	pos := diag.Pos{File: f.Name, Line: 1}
	if m := yamlLine.FindStringSubmatch(en); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			pos.Line = n
		}
		en = en[len(m[0]):]
	}
	pos.Col, pos.Width = indentOf(f.Data, pos.Line)
	for _, s := range syntaxZh {
		if strings.Contains(en, s.en) {
			l.Report(pos, badSyntax, en).Hint(s.mend, badSyntax.MendEn).Zh = "YAML 写法有错：" + s.zh
			return
		}
	}
	l.Report(pos, badSyntax, en)
}

// indentOf returns the column of the first character of a line and the
// line's length from there, both in characters.
func indentOf(data []byte, line int) (col, width int) {
	lines := strings.Split(string(data), "\n")
	if line > len(lines) {
		return 1, 0
	}
	text := strings.TrimLeft(lines[line-1], " ")
	return 1 + len(lines[line-1]) - len(text), utf8.RuneCountInString(text)
}

// nodePos is where a node stands. Plain scalars are marked as wide as they are.
func nodePos(name string, n *yaml.Node) diag.Pos {
	p := diag.Pos{File: name, Line: n.Line, Col: n.Column}
	if n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
		p.Width = utf8.RuneCountInString(n.Value)
		if n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0 {
			p.Width += 2
		}
	}
	return p
}
