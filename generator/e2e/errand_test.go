package e2e

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"yibentong/generator/errand"
	"yibentong/generator/phrase"
)

// mostStates is how many states of one errand are tried. Of an errand with more, every
// state of one or two cases is, and others by chance.
const mostStates = 1024

// tryStates puts the page into each state and returns what it then says: the lines of the
// bag, those that a step hands out, and the figures.
const tryStates = `(function (states) {
  var inputs = [].slice.call(document.querySelectorAll('#cases input'));
  history.replaceState = function () {};
  function seen(el) { return !el.hasAttribute('hidden'); }
  function all(el, selector) { return [].slice.call(el.querySelectorAll(selector)); }
  function text(el) { return el ? el.textContent : ''; }
  return states.map(function (tokens) {
    inputs.forEach(function (i) { i.checked = tokens.indexOf(i.value) >= 0; });
    if (inputs.length) inputs[0].onchange();
    var bag = all(document, '[data-line]').filter(seen).map(function (line) {
      return all(line, '[data-paper]').filter(seen).map(function (p) { return text(p.querySelector('.paper-name')) + '=' + text(p.querySelector('.counts')) + '=' + all(p, '[data-use]').filter(seen).length; }).join(' / ');
    });
    var given = all(document, '[data-inside]').filter(seen).map(function (line) { return all(line, '[data-use]').filter(seen).length; });
    var sums = all(document, '[data-sum]').map(function (dd) { return all(dd, 'span,small').map(text).join('|'); });
    return bag.concat('given ' + given.join(' '), sums).join('\n');
  });
})(%s)`

// words is what a page should say in a state.
func words(p *errand.Plan, s errand.State, say phrase.Words) string {
	sum := p.Reckon(s)
	var out, given []string
	for _, l := range sum.Bag {
		var papers []string
		for _, t := range l.Tallies {
			papers = append(papers, fmt.Sprintf("%s=%s=%d", t.Paper.Material.Name, say.Tally(t), len(t.Uses)))
		}
		out = append(out, strings.Join(papers, " / "))
	}
	for _, l := range sum.Inside {
		n := 0
		for _, t := range l.Tallies {
			n += len(t.Uses)
		}
		given = append(given, fmt.Sprint(n))
	}
	out = append(out, "given "+strings.Join(given, " "))
	t := say.Totals(sum.Totals)
	for _, x := range []phrase.Part{t.Steps, t.Papers, t.Trips, t.Places, t.Money, t.InTurn, t.Longest} {
		unknown := ""
		if x.Unknown > 0 {
			unknown = fmt.Sprintf(say.Errand.Unknown, x.Unknown)
		}
		if x.Value == "" {
			x.Value = "待核实"
		}
		out = append(out, x.Value+"|"+x.Note+"|"+unknown)
	}
	return strings.Join(out, "\n")
}

// states lists states of an errand: all of them, or as many as mostStates.
func states(p *errand.Plan) (list [][]string) {
	choices := [][]string{{}}
	for _, s := range p.Choices() {
		var more [][]string
		for _, c := range choices {
			for _, o := range s.Options {
				more = append(more, append(slices.Clone(c), o.Token))
			}
		}
		choices = more
	}
	n := len(p.Cases)
	pick := func(mask uint64, choice []string) {
		tokens := slices.Clone(choice)
		for i, c := range p.Cases {
			if mask>>i&1 == 1 {
				tokens = append(tokens, c.Token)
			}
		}
		list = append(list, tokens)
	}
	if n < 11 && len(choices)<<n <= mostStates {
		for _, c := range choices {
			for mask := range uint64(1) << n {
				pick(mask, c)
			}
		}
		return list
	}
	chance := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		for j := range i + 1 {
			pick(1<<i|1<<j, choices[chance.IntN(len(choices))])
		}
	}
	for len(list) < mostStates {
		pick(chance.Uint64(), choices[chance.IntN(len(choices))])
	}
	return list
}

func TestThePageOfAnErrandReckonsAsTheGeneratorDoes(t *testing.T) {
	needsBrowser(t)
	say := phrase.Words{Labels: &book.Theme.Labels}
	all := 0
	for _, e := range book.Site.Errands {
		plan := errand.New(e.Bundle)
		list := states(plan)
		all += len(list)
		asked, err := json.Marshal(list)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		tab, stop := chromedp.NewContext(browser)
		late, cancel := context.WithTimeout(tab, 2*time.Minute)
		err = chromedp.Run(late, chromedp.Navigate(base+e.Path), chromedp.Evaluate(fmt.Sprintf(tryStates, asked), &got))
		cancel()
		stop()
		if err != nil {
			t.Fatalf("%s: %v", e.ID, err)
		}
		for i, tokens := range list {
			if want := words(plan, plan.State(tokens...), say); got[i] != want {
				t.Errorf("%s in state %v: the page says\n%s\nthe generator\n%s", e.ID, tokens, got[i], want)
				break
			}
		}
	}
	t.Logf("%d errands, %d states", len(book.Site.Errands), all)
}

// The state of an errand is its address, from a server and from a stick.
func TestTheAddressOfAnErrandKeepsItsState(t *testing.T) {
	needsBrowser(t)
	for _, from := range []string{base, "file://" + edition + "/"} {
		tab, stop := chromedp.NewContext(browser)
		late, cancel := context.WithTimeout(tab, time.Minute)
		var address, before, after string
		const trips = `document.querySelector('#papers').innerText`
		err := chromedp.Run(late, chromedp.Navigate(from+"errand-newborn.html?elder=0"),
			chromedp.Evaluate(`document.querySelector('#cases input[type=checkbox]').click()`, nil),
			chromedp.Evaluate(trips, &before), chromedp.Evaluate("location.href", &address))
		if err == nil {
			err = chromedp.Run(late, chromedp.Navigate("about:blank"), chromedp.Navigate(address), chromedp.Evaluate(trips, &after))
		}
		cancel()
		stop()
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(address, "case=agent") || !strings.Contains(address, "elder=0") || before != after || before == "" {
			t.Errorf("%s: %q\nbefore\n%s\nafter\n%s", from, address, before, after)
		}
	}
}

func TestTheScriptOfErrandsIsLight(t *testing.T) {
	for _, a := range book.Theme.Assets() {
		if strings.HasPrefix(a.Path, "assets/errand.") && len(a.Body) > 6<<10 {
			t.Errorf("%s has %d bytes", a.Path, len(a.Body))
		}
	}
}
