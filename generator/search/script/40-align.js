// Alignment: how much of a row of tokens a key holds, in order, side by side.

// phrase prepares a row of token keys for matching. single is the share of the score that
// characters earn by being there at all; the rest they earn by standing side by side. sure is the
// worth of a full match: letters are less sure than characters, first letters less than syllables.
function phrase(keys) {
  var p = { tokens: keys.map(token), n: keys.length, mass: 0, single: 0.5, pair: [0], sounds: 0 }, pairs = 0, loose = 0, i;
  for (i = 0; i < p.n; i++) {
    p.mass += p.tokens[i].weight;
    if (/^[isp]/.test(keys[i])) p.sounds++;
    if (keys[i].charAt(0) === 'i') loose++;
    if (i) pairs += p.pair[i] = (p.tokens[i - 1].weight + p.tokens[i].weight) / 2;
  }
  p.loose = loose * 2 > p.n;
  if (p.sounds) p.single = p.loose ? 0.12 : 0.35;
  p.sure = 1 - (p.sounds ? 0.03 : 0) - 0.08 * loose / Math.max(1, p.n);
  if (p.n === 1) p.single = 1;
  for (i = 1; i < p.n; i++) p.pair[i] *= (1 - p.single) / pairs;
  p.one = p.single / p.mass;
  return p;
}

var CANDIDATES = 240;

// candidates adds up, key by key, the weight of the tokens it has a likeness of, and visits the best.
function candidates(p, visit) {
  var acc = new Float64Array(table.keys.length), stamp = new Int16Array(table.keys.length), met = [], floor = 0.36 * p.mass, sums, k, i;
  p.tokens.forEach(function (t, number) {
    t.groups.forEach(function (g) {
      var add = t.weight * g.like, c, j, list;
      for (c = 0; c < g.chars.length; c++) {
        list = table.post[g.chars[c]];
        for (j = 0; j < list.length; j++) {
          k = list[j];
          if (stamp[k] === number + 1) continue;
          if (!stamp[k]) met.push(k);
          stamp[k] = number + 1;
          acc[k] += add;
        }
      }
    });
  });
  met = met.filter(function (m) { return acc[m] > floor; });
  if (met.length > CANDIDATES) {
    sums = new Float64Array(met.length);
    for (i = 0; i < met.length; i++) sums[i] = acc[met[i]];
    sums.sort();
    floor = sums[met.length - CANDIDATES];
  }
  for (i = 0; i < met.length; i++) if (acc[met[i]] >= floor) visit(met[i], acc[met[i]]);
}

// The table of the alignment, a row a token, a column a character of the key, reused for every key:
// score of a match that ends here, best score up to here and its place, likeness, place before.
var WIDE = 256, cells = new Float64Array(1), score, best, bestAt, likes, before;

function room(n) {
  if (cells.length >= n) return;
  cells = new Float64Array(n);
  score = new Float64Array(n);
  best = new Float64Array(n);
  likes = new Float64Array(n);
  bestAt = new Int32Array(n);
  before = new Int32Array(n);
}

// align returns the share of p, 0 to 1, that the key cs holds; sum is what candidates found.
// trace, if given, receives for every token the place it matched in the key, or -1.
function align(p, cs, sum, trace) {
  var m = Math.min(cs.length, WIDE), n = p.n, i, j, at, s, v, b, from, hit, side, pairs = 0, top = 0, end = -1, like, w;
  room(n * m);
  for (i = 0; i < n; i++) {
    like = p.tokens[i].like;
    w = p.tokens[i].weight * p.one;
    side = i ? p.pair[i] / 2 : 0;
    hit = 0;
    for (j = 0; j < m; j++) {
      at = i * m + j;
      s = likes[at] = like[cs[j]];
      v = 0;
      from = -1;
      if (s) {
        if (i && j) {
          if (best[at - m - 1] > v) { v = best[at - m - 1]; from = bestAt[at - m - 1]; }
          if (likes[at - m - 1]) {
            b = side * (likes[at - m - 1] + s);
            if (b > hit) hit = b;
            b += score[at - m - 1];
            if (b > v) { v = b; from = at - m - 1; }
          }
          if (j > 1 && likes[at - m - 2]) {
            b = score[at - m - 2] + 0.4 * side * (likes[at - m - 2] + s);
            if (b > v) { v = b; from = at - m - 2; }
          }
          if (i > 1 && j > 1 && likes[at - 2 * m - 2]) {
            b = score[at - 2 * m - 2] + 0.6 * side * (likes[at - 2 * m - 2] + s);
            if (b > v) { v = b; from = at - 2 * m - 2; }
          }
        }
        v += w * s;
      }
      score[at] = v;
      before[at] = from;
      if (v > top) { top = v; end = at; }
      best[at] = v;
      bestAt[at] = at;
      if (j && best[at - 1] >= best[at]) { best[at] = best[at - 1]; bestAt[at] = bestAt[at - 1]; }
      if (i && best[at - m] >= best[at]) { best[at] = best[at - m]; bestAt[at] = bestAt[at - m]; }
    }
    pairs += hit;
  }
  if (trace) {
    for (i = 0; i < n; i++) trace.push(-1);
    for (; end >= 0; end = before[end]) trace[Math.floor(end / m)] = end % m;
  }
  return p.loose ? top : Math.max(top, 0.9 * (p.one * sum + pairs));
}
