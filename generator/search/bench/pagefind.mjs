// node pagefind.mjs DIR: writes Pagefind's index of DIR/docs.json into DIR/pagefind, with syllables
// and first letters of names and aliases beside the text. It answers in a browser only; the
// benchmark of generator/e2e asks it there.
import path from 'node:path';
import * as pagefind from 'pagefind';
import { pinyin } from 'pinyin-pro';
import { readDocs } from './engine.mjs';

const dir = process.argv[2];
const { index } = await pagefind.createIndex({ forceLanguage: 'zh' });
for (const d of readDocs(dir)) {
  const names = [d.Name, ...(d.Aliases || [])];
  const sounds = names.map((n) => pinyin(n, { toneType: 'none', type: 'array', nonZh: 'removed', v: true }));
  await index.addCustomRecord({
    url: '/' + d.ID + '.html', language: 'zh', meta: { title: d.Name },
    content: [...names, ...sounds.map((s) => s.join('')), ...sounds.map((s) => s.map((x) => x[0]).join('')), d.Summary, ...(d.Text || [])].join('。\n'),
  });
}
const { errors } = await index.writeFiles({ outputPath: path.join(dir, 'pagefind') });
if (errors.length) throw new Error(errors.join('\n'));
await pagefind.close();
