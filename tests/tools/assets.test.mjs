// What all pages share: written once, complete, and without a font that a browser need not read.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ASSETS = fileURLToPath(new URL('../../book/theme/assets.mjs', import.meta.url));
const make = (...args) => spawnSync(process.execPath, [ASSETS, ...args], { encoding: 'utf8' });

test('the shared files are complete, and made once', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'assets-'));
  const first = make(folder);
  assert.equal(first.status, 0, first.stderr);
  const css = fs.readFileSync(path.join(folder, 'book.css'), 'utf8');
  assert.doesNotMatch(css, /format\(['"](?:woff|truetype)['"]\)/);
  const fonts = [...css.matchAll(/url\((fonts\/[^)]+)\)/g)].map(found => found[1]);
  assert.ok(fonts.length > 20);
  for (const font of fonts) assert.ok(fs.statSync(path.join(folder, font)).size > 0, font);
  for (const file of ['book.js', 'icon.svg']) assert.ok(fs.existsSync(path.join(folder, file)));

  const times = () => fonts.concat('book.css', 'book.js').map(file => fs.statSync(path.join(folder, file)).mtimeMs);
  const before = times();
  assert.equal(make(folder).status, 0);
  assert.deepEqual(times(), before);
  fs.rmSync(folder, { recursive: true });
});

test('a call without a folder says so', () => {
  const { status, stderr } = make();
  assert.equal(status, 1);
  assert.match(stderr, /which folder/);
});
