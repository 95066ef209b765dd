// The name table: what names.js holds, opened for matching.

var table = null;

// DIGITS are the digits of base 64.
var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

// open reads names.js: the columns, or, of many items, the frame that rows come into later.
function open(d) {
  ['names', 'aliases', 'synonyms', 'ignore'].forEach(function (n) { d[n] = unpack(d.pack, d[n] || ''); });
  var t = { raw: d, char: [], charOf: {}, reads: {}, second: {}, rare: {}, bySound: {}, bySoft: {}, byLetter: {}, syllables: [], softs: {} };
  readSounds(t, d.pack ? d.pack.chars : d.names, d.sounds);
  readRules(t, d);
  if (d.block) frame(t, d);
  fill(t, d);
}

// fill takes the rows that are matched: all of names.js, or those that were fetched.
function fill(t, d) {
  t.ids = ids(d.ids);
  t.names = d.names ? d.names.split('\n') : [];
  t.aliases = d.aliases.split('\n');
  t.flags = d.flags;
  t.urls = d.urls;
  t.n = t.names.length;
  t.keys = [];
  t.doc = [];
  t.chars = [];
  t.core = [];
  t.shown = {};
  t.post = t.char.map(function () { return []; });
  t.df = t.char.map(function () { return 0; });
  readKeys(t);
  table = t;
  tokens = {};
  slots = {};
}

// ids spells the item numbers out: an empty line is one more than the line before.
function ids(text) {
  if (!text) return [];
  var last = '';
  return text.split('\n').map(function (s) {
    if (s) return last = s;
    var m = /^(.*?)(\d+)$/.exec(last), k = String(Number(m[2]) + 1);
    while (k.length < m[2].length) k = '0' + k;
    return last = m[1] + k;
  });
}

// readSounds gives the characters of text, in the order in which they are met, their syllables:
// of holds the number of the usual one in two digits a character, more the others.
function readSounds(t, text, d) {
  var list = d.syllables.split(' '), met = {}, n = 0, i, c, k;
  t.syllables = t.syllables.concat(list);
  list.forEach(function (s) { t.softs[s] = t.softs[soft(s)] = true; });
  for (i = 0; i < text.length; i++) {
    c = text.charAt(i);
    if (kind(c.charCodeAt(0)) !== 2 || met[c]) continue;
    met[c] = true;
    k = DIGITS.indexOf(d.of.charAt(n)) * 64 + DIGITS.indexOf(d.of.charAt(n + 1));
    n += 2;
    if (!t.reads[c]) t.reads[c] = k ? [list[k - 1]] : [];
  }
  (d.more ? d.more.split(' ') : []).forEach(function (m) {
    t.reads[m.charAt(0)].push(m.slice(1));
    t.second[m.slice(1) + m.charAt(0)] = true;
  });
}

// readKeys makes a key of every name and alias: an array of character numbers.
function readKeys(t) {
  var i;
  for (i = 0; i < t.n; i++) addKey(t, i, fold(t.names[i]));
  t.firstAlias = t.n;
  for (i = 0; i < t.n; i++) {
    if (t.aliases[i]) t.aliases[i].split('|').forEach(function (a) { addKey(t, i, fold(a), a); cutWord(t, fold(a)); });
  }
}

// cutWord makes a word that people say for an item one at which longer queries are cut.
function cutWord(t, word) {
  if (word.length < 3 || word.length > 4 || t.rules.hasOwnProperty(word)) return;
  t.rules[word] = [];
  t.longest = Math.max(t.longest, word.length);
}

function addKey(t, doc, s, shown) {
  var k = t.keys.length, seen = {}, cs = [], i, c;
  for (i = 0; i < s.length; i++) {
    c = charNumber(t, s.charAt(i));
    cs.push(c);
    if (!seen[c]) { seen[c] = true; t.post[c].push(k); t.df[c]++; }
  }
  t.keys.push(s);
  t.chars.push(cs);
  t.core.push(s.replace(/(办理|申请|申领|核发|发放)$/, '').length); // what people leave out when they say a name
  t.doc.push(doc);
  if (shown) t.shown[k] = shown;
}

// charNumber numbers a character on first sight and files it under its sounds.
function charNumber(t, c) {
  var n = t.charOf[c];
  if (n !== undefined) return n;
  n = t.charOf[c] = t.char.length;
  t.char.push(c);
  t.post.push([]);
  t.df.push(0);
  (t.reads[c] || []).forEach(function (s) {
    if (t.second[s + c]) t.rare[s + n] = t.rare[s.charAt(0) + n] = true;
    file(t.bySound, s, n);
    file(t.bySoft, soft(s), n);
    file(t.byLetter, s.charAt(0), n);
  });
  return n;
}

function file(map, key, n) {
  var list = map[key] = map[key] || [];
  if (list[list.length - 1] !== n) list.push(n);
}

// readRules takes synonyms, lines "say,say>means,means"; "=" instead of ">" when they mean the same.
function readRules(t, d) {
  t.rules = {};
  t.longest = 1;
  t.says = [];
  (d.synonyms ? d.synonyms.split('\n') : []).forEach(function (line) {
    var same = line.indexOf('>') < 0, p = line.split('>'), says = p[0].split(','), means = (p[1] || p[0]).split(',');
    says.forEach(function (say) {
      var list = means.filter(function (m) { return m !== say; });
      if (t.rules[say]) t.rules[say] = t.rules[say].concat(list);
      else { t.rules[say] = list; t.says.push(say); }
      t.longest = Math.max(t.longest, say.length);
    });
  });
  t.ignore = words(d.ignore);
  t.region = words(d.region);
  t.actions = words(d.actions);
}

function words(text) { return text ? text.split(',') : []; }
