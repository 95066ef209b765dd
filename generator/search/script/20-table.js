// The name table: what names.js holds, opened for matching.

var table = null;

// open reads the columns of names.js and indexes them by character.
function open(d) {
  var t = {
    raw: d, ids: ids(d.ids), names: d.names.split('\n'), aliases: d.aliases.split('\n'),
    flags: d.flags, n: 0,
    keys: [], doc: [], chars: [], charOf: {}, char: [], post: [], df: [],
    reads: {}, second: {}, rare: {}, bySound: {}, bySoft: {}, byLetter: {}, syllables: [], softs: {}
  };
  t.n = t.names.length;
  readSounds(t, d.sounds);
  readKeys(t);
  readRules(t, d);
  table = t;
  tokens = {};
  slots = {};
}

// ids spells the item numbers out: an empty line is one more than the line before.
function ids(text) {
  var last = '';
  return text.split('\n').map(function (s) {
    if (s) return last = s;
    var m = /^(.*?)(\d+)$/.exec(last), k = String(Number(m[2]) + 1);
    while (k.length < m[2].length) k = '0' + k;
    return last = m[1] + k;
  });
}

// readSounds takes lines "syllable characters|characters for which it is the rarer reading".
function readSounds(t, text) {
  text.split('\n').forEach(function (line) {
    var p = line.indexOf(' '), s = line.slice(0, p), second = false, i, c;
    t.syllables.push(s);
    t.softs[s] = t.softs[soft(s)] = true;
    for (i = p + 1; i < line.length; i++) {
      c = line.charAt(i);
      if (c === '|') second = true;
      else {
        (t.reads[c] = t.reads[c] || []).push(s);
        if (second) t.second[s + c] = true;
      }
    }
  });
}

// readKeys makes a key of every name and alias: an array of character numbers.
function readKeys(t) {
  var i;
  for (i = 0; i < t.n; i++) addKey(t, i, fold(t.names[i]));
  t.firstAlias = t.n;
  for (i = 0; i < t.n; i++) {
    if (t.aliases[i]) t.aliases[i].split('|').forEach(function (a) { addKey(t, i, fold(a), a); });
  }
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
  t.doc.push(doc);
  if (shown) t.shown = t.shown || {}, t.shown[k] = shown;
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
