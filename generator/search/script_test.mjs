// The script cuts text as Go does: node --test generator/search
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const dir = new URL('script/', import.meta.url);
const names = [...fs.readdirSync(dir).filter((f) => f.endsWith('.js')).sort(), 'console/explain.js'];
const parts = names.map((f) => fs.readFileSync(new URL(f, dir), 'utf8'));
const own = 'api.inside = { postings: postings, unpack: unpack };';
const engine = vm.runInNewContext(`(function () { 'use strict'; var api = {};\n${parts.join('\n')}\n${own} return api; })()`);
const vectors = JSON.parse(fs.readFileSync(new URL('testdata/vectors.json', import.meta.url), 'utf8'));
const plain = (x) => JSON.parse(JSON.stringify(x));

for (const name of ['fold', 'cut', 'soft']) {
  test(name, () => {
    for (const [given, want] of vectors[name]) assert.deepEqual(plain(engine[name](given)), want, given);
  });
}

test('readings come from the lines of the table', () => {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const all = [...new Set(vectors.readings.flatMap((r) => r[1]))].sort();
  const two = (s) => digits[(all.indexOf(s) + 1) >> 6] + digits[(all.indexOf(s) + 1) & 63];
  engine.put('names', {
    ids: 'P001', names: vectors.readings.map((r) => r[0]).join(''), aliases: '', flags: 'AAAA', stages: [''], departments: [''],
    sounds: {
      syllables: all.join(' '), of: vectors.readings.map((r) => two(r[1][0])).join(''),
      more: vectors.readings.flatMap((r) => r[1].slice(1).map((s) => r[0] + s)).join(' '),
    },
  });
  for (const [c, list] of vectors.readings) assert.deepEqual(plain(engine.readings(c)), list, c);
});

test('gaps are read as they are written', () => {
  for (const [list, text] of vectors.gaps) assert.deepEqual(plain(engine.inside.postings('取水 ' + text, '取水')), list, text);
});

test('texts are unpacked as they were packed', () => {
  for (const [pack, codes, text] of vectors.packed) assert.equal(engine.inside.unpack(pack, codes), text);
});
