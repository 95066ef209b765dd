// What the search page does not need: reasons, for the command line and for tests.

// explain tells of the first n results how each came to its place.
function explain(text, n) {
  if (!table) return [];
  var r = rank(text);
  return r.list.slice(0, n).map(function (x) {
    var out = result(x);
    out.prior = prior(x.doc, fold(text), r.runs);
    out.exact = exact(x.doc, fold(text));
    out.text = x.text || 0;
    out.why = [];
    r.runs.forEach(function (run, i) {
      var s = r.scores[i], v = s.variant[x.doc];
      if (v < 0) out.why.push({ words: run.text, means: '', key: '', alias: false, score: s.score[x.doc], mass: s.mass, known: true });
      else if (s.score[x.doc]) run.variants[v].forEach(function (sl) { out.why.push(because(sl, x.doc)); });
    });
    return out;
  });
}

function because(sl, d) {
  var m = match(sl), k = m.key[d], hit = m.score[d] > 0;
  return {
    words: sl.text, means: hit && sl.alts[m.alt[d]].text || '', key: hit ? table.keys[k] : '',
    alias: hit && k >= table.firstAlias, score: m.score[d], mass: m.mass, known: m.best >= 0.3
  };
}

api.explain = explain;
api.meant = function (text) { return meant(rank(text)); };
api.fold = fold;
api.cut = cut;
api.soft = soft;
api.readings = function (c) { return table.reads[c] || []; };
