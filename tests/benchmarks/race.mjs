// node race.mjs --chapter NN --ours PROGRAM --csv FILE --peer PACKAGE=PEER.py … [--rounds 5]
//   [--scores] "NAME=RATIO" "NAME=RATIO ± TOLERANCE" …
// Runs our program and the peers' scripts in turn, round after round, and prints for each
// work the median times and how many times as fast ours is. Fails where the ratio to the
// first peer is below its bound, our memory above the bound that it tells of, or the values
// differ by more than the tolerance (0 unless given, as a share of the largest value); a
// bound of 0 only reports. A peer that is not installed is left out, and that is said.
// --python is for the test, which needs none.
// All run in one folder, which is new and is gone at the end. PACKAGE is Debian's name; the
// script is told it without "python3-". With --scores our program is called once more, as
// `PROGRAM --scores`, to judge by its status what all have left in the folder.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rooflines } from './roofline.mjs';

const { values: options, positionals: boundWords } = parseArgs({
  options: {
    chapter: { type: 'string' },
    ours: { type: 'string' },
    csv: { type: 'string' },
    peer: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '5' },
    scores: { type: 'boolean', default: false },
    python: { type: 'string', default: '/usr/bin/python3' },
  },
  allowPositionals: true,
});
const bounds = new Map(boundWords.map((word) => {
  const [, name, ratio, tolerance] = word.match(/^(.*)=([\d.]+)(?: ± (.*))?$/);
  return [name, { ratio: Number(ratio), tolerance: Number(tolerance ?? 0) }];
}));
const peers = options.peer.map((word) => {
  const [, debian, script] = word.match(/^(.*?)=(.*)$/);
  return { debian, script, name: debian.replace(/^python3-/, '') };
});
const rounds = Number(options.rounds);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function isInstalled({ debian, name }) {
  const [command, ...args] = debian === name ? ['sh', '-c', `command -v ${name}`] : [options.python, '-c', `import ${name}`];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function run(command, args) {
  const output = execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  return JSON.parse(output).benchmarks;
}

// What a run reports of a work's result: `crc`, `value`, `value_1` …
const valuesOf = (result) => Object.keys(result).filter((key) => /^(crc|value)/.test(key))
  .sort().map((key) => result[key]);

function collect() {
  const work = new Map();
  const add = (side, results) => {
    for (const result of results) {
      const name = result.name.replace(/\/real_time$/, '');
      if (!work.has(name)) work.set(name, { times: {}, memory: {}, values: [] });
      const entry = work.get(name);
      (entry.times[side] ??= []).push(result.real_time);
      if (result.memory) entry.memory[side] = result.memory;
      if (result.memory_most) entry.memoryMost = result.memory_most;
      entry.values.push(valuesOf(result));
      if (side === 'ours') {
        const { bytes, flops, words } = result;
        Object.assign(entry, { bytes, flops, words });
      }
    }
  };
  for (let round = 0; round < rounds; ++round) {
    add('ours', run(options.ours, ['--benchmark_format=json', '--benchmark_min_time=0.3']));
    for (const { name, script } of racing) add(name, run(options.python, [script, name]));
  }
  return new Map([...work].filter(([, entry]) => entry.times.ours));  // a peer may do more
}

// The largest difference between any two runs, as a share of the largest value.
function difference(runs) {
  const largest = Math.max(...runs[0].map(Math.abs));
  const apart = Math.max(0, ...runs.flatMap((run) => run.map((value, i) => Math.abs(value - runs[0][i]))));
  return apart === 0 ? 0 : apart / largest;
}

function agreement(values, tolerance) {
  const apart = difference(values);
  const same = apart <= tolerance && values.every((v) => v.length === values[0].length);
  const words = !same ? `DIFFER by ${apart.toExponential(1)}`
    : apart > 0 ? `agree to ${apart.toExponential(1)}` : 'identical';
  return { same, text: values[0].length > 0 ? `values ${words}` : '' };
}

// A work that counts its words takes seconds, the others milliseconds.
const shown = (side, time, words) => `${side} ${words > 0
  ? `${(time / 1000).toFixed(1).padStart(6)} s ${(words / time).toFixed(0).padStart(5)} thousand words/s`
  : `${time.toFixed(1).padStart(7)} ms`}`;

function compare(name, { times, values, words }) {
  const { ratio: bound, tolerance } = bounds.get(name);
  const mine = median(times.ours);
  const against = racing.filter((peer) => times[peer.name]);
  const { same, text } = agreement(values, tolerance);
  const longest = against.length > 1 ? Math.max(...against.map((peer) => peer.name.length)) : 0;
  let enough = true;
  const lines = against.map((peer) => {
    const theirs = median(times[peer.name]), ratio = theirs / mine, least = peer === peers[0] ? bound : 0;
    if (ratio < least) enough = false;
    rows.push([`"${name}"`, peer.name, mine, theirs, ratio, least, same].join(','));
    return `${shown(peer.name.padEnd(longest), theirs, words)}   ${ratio.toFixed(2)} times as fast` +
      (least > 0 ? ` (bound ${least}${ratio < least ? ', MISSED' : ''})` : '');
  });
  const between = against.length > 1 ? `\n${' '.repeat(27)}` : '   ';
  console.log([`  ${name.padEnd(24)} ${shown('ours'.padEnd(longest), mine, words)}`, ...lines].join(between) +
    (against.length > 0 && text ? `   ${text}` : ''));
  return same && enough;
}

// The bytes that each side took beside what it was given, where it says so, and how many may be ours.
const isTooMuch = ({ memory, memoryMost }) => memory.ours > memoryMost;

function memories(work) {
  const bound = (entry) => (entry.memoryMost
    ? `   (bound ${(entry.memoryMost / 1e6).toFixed(1)} MB${isTooMuch(entry) ? ', MISSED' : ''})` : '');
  const lines = [...work].filter(([, { memory }]) => memory.ours).map(([name, entry]) =>
    `  ${name.padEnd(24)} ` + Object.entries(entry.memory)
      .map(([side, bytes]) => `${side} ${(bytes / 1e6).toFixed(1).padStart(7)} MB`).join('   ') + bound(entry));
  return lines.length > 0 ? ['Memory beside what was given', ...lines] : [];
}

const racing = peers.filter(isInstalled);
for (const peer of peers.filter((one) => !racing.includes(one)))
  console.log(`skipped: ${peer.debian} not installed`);
const rows = ['work,peer,ours_ms,peer_ms,ratio,bound,same_values'];
mkdirSync(dirname(options.csv), { recursive: true });
const folder = mkdtempSync(join(dirname(options.csv), 'race-'));
try {
  const sides = ['ours', ...racing.map((peer) => peer.name)];
  console.log(`Chapter ${options.chapter}: ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}, ` +
    (sides.length > 1 ? `${sides.join(' and ')} in turn` : 'ours alone'));
  const work = collect();
  const passed = [...bounds.keys()].map((name) => compare(name, work.get(name)));
  memories(work).forEach((line) => console.log(line));
  passed.push(![...work.values()].some(isTooMuch));
  rooflines(new Map([...work].map(([name, entry]) => [name, { ...entry, time: Math.min(...entry.times.ours) }])))
    .forEach((line) => console.log(line));
  writeFileSync(options.csv, rows.join('\n') + '\n');
  if (options.scores)
    passed.push(spawnSync(options.ours, ['--scores'], { cwd: folder, stdio: 'inherit' }).status === 0);
  process.exitCode = passed.every(Boolean) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
