// The search page: words in, results out.

// A key's first task writes FIRST results; the rest and the filters follow when the reader has seen them.
var ui = null, latest = null, many = 20, MORE = 20, FIRST = 5, asked_ = {};

function start() {
  var form = document.getElementById('search');
  if (!form) return;
  ui = { form: form, input: form.querySelector('input[name=q]') };
  ['status', 'suggest', 'filters', 'results', 'more', 'empty', 'misses', 'start'].forEach(function (n) { ui[n] = document.getElementById('search-' + n); });
  document.documentElement.className += ' has-search';
  ui.input.value = wanted();
  listen();
  listener = arrived;
  if (table) show(); else if (ui.input.value) say('正在准备搜索……');
}

// wanted is the q of the address.
function wanted() {
  var m = /[?&]q=([^&]*)/.exec(location.search);
  try { return m ? decodeURIComponent(m[1].replace(/\+/g, ' ')) : ''; } catch (e) { return ''; }
}

function listen() {
  var composing = false, timer = 0;
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(show, latest && latest.ms > 30 ? 150 : 60);
  }
  ui.input.addEventListener('compositionstart', function () { composing = true; });
  ui.input.addEventListener('compositionend', function () { composing = false; soon(); });
  ui.input.addEventListener('input', function () { if (!composing || /[a-z]['\s]*$/i.test(ui.input.value)) soon(); });
  ui.form.addEventListener('submit', function (e) { e.preventDefault(); clearTimeout(timer); show(); address(true); miss(); });
  ui.form.addEventListener('keydown', arrows);
  if (ui.results) {
    ui.results.addEventListener('keydown', arrows);
    ui.results.addEventListener('click', function () { address(false); }); // so that "back" returns to the words
  }
  window.addEventListener('popstate', function () { ui.input.value = wanted(); show(); });
  if (ui.more) ui.more.addEventListener('click', function () { many += MORE; draw(); });
}

// arrived: a data file came in.
function arrived(what) {
  if (what === 'brief') return [].forEach.call(ui.results.children, brief);
  show();
}

// fetchFile adds the script that the form's data-NAME names, once.
function fetchFile(name) {
  addScript(ui.form.getAttribute('data-' + name));
}

// folder is where the script's files lie.
function folder() { return (ui.form.getAttribute('data-sound') || '').replace(/[^\/]*$/, ''); }

function addScript(src) {
  if (!src || asked_[src]) return false;
  asked_[src] = true;
  var s = document.createElement('script');
  s.src = src;
  document.body.appendChild(s);
  return true;
}

// show searches for what stands in the box.
function show() {
  var text = ui.input.value, t = Date.now();
  if (!table) return;
  if (!fold(text)) return clear();
  if (latest && latest.text === text && latest.files === Object.keys(extra).length) return;
  latest = rank(text);
  latest.text = text;
  latest.files = Object.keys(extra).length;
  latest.ms = Date.now() - t;
  many = MORE;
  if (strange(text)) fetchFile('sound');
  if (latest.weak && !extra.text) fetchFile('text');
  if (latest.weak || table.raw.block) wants(text).forEach(function (f) { addScript(folder() + f); });
  draw();
  clearTimeout(ui.pause);
  ui.pause = setTimeout(function () { address(false); fetchFile('brief'); }, 400); // both too slow for every key
  clearTimeout(ui.later);
  ui.later = setTimeout(miss, 3000);
}

function clear() {
  latest = null;
  clearTimeout(ui.rest);
  say('');
  empty(ui.results);
  [ui.suggest, ui.filters, ui.more, ui.empty].forEach(function (e) { shown(e, false); });
  shown(ui.start, true);
  misses();
  address(false);
}

function draw() {
  var list = latest.list.filter(function (x) { return passes(x); }), focus = ui.results.contains(document.activeElement) && ui.results.children.length;
  empty(ui.results);
  say(list.length ? '找到 ' + list.length + ' 件' : '没有找到“' + latest.text + '”');
  shown(ui.start, false);
  shown(ui.more, list.length > many);
  shown(ui.empty, !list.length);
  clearTimeout(ui.rest);
  addRows(list, 0, focus ? many : FIRST);
  if (focus && ui.results.children[focus]) ui.results.children[focus].firstChild.focus();
}

// addRows writes results from i to end, then goes on in tasks of its own.
function addRows(list, i, end) {
  for (end = Math.min(end, many, list.length); i < end; i++) ui.results.appendChild(row(latest, list[i]));
  ui.rest = setTimeout(function () {
    if (i < Math.min(many, list.length)) addRows(list, i, i + FIRST);
    else around();
  }, 0);
}

// around writes what stands about the list.
function around() {
  shown(ui.filters, latest.list.length > 1);
  if (ui.filters && latest.list.length > 1) drawFilters(ui.filters, latest.list, draw);
  didYouMean();
  misses();
}

function didYouMean() {
  var words = ui.suggest && meant(latest);
  shown(ui.suggest, !!words);
  if (!words) return;
  empty(ui.suggest);
  var a = element('a', '', words);
  a.href = '?q=' + encodeURIComponent(words);
  ui.suggest.appendChild(document.createTextNode('您是不是要找：'));
  ui.suggest.appendChild(a);
  ui.suggest.appendChild(document.createTextNode('？'));
}

function say(text) {
  if (ui.status && ui.status.textContent !== text) ui.status.textContent = text;
}

// address keeps the words in the address: as a step of the history when they were sent.
function address(step) {
  var text = ui.input.value.trim(), to = location.pathname.replace(/^.*\//, '') + (text ? '?q=' + encodeURIComponent(text) : '');
  if (!step && text === wanted()) return;
  try { history[step ? 'pushState' : 'replaceState'](null, '', to || '?'); } catch (e) { return; }
}

// arrows: down and up go through the results, escape returns to the box.
function arrows(e) {
  var key = e.key || { 38: 'ArrowUp', 40: 'ArrowDown', 27: 'Escape' }[e.keyCode], links = ui.results.querySelectorAll('.result-name'), at = [].indexOf.call(links, document.activeElement);
  if (key === 'Escape' && at >= 0) at = -1;
  else if (key === 'ArrowDown' || key === 'Down') at = Math.min(at + 1, links.length - 1);
  else if ((key === 'ArrowUp' || key === 'Up') && at >= 0) at--;
  else return;
  e.preventDefault();
  [].forEach.call(ui.results.children, function (li, i) { li.className = i === at ? 'result is-current' : 'result'; });
  (at < 0 ? ui.input : links[at]).focus();
}
