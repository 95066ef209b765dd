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

// shardsOf lists the files of the shards that hold pairs.
function shardsOf(list) {
  return list.map(function (p) { return fileOf('text', shardOf(extra.text.first, p), extra.text.hash); });
}

// fileOf names a file of a set by its number.
function fileOf(kind, n, hash) {
  return kind + '-' + n + '.' + hash + '.js';
}

// shardOf is the last shard whose first key is not behind key.
function shardOf(first, key) {
  var lo = 0, hi = first.length - 1, mid;
  while (lo < hi) {
    mid = (lo + hi + 1) >> 1;
    if (first[mid] <= key) lo = mid; else hi = mid - 1;
  }
  return lo;
}

// textShares returns, by item, the share of the query's pairs that the text holds; null when nothing is loaded.
function textShares(text) {
  var list = extra.text ? pairs(text) : [], out = null, total = 0, d;
  list.forEach(function (p) {
    var shard = extra['text-' + shardOf(extra.text.first, p)], docs = shard && postings(shard, p), w;
    if (!docs) { total += 1; return; }
    w = Math.log(1 + (table.raw.rows || table.n) / docs.length);
    total += w;
    out = out || {};
    docs.forEach(function (d) { out[d] = (out[d] || 0) + w; });
  });
  for (d in out) out[d] /= total;
  return out;
}

// textScores is textShares for the rows that are there.
function textScores(text) {
  var shares = textShares(text), out = shares && new Float64Array(table.n), d;
  if (shares) for (d = 0; d < table.n; d++) out[d] = shares[table.row ? table.row[d] : d] || 0;
  return out;
}

// postings finds the line of a pair in a shard.
function postings(shard, pair) {
  var at = ('\n' + shard).indexOf('\n' + pair + ' '), last = -1;
  return at < 0 ? null : numbers(shard, at + pair.length + 1).map(function (gap) { return last += gap + 1; });
}

// numbers reads the numbers from place i of a shard to the end of the line.
function numbers(shard, i) {
  var out = [], n = 0, bits = 0, c;
  for (; i < shard.length && shard.charAt(i) !== '\n'; i++) {
    c = DIGITS.indexOf(shard.charAt(i));
    n |= (c & 31) << bits;
    bits += 5;
    if (c & 32) continue;
    out.push(n);
    n = bits = 0;
  }
  return out;
}
