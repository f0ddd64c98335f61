// Each command of a page, an exercise or a doc comment must name something that is there.
import fs from 'node:fs';
import path from 'node:path';
import { isChapter } from '../read/pages.mjs';
import { cardOf } from '../read/places.mjs';
import { GENERATED } from '../render/generated.mjs';
import { fullPath, isCode, kindOf } from '../read/sources.mjs';

const LONGEST_LISTING = { chapter: 15, other: 40 };

export function checkCommands(book, faults) {
  const texts = [...book.pages.values(), ...book.exercises.values(), ...book.sources.values()];
  for (const text of texts)
    for (const command of text.commands) {
      const report = (what, remedy) => faults.add(`${text.file}:${command.line}`, what, remedy);
      CHECKS[command.name]?.(book, command.args, report, text);
    }
}

// An exercise that no page shows would never be met.
export function checkExercises(book, faults) {
  const shown = new Set([...book.pages.values()].flatMap(page => page.commands)
    .filter(command => command.name === 'exercise').map(command => command.args[0]));
  for (const exercise of book.exercises.values())
    if (!shown.has(exercise.id))
      faults.add(`${exercise.file}:1`, `exercise ${exercise.id} is on no page`,
        `write \\exercise{${exercise.id}} on its chapter's page`);
}

const CHECKS = {
  eqref: checkFormula,
  listing: checkListing,
  output: checkOutput,
  value: checkValue,
  claim: checkClaim,
  verdict: checkVerdict,
  figure: checkFigure,
  exercise: checkExercise,
  source: checkSource,
  generated: checkGenerated,
};

function checkFormula(book, [id], report) {
  if (!book.formulas.has(id))
    report(`\\eqref{${id}}: no page defines this formula`, `known are ${someOf(book.formulas)}`);
}

function checkListing(book, [file, name], report, page) {
  const source = book.sources.get(fullPath(file));
  if (!source) return report(`\\listing: there is no file ${fullPath(file)}`, 'correct the path');
  const snippet = source.snippets.get(name);
  if (!snippet)
    return report(`\\listing: ${source.path} has no snippet ${name}`, `known are ${someOf(source.snippets)}`);
  const length = codeLength(source, snippet);
  const most = isChapter(page) ? LONGEST_LISTING.chapter : LONGEST_LISTING.other;
  if (length > most)
    report(`\\listing: snippet ${name} of ${source.path} has ${length} lines of code, at most ${most} fit`,
      'cut it in two');
}

const codeLength = (source, snippet) =>
  snippet.lines.filter(line => !line.inner && isCode(kindOf(source.lines[line - 1]))).length;

// The run that a command names, or null after a report.
function runOf(book, name, report) {
  const run = book.runs.get(name) ?? null;
  if (!run) report(`there is no run ${name}`, `known are ${someOf(book.runs)}; build the target run_NN`);
  return run;
}

function checkOutput(book, [name, section], report) {
  const run = runOf(book, name, report);
  if (run && !run.sections.has(section))
    report(`\\output: the run of ${name} printed no section ${section}`, `known are ${someOf(run.sections)}`);
}

function checkValue(book, [name, value], report) {
  const run = runOf(book, name, report);
  if (run && !run.values.has(value))
    report(`\\value: the run of ${name} left no value ${value}`, `known are ${someOf(run.values)}`);
}

// Whether the run says of the claim what the prose was written for.
function saysSo(book, command, [name, id, verdict], report) {
  const run = runOf(book, name, report);
  if (!run) return false;
  const claim = run.claims.get(id);
  if (!claim)
    report(`\\${command}: the run of ${name} tested no claim ${id}`, `known are ${someOf(run.claims)}`);
  else if (claim.verdict !== verdict)
    report(`\\${command}{${id}}: the prose was written for "${verdict}", the run says "${claim.verdict}"`,
      'read the run, then rewrite the prose or mend the program');
  return claim?.verdict === verdict;
}

function checkClaim(book, args, report) {
  saysSo(book, 'claim', args, report);
}

// A verdict is a link, which needs a card to lead to.
function checkVerdict(book, args, report) {
  const [name, id, verdict] = args;
  if (saysSo(book, 'verdict', args, report) && !cardOf(book, name, id))
    report(`\\verdict{${id}}: no page shows the card of this claim`,
      `write \\claim{${name},${id},${verdict}} on its chapter's page`);
}

function checkFigure(book, [name, figure, , alt], report) {
  const run = runOf(book, name, report);
  if (!run) return;
  if (!fs.existsSync(path.join(run.folder, `${figure}.svg`)))
    report(`\\figure: ${path.join('run', name, figure)}.svg is missing`,
      'add its recipe to figures/, or correct the name');
  if (!alt)
    report(`\\figure{${figure}} has no alternative text`, 'say in the fourth argument what the picture shows');
}

function checkExercise(book, [id], report) {
  if (!book.exercises.has(id))
    report(`\\exercise{${id}}: there is no such exercise`, `known are ${someOf(book.exercises)}`);
}

function checkSource(book, [key], report) {
  if (!book.bibliography.has(key))
    report(`\\source{${key}}: the bibliography has no such entry`,
      `add \\entry{${key},Author,Year} to the bibliography page`);
}

function checkGenerated(book, [name], report) {
  if (!GENERATED.includes(name))
    report(`\\generated{${name}}: there is nothing of this name`, `known are ${GENERATED.join(', ')}`);
}

const someOf = map => (map.size > 0 ? [...map.keys()].slice(0, 12).join(', ') : 'none');
