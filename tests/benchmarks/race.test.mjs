// The race itself, with a program and peers that only say how long they took.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RACE = fileURLToPath(new URL('race.mjs', import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'race-test-'));
test.after(() => fs.rmSync(folder, { recursive: true }));

const OURS = `#!/bin/sh
if [ "$1" = --scores ]; then cat left; exit $SCORES; fi
echo "left by ours" >left
echo '{"benchmarks":[{"name":"short/real_time","real_time":100,"value":1,"memory":2.5e6},
                     {"name":"long","real_time":5000,"words":1e7},
                     {"name":"alone","real_time":7,"memory":3e6,"memory_most":'\${MOST:-3e6}'}]}'`;
// In the place of Python: it has one package, and runs a peer without looking at its script.
const PYTHON = `#!/bin/sh
if [ "$1" = -c ]; then [ "$2" = 'import json' ]; exit; fi
case $2 in json) time=300 ;; sh) time=700 ;; esac
echo '{"benchmarks":[{"name":"short/real_time","real_time":'$time',"value":1.0000001,"memory":4e7},
                     {"name":"long","real_time":'$((50 * time))'},
                     {"name":"a work of its own","real_time":1}]}'`;
const ours = path.join(folder, 'ours'), python = path.join(folder, 'python'), csv = path.join(folder, 'out/09.csv');
fs.writeFileSync(ours, OURS, { mode: 0o755 });
fs.writeFileSync(python, PYTHON, { mode: 0o755 });

const environment = { ...process.env, SCORES: '3' };

function race(peers, ...words) {
  const run = spawnSync(process.execPath, [RACE, '--chapter=09', `--ours=${ours}`, `--csv=${csv}`, '--rounds=2',
    `--python=${python}`, ...peers.map((name) => `--peer=${name}=peer.py`), ...words], { encoding: 'utf8', env: environment });
  assert.deepEqual(fs.readdirSync(path.dirname(csv)), ['09.csv'], run.stderr);
  return run;
}

test('a race that is won', () => {
  const { status, stdout } = race(['python3-json'], 'short=3 ± 1e-6', 'long=0', 'alone=0');
  assert.equal(status, 0);
  assert.match(stdout, /short +ours +100.0 ms +json +300.0 ms +3.00 times as fast \(bound 3\) +values agree to 1.0e-7\n/);
  assert.match(stdout, /long +ours +5.0 s +2000 thousand words\/s +json +15.0 s +667 thousand words\/s +3.00 times as fast\n/);
  assert.match(stdout, /alone +ours +7.0 ms\n/);
  assert.match(stdout, /\nMemory beside what was given\n +short +ours +2.5 MB +json +40.0 MB\n +alone +ours +3.0 MB +\(bound 3.0 MB\)\n$/);
  assert.match(fs.readFileSync(csv, 'utf8'), /^"short",json,100,300,3,3,true$/m);
});

test('a bound that is missed, and values that differ', () => {
  const missed = race(['python3-json'], 'long=4');
  assert.match(missed.stdout, /\(bound 4, MISSED\)/);
  assert.equal(missed.status, 1);
  const different = race(['python3-json'], 'short=0 ± 1e-8');
  assert.match(different.stdout, /values DIFFER by 1.0e-7/);
  assert.equal(different.status, 1);
});

test('more memory than the bound', () => {
  environment.MOST = '2.9e6';
  const { status, stdout } = race(['python3-json'], 'alone=0');
  delete environment.MOST;
  assert.match(stdout, /alone +ours +3.0 MB +\(bound 2.9 MB, MISSED\)\n/);
  assert.equal(status, 1);
});

test('the bound is for the first peer, and a peer that is missing is left out', () => {
  const both = race(['python3-json', 'sh'], 'long=4');
  assert.match(both.stdout, /json +15.0 s.*\(bound 4, MISSED\)\n +sh +35.0 s.* 7.00 times as fast\n/);
  const other = race(['python3-nowhere', 'sh'], 'long=8');
  assert.match(other.stdout, /^skipped: python3-nowhere not installed\nChapter 09: .*ours and sh in turn\n/);
  assert.equal(other.status, 0);
  const nobody = race(['python3-nowhere', 'no-such-program'], 'short=8');
  assert.match(nobody.stdout, /skipped: no-such-program not installed\nChapter 09: .*ours alone\n/);
  assert.equal(nobody.status, 0);
});

test('the scores are asked for where all have left their files', () => {
  const { status, stdout } = race(['sh'], '--scores', 'long=0');
  assert.match(stdout, /\nleft by ours\n$/);
  assert.equal(status, 1);
});
