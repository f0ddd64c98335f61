// Reads the head of each exercise's statement; Doxygen renders the rest as a hidden page.
import fs from 'node:fs';
import path from 'node:path';
import { findCommands } from './commands.mjs';
import { listFiles } from './sources.mjs';

const STATEMENT = /^chapters\/(\d\d)_\w+\/exercises\/(\d+)_\w+\/exercise\.md$/;

// Returns Map '1.3' → { id, file, text, title, size, names, commands, html };
// names are those that its contract declares, which Doxygen does not know.
export function readExercises(root, faults) {
  const exercises = new Map();
  for (const file of listFiles(root, 'chapters')) {
    const found = STATEMENT.exec(file);
    if (!found) continue;
    const chapter = Number(found[1]);
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    const [, title, size] = /^# (.+)\nsize: (practice|core|stretch)\n/.exec(text) ?? [];
    if (!title)
      faults.add(`${file}:1`, 'the exercise has no title and size',
        'begin it with "# Title" and "size: practice", core or stretch');
    const id = `${chapter}.${Number(found[2])}`;
    exercises.set(id, {
      id, file, text, title, size,
      names: namesIn(path.join(root, path.dirname(file), 'contract.hpp')),
      commands: findCommands(text),
      html: `exercise_${id.replace('.', '_')}.html`,
    });
  }
  return exercises;
}

const namesIn = file =>
  new Set(fs.existsSync(file) ? fs.readFileSync(file, 'utf8').match(/[A-Za-z_]\w*/g) : []);
