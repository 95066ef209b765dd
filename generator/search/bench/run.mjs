// node run.mjs PUBLIC QUERIES.tsv: the first ten results of every query, one JSON line each.
import { open, readQueries } from './engine.mjs';

const [dir, queries] = process.argv.slice(2);
const { query } = open(dir);
query('re shen');
for (const q of readQueries(queries)) {
  const start = performance.now();
  const found = Array.from(query(q.query)).slice(0, 10);
  const ms = performance.now() - start;
  console.log(JSON.stringify({ query: q.query, results: found.map((r) => r.name), ids: found.map((r) => r.id), ms }));
}
