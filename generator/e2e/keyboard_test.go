package e2e

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// focusable lists what the keyboard must reach, and marks each element.
const focusable = `(function(){
  var n=0;
  [].forEach.call(document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary,[tabindex]'),function(e){
    if(e.disabled||e.tabIndex<0||e.getClientRects().length===0||getComputedStyle(e).visibility==='hidden')return;
    e.setAttribute('data-walk',n++);
  });
  return n;
})()`

// focused says which element has the focus and whether that can be seen: a ring
// at least 2 px wide, in the window, under nothing else.
const focused = `(function(){
  var e=document.activeElement;
  if(!e||e===document.body)return '';
  var s=getComputedStyle(e),r=e.getBoundingClientRect(),faults=[];
  if(!(s.outlineStyle!=='none'&&parseFloat(s.outlineWidth)>=2))faults.push('no ring');
  if(r.bottom<0||r.top>innerHeight)faults.push('out of the window');
  return e.getAttribute('data-walk')+' '+e.nodeName.toLowerCase()+' '+(e.textContent||e.name||'').trim().slice(0,12)+(faults.length?' !'+faults.join(', '):'');
})()`

// Every link, button and field is reached by Tab, in the order of the page, with
// a ring to be seen; the skip link goes to the main part.
func TestTheKeyboardReachesEverything(t *testing.T) {
	needsBrowser(t)
	for _, name := range []string{"index.html", "P004.html", "stage-birth.html", "errand-newborn.html", "search.html?q=" + "身份证", "az.html", "items.html", "about.html"} {
		for _, elder := range []string{"", "elder=1"} {
			t.Run(name+elder, func(t *testing.T) {
				ctx := tab(t)
				address := base + name
				if elder != "" {
					address += map[bool]string{true: "&", false: "?"}[strings.Contains(name, "?")] + elder
				}
				var all int
				do(t, ctx, width(1280), chromedp.Navigate(address), chromedp.WaitReady("main"))
				if strings.HasPrefix(name, "search") {
					do(t, ctx, chromedp.WaitVisible("[data-result]"))
				}
				do(t, ctx, chromedp.Evaluate(`document.activeElement.blur()`, nil), chromedp.Evaluate(focusable, &all))
				if all > 160 {
					all = 160 // the tail of a long list is as its head
				}
				reached, last := map[string]bool{}, -1
				for range all {
					var at string
					do(t, ctx, chromedp.KeyEvent(kb.Tab), chromedp.Evaluate(focused, &at))
					if strings.Contains(at, "!") {
						t.Errorf("focus on %s", at)
					}
					number, _, _ := strings.Cut(at, " ")
					reached[number] = true
					var n int
					if _, err := fmt.Sscan(number, &n); err == nil {
						if n < last {
							t.Errorf("the focus jumps back from %d to %s", last, at)
						}
						last = n
					}
				}
				if len(reached) < all {
					t.Errorf("%d of %d are reached", len(reached), all)
				}
			})
		}
	}
}

func TestTheSkipLinkSkips(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	var first string
	var inside bool
	do(t, ctx, chromedp.Navigate(base+"P004.html"), chromedp.WaitReady("main"), chromedp.KeyEvent(kb.Tab),
		chromedp.Evaluate(`document.activeElement.getAttribute('href')`, &first), chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab),
		chromedp.Evaluate(`document.querySelector('main').contains(document.activeElement)`, &inside))
	if !strings.HasPrefix(first, "#") || !inside {
		t.Errorf("the first stop is %q; after it the focus is in the main part: %v", first, inside)
	}
}

// A checklist is ticked, a question opened and the elder mode switched with the
// keyboard alone.
func TestTheKeyboardWorksWhatItReaches(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	var ticked, opened, elder bool
	do(t, ctx, chromedp.Navigate(base+"P004.html"), chromedp.WaitVisible(`#tools button`, chromedp.ByQuery),
		chromedp.Focus(`main input[type=checkbox]`, chromedp.ByQuery), chromedp.KeyEvent(" "), chromedp.Evaluate(`document.querySelector('main input[type=checkbox]').checked`, &ticked),
		chromedp.Focus(`#tools button`, chromedp.ByQuery), chromedp.KeyEvent(kb.Enter), chromedp.Evaluate(`document.documentElement.classList.contains('elder')`, &elder))
	var questions int
	do(t, ctx, chromedp.Evaluate(`document.querySelectorAll('main summary').length`, &questions))
	if questions > 0 {
		do(t, ctx, chromedp.Focus(`main summary`, chromedp.ByQuery), chromedp.KeyEvent(kb.Enter), chromedp.Evaluate(`document.querySelector('main summary').parentNode.open`, &opened))
	}
	if !ticked || !elder || questions > 0 && !opened {
		t.Errorf("ticked %v, elder %v, opened %v of %d", ticked, elder, opened, questions)
	}
}
