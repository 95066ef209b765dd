// node peers.mjs DIR QUERIES.tsv: our search and MiniSearch on the same items and queries, both in
// node. MiniSearch gets all that a good engineer can add to it: pairs of characters, syllables and
// first letters of names and aliases, our synonyms, and homophones.
import zlib from 'node:zlib';
import fs from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { pinyin } from 'pinyin-pro';
import { folder, open, readDocs, readQueries } from './engine.mjs';
import { head, row, score } from './score.mjs';

const [dir, file] = process.argv.slice(2);
const { queries, docs } = readQueries(file, readDocs(dir));
const synonyms = JSON.parse(fs.readFileSync(path.join(dir, 'synonyms.json'), 'utf8'));
const gzip = (text) => zlib.gzipSync(text, { level: 9 }).length;

const ours = open(folder(dir));
console.log(head);
console.log(row('ours', score(queries, (q) => ours.query(q).map((r) => r.name)), (open(folder(dir)).cost.gzip / 1000).toFixed(0)));

// cut: letters and digits as they stand, Chinese characters in pairs.
const cut = (text) => (text.normalize('NFKC').toLowerCase().match(/[a-z0-9]+|\p{Script=Han}+/gu) || [])
  .flatMap((run) => (/^[a-z0-9]/.test(run) || run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, i) => run.substr(i, 2))));
const syllables = (text) => pinyin(text, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
// endings: from every character on, so that letters may begin anywhere in a name.
const endings = (list) => list.map((_, i) => list.slice(i).join(''));
const sounded = (texts) => texts.flatMap((t) => { const s = syllables(t); return [...endings(s), ...endings(s.map((x) => x[0]))]; }).join(' ');

const index = new MiniSearch({
  fields: ['name', 'aliases', 'sound', 'summary', 'text'], storeFields: ['name'], tokenize: cut, processTerm: (t) => t,
  searchOptions: { boost: { name: 4, aliases: 3, sound: 2, summary: 1, text: 0.3 }, prefix: (t) => /^[a-z]/.test(t), tokenize: cut },
});
index.addAll(docs.map((d, id) => ({
  id, name: d.Name, aliases: (d.Aliases || []).join(' '), sound: sounded([d.Name, ...(d.Aliases || [])]), summary: d.Summary, text: (d.Text || []).join(' '),
})));
const means = new Map(synonyms.OneWay.flatMap((r) => r.Say.map((s) => [s, r.Means])));
for (const g of synonyms.Same || []) for (const w of g.Words) means.set(w, g.Words);
const longest = Math.max(...[...means.keys()].map((k) => k.length));

// meant is a query with what its spoken words mean behind it.
function meant(query) {
  let out = query;
  for (let i = 0; i < query.length;) {
    let n = Math.min(longest, query.length - i);
    while (n > 0 && !means.has(query.substr(i, n))) n--;
    if (n) out += ' ' + means.get(query.substr(i, n)).slice(0, 3).join(' ');
    i += n || 1;
  }
  return out;
}
const ignored = new RegExp([...synonyms.Ignore, ...synonyms.Region].sort((a, b) => b.length - a.length).join('|'), 'g');
const answer = (query) => {
  const plain = query.replace(ignored, ' ').trim() || query;
  const heard = (plain.match(/\p{Script=Han}{2,}/gu) || []).map((run) => syllables(run).join(''));
  return index.search([meant(plain), ...heard].join(' ')).map((r) => r.name);
};
const libraries = ['minisearch/dist/umd/index.js', 'pinyin-pro/dist/index.js'].map((f) => gzip(fs.readFileSync(new URL('node_modules/' + f, import.meta.url), 'utf8')));
console.log(row('MiniSearch 7.2, pairs + sounds + our synonyms + homophones', score(queries, answer), ((gzip(JSON.stringify(index)) + libraries[0] + libraries[1]) / 1000).toFixed(0)));
