// node race.mjs CHAPTER OURS PEER.py PACKAGE CSV "NAME=RATIO" "NAME=RATIO ± TOLERANCE" ...
// Runs our program and the peer's script in turn, five rounds, and prints for each work
// the median times and how many times as fast ours is. Fails where the ratio is below its
// bound, or the values differ by more than the tolerance (0 unless given, as a share of
// the largest value); a bound of 0 only reports. Without the peer: ours alone, and says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { rooflines } from './roofline.mjs';

const [, , chapter, ours, peer, peerPackage, csv, ...boundWords] = process.argv;
const bounds = new Map(boundWords.map((word) => {
  const [, name, ratio, tolerance] = word.match(/^(.*)=([\d.]+)(?: ± (.*))?$/);
  return [name, { ratio: Number(ratio), tolerance: Number(tolerance ?? 0) }];
}));
const python = '/usr/bin/python3';
const rounds = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function run(command, args) {
  const output = execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output).benchmarks;
}

function peerIsInstalled() {
  return spawnSync(python, ['-c', `import ${peerPackage}`], { stdio: 'ignore' }).status === 0;
}

// What a run reports of a work's result: `crc`, `value`, `value_1` …
const valuesOf = (result) => Object.keys(result).filter((key) => /^(crc|value)/.test(key))
  .sort().map((key) => result[key]);

function collect(withPeer) {
  const work = new Map();
  const add = (side, results) => {
    for (const result of results) {
      const name = result.name.replace(/\/real_time$/, '');
      if (!work.has(name)) work.set(name, { ours: [], peer: [], values: [] });
      const entry = work.get(name);
      entry[side].push(result.real_time);
      entry.values.push(valuesOf(result));
      if (side === 'ours') Object.assign(entry, { bytes: result.bytes, flops: result.flops });
    }
  };
  for (let round = 0; round < rounds; ++round) {
    add('ours', run(ours, ['--benchmark_format=json', '--benchmark_min_time=0.3']));
    if (withPeer) add('peer', run(python, [peer]));
  }
  return work;
}

// The largest difference between any two runs, as a share of the largest value.
function difference(runs) {
  const largest = Math.max(...runs[0].map(Math.abs));
  const apart = Math.max(...runs.flatMap((run) => run.map((value, i) => Math.abs(value - runs[0][i]))));
  return apart === 0 ? 0 : apart / largest;
}

function compare(name, { ours: mine, peer: theirs, values }) {
  const { ratio: least, tolerance } = bounds.get(name);
  const [a, b] = [median(mine), withPeer ? median(theirs) : NaN];
  const apart = difference(values);
  const same = apart <= tolerance && values.every((v) => v.length === values[0].length);
  const enough = !withPeer || b / a >= least;
  const bound = least > 0 ? ` (bound ${least}${enough ? '' : ', MISSED'})` : '';
  const against = `   ${peerPackage} ${b.toFixed(1).padStart(7)} ms   ${(b / a).toFixed(2)} times as fast${bound}`;
  const agreement = !same ? `DIFFER by ${apart.toExponential(1)}`
    : apart > 0 ? `agree to ${apart.toExponential(1)}` : 'identical';
  console.log(`  ${name.padEnd(24)} ours ${a.toFixed(1).padStart(7)} ms` +
    (withPeer ? `${against}   values ${agreement}` : ''));
  rows.push([`"${name}"`, a, b, b / a, least, same].join(','));
  return same && enough;
}

const withPeer = peerIsInstalled();
if (!withPeer) console.log(`skipped: python3-${peerPackage} not installed; our times alone`);
const rows = ['work,ours_ms,peer_ms,ratio,bound,same_values'];
console.log(`Chapter ${chapter}: medians of ${rounds} rounds, ours and ${peerPackage} in turn`);
const work = collect(withPeer);
const passed = [...bounds.keys()].map((name) => compare(name, work.get(name)));
rooflines(new Map([...work].map(([name, entry]) => [name, { ...entry, time: Math.min(...entry.ours) }])))
  .forEach((line) => console.log(line));
mkdirSync(dirname(csv), { recursive: true });
writeFileSync(csv, rows.join('\n') + '\n');
process.exit(passed.every(Boolean) ? 0 : 1);
