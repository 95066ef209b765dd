// The engine's face, for tests and for the command line: ybtSearch.

// result says of an item what a list needs.
function result(x) {
  var d = x.doc, b = flag(d, 3);
  return {
    id: table.ids[d], name: table.names[d], score: x.score, doc: d,
    stage: flag(d, 0), department: body(d),
    online: !!(b & 4), instant: !!(b & 8), errand: !!(b & 16), audience: b & 32 ? 1 : 0
  };
}

// url is the page of an item, from the search page.
function url(d) { return table.raw.urls && table.raw.urls[d] || table.ids[d] + '.html'; }

function query(text) {
  return table ? rank(text).list.map(result) : [];
}

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

// put receives the data files; each is a script that calls it.
var extra = {}, listener = null;

function put(what, data) {
  if (what === 'names') open(data);
  else if (what === 'sound') hear(data);
  else extra[what] = data;
  if (listener) listener(what);
}

// hear adds readings of characters that no name holds.
function hear(lines) {
  extra.sound = true;
  readSounds(table, lines);
  tokens = {};
  slots = {};
}

api.put = put;
api.query = query;
api.explain = explain;
// needs lists the text shards that the page would fetch for a query; none when names answer it.
api.needs = function (text) {
  return extra.text && rank(text).weak ? pairs(text).map(function (p) { return extra.text.shards[shardOf(p)]; }) : [];
};
api.meant = function (text) { return meant(rank(text)); };
api.fold = fold;
api.cut = cut;
api.soft = soft;
api.readings = function (c) { return table.reads[c] || []; };
