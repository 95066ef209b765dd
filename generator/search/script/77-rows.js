// Many items: names lie in blocks of rows. An index leads from pieces of the query to the items
// whose rows are worth fetching; these then fill the table and are ranked as always. A piece is two
// neighbouring characters, two syllables as they are confused (sen'fen), or three first letters (=sfz).

var BLOCKS = 6;

// frame prepares a table for rows: every character is numbered at once, with how often it stands.
function frame(t, d) {
  t.post = [];
  t.df = [];
  t.often = [];
  t.total = d.keys;
  for (var i = 0; i < d.pack.chars.length; i++) t.often[charNumber(t, d.pack.chars.charAt(i))] = Math.round(Math.pow(2, DIGITS.indexOf(d.often.charAt(i)) / 3));
}

// gather fills the table with the likeliest rows for a query, as far as they are there, and
// returns the files that it lacks. When the names as they are written do not answer well, their
// sounds are asked, and when these do not either, the full text.
function gather(text) {
  var known = gathered.text === text && gathered.files === Object.keys(extra).length, lacks = [], docs, loud;
  if (known) return gathered.lacks;
  for (loud = 0; loud < 2 && !lacks.length; loud++) {
    docs = likely(text, loud, lacks);
    if (!lacks.length) rows(docs, lacks);
    if (!lacks.length && !docs.misspelt && rankRows(text).best > 0.85) break;
  }
  if (!lacks.length && extra.text && rankRows(text).best < WEAK) deeper(text, docs, lacks);
  gathered = { text: text, files: Object.keys(extra).length, lacks: lacks };
  return lacks;
}

// deeper adds the items whose text answers best.
function deeper(text, docs, lacks) {
  var shares, d, best = [];
  shardsOf(pairs(text)).forEach(function (f, i) { if (!extra['text-' + shardOf(extra.text.first, pairs(text)[i])]) lacks.push(f); });
  if (lacks.length) return;
  shares = textShares(text);
  for (d in shares) best.push([Number(d), shares[d]]);
  best.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  rows(docs.slice(0, 40).concat(best.slice(0, 40)), lacks);
}

// rows fills the table with the blocks of docs, best first; what is not there goes to lacks.
function rows(docs, lacks) {
  var size = table.raw.block, take = [], all = { ids: [], names: [], aliases: [], flags: '', urls: [] }, row = [];
  docs.forEach(function (d) {
    var b = Math.floor(d[0] / size);
    if (take.length < BLOCKS && take.indexOf(b) < 0) take.push(b);
  });
  take.forEach(function (b) { if (!extra['rows-' + b]) lacks.push(fileOf('rows', b, table.raw.hashes[0])); });
  if (lacks.length) return;
  take.sort(function (a, b) { return a - b; }).forEach(function (b) {
    var r = extra['rows-' + b], n = ids(r.ids);
    n.forEach(function (id, i) { row.push(b * size + i); all.urls.push(r.urls && r.urls[i] || ''); });
    all.ids = all.ids.concat(n);
    all.names.push(r.names);
    all.aliases.push(r.aliases);
    all.flags += r.flags;
  });
  if (table.row && table.row.join() === row.join()) return;
  table.row = row;
  fill(table, { ids: all.ids.join('\n'), names: all.names.join('\n'), aliases: all.aliases.join('\n'), flags: all.flags, urls: all.urls });
}

// likely returns the items that hold most of the pieces of a query: pairs of number and weight.
// misspelt says that no reading of some words is all pieces that some name holds.
function likely(text, loud, lacks) {
  var sums = {}, out = [], d;
  understand(text).forEach(function (run) {
    var best = {}, well = false;
    run.variants.forEach(function (slots) {
      var sum = {}, mass = 0, fits = true, d;
      slots.forEach(function (s) {
        var part = slotShares(s, loud, lacks), d;
        if (!part.fits) fits = false;
        for (d in part.of) sum[d] = (sum[d] || 0) + part.mass * part.of[d];
        mass += part.mass;
      });
      for (d in sum) best[d] = Math.max(best[d] || 0, sum[d] / Math.sqrt(mass || 1));
      well = well || fits;
    });
    if (!well) out.misspelt = true;
    for (d in best) sums[d] = (sums[d] || 0) + best[d];
  });
  for (d in sums) out.push([Number(d), sums[d]]);
  out.sort(function (a, b) { return b[1] - a[1] || a[0] - b[0]; });
  out.length = Math.min(out.length, 200);
  return out;
}

