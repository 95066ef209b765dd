package check

import (
	"regexp"
	"strings"
	"unicode"

	"yibentong/generator/catalog"
	"yibentong/generator/diag"
	"yibentong/generator/markdown"
)

var (
	vague = &diag.Code{ID: "text-vague", Zh: "“%s”说了等于没说，群众不知道该带什么、找谁", En: "%q tells the reader nothing",
		MendZh: "写出具体的材料、部门或情形；没有就删掉", MendEn: "name the paper, office or case; or delete it"}
	placeholder = &diag.Code{ID: "text-placeholder", Zh: "“%s”是没有填完的占位", En: "%q is a placeholder",
		MendZh: "填上；不知道的就整项不写，页面会显示待核实", MendEn: "fill it in, or leave the whole key out"}
	fullWidth = &diag.Code{ID: "text-full-width", Zh: "“%s”是全角的数字或字母", En: "%q is in full-width letters or digits",
		MendZh: "改成半角 %s", MendEn: "use half-width characters"}
	documentNumber = &diag.Code{ID: "document-number", Zh: "文号“%s”写得不对", En: "document number %q is malformed",
		MendZh: "机关代字加六角括号年份加序号，如 川办发〔2025〕3号", MendEn: "such as 川办发〔2025〕3号"}
	unbalanced = &diag.Code{ID: "text-brackets", Severity: diag.Warning, Zh: "“%s”没有配对", En: "%q has no partner",
		MendZh: "补上另一半，或删掉", MendEn: "add the other half, or delete it"}
	halfMark = &diag.Code{ID: "text-punctuation", Severity: diag.Warning, Zh: "汉字之间用了半角“%s”", En: "half-width %q between Han characters",
		MendZh: "改成全角标点", MendEn: "use the full-width mark"}
	rawHTML = &diag.Code{ID: "text-html", Zh: "文字里不能有网页代码 %s", En: "no HTML in texts: %s",
		MendZh: "用 Markdown：**加粗**、- 列表、[文字](网址)", MendEn: "use Markdown"}
	unsafeLink = &diag.Code{ID: "text-link", Zh: "网址“%s”不能用", En: "the address %q cannot be used",
		MendZh: "用 https:// 网址，或本手册的页面如 P003.html", MendEn: "an https:// address, or a page of the handbook"}
	unknownPage = &diag.Code{ID: "text-link-item", Zh: "没有编号为 %s 的事项，链接会打不开", En: "there is no item %s: the link is dead",
		MendZh: "改成现有的编号，或去掉链接", MendEn: "link to an item that exists"}
	tooNested = &diag.Code{ID: "text-nested", Zh: "括号、引用符号嵌套得太多", En: "brackets or quotes are nested too deep",
		MendZh: "删掉多余的符号", MendEn: "delete the surplus marks"}
)

// spot is where a text stands in a record: key, index, sub-key, index, leaf. It
// is a value, so that walking over sixty texts an item costs no memory.
type spot struct {
	key  string
	i    int
	sub  string
	j    int
	leaf string
}

func (s spot) path() []any {
	path := []any{s.key}
	if s.i >= 0 {
		path = append(path, s.i)
	}
	if s.sub != "" {
		path = append(path, s.sub)
	}
	if s.j >= 0 {
		path = append(path, s.j)
	}
	if s.leaf != "" {
		path = append(path, s.leaf)
	}
	return path
}

// kind tells which rules a text is under.
type kind int

const (
	plain  kind = iota // a name or a note
	strict             // conditions, papers, scope: nothing vague
	prose              // Markdown
)

// texts applies the rules on wording to every text of an item.
func (r *run) texts(it *catalog.Item) {
	eachText(it, func(at spot, text string, k kind) {
		if text != "" {
			r.text(it, at, text, k)
		}
	})
}

func (r *run) text(it *catalog.Item, at spot, text string, k kind) {
	if k != prose {
		r.wording(text, k, func(word string) diag.Pos { return it.Word(word, at.path()...) })
		return
	}
	r.said(it.Origin, text, k, at.path()...)
}

// said applies the rules on wording to a text of any record.
func (r *run) said(o catalog.Origin, text string, k kind, at ...any) {
	place := func(word string) diag.Pos { return o.Word(word, at...) }
	r.wording(text, k, place)
	if k != prose {
		return
	}
	if !markdown.Nestable(text) {
		r.l.Report(o.At(at...), tooNested)
		return
	}
	markdown.Links(text, func(address string, picture bool) {
		if !markdown.Safe(address) || picture && strings.Contains(address, ":") {
			r.l.Report(place(address), unsafeLink, address)
		} else if m := itemPage.FindStringSubmatch(address); m != nil && !r.numbers[m[1]] {
			r.l.Report(place(address), unknownPage, m[1])
		}
	})
}

// vagueWords say nothing that can be acted on. The first group is never
// acceptable, the rest not where a reader must know what to bring.
var vagueWords = []string{"有关材料", "相关材料", "其他材料", "其它材料", "有关证明", "相关证明材料", "视情况", "有关部门", "相关部门", "有关资料", "相关资料", "酌情", "若干份", "法律法规规定的其他", "法律、法规规定的其他", "法律、行政法规规定的其他"}

