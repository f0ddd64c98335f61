// node draw.mjs RECIPE PICTURE.svg, in the folder with the data: gnuplot draws, the theme follows.
// gnuplot only warns of a missing file or column when another curve can be drawn; here that is an end.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { themed } from './themed.mjs';

const STYLE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'style.gp');

function gnuplot(recipe, raw) {
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };  // a bare system has no locale, and the labels have Greek
  const { error, status, stderr } = spawnSync('gnuplot',
    ['-e', `style = '${STYLE}'; svg = '${raw}'`, recipe], { encoding: 'utf8', env });
  if (error) throw new Error('gnuplot cannot be run: install gnuplot-nox');
  if (status !== 0 || stderr) throw new Error(stderr.trim());
}

function draw(recipe, picture) {
  const raw = `${picture}.raw`;
  try {
    gnuplot(recipe, raw);
    const svg = themed(fs.readFileSync(raw, 'utf8'), path.basename(picture, '.svg'));
    fs.writeFileSync(`${picture}.part`, svg);
    fs.renameSync(`${picture}.part`, picture);
  } finally {
    fs.rmSync(raw, { force: true });
  }
}

const [recipe, picture] = process.argv.slice(2);
try {
  draw(recipe, picture);
} catch (error) {
  console.error(`${recipe}: ${error.message}`);
  process.exit(1);
}
