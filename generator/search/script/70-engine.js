// The engine's face: ybtSearch.

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
function url(d) { return table.urls && table.urls[d] || table.ids[d] + '.html'; }

function query(text) {
  return table ? rank(text).list.map(result) : [];
}

// put receives the data files; each is a script that calls it.
var extra = {}, listener = null, gathered = {};

function put(what, data) {
  if (what === 'names') open(data);
  else if (what === 'sound') hear(data);
  else extra[what] = data;
  if (listener) listener(what);
}

// hear adds readings of characters that no name holds.
function hear(d) {
  extra.sound = true;
  readSounds(table, d.chars, d.sounds);
  tokens = {};
  slots = {};
  gathered = {};
}

api.put = put;
api.query = query;
// wants lists the files that a query would fetch next; none when what is there answers it.
function wants(text) {
  if (!table) return [];
  if (table.raw.block) return gather(text);
  return extra.text && rank(text).weak ? shardsOf(pairs(text)) : [];
}
api.wants = function (text) { return wants(text); };

// strange tells whether a character has no reading yet.
function strange(text) {
  return !extra.sound && fold(text).split('').some(function (c) { return kind(c.charCodeAt(0)) === 2 && !table.reads[c]; });
}
api.strange = strange;