var placeholders = []string{"XX", "xx", "××", "待补充", "待定", "待完善", "TODO", "〔〕", "（）", "____", "？？"}

var (
	fullWidthRun = regexp.MustCompile(`[０-９Ａ-Ｚａ-ｚ]+`)
	wrongNumber  = regexp.MustCompile(`\p{Han}{2,12}(?:〔[0-9]{5,}号?|\[(?:19|20)[0-9]{2}\] ?[0-9]+号|[(（](?:19|20)[0-9]{2}[)）] ?第?[0-9]+号|〔(?:19|20)[0-9]{2}〕(?:第|0)[0-9]+号|〔(?:19|20)[0-9]{2}[^〕0-9]?[0-9]*号)`)
	htmlTag      = regexp.MustCompile(`(?i)<[/!]?[a-z][^>]*>|<!--|&#?[a-z0-9]+;`)
	itemPage     = regexp.MustCompile(`^([PE][0-9]{3,6})\.html(?:#.*)?$`)
	halfBetween  = regexp.MustCompile(`\p{Han}([,;:?!])\p{Han}`)
)

// wording applies the rules that need no record around the text.
func (r *run) wording(text string, k kind, place func(word string) diag.Pos) {
	t := traits(text)
	if t.vague && k == strict {
		r.words(vague, vagueWords, text, place)
	}
	if t.placeholder {
		r.words(placeholder, placeholders, text, place)
	}
	if t.full {
		for _, w := range fullWidthRun.FindAllString(text, 5) {
			r.l.Report(place(w), fullWidth, w).Hint("改成半角 "+narrow(w), "write "+narrow(w))
		}
	}
	if t.digit && t.bracket && (strings.Contains(text, "号") || strings.Contains(text, "〔")) {
		for _, w := range wrongNumber.FindAllString(text, 5) {
			r.l.Report(place(w), documentNumber, w)
		}
	}
	if t.html {
		if w := htmlTag.FindString(text); w != "" {
			r.l.Report(place(w), rawHTML, w)
		}
	}
	if t.half && k != prose {
		if m := halfBetween.FindStringSubmatch(text); m != nil {
			r.l.Report(place(m[0]), halfMark, m[1])
		}
	}
	if t.bracket {
		if w := odd(text); w != "" {
			r.l.Report(place(w), unbalanced, w)
		}
	}
}

func (r *run) words(c *diag.Code, list []string, text string, place func(string) diag.Pos) {
	for _, w := range list {
		if strings.Contains(text, w) {
			r.l.Report(place(w), c, w)
			return
		}
	}
}

// trait is what one pass over a text sees, so that the costlier rules run only
// where they can apply.
type trait struct{ vague, placeholder, full, digit, bracket, html, half bool }

func traits(text string) (t trait) {
	for _, c := range text {
		switch {
		case c >= 0x4e00 && c <= 0x9fff:
			switch c {
			case '有', '相', '其', '视', '酌', '若', '法':
				t.vague = true
			case '待':
				t.placeholder = true
			}
		case c >= '0' && c <= '9':
			t.digit = true
		case c == '〔' || c == '〕' || c == '（' || c == '）' || c == '《' || c == '》' || c == '“' || c == '”' || c == '(' || c == ')' || c == '[' || c == ']' || c == '「' || c == '」' || c == '【' || c == '】':
			t.bracket = true
			t.placeholder = true
		case c == 'X' || c == 'x' || c == '×' || c == 'T' || c == '_' || c == '？':
			t.placeholder = true
		case c == '<' || c == '&':
			t.html = true
		case c == ',' || c == ';' || c == ':' || c == '?' || c == '!':
			t.half = true
		case c >= 0xff10 && c <= 0xff19 || c >= 0xff21 && c <= 0xff3a || c >= 0xff41 && c <= 0xff5a:
			t.full = true
		}
	}
	return t
}

func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0xff01 && r <= 0xff5e {
			return r - 0xfee0
		}
		return r
	}, s)
}

// opener returns the mark that c closes; 0 when c closes nothing.
func opener(c rune) rune {
	switch c {
	case '）':
		return '（'
	case '》':
		return '《'
	case '”':
		return '“'
	case '〕':
		return '〔'
	case '】':
		return '【'
	case '」':
		return '「'
	case ')':
		return '('
	case ']':
		return '['
	}
	return 0
}

// odd returns the first bracket or quote without a partner, "" if all have one.
// Enumerations such as "1)" or "a）" are let through.
func odd(text string) string {
	var room [16]rune
	open, before := room[:0], rune(0)
	for _, c := range text {
		switch c {
		case '（', '《', '“', '〔', '【', '「', '(', '[':
			open = append(open, c)
		default:
			want := opener(c)
			switch {
			case want == 0:
			case len(open) > 0 && open[len(open)-1] == want:
				open = open[:len(open)-1]
			case !unicode.IsDigit(before) && !unicode.IsLetter(before) || unicode.Is(unicode.Han, before):
				return string(c)
			}
		}
		before = c
	}
	if len(open) > 0 {
		return string(open[0])
	}
	return ""
}
