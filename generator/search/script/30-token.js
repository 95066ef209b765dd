// Tokens: what a query is made of. A token is written as one letter and a text:
// h身 a character, sshen a syllable, pshe an unfinished syllable, is a first letter, lx a letter as it stands.

var tokens = {};

// token returns the likeness of a token to every character of the table, and its weight.
function token(key) {
  var k = tokens[key];
  if (k) return k;
  k = tokens[key] = { key: key, like: new Float32Array(table.char.length), groups: [], weight: 0 };
  likeness(k, key.charAt(0), key.slice(1));
  k.weight = weigh(k);
  return k;
}

function likeness(k, type, v) {
  var t = table;
  if (type === 'h' || type === 'l') {
    if (t.charOf[v] !== undefined) group(k, 1, [t.charOf[v]]);
    if (type === 'h') sounds(k, t.reads[v] || [], 0.88, 0.72);
  } else if (type === 's') {
    sounds(k, [v], 1, 0.8);
  } else if (type === 'p') {
    t.syllables.forEach(function (s) { if (s.slice(0, v.length) === v) group(k, 1, t.bySound[s] || [], s); });
    t.syllables.forEach(function (s) { if (soft(s).slice(0, v.length) === v) group(k, 0.78, t.bySoft[soft(s)] || []); });
  } else {
    group(k, 1, t.byLetter[v] || [], v);
  }
}

function sounds(k, list, exact, near) {
  list.forEach(function (s) { group(k, exact, table.bySound[s] || [], s); });
  list.forEach(function (s) { group(k, near, table.bySoft[soft(s)] || []); });
}

// group notes the characters that are like the token; the first likeness of a character stands.
// Those for which the sound is the rarer reading are a little less like it.
function group(k, like, chars, sound) {
  var usual = [], rare = [];
  chars.forEach(function (c) { if (!k.like[c]) (sound && table.rare[sound + c] ? rare : usual).push(c); });
  [[usual, like], [rare, like * 0.9]].forEach(function (g) {
    g[0].forEach(function (c) { k.like[c] = g[1]; });
    if (g[0].length) k.groups.push({ like: g[1], chars: g[0] });
  });
}

// weigh: the rarer, the heavier. A token that nothing is like weighs little.
function weigh(k) {
  var df = 0, top = k.groups.length ? k.groups[0].like : 0;
  k.groups.forEach(function (g) {
    if (g.like === top) g.chars.forEach(function (c) { df += often(c); });
  });
  if (!df) return 1.2;
  return Math.max(0.8, Math.log(1 + (table.total || table.keys.length) / df));
}

// often is how many names hold a character, those that were not fetched included.
function often(c) { return table.often && table.often[c] || table.df[c]; }

// spell reads letters as tokens in the few likeliest ways.
function spell(text) {
  var best = [[{ cost: 0, keys: [] }]], i, out = [], seen = {};
  for (i = 1; i <= text.length; i++) best.push([]);
  for (i = 0; i < text.length; i++) {
    pieces(text, i).forEach(function (p) {
      best[i].forEach(function (b) { keep(best[i + p.n], { cost: b.cost + p.cost, keys: b.keys.concat(p.key) }); });
    });
  }
  best = best.map(function (list) { return list.filter(function (b) { return b.cost < list[0].cost + 1.5; }); });
  if (text.length <= 4 || text.length <= 12 && best[text.length][0].keys.join().indexOf('i') === 0 || text.length <= 12 && /,i/.test(best[text.length][0].keys.join())) best[text.length].push({ keys: text.split('').map(function (c) { return (c >= 'a' ? 'i' : 'l') + c; }) });
  if (literal(text)) best[text.length].push({ keys: text.split('').map(function (c) { return 'l' + c; }) });
  best[text.length].forEach(function (b) {
    var k = b.keys.join();
    if (!seen[k]) { seen[k] = true; out.push(b.keys); }
  });
  return out;
}

// keep holds the three cheapest ways to a place.
function keep(list, way) {
  list.push(way);
  list.sort(function (a, b) { return a.cost - b.cost; });
  if (list.length > 3) list.pop();
}

// pieces lists what may begin at letter i.
function pieces(text, i) {
  var out = [], n, s, c = text.charAt(i), left = text.length - i;
  if (c < 'a') return [{ n: 1, cost: 1, key: ['l' + c] }];
  for (n = Math.min(6, left); n >= 1; n--) {
    s = text.substr(i, n);
    if (table.softs[s]) out.push({ n: n, cost: 1, key: ['s' + s] });
    else if (n === left && n > 1 && begins(s)) out.push({ n: n, cost: 1.2, key: ['p' + s] });
  }
  n = /^[zcs]h/.test(text.slice(i)) ? 2 : 1;
  out.push({ n: n, cost: 1.7, key: ['i' + c] });
  if (n === 2) out.push({ n: 1, cost: 1.9, key: ['i' + c] });
  return out;
}

function begins(s) {
  return table.syllables.some(function (y) { return y.slice(0, s.length) === s || soft(y).slice(0, s.length) === s; });
}

function literal(text) {
  return table.charOf[text.charAt(0)] !== undefined && table.keys.some(function (k) { return k.indexOf(text) >= 0; });
}
