// node race.mjs CHAPTER OURS PEER.py PACKAGE CSV NAME=RATIO ...
// Runs our program and the peer's script in turn, five rounds, and prints for each work
// the median times and how many times as fast ours is. Fails where the values differ or
// the ratio is below its bound; a bound of 0 only reports. Without the peer: ours alone, and says so.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [, , chapter, ours, peer, peerPackage, csv, ...boundWords] = process.argv;
const bounds = new Map(boundWords.map((word) => {
  const at = word.lastIndexOf('=');
  return [word.slice(0, at), Number(word.slice(at + 1))];
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

function collect(withPeer) {
  const work = new Map([...bounds.keys()].map((name) => [name, { ours: [], peer: [], crc: new Set() }]));
  const add = (side, results) => {
    for (const result of results) {
      const name = result.name.replace(/\/real_time$/, '');
      work.get(name)[side].push(result.real_time);
      work.get(name).crc.add(result.crc);
    }
  };
  for (let round = 0; round < rounds; ++round) {
    add('ours', run(ours, ['--benchmark_format=json', '--benchmark_min_time=0.3']));
    if (withPeer) add('peer', run(python, [peer]));
  }
  return work;
}

const withPeer = peerIsInstalled();
if (!withPeer) console.log(`skipped: python3-${peerPackage} not installed; our times alone`);
let failed = false;
const rows = ['work,ours_ms,peer_ms,ratio,bound,same_values'];
console.log(`Chapter ${chapter}: medians of ${rounds} rounds, ours and ${peerPackage} in turn`);
for (const [name, { ours: mine, peer: theirs, crc }] of collect(withPeer)) {
  const [a, b] = [median(mine), withPeer ? median(theirs) : NaN];
  const ratio = b / a;
  const same = crc.size === 1;
  const enough = !withPeer || ratio >= bounds.get(name);
  failed ||= !same || !enough;
  const bound = bounds.get(name) > 0 ? ` (bound ${bounds.get(name)}${enough ? '' : ', MISSED'})` : '';
  const against = `   ${peerPackage} ${b.toFixed(1).padStart(7)} ms   ${ratio.toFixed(2)} times as fast${bound}`;
  console.log(`  ${name.padEnd(24)} ours ${a.toFixed(1).padStart(7)} ms` +
    (withPeer ? `${against}   values ${same ? 'identical' : 'DIFFER'}` : ''));
  rows.push([`"${name}"`, a, b, ratio, bounds.get(name), same].join(','));
}
mkdirSync(dirname(csv), { recursive: true });
writeFileSync(csv, rows.join('\n') + '\n');
process.exit(failed ? 1 : 0);
