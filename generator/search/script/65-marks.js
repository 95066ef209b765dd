// Marks: which characters of a shown name or alias answer the query, and what was probably meant.

// reading returns the slots by which a run found an item, each with the tokens that did it.
function reading(r, i, d) {
  var s = r.scores[i], v = r.runs[i].variants[s.variant[d]];
  if (!v || !s.score[d]) return [];
  return v.map(function (sl) {
    var m = match(sl), keys = sl.alts[m.alt[d]].keys, trace = [], k = m.key[d];
    if (m.score[d] < 0.25) return null;
    align(phrase(keys), table.chars[k], 0, trace);
    return { key: k, keys: keys, own: keys === sl.alts[0].keys, trace: trace, text: sl.text };
  }).filter(Boolean);
}

// marks returns what to mark of item d: places in its name, and the alias that matched with its places.
function marks(r, d) {
  var out = { name: [], alias: '', places: [] }, i;
  for (i = 0; i < r.runs.length; i++) {
    reading(r, i, d).forEach(function (h) {
      var at = [], to = out.name;
      if (h.key >= table.firstAlias) {
        if (out.alias && out.alias !== table.shown[h.key]) return;
        out.alias = table.shown[h.key];
        to = out.places;
      }
      fold(h.key < table.firstAlias ? table.names[d] : out.alias, at);
      h.trace.forEach(function (j) { if (j >= 0) to.push(at[j]); });
    });
  }
  return out;
}

// meant spells the query as the best item does, when it was found by sound or with a wrong character; else ''.
function meant(r) {
  var parts = [], changed = false, i;
  if (!r.list.length) return '';
  for (i = 0; i < r.runs.length; i++) {
    var hits = reading(r, i, r.list[0].doc), h = hits[0], said;
    if (hits.length !== 1 || !h.own || h.text.length < 2) { parts.push(r.runs[i].text); continue; }
    said = spelled(h);
    parts.push(said || r.runs[i].text);
    if (said && said !== r.runs[i].text) changed = true;
  }
  return changed ? parts.join(' ') : '';
}

// spelled is the stretch of the key that a row of tokens matched without gap, or ''.
function spelled(h) {
  var t = h.trace, n = t.length, first = t[0] >= 0 ? t[0] : t[1] - 1, i, miss = 0;
  if (!(first >= 0) || first + n > table.chars[h.key].length) return '';
  for (i = 0; i < n; i++) {
    if (t[i] < 0) miss++;
    else if (t[i] !== first + i) return '';
  }
  return miss > 1 || miss && n < 3 ? '' : table.keys[h.key].substr(first, n);
}
