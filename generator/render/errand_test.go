package render

import (
	"slices"
	"strings"
	"testing"
)

// Without script the page has all papers, with their steps and cases beside them, and the
// figures for when nothing is ticked.
func TestAnErrandIsWholeWithoutScript(t *testing.T) {
	t.Parallel()
	b := print(t, mini(t, placeholder), look(t))
	p := b.page(t, "errand-whole.html")
	for _, x := range []struct{ what, selector, want string }{
		{"title", "h1", "全套一件事"},
		{"cases", "#cases label", "请人代办 / 有孩子"},
		{"papers to bring", "[data-line]:not([hidden]) .paper-name", "授权委托书"},
		{"counts of a paper that only a case wants", "[data-line]:not([hidden]) .counts", "原件收1份"},
		{"the case beside the paper", "[data-line] .when", "请人代办"},
		{"what an earlier step hands out", "[data-inside]:not([hidden]) .paper-name", "居民身份证 / 住址证明：任选一样 / 居民身份证"},
		{"figures", "[data-sum] span", "2件 / 待核实 / 至少1趟 / 至少1处 / 至少60元 / 至少5个工作日 / 至少5个工作日"},
		{"steps", ".steps h3", "先办证 / 再办许可 / 问学校有孩子"},
		{"boxes of the drawing", ".order g", "1先办证 / 2再办许可 / 3问学校有孩子"},
		{"list", ".truth .pairs p", "某清单（某办发〔2025〕3号）"},
	} {
		if got := strings.Join(p.all(x.selector), " / "); got != x.want {
			t.Errorf("%s: %q, want %q", x.what, got, x.want)
		}
	}
	if got := b.page(t, "P001.html").all(".of-errand a"); !slices.Equal(got, []string{"“全套一件事”的第2步"}) {
		t.Errorf("the item says %q", got)
	}
	for page, want := range map[string]string{"index.html": "全套", "errands.html": "全套一件事", "stage-birth.html": "全套"} {
		if got := b.page(t, page).all("main a[href='errand-whole.html']"); !slices.Equal(got, []string{want}) {
			t.Errorf("%s links to it as %q", page, got)
		}
	}
	if s := p.attr("script[src*=errand]", "src"); s == "" || b.page(t, "P001.html").attr("script[src*='assets/errand']", "src") != "" {
		t.Error("the script is for the pages of errands only")
	}
}
