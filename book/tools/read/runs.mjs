// Reads what the chapters' programs left behind: output sections, values, claims, figures.
import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from '../csv.mjs';

// Returns Map name → { name, folder, sections, values, claims } for each chapter that ran.
export function readRuns(buildRoot) {
  const folder = path.join(buildRoot, 'run');
  const names = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
  return new Map(
    names
      .filter(name => fs.existsSync(path.join(folder, name, 'output.txt')))
      .map(name => [name, readRun(path.join(folder, name), name)]),
  );
}

function readRun(folder, name) {
  const table = file => parseCsv(readOr(path.join(folder, file), ''));
  return {
    name,
    folder,
    sections: readSections(fs.readFileSync(path.join(folder, 'output.txt'), 'utf8')),
    values: new Map(table('values.csv').map(row => [row.name, row.value])),
    claims: new Map(table('claims.csv').map(row => [row.id, readClaim(row)])),
  };
}

const readOr = (file, otherwise) =>
  fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : otherwise;

function readClaim(row) {
  return { ...row, measured: number(row.measured), low: number(row.low), high: number(row.high) };
}

// printf writes what JavaScript cannot read: inf, -inf, nan.
const number = text => Number(text.replace(/^([-+]?)inf(inity)?$/i, '$1Infinity'));

// "[id] Title" starts a section; it lasts until the next one.
function readSections(text) {
  const parts = text.split(/^\[([a-z0-9-]+)\] (.*)\n/m);
  const sections = new Map();
  for (let i = 1; i < parts.length; i += 3)
    sections.set(parts[i], { title: parts[i + 1], text: parts[i + 2].replace(/^\n+|\s+$/g, '') });
  return sections;
}
