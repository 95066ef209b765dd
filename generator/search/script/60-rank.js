// Ranking: how well an item answers a query.

var slots = {}, slotCount = 0;

// match scores a slot against all items. Slots of the last keystrokes are kept.
function match(s) {
  var r = slots[s.id];
  if (r) return r;
  if (++slotCount > 200) { slots = {}; slotCount = 1; }
  r = slots[s.id] = { score: new Float64Array(table.n), key: new Int32Array(table.n), alt: new Int8Array(table.n), best: 0, mass: 0 };
  s.alts.forEach(function (a, i) { matchAlternative(r, a, i); });
  return r;
}

function matchAlternative(r, a, number) {
  var p = phrase(a.keys), t = table;
  r.mass = Math.max(r.mass, number ? Math.min(p.mass, 12) * 0.8 : p.mass);
  candidates(p, function (k, sum) {
    var v = a.weight * keyScore(p, k, align(p, t.chars[k], sum)), d = t.doc[k];
    if (v > r.score[d]) { r.score[d] = v; r.key[d] = k; r.alt[d] = number; }
    if (v > r.best) r.best = v;
  });
}

// keyScore turns the share held into a score: an equal key first, then one that begins with the
// words, then one that holds them; the less else it holds the better; a name before an alias.
function keyScore(p, k, share) {
  var m = table.chars[k].length, score = p.sure * Math.pow(share, 1.3) * (0.86 + 0.14 * Math.min(1, p.n / m));
  if (share > 0.999) {
    if (p.n === m) score = p.sounds ? 1.1 : 1.15;
    else if (startsWith(p, table.chars[k])) score = p.n === table.core[k] ? (p.sounds ? 1.08 : 1.12) : score * (p.loose ? 1.08 : 1.03);
  }
  return k < table.firstAlias ? score : score * 0.97;
}

function startsWith(p, cs) {
  for (var i = 0; i < p.n; i++) if (!p.tokens[i].like[cs[i]]) return false;
  return true;
}

// runScore is the best reading of a run for every item.
function runScores(run) {
  var out = { score: new Float64Array(table.n), variant: new Int8Array(table.n), mass: 0, best: 0 };
  run.variants.forEach(function (slots, number) {
    var rs = slots.map(match), ms = rs.map(function (r, i) {
      var m = slots.length > 1 && slots[i].text.length < 2 ? 0.3 * r.mass : r.mass;
      return r.best < 0.3 ? 0 : r.best < 0.55 ? 0.35 * m : m;
    });
    var total = ms.reduce(function (a, b) { return a + b; }, 0), lost = 0, d, i, v;
    rs.forEach(function (r, i) { lost += r.mass - ms[i]; });
    out.lost = number ? Math.min(out.lost, lost) : lost;
    if (!total) return;
    out.mass = Math.max(out.mass, total);
    total += 0.5 * lost;
    for (d = 0; d < table.n; d++) {
      v = 0;
      for (i = 0; i < rs.length; i++) if (ms[i]) v += ms[i] * rs[i].score[d];
      v /= total;
      if (v > out.score[d]) { out.score[d] = v; out.variant[d] = number; }
      if (v > out.best) out.best = v;
    }
  });
  label(run, out);
  return out;
}

// label lets the name of a stage or department answer a run, faintly.
function label(run, out) {
  var stages = holding(table.raw.stages, run.text), bodies = holding(table.raw.departments, run.text), d;
  if (!stages && !bodies) return;
  for (d = 0; d < table.n; d++) {
    if (out.score[d] >= LABEL || !(stages && stages[flag(d, 0)]) && !(bodies && bodies[body(d)])) continue;
    out.score[d] = LABEL;
    out.variant[d] = -1;
    out.best = Math.max(out.best, LABEL);
    out.mass = out.mass || 6;
  }
}

var LABEL = 0.4;

// holding tells, by number, which labels hold the words; null when none does.
function holding(labels, words) {
  var out = null;
  if (words.length > 1) labels.forEach(function (l, i) { if (fold(l).indexOf(words) >= 0) (out = out || {})[i] = true; });
  return out;
}

// WEAK is the score below which names are taken not to have answered, so that the text is asked.
var WEAK = 0.55;

// rank returns the items for a query, best first, and how the query was read.
function rank(text) {
  if (table.raw.block) gather(text);
  return rankRows(text);
}

// rankRows is rank over the rows that are there.
function rankRows(text) {
  var runs = understand(text), scores = runs.map(runScores), whole = fold(text), total = 0, r;
  // A run that nothing answers makes the whole less sure.
  scores.forEach(function (s) { total += s.mass || 0.3 * (s.lost || 0); });
  r = { runs: runs, scores: scores, list: [], best: 0 };
  scoreAll(r, total, whole, null);
  r.weak = r.best < WEAK;
  if (r.weak) scoreAll(r, total, whole, textScores(text));
  r.list = r.list.filter(function (x) { return x.score >= 0.4 * r.best; });
  r.list.sort(function (a, b) {
    return b.score - a.score || table.chars[a.doc].length - table.chars[b.doc].length || a.doc - b.doc;
  });
  return r;
}

// scoreAll fills the list of r; deep, if given, is what the full text says.
function scoreAll(r, total, whole, deep) {
  var d, i, v, x;
  r.list = [];
  for (d = 0; d < table.n; d++) {
    v = 0;
    for (i = 0; i < r.scores.length; i++) v += r.scores[i].mass * r.scores[i].score[d];
    x = deep ? 0.25 * deep[d] : 0;
    if (!v && x < 0.1) continue;
    v = (total ? v / total : 0) * prior(d, whole, r.runs) + exact(d, whole) + x;
    v = Math.round(v * 1e6) / 1e6;
    if (v > r.best) r.best = v;
    r.list.push({ doc: d, score: v, text: x });
  }
}

// prior: the plain permit before its change or cancellation, unless the query asks for that; what many do a little before.
function prior(d, whole, runs) {
  var name = table.keys[d], p = 1 + 0.02 * popularity(d);
  table.actions.some(function (a) {
    if (name.indexOf(a) < 0 || asked(a, whole, runs)) return false;
    p *= a === '备案' || a === '证明' ? 0.985 : 0.93;
    return true;
  });
  return p;
}

// asked tells whether the query names the action, itself or by a synonym.
function asked(a, whole, runs) {
  if (whole.indexOf(a) >= 0) return true;
  return runs.some(function (r) {
    return r.variants.some(function (v) {
      return v.some(function (s) { return s.alts.some(function (x) { return x.text && x.text.indexOf(a) >= 0; }); });
    });
  });
}

function exact(d, whole) {
  if (table.keys[d] === whole) return 0.5;
  return table.aliases[d] && table.aliases[d].split('|').some(function (a) { return fold(a) === whole; }) ? 0.35 : 0;
}

// flag reads one of the four digits of an item: stage, department (two), and the bits.
function flag(d, i) { return DIGITS.indexOf(table.flags.charAt(4 * d + i)); }
function body(d) { return flag(d, 1) * 64 + flag(d, 2); }
function popularity(d) { return flag(d, 3) & 3; }
