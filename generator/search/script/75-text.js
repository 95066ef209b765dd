// The full text: pairs of characters to items, in shards, fetched only when names do not answer.
// text.js holds {first: first pair of every shard, shards: their file names}; a shard holds lines
// "pair gaps", a gap a number in base 64 with a sixth bit for more.

var waiting = 0, wantedPairs = '';

// pairs lists the neighbouring Chinese characters of a query.
function pairs(text) {
  var out = [];
  cut(text).forEach(function (r) {
    for (var i = 1; i < r.length; i++) if (kind(r.charCodeAt(i)) === 2 && out.indexOf(r.substr(i - 1, 2)) < 0) out.push(r.substr(i - 1, 2));
  });
  return out.slice(0, 12);
}

// deepen fetches the shards that a query needs.
function deepen(text) {
  var dir, fresh;
  if (!extra.text) return fetchFile('text');
  dir = ui.form.getAttribute('data-text').replace(/[^\/]*$/, '');
  pairs(text).forEach(function (p) { if (addScript(dir + extra.text.shards[shardOf(p)])) fresh = true; });
  return fresh;
}

function shardOf(pair) {
  var lo = 0, hi = extra.text.first.length - 1, mid;
  while (lo < hi) {
    mid = (lo + hi + 1) >> 1;
    if (extra.text.first[mid] <= pair) lo = mid; else hi = mid - 1;
  }
  return lo;
}

// textScores returns, item by item, the share of the query's pairs that the text holds; null when nothing is loaded.
function textScores(text) {
  var list = extra.text ? pairs(text) : [], out = null, total = 0;
  list.forEach(function (p) {
    var shard = extra['text-' + shardOf(p)], docs = shard && postings(shard, p), w;
    if (!docs) { total += 1; return; }
    w = Math.log(1 + table.n / docs.length);
    total += w;
    out = out || new Float64Array(table.n);
    docs.forEach(function (d) { out[d] += w; });
  });
  if (out) for (var d = 0; d < out.length; d++) out[d] /= total;
  return out;
}

// postings finds the line of a pair in a shard.
function postings(shard, pair) {
  var at = ('\n' + shard).indexOf('\n' + pair + ' '), out = [], last = -1, n = 0, bits = 0, i, c;
  if (at < 0) return null;
  for (i = at + 3; i < shard.length && shard.charAt(i) !== '\n'; i++) {
    c = DIGITS.indexOf(shard.charAt(i));
    n |= (c & 31) << bits;
    bits += 5;
    if (c & 32) continue;
    out.push(last += n + 1);
    n = bits = 0;
  }
  return out;
}
