package markdown

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// unsafe tells what of a rendered text a browser could run or fetch; "" if nothing.
func unsafe(rendered string) string {
	z := html.NewTokenizer(strings.NewReader(rendered))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.Data {
			case "script", "style", "iframe", "object", "embed", "base", "meta", "link", "form", "svg":
				return t.String()
			}
			for _, a := range t.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "style" || (a.Key == "href" || a.Key == "src") && !Safe(a.Val) || a.Key == "src" && strings.Contains(a.Val, ":") {
					return t.String()
				}
			}
		}
	}
}

var hostile = []string{
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](java&#115;cript:alert(1))",
	"[a](data:text/html,<script>alert(1)</script>)", "[a](vbscript:x)", "![a](https://example.com/a.png)", "![a](javascript:x)", "<javascript:alert(1)>",
	"[a](<javascript:alert(1)>)", "[a]: javascript:x\n\n[a]", "<a href='javascript:x'>a</a>", "[a](https://user:pass@example.com/)", "[a](//example.com/)", "[a](../../etc/passwd)",
	"> <svg onload=alert(1)>", "- <iframe src=//x>", "`<script>`", "a\n<div onclick=x>\nb",
}

func TestNothingOfATextRuns(t *testing.T) {
	t.Parallel()
	for _, src := range hostile {
		if bad := unsafe(HTML(src)); bad != "" {
			t.Errorf("%q lets %s through", src, bad)
		}
	}
}

func TestMarkdownIsRendered(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]string{
		"申请**补发**。":                "<p>申请<strong>补发</strong>。</p>\n",
		"第一行\n第二行":                 "<p>第一行第二行</p>\n",
		"见 [接种](P002.html)。":       "<p>见 <a href=\"P002.html\">接种</a>。</p>\n",
		"- 一\n- 二":                 "<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n",
		"没有记号的一句。\n":               "<p>没有记号的一句。</p>\n",
		"[站](https://www.gov.cn/)": "<p><a href=\"https://www.gov.cn/\">站</a></p>\n",
		"[站](javascript:alert(1))": "<p>站</p>\n",
	} {
		if got := HTML(src); got != want {
			t.Errorf("%q: got %q, want %q", src, got, want)
		}
	}
}

func TestPlainTakesTheMarksOff(t *testing.T) {
	t.Parallel()
	if got := Plain("- 看 [这里](a.html)\n- **要紧**的"); got != "看 这里\n要紧的" {
		t.Errorf("got %q", got)
	}
}

// The way around the parser must not show.
func TestSimpleTextsRenderAsTheParserWould(t *testing.T) {
	t.Parallel()
	for _, src := range []string{"能。", "不要求，不做也能登记。", "5个工作日。", "问：“能不能”？答：能。", "A（B）C", "3 元", "多行\n文字", "1. 一", "+ 加", "12345", "http://a.b"} {
		var slow strings.Builder
		if err := converter().Convert([]byte(src), &slow); err != nil {
			t.Fatal(err)
		}
		if got := HTML(src); got != slow.String() {
			t.Errorf("%q: %q, the parser says %q", src, got, slow.String())
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 8000 || !Nestable(src) {
			return
		}
		if bad := unsafe(HTML(src)); bad != "" {
			t.Fatalf("lets %s through", bad)
		}
	})
}
