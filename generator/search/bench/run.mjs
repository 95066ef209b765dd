// node run.mjs DIR QUERIES.tsv: the first ten results of every query, one JSON line each.
import fs from 'node:fs';
import { folder, open } from './engine.mjs';

const [dir, queries] = process.argv.slice(2);
const { query } = open(folder(dir));
for (const line of fs.readFileSync(queries, 'utf8').trim().split('\n').slice(1)) {
  const text = line.split('\t')[2], start = performance.now();
  const found = query(text).slice(0, 10);
  const ms = performance.now() - start;
  console.log(JSON.stringify({ query: text, results: found.map((r) => r.name), ids: found.map((r) => r.id), ms }));
}
