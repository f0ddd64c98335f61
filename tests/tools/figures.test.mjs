// The figures: what gnuplot draws must come out in the page's colours, small, and only if it is right.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const DRAW = fileURLToPath(new URL('../../figures/draw.mjs', import.meta.url));

function draw(recipe) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'figures-'));
  const picture = path.join(folder, 'picture.svg');
  fs.writeFileSync(path.join(folder, 'data.csv'), 'n,error\n1,0.5\n10,0.2\n100,0.1\n');
  fs.writeFileSync(path.join(folder, 'picture.gp'), `load style\n${recipe}\n`);
  const { status, stderr } = spawnSync(process.execPath, [DRAW, 'picture.gp', picture], { cwd: folder, encoding: 'utf8' });
  const svg = fs.existsSync(picture) ? fs.readFileSync(picture, 'utf8') : '';
  const left = fs.readdirSync(folder);
  fs.rmSync(folder, { recursive: true });
  return { status, stderr, svg, left };
}

test('a figure takes the width and the colours of its page', () => {
  const { status, svg } = draw(`plot 'data.csv' using 'n':'error' with lines lt 1`);
  assert.equal(status, 0);
  assert.match(svg, /^<svg [^>]*viewBox="0 0 480 320"/);
  assert.doesNotMatch(svg, /<svg[^>]* width=/);
  assert.match(svg, /stroke='var\(--fig-1, #1d6146\)'/);
  assert.doesNotMatch(svg, /rgb\(|black|<rect x="0" y="0"/);
});

test('filled points are one path', () => {
  const { svg } = draw(`plot 'data.csv' using 'n':'error' with points lt 2`);
  assert.equal(svg.match(/stroke-linecap='round'/g).length, 1);
  assert.equal(svg.match(/h0/g).length, 3);
  assert.doesNotMatch(svg, /<use|<defs/);
});

test('other symbols are kept, under the name of the figure', () => {
  const { svg } = draw(`plot 'data.csv' using 'n':'error' with points lt 1 pt 6`);
  assert.match(svg, /<defs>.*id='picture-gpPt5'/s);
  assert.equal(svg.match(/href='#picture-gpPt5'/g).length, 3);
});

test('a colour of its own stops the figure', () => {
  const { status, stderr, left } = draw(`plot 'data.csv' using 'n':'error' with lines lc rgb '#123456'`);
  assert.equal(status, 1);
  assert.match(stderr, /picture\.gp: the colour #123456 is not one of figures\/style\.gp/);
  assert.deepEqual(left.sort(), ['data.csv', 'picture.gp']);
});

test('a missing column stops the figure, though another curve could be drawn', () => {
  const { status, stderr } = draw(`plot 'data.csv' using 'n':'error', '' using 'n':'gone'`);
  assert.equal(status, 1);
  assert.match(stderr, /no column with header "gone"/);
});

test('a missing file stops the figure', () => {
  const { status, stderr } = draw(`plot 'gone.csv' using 1:2, 1`);
  assert.equal(status, 1);
  assert.match(stderr, /gone\.csv/);
});
