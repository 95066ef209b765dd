// Words that found nothing: kept on this device only, to be read to the clerk at the window.

var STORE = 'ybt-missed', missed = null;

function missedWords() {
  if (missed) return missed;
  try { missed = JSON.parse(localStorage.getItem(STORE)) || []; } catch (e) { missed = []; }
  if (!Array.isArray(missed)) missed = [];
  return missed;
}

// miss notes the words in the box if they found nothing.
function miss() {
  if (!latest || latest.list.length || waiting) return;
  var text = latest.text.trim();
  missed = [text].concat(missedWords().filter(function (m) { return m !== text; })).slice(0, 10);
  keepMissed();
  misses();
}

function keepMissed() {
  try { localStorage.setItem(STORE, JSON.stringify(missed)); } catch (e) { return; }
}

// misses shows the words noted.
function misses() {
  var list = missedWords(), ul, b;
  shown(ui.misses, list.length > 0);
  if (!ui.misses || !list.length || ui.misses.list === list.join('|')) return;
  ui.misses.list = list.join('|');
  ul = element('ul');
  b = element('button', '', '清除');
  empty(ui.misses);
  list.forEach(function (m) { ul.appendChild(element('li', '', String(m))); });
  b.type = 'button';
  b.onclick = function () { missed = []; keepMissed(); misses(); };
  ui.misses.appendChild(element('h3', '', '最近没搜到的词（只存在本机，可念给窗口工作人员）'));
  ui.misses.appendChild(ul);
  ui.misses.appendChild(b);
}

if (typeof document === 'object' && typeof window === 'object') start();
