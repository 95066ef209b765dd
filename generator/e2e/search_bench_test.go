package e2e

import (
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// An old phone on a poor line: a processor six times slower, 1.6 Mbit/s, 150 ms.
const (
	slower  = 6
	bitRate = 1.6e6
	latency = 150
)

// zipped serves a folder as a web server does, with gzip, and counts bytes and requests.
type zipped struct {
	dir             string
	bytes, requests atomic.Int64
}

func (z *zipped) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	data, err := os.ReadFile(filepath.Join(z.dir, name))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	kind := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".wasm": "application/wasm"}[path.Ext(name)]
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Encoding", "gzip")
	var b strings.Builder
	g, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	g.Write(data)
	g.Close()
	z.bytes.Add(int64(b.Len()))
	z.requests.Add(1)
	w.Write([]byte(b.String()))
}

// ask asks every query of window.asked by window.answer and counts, in the browser itself, since
// the expected names are expressions of its language.
const ask = `(async function(){
  var n=0,first=0,three=0,mrr=0,none=0,times=[];
  for(var q of asked){
    var want=new RegExp(q[1],'u'),start=performance.now(),found=(await answer(q[0])).slice(0,10);
    times.push(performance.now()-start);
    var at=found.findIndex(function(x){return want.test(x.normalize('NFKC'))});
    n++;if(at===0)first++;if(at>=0&&at<3)three++;if(at>=0)mrr+=1/(at+1);if(!found.length)none++;
  }
  times.sort(function(a,b){return a-b});
  return [n,100*first/n,100*three/n,mrr/n,100*none/n,times[n>>1]];
})()`

// viaPage asks through the search page's own box and list.
const viaPage = `window.answer=async function(text){
  var box=document.getElementById('q'),wait=function(ms){return new Promise(function(go){setTimeout(go,ms)})};
  box.value=text;box.dispatchEvent(new Event('input'));
  await wait(75);
  for(var i=0;i<40&&ybtSearch.wants(text).length;i++)await wait(25);
  await wait(75);
  return [].map.call(document.querySelectorAll('[data-result] .result-name'),function(a){return a.textContent});
}`

// viaPagefind asks Pagefind, as its own search box does.
const viaPagefind = `(async function(){
  var p=await import('/pagefind/pagefind.js');
  await p.options({excerptLength:1});
  await p.init();
  window.answer=async function(text){
    var r=await p.search(text),list=await Promise.all(r.results.slice(0,10).map(function(x){return x.data()}));
    return list.map(function(x){return x.meta.title});
  };
})()`

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// queries are those of generator/search/testdata that an item of the edition can answer, as the
// browser is to see them: text and expression.
func queries(b *testing.B, ctx context.Context) string {
	b.Helper()
	data, err := os.ReadFile("../search/testdata/queries.tsv")
	if err != nil {
		b.Fatal(err)
	}
	var all [][2]string
	for line := range strings.Lines(string(data)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(f) == 4 && f[0] != "kind" {
			all = append(all, [2]string{f[2], f[3]})
		}
	}
	var names []string
	for _, it := range book.Catalog.Items {
		names = append(names, it.Name)
	}
	q, _ := json.Marshal(all)
	n, _ := json.Marshal(names)
	var left [][2]string
	script := fmt.Sprintf(`(function(all,names){return all.filter(function(q){var r=new RegExp(q[1],'u');return names.some(function(x){return r.test(x.normalize('NFKC'))})})})(%s,%s)`, q, n)
	if err := chromedp.Run(ctx, chromedp.Evaluate(script, &left)); err != nil {
		b.Fatal(err)
	}
	out, _ := json.Marshal(left)
	return "window.asked=" + string(out)
}

func fresh(b *testing.B) context.Context {
	b.Helper()
	ctx, stop := chromedp.NewContext(browser)
	b.Cleanup(stop)
	if err := chromedp.Run(ctx, network.Enable()); err != nil {
		b.Fatal(err)
	}
	return ctx
}

