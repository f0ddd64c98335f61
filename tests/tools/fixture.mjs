// Builds copies of the small book in fixture/, whole or with a fault planted in it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const build = path.join(here, '..', '..', 'book', 'tools', 'build.mjs');

// edits: { 'book/en/ch01.md': text => other text, or null to remove the file }.
// Returns { status, out, errors, read(file) } of the pipeline's run on the edited copy.
export async function buildFixture(edits = {}) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'book fixture '));
  try {
    fs.cpSync(path.join(here, 'fixture'), root, { recursive: true });
    for (const [file, edit] of Object.entries(edits)) applyEdit(path.join(root, file), edit);
    const run = await runNode([build, '--source', root, '--build', path.join(root, 'build')]);
    return { ...run, pages: readPages(path.join(root, 'build', 'book')) };
  } finally {
    fs.rmSync(root, { recursive: true });
  }
}

function applyEdit(file, edit) {
  if (edit === null) return fs.rmSync(file);
  const before = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  const after = edit(before);
  assert.notEqual(after, before, `the fault was not planted in ${file}`);
  fs.writeFileSync(file, after);
}

const runNode = args => new Promise(resolve => {
  execFile(process.execPath, args, (error, out, errors) => resolve({ status: error?.code ?? 0, out, errors }));
});

// Map "en/ch01.html" → text of everything that was written.
function readPages(folder) {
  if (!fs.existsSync(folder)) return new Map();
  return new Map(fs.readdirSync(folder, { recursive: true })
    .filter(file => /\.(html|csv|js)$/.test(file) && !file.startsWith('.'))
    .map(file => [file, fs.readFileSync(path.join(folder, file), 'utf8')]));
}

export const swap = (from, to) => text => text.replace(from, () => to);
export const append = more => text => text + more;
