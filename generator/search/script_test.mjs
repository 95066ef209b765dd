// The script cuts text as Go does: node --test generator/search
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const dir = new URL('script/', import.meta.url);
const parts = fs.readdirSync(dir).sort().map((f) => fs.readFileSync(new URL(f, dir), 'utf8'));
const own = 'api.inside = { postings: postings };';
const engine = vm.runInNewContext(`(function () { 'use strict'; var api = {};\n${parts.join('\n')}\n${own} return api; })()`);
const vectors = JSON.parse(fs.readFileSync(new URL('testdata/vectors.json', import.meta.url), 'utf8'));
const plain = (x) => JSON.parse(JSON.stringify(x));

for (const name of ['fold', 'cut', 'soft']) {
  test(name, () => {
    for (const [given, want] of vectors[name]) assert.deepEqual(plain(engine[name](given)), want, given);
  });
}

test('readings come from the lines of the table', () => {
  const lines = {};
  for (const [c, list] of vectors.readings) for (const s of list) lines[s] = (lines[s] || '') + c;
  engine.put('names', {
    ids: 'P001', names: vectors.readings.map((r) => r[0]).join(''), aliases: '', flags: 'AAAA', stages: [''], departments: [''],
    sounds: Object.keys(lines).sort().map((s) => s + ' ' + lines[s]).join('\n'),
  });
  for (const [c, list] of vectors.readings) assert.deepEqual(plain(engine.readings(c)), list, c);
});

test('gaps are read as they are written', () => {
  for (const [list, text] of vectors.gaps) assert.deepEqual(plain(engine.inside.postings('取水 ' + text, '取水')), list, text);
});