func run1(b *testing.B, ctx context.Context, actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSearchInChromium prints how the shipped search answers in a real browser: its quality
// through the page, and its speed on an old phone. With PEERS naming a folder made by
// `bench search` and pagefind.mjs, Pagefind answers the same queries.
func BenchmarkSearchInChromium(b *testing.B) {
	needsBrowser(b)
	z := &zipped{dir: edition}
	web := httptest.NewServer(z)
	defer web.Close()
	for b.Loop() {
		ctx := fresh(b)
		var got []float64
		run1(b, ctx, chromedp.Navigate(web.URL+"/search.html"), chromedp.WaitReady("#q"))
		run1(b, ctx, chromedp.Evaluate(queries(b, ctx), nil), chromedp.Evaluate(viaPage, nil), chromedp.Evaluate(ask, &got, awaited))
		report(b, "", got)
		first, keys, bytes, requests := slow(b, z, web.URL)
		b.ReportMetric(first.Seconds(), "s-to-first-result")
		b.ReportMetric(keys, "ms-per-key")
		b.ReportMetric(float64(bytes)/1000, "kB-before-it")
		b.ReportMetric(float64(requests), "requests-before-it")
		if peers := os.Getenv("PEERS"); peers != "" {
			other := &zipped{dir: peers}
			server := httptest.NewServer(other)
			ctx := fresh(b)
			if err := os.WriteFile(filepath.Join(peers, "page.html"), []byte(`<!doctype html><html lang="zh-CN"><title>x</title><body>`), 0o644); err != nil {
				b.Fatal(err)
			}
			run1(b, ctx, chromedp.Navigate(server.URL+"/page.html"), chromedp.Evaluate(viaPagefind, nil, awaited), chromedp.Evaluate(queries(b, ctx), nil), chromedp.Evaluate(ask, &got, awaited))
			report(b, "pagefind-", got)
			server.Close()
		}
	}
}

func report(b *testing.B, prefix string, got []float64) {
	for i, unit := range []string{"queries", "hit@1", "hit@3", "mrr@10", "none"} {
		b.ReportMetric(got[i], prefix+unit)
	}
}

// slow opens the page on the old phone and types. It returns the time from the first use of the
// box to the first result, the time the page works for a key, and what was fetched before.
func slow(b *testing.B, z *zipped, address string) (first time.Duration, perKey float64, bytes, requests int64) {
	b.Helper()
	var times []time.Duration
	for range 5 {
		ctx := fresh(b)
		run1(b, ctx, network.SetCacheDisabled(true), network.EmulateNetworkConditions(false, latency, bitRate/8, bitRate/8), emulation.SetCPUThrottlingRate(slower))
		z.bytes.Store(0)
		z.requests.Store(0)
		start := time.Now()
		run1(b, ctx, chromedp.Navigate(address+"/search.html?q=身份证"), chromedp.WaitReady("[data-result]"))
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	ctx := fresh(b)
	run1(b, ctx, emulation.SetCPUThrottlingRate(slower), chromedp.Navigate(address+"/search.html"), chromedp.WaitReady("#q"))
	// What runs after a key runs in a timer: its length is the work.
	const typing = `(async function(){
	  var work=[],plain=window.setTimeout;
	  window.setTimeout=function(f,ms){return plain(function(){var t=performance.now();f();work.push(performance.now()-t)},ms)};
	  var box=document.getElementById('q'),keys=[];
	  for(var text of ['身份证','娃儿上户口','huzhao','开馆子','shebaoka','公司注销','yibao','残疾证','sfz','退休']){
	    for(var i=1;i<=text.length;i++){
	      work=[];box.value=text.slice(0,i);box.dispatchEvent(new Event('input'));
	      await new Promise(function(go){plain(go,260)});
	      keys.push(Math.max.apply(null,work.concat(0)));
	    }
	  }
	  keys.sort(function(a,b){return a-b});
	  return keys[keys.length>>1];
	})()`
	run1(b, ctx, chromedp.Evaluate(typing, &perKey, awaited))
	for _, f := range []string{"search.", "names."} {
		list, err := filepath.Glob(filepath.Join(edition, "search", f+"*.js"))
		if err != nil || len(list) != 1 {
			b.Fatal(f, list, err)
		}
		data, err := os.ReadFile(list[0])
		if err != nil {
			b.Fatal(err)
		}
		var s strings.Builder
		g, _ := gzip.NewWriterLevel(&s, gzip.BestCompression)
		g.Write(data)
		g.Close()
		bytes, requests = bytes+int64(s.Len()), requests+1
	}
	return times[len(times)/2], perKey, bytes, requests
}
