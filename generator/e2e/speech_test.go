package e2e

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// listen takes the voice's place: a test machine has none. It keeps what it is
// given to say and ends each text at once, but for the last.
const listen = `(function(){
  window.said=[];window.cancelled=0;
  window.SpeechSynthesisUtterance=function(text){this.text=text};
  Object.defineProperty(window,'speechSynthesis',{value:{
    speak:function(u){window.said.push([u.lang||'',u.text]);var end=u.onend;if(window.said.length<400&&!window.hold)setTimeout(function(){end&&end.call(u,{})},0)},
    cancel:function(){window.cancelled++},getVoices:function(){return[]},pause:function(){},resume:function(){}}});
})()`

// The page is read aloud in its own order, in Chinese, without menus, and stops
// when asked to.
func TestAnItemIsReadAloud(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	const read = `#actions button:nth-of-type(2)`
	var said [][2]string
	var label string
	do(t, ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(listen).Do(ctx)
		return err
	}), chromedp.Navigate(base+"P004.html"), chromedp.WaitVisible(read, chromedp.ByQuery),
		chromedp.Text(read, &label, chromedp.ByQuery), chromedp.Click(read, chromedp.ByQuery),
		chromedp.Poll(`said.length>10&&!document.querySelector('.reading')&&document.querySelector('#actions button:nth-of-type(2)').textContent===document.querySelector('[data-read]').getAttribute('data-read')`, nil),
		chromedp.Evaluate(`said`, &said))
	var all strings.Builder
	for _, s := range said {
		if s[0] != "zh-CN" {
			t.Errorf("%q is said in %q", s[1], s[0])
		}
		all.WriteString(s[1] + "\n")
	}
	text, from := all.String(), 0
	for _, want := range []string{"《出生医学证明》首次签发", "出生医学证明首次签发登记表", "填表", "母婴保健法"} {
		i := strings.Index(text[from:], want)
		if i < 0 {
			t.Errorf("%q is not said after what comes before it", want)
			continue
		}
		from += i
	}
	if strings.Contains(text, "跳到") || strings.Contains(text, "站点地图") {
		t.Error("menus are read")
	}
	var stopped int
	do(t, ctx, chromedp.Evaluate(`hold=true;said=[];cancelled=0`, nil), chromedp.Click(read, chromedp.ByQuery),
		chromedp.Poll(`said.length===1`, nil), chromedp.Evaluate(`cancelled=0`, nil), chromedp.Click(read, chromedp.ByQuery), chromedp.Evaluate(`cancelled`, &stopped))
	if stopped == 0 || label == "" {
		t.Errorf("stopping does not stop the voice; label %q", label)
	}
}
