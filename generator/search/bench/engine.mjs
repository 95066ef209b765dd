// Opens the search of a published folder in node, as the page would.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import zlib from 'node:zlib';

// folder reads the files of DIR/search once, with their size as a server sends them.
export function folder(dir) {
  const files = new Map();
  for (const name of fs.readdirSync(path.join(dir, 'search'))) {
    const text = fs.readFileSync(path.join(dir, 'search', name), 'utf8');
    let gzip = 0;
    files.set(name, { text, raw: Buffer.byteLength(text), script: null, gzip: () => gzip ||= zlib.gzipSync(text, { level: 9 }).length });
  }
  return files;
}

// open runs the script and the name table. query fetches what the page would fetch, counts it in
// cost, and answers as the page does when nothing is missing any more.
export function open(files) {
  const context = vm.createContext({});
  const cost = { requests: 0, raw: 0, gzip: 0 };
  const fetched = new Set();
  const count = (name) => {
    if (!name || fetched.has(name)) return;
    fetched.add(name);
    const f = files.get(name);
    cost.requests++;
    cost.raw += f.raw;
    cost.gzip += f.gzip();
  };
  const run = (name) => {
    if (!name || fetched.has(name)) return;
    const f = files.get(name);
    (f.script ||= new vm.Script(f.text)).runInContext(context);
    count(name);
  };
  const kind = (k) => [...files.keys()].find((f) => new RegExp(`^${k}\\.[0-9a-f]+\\.js$`).test(f));
  run(kind('search'));
  run(kind('names'));
  const manifest = kind('text'); // there from the start, and counted once a shard is wanted
  if (manifest) files.get(manifest).script ||= new vm.Script(files.get(manifest).text);
  files.get(manifest)?.script.runInContext(context);
  const engine = context.ybtSearch;
  const query = (text) => {
    if (engine.strange(text)) run(kind('sound'));
    for (let round = 0; round < 8; round++) {
      const missing = engine.wants(text).filter((f) => !fetched.has(f));
      if (!missing.length) break;
      if (missing.some((f) => f.startsWith('text-'))) count(manifest);
      missing.forEach(run);
    }
    return Array.from(engine.query(text));
  };
  return { query, engine, cost };
}

// readDocs reads the documents that the search was made of.
export const readDocs = (dir) => JSON.parse(fs.readFileSync(path.join(dir, 'docs.json'), 'utf8'));

// readQueries reads queries.tsv and leaves out what none of docs can answer.
export function readQueries(file, docs) {
  const all = fs.readFileSync(file, 'utf8').trim().split('\n').slice(1).map((l) => {
    const [kind, audience, query, regex] = l.split('\t');
    return { kind, audience, query, want: new RegExp(regex, 'u') };
  });
  const names = docs.map((d) => d.Name.normalize('NFKC'));
  return { asked: all.length, queries: all.filter((q) => names.some((n) => q.want.test(n))), docs };
}
