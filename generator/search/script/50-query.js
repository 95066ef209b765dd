// From the words of a query to slots: groups of tokens with what they may mean.

// understand returns the runs of a query. A run has variants, ways to read it; a variant is a list of slots.
function understand(text) {
  var runs = cut(text), whole = fold(text), kept = [];
  runs.forEach(function (r) {
    if (whole === r && known(r)) return kept.push(r);
    strip(r).forEach(function (s) { kept.push(s); });
  });
  if (!kept.length) kept = runs;
  if (kept.length > 1) kept = kept.filter(function (r) { return table.region.indexOf(r) < 0; });
  if (!kept.length) kept = runs;
  return joinLetters(kept).map(function (r) { return { text: r, variants: variants(r) }; });
}

// known tells whether a name or alias holds the run as it stands.
function known(r) {
  return table.keys.some(function (k) { return k.indexOf(r) >= 0; });
}

// strip takes what carries no meaning out of a run of characters: 怎么办, 需要什么材料, the region's name.
function strip(r) {
  var out = [], rest = '', i = 0, n, said;
  if (kind(r.charCodeAt(0)) !== 2) return [r];
  while (i < r.length) {
    n = longest(r, i, table.ignore);
    if (!n && !i) n = longest(r, i, table.region);
    said = saying(r, i);
    if (said >= n) n = 0;
    if (said && !n) { rest += r.substr(i, said); i += said; } else if (n) { if (rest) out.push(rest); rest = ''; i += n; } else rest += r.charAt(i++);
  }
  if (rest) out.push(rest);
  return out;
}

function longest(r, i, list) {
  var n = 0;
  list.forEach(function (w) { if (w.length > n && r.substr(i, w.length) === w) n = w.length; });
  return n;
}

// saying is the length of the longest synonym at place i of a run.
function saying(r, i) {
  for (var n = Math.min(table.longest, r.length - i); n > 0; n--) if (table.rules.hasOwnProperty(r.substr(i, n))) return n;
  return 0;
}

// joinLetters: letters typed with spaces, shen fen zheng, are one run when each is a syllable.
function joinLetters(runs) {
  var out = [], i, prev;
  for (i = 0; i < runs.length; i++) {
    prev = out[out.length - 1];
    if (prev && table.softs[runs[i]] && kind(prev.charCodeAt(0)) === 1 && table.softs[runs[i - 1]]) out[out.length - 1] += runs[i];
    else out.push(runs[i]);
  }
  return out;
}

// variants lists the ways to read a run: in one piece, and cut at the synonyms.
function variants(r) {
  var ways = kind(r.charCodeAt(0)) === 2 ? [r.split('').map(function (c) { return 'h' + c; })] : spell(r), out = [];
  ways.forEach(function (keys) {
    var s = split(keys);
    out.push([slot(keys, [])]);
    if (s) out.push(s);
  });
  if (kind(r.charCodeAt(0)) === 1 && table.rules.hasOwnProperty(r)) out.push([slot([], table.rules[r])]);
  return out;
}

// split cuts a row of tokens at the words of the synonyms; null when there is none.
function split(keys) {
  var out = [], rest = [], i = 0, m, found = false;
  function flush() { if (rest.length) out.push(slot(rest, [])); rest = []; }
  while (i < keys.length) {
    m = spoken(keys, i);
    if (!m) { rest.push(keys[i++]); continue; }
    flush();
    out.push(slot(keys.slice(i, i + m.n), m.means, m.heard ? HEARD[keys[i].charAt(0)] : 0.9));
    i += m.n;
    found = true;
  }
  flush();
  return found ? out : null;
}

// HEARD is how sure a synonym is that was typed in syllables, or in first letters.
var HEARD = { s: 0.96, i: 0.82 };

// spoken returns the longest synonym that begins at token i: by character, or by sound.
function spoken(keys, i) {
  var n, text, hit = null, first = keys[i].charAt(0);
  if (first === 'h') {
    text = keys.slice(i).map(function (k) { return k.slice(1); }).join('');
    n = saying(text, 0);
    return n ? { n: n, means: table.rules[text.slice(0, n)] } : null;
  }
  table.says.forEach(function (say) {
    if (say.length < 2 || say.length > keys.length - i || hit && say.length < hit.n) return;
    if (first === 'i' && (say.length < 3 || say.length < keys.length)) return;
    for (var j = 0; j < say.length; j++) if (!soundsLike(keys[i + j], say.charAt(j), first)) return;
    hit = { n: say.length, heard: true, means: (hit && hit.n === say.length ? hit.means : []).concat(say, table.rules[say]) };
  });
  return hit;
}

function soundsLike(key, c, type) {
  var v = key.slice(1);
  return key.charAt(0) === type && (table.reads[c] || []).some(function (s) {
    return type === 'i' ? s.charAt(0) === v && !table.second[s + c] : s === v || soft(s) === v;
  });
}

// slot: the tokens themselves, then what they may mean, each a little less sure than the one before.
function slot(keys, means, sure) {
  var alts = keys.length ? [{ keys: keys, weight: 1 }] : [];
  means.forEach(function (m, i) {
    alts.push({ keys: m.split('').map(function (c) { return (kind(c.charCodeAt(0)) === 2 ? 'h' : 'l') + c; }), text: m, weight: (sure || 0.9) - 0.015 * Math.min(i, 12) });
  });
  return { text: keys.map(function (k) { return k.slice(1); }).join(''), id: keys.join() + '>' + means.join(), alts: alts };
}
