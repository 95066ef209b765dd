// What is counted of a search: Hit@1, Hit@3, MRR@10 and queries without a result, kind by kind.

export const percentile = (list, p) => list.slice().sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))];

// score asks every query; answer returns the names found, best first.
export function score(queries, answer) {
  const kinds = new Map(), misses = [], times = [];
  for (const q of queries) {
    const start = performance.now();
    const found = answer(q.query).slice(0, 10);
    times.push(performance.now() - start);
    const at = found.findIndex((name) => q.want.test(name.normalize('NFKC')));
    for (const k of [q.kind, 'all']) {
      const f = kinds.get(k) || { n: 0, first: 0, three: 0, mrr: 0, none: 0 };
      kinds.set(k, f);
      f.n++;
      if (at === 0) f.first++;
      if (at >= 0 && at < 3) f.three++;
      if (at >= 0) f.mrr += 1 / (at + 1);
      if (!found.length) f.none++;
    }
    if (at !== 0) misses.push(`${q.kind} ${q.query}: ${at < 0 ? '–' : at + 1}; ${found.slice(0, 3).join(' | ')}`);
  }
  return { kinds, misses, times };
}

const pc = (a, b) => (100 * a / b).toFixed(1);

// table prints the kinds as rows.
export function table({ kinds }) {
  const rows = [...kinds].sort((a, b) => (a[0] === 'all') - (b[0] === 'all'));
  return ['| kind | queries | Hit@1 | Hit@3 | MRR@10 | no result |', '|---|--:|--:|--:|--:|--:|',
    ...rows.map(([k, f]) => `| ${k} | ${f.n} | ${pc(f.first, f.n)} | ${pc(f.three, f.n)} | ${(f.mrr / f.n).toFixed(3)} | ${pc(f.none, f.n)} % |`)].join('\n');
}

// row prints an engine as one row: Hit@1 per kind, then the whole.
export const order = ['exact', 'partial', 'colloquial', 'pinyin', 'initials', 'typo', 'mixed'];
export function row(name, { kinds, times }, bytes) {
  const all = kinds.get('all');
  return `| ${name} | ${order.map((k) => pc(kinds.get(k)?.first ?? 0, kinds.get(k)?.n ?? 1)).join(' | ')} | ${pc(all.first, all.n)} | ${pc(all.three, all.n)} | ${(all.mrr / all.n).toFixed(3)} | ${pc(all.none, all.n)} % | ${bytes} | ${percentile(times, 0.5).toFixed(2)} / ${percentile(times, 0.95).toFixed(1)} |`;
}
export const head = `| engine | ${order.join(' | ')} | Hit@1 | Hit@3 | MRR@10 | no result | gzip kB before the first result | ms p50 / p95 |\n|---|${'--:|'.repeat(13)}`;
