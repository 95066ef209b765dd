// node quality.mjs DIR QUERIES.tsv [--cold]: how well the search in DIR/search answers, kind by kind;
// what is fetched before the first result; how long a query takes. --cold opens it anew for every
// query. Queries that no name in DIR/docs.json can answer are left out and counted. With MISSES in
// the environment, the queries whose first result is another are listed.
import { folder, open, readDocs, readQueries } from './engine.mjs';
import { percentile, score, table } from './score.mjs';

const [dir, file, cold] = process.argv.slice(2);
const files = folder(dir);
const { asked, queries, docs } = readQueries(file, readDocs(dir));
const warm = open(files);
const costs = [];
const found = score(queries, (text) => {
  const s = cold ? open(files) : warm;
  const names = s.query(text).map((r) => r.name);
  costs.push(s.cost);
  return names;
});
console.log(`${docs.length} items, ${queries.length} queries (${asked - queries.length} that none of them answers left out)\n`);
console.log(table(found) + '\n');
if (cold) {
  const p = (key, q) => percentile(costs.map((c) => c[key]), q);
  console.log(`cold query: ${(p('gzip', 0.5) / 1000).toFixed(1)} kB gzip p50, ${(p('gzip', 0.95) / 1000).toFixed(1)} p95; ${(p('raw', 0.5) / 1000).toFixed(0)} kB raw p50; ${p('requests', 0.5)} requests p50, ${p('requests', 0.95)} p95`);
} else {
  const { gzip, raw, requests } = open(files).cost;
  console.log(`before the first result: ${(gzip / 1000).toFixed(1)} kB gzip, ${(raw / 1000).toFixed(1)} kB raw, ${requests} requests`);
}
console.log(`query in node: ${percentile(found.times, 0.5).toFixed(2)} ms p50, ${percentile(found.times, 0.95).toFixed(1)} ms p95`);
if (process.env.MISSES) console.log('\n' + found.misses.join('\n'));
