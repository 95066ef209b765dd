package e2e

import (
	"context"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
)

// tab opens a tab that fails the test on any console error, exception, failed
// request, breach of the policy, or request to anyone else.
func tab(t *testing.T) context.Context {
	t.Helper()
	return tabAt(t, base)
}

// tabAt is tab for pages that are served at another address.
func tabAt(t *testing.T, home string) context.Context {
	t.Helper()
	ctx, stop := chromedp.NewContext(browser)
	t.Cleanup(stop)
	ctx, stopTime := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(stopTime)
	chromedp.ListenTarget(ctx, func(e any) {
		switch e := e.(type) {
		case *runtime.EventExceptionThrown:
			t.Errorf("exception: %s", e.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			if e.Entry.Level == log.LevelError {
				t.Errorf("console: %s (%s)", e.Entry.Text, e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			if u := e.Request.URL; !strings.HasPrefix(u, home) && !strings.HasPrefix(u, "file://") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
				t.Errorf("asks someone else: %s", u)
			}
		case *network.EventLoadingFailed:
			if !e.Canceled {
				t.Errorf("request failed: %s %s", e.ErrorText, e.BlockedReason)
			}
		}
	})
	if err := chromedp.Run(ctx, network.Enable(), log.Enable(), storage.ClearDataForOrigin(strings.TrimSuffix(base, folder), "all")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

// quoted is s as a string of a script.
func quoted(s string) string { return strconv.Quote(s) }

func do(t *testing.T, ctx context.Context, actions ...chromedp.Action) {
	t.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// width is a screen that many px wide: a phone's below 1,000.
func width(px int64) chromedp.Action {
	if px < 1000 {
		return chromedp.EmulateViewport(px, 800, chromedp.EmulateMobile)
	}
	return chromedp.EmulateViewport(px, 800)
}

func TestEveryKindOfPageIsAccessible(t *testing.T) {
	needsBrowser(t)
	script, err := os.ReadFile(judge(t, "axe-core/axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	const audit = `axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice'],resultTypes:['violations']}).then(r=>r.violations.map(v=>v.id+' '+v.nodes[0].target).join('; '))`
	for _, name := range kinds(t) {
		t.Run(name, func(t *testing.T) {
			ctx := tab(t)
			for _, view := range []struct {
				name   string
				px     int64
				query  string
				scheme string
			}{{"wide", 1280, "", "light"}, {"narrow", 360, "", "light"}, {"dark", 1280, "", "dark"}, {"elder", 360, "?elder=1", "light"}} {
				var faults string
				do(t, ctx, width(view.px), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: view.scheme}}),
					chromedp.Navigate(base+name+view.query), chromedp.WaitReady("main"),
					chromedp.Evaluate(string(script), nil),
					chromedp.Evaluate(audit, &faults, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
				if faults != "" {
					t.Errorf("%s: %s", view.name, faults)
				}
			}
		})
	}
}

func TestNoPageScrollsSideways(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	for _, name := range kinds(t) {
		for _, px := range []int64{320, 360, 768} {
			for _, query := range []string{"", "?elder=1"} {
				var over int
				do(t, ctx, width(px), chromedp.Navigate(base+name+query), chromedp.WaitReady("main"),
					chromedp.Evaluate(`document.documentElement.scrollWidth-document.documentElement.clientWidth`, &over))
				if over > 0 {
					t.Errorf("%s%s is %d px wider than %d", name, query, over, px)
				}
			}
		}
	}
}

func TestPagesAreWholeWithoutScript(t *testing.T) {
	needsBrowser(t)
	const measure = `JSON.stringify([document.querySelector('main').innerText.replace(/\s+/g,'').length,[...document.querySelectorAll('button')].filter(b=>!b.closest('form')&&b.offsetParent!==null).length])`
	for _, name := range kinds(t) {
		ctx := tab(t)
		var with, without string
		do(t, ctx, chromedp.Navigate(base+name), chromedp.WaitReady("main"), chromedp.Evaluate(measure, &with))
		do(t, ctx, emulation.SetScriptExecutionDisabled(true), chromedp.Navigate(base+name), chromedp.WaitReady("main"))
		do(t, ctx, chromedp.ActionFunc(func(ctx context.Context) error {
			// Scripts of the page stay off; the protocol may still evaluate.
			v, exc, err := runtime.Evaluate(measure).Do(ctx)
			if err != nil || exc != nil {
				t.Fatalf("%s: %v %v", name, err, exc)
			}
			without = strings.ReplaceAll(strings.Trim(string(v.Value), `"`), `\`, "")
			return nil
		}))
		a, b := pair(with), pair(without)
		if b[0] < a[0]*9/10 {
			t.Errorf("%s shows %d characters without script, %d with", name, b[0], a[0])
		}
		if b[1] > 0 {
			t.Errorf("%s has %d dead buttons without script", name, b[1])
		}
	}
}

// pair reads "[12,3]".
func pair(s string) (v [2]int) {
	i := 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			v[i] = v[i]*10 + int(c-'0')
		case c == ',':
			i = 1
		}
	}
	return v
}

func TestElderModeStaysFromPageToPage(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	var size, line, small float64
	const elder = `document.documentElement.classList.contains('elder')`
	var on, still, off bool
	do(t, ctx, width(360), chromedp.Navigate(base+"P004.html"), chromedp.WaitVisible(`#tools button`, chromedp.ByQuery),
		chromedp.Click(`#tools button`, chromedp.ByQuery), chromedp.Evaluate(elder, &on),
		chromedp.Navigate(base+"stage-birth.html"), chromedp.WaitReady("main"), chromedp.Evaluate(elder, &still),
		chromedp.Evaluate(`parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)`, &size),
		chromedp.Evaluate(`(s=>parseFloat(s.lineHeight)/parseFloat(s.fontSize))(getComputedStyle(document.querySelector('main p')))`, &line),
		chromedp.Evaluate(`Math.min(...[...document.querySelectorAll('button,header nav a')].filter(e=>e.offsetParent).map(e=>e.getBoundingClientRect().height))`, &small),
		chromedp.Click(`#tools button`, chromedp.ByQuery), chromedp.Evaluate(`!`+elder, &off))
	if !on || !still || !off {
		t.Errorf("on %v, on the next page %v, off again %v", on, still, off)
	}
	if size < 18 || line < 1.3 || small < 60 {
		t.Errorf("text %v px, lines %v, smallest target %v px; want 18, 1.3, 60", size, line, small)
	}
}

func TestSearchFindsWhatPeopleType(t *testing.T) {
	needsBrowser(t)
	for _, where := range []string{base, "file://" + edition + "/"} {
		for query, want := range map[string]string{"sfz": "P085", "shenfenzheng": "P085", "身份正": "P085", "娃儿上户口": "P006"} {
			ctx := tab(t)
			var first string
			do(t, ctx, chromedp.Navigate(where+"search.html?q="+query), chromedp.WaitVisible("[data-result]"),
				chromedp.AttributeValue("[data-result]", "data-id", &first, nil))
			if first != want {
				t.Errorf("%s: %q finds %s first, want %s", where[:5], query, first, want)
			}
		}
	}
}

func TestSearchAnswersAsOneTypes(t *testing.T) {
	needsBrowser(t)
	ctx := tab(t)
	var first, status string
	do(t, ctx, chromedp.Navigate(base+"search.html"), chromedp.WaitVisible("#q"), chromedp.SendKeys("#q", "huzhao"),
		chromedp.WaitVisible("[data-result]"), chromedp.Text("[data-result] a", &first), chromedp.Text("#search-status", &status))
	if !strings.Contains(first, "护照") || !strings.Contains(status, "找到") {
		t.Errorf("first %q, status %q", first, status)
	}
}

// Every item and every errand is found first by its official name.
func TestEveryNameIsFoundFirst(t *testing.T) {
	needsBrowser(t)
	want := map[string]string{}
	for _, e := range book.Site.Entries {
		want[string(e.ID)] = e.Name
	}
	for _, x := range book.Site.Errands {
		want["errand-"+string(x.ID)] = x.Name
	}
	names, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	var lost []string
	do(t, tab(t), chromedp.Navigate(base+"search.html?q=sfz"), chromedp.WaitVisible("[data-result]"),
		chromedp.Evaluate(`Object.entries(`+string(names)+`).filter(function (e) { var r = ybtSearch.query(e[1])[0]; return !r || r.name !== e[1]; }).map(function (e) { return e.join(' '); })`, &lost))
	if len(lost) > 0 || len(want) < 496 {
		t.Errorf("%d of %d names are not first: %v", len(lost), len(want), lost)
	}
}
