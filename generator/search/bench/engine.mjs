// Opens the search of a published folder in node, as the page would.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

// open runs the script and the name table; the engine it returns fetches text shards as the page does.
export function open(dir) {
  const folder = path.join(dir, 'search');
  const files = fs.readdirSync(folder);
  const read = (kind) => {
    const name = files.find((f) => new RegExp(`^${kind}\\.[0-9a-f]+\\.js$`).test(f));
    return name ? fs.readFileSync(path.join(folder, name), 'utf8') : '';
  };
  const context = vm.createContext({});
  for (const kind of ['search', 'names', 'text']) vm.runInContext(read(kind), context);
  const engine = context.ybtSearch;
  const loaded = new Set();
  const query = (text) => {
    let results = engine.query(text);
    for (const f of engine.wants(text)) {
      if (loaded.has(f)) continue;
      loaded.add(f);
      vm.runInContext(fs.readFileSync(path.join(folder, f), 'utf8'), context);
      results = null;
    }
    return results || engine.query(text);
  };
  return { query, engine, size: (kind) => read(kind) };
}

// readQueries reads queries.tsv.
export function readQueries(file) {
  return fs.readFileSync(file, 'utf8').trim().split('\n').slice(1).map((l) => {
    const [kind, audience, query, regex] = l.split('\t');
    return { kind, audience, query, want: new RegExp(regex, 'u') };
  });
}