var MEANS = 4;

// slotShares says of items what share of a slot's pieces they hold, by the best of its meanings.
function slotShares(s, loud, lacks) {
  var out = { of: {}, mass: 0, fits: false };
  s.alts.slice(0, MEANS + 1).forEach(function (a, number) {
    var sum = {}, short = {}, total = 0, missing = 0, d;
    fragments(a.keys, loud && !number).forEach(function (p) {
      var hit = lookUp(p, lacks), w = hit ? Math.log(1 + table.total / hit.count) : 6;
      total += w;
      if (!hit) missing++;
      if (hit) hit.docs.forEach(function (d, i) { sum[d] = (sum[d] || 0) + w; short[d] = Math.max(short[d] || 0, hit.short[i]); });
    });
    if (total && !missing) out.fits = true;
    if (!number || !out.mass) out.mass = total;
    for (d in sum) out.of[d] = Math.max(out.of[d] || 0, a.weight * sum[d] / total + 0.04 * short[d]);
  });
  return out;
}

// fragments lists the pieces of a row of tokens; "*" at the end asks for all that begin so.
function fragments(keys, loud) {
  var out = [], i, a, b;
  if (keys.length === 1) return one(keys[0]);
  for (i = 1; i < keys.length; i++) {
    a = keys[i - 1];
    b = keys[i];
    if (/^[hl]/.test(a) && /^[hl]/.test(b)) {
      out.push(a.slice(1) + b.slice(1));
      if (loud) heard(a.slice(1), b.slice(1)).forEach(function (p) { out.push(p); });
    } else if (a.charAt(0) === 's' && /^[sp]/.test(b)) out.push(soft(a.slice(1)) + "'" + (b.charAt(0) === 's' ? soft(b.slice(1)) : soft(b.slice(1)) + '*'));
    else if (a.charAt(0) === 'i' && b.charAt(0) === 'i') {
      if (i > 1 && keys[i - 2].charAt(0) === 'i') out.push('=' + keys[i - 2].slice(1) + a.slice(1) + b.slice(1));
      else if (keys.length === 2) out.push('=' + a.slice(1) + b.slice(1) + '*');
    } else if (a.charAt(0) === 's' && b.charAt(0) === 'i') out.push(soft(a.slice(1)) + "'" + b.slice(1) + '*');
  }
  return out.slice(0, 10);
}

function one(key) {
  var v = key.slice(1), c = key.charAt(0);
  return c === 'h' || c === 'l' ? [v + '*'] : c === 's' ? [soft(v) + "'*"] : c === 'p' ? [soft(v) + '*'] : [];
}

function heard(a, b) {
  var out = [];
  (table.reads[a] || []).slice(0, 2).forEach(function (x) { (table.reads[b] || []).slice(0, 2).forEach(function (y) { out.push(soft(x) + "'" + soft(y)); }); });
  return out;
}

// lookUp returns the items of a piece, how short their names are and how many there are; null when
// none holds it or the shard is not there, which then goes to lacks.
function lookUp(piece, lacks) {
  var all = piece.slice(-1) === '*', p = all ? piece.slice(0, -1) : piece, number = shardOf(table.raw.first, p), shard = extra['index-' + number], out;
  if (!shard) {
    shard = fileOf('index', number, table.raw.hashes[1]);
    if (lacks.indexOf(shard) < 0) lacks.push(shard);
    return null;
  }
  out = { docs: [], short: [], count: 0 };
  readLists(shard, p, all, out);
  if (all && !out.count && number + 1 < table.raw.first.length && table.raw.first[number + 1].indexOf(p) === 0) return lookUp(table.raw.first[number + 1], lacks);
  return out.count ? out : null;
}

// readLists adds the lists of a piece, or of the first pieces that begin with it.
function readLists(shard, p, all, out) {
  var text = '\n' + shard, at = text.indexOf('\n' + p + (all ? '' : ' ')), list, last;
  for (; at >= 0 && out.docs.length < 2000; at = all ? text.indexOf('\n' + p, at + 1) : -1) {
    list = numbers(text, text.indexOf(' ', at) + 1);
    last = -1;
    out.count += list[0];
    list.slice(1).forEach(function (n) {
      out.docs.push(last += (n >> 2) + 1);
      out.short.push(n & 3);
    });
  }
}
