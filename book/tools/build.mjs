// Builds one edition of the book and checks it.
//   node build.mjs --source DIR --build DIR [--lang en] [--theme DIR]
// Exit status 1 and one line a fault where anything is wrong; the pages are written all the
// same, so that they can be looked at.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkClaims } from './check/claims.mjs';
import { checkCommands, checkExercises } from './check/commands.mjs';
import { checkFormulas, checkFunctions } from './check/formulas.mjs';
import { checkLinks } from './check/links.mjs';
import { checkReferences } from './check/references.mjs';
import { checkWeave } from './check/weave.mjs';
import { runDoxygen } from './doxygen.mjs';
import { Faults } from './faults.mjs';
import { readBook } from './read/book.mjs';
import { findFunctions, findSourcePages, takeApart } from './read/doxygen_output.mjs';
import { readTags } from './read/tags.mjs';
import { formulasCsv } from './render/formulas_csv.mjs';
import { numberListings } from './render/listings.mjs';
import { writeSite } from './render/site.mjs';

function main() {
  const faults = new Faults();
  try {
    buildBook(readOptions(), faults);
  } finally {
    for (const line of faults.lines) console.error(line);
  }
  process.exitCode = faults.lines.length > 0 ? 1 : 0;
}

function buildBook(options, faults) {
  const book = readBook(options, faults);
  checkCommands(book, faults);
  checkExercises(book, faults);
  checkFormulas(book, faults);
  checkClaims(book, faults);
  const weave = checkWeave(book, faults);
  parseWithDoxygen(book, faults);
  checkFunctions(book, faults);
  numberListings(book);
  const { folder, written, contents } = writeSite(book, options.theme, faults);
  fs.writeFileSync(path.join(book.buildRoot, 'book', 'formulas.csv'), formulasCsv(book));
  checkLinks(book, folder, written, faults);
  checkReferences(book, contents, faults);
  console.log(`woven: ${weave.woven} of ${weave.total} lines`);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      source: { type: 'string' },
      build: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      theme: { type: 'string' },
    },
  });
  const source = path.resolve(values.source);
  return {
    source,
    build: path.resolve(values.build),
    lang: values.lang,
    theme: path.resolve(values.theme ?? path.join(source, 'book', 'theme')),
  };
}

function parseWithDoxygen(book, faults) {
  const pages = runDoxygen(book, faults);
  book.raw = new Map([...pages].map(([file, html]) => [file, takeApart(file, html)]));
  const paths = [...book.sources.keys(), ...book.testPaths];
  book.sourcePages = findSourcePages(book.raw, paths);
  const tags = fs.readFileSync(path.join(book.buildRoot, 'book', '.doxygen', 'tags.xml'), 'utf8');
  book.tags = readTags(tags);
  findFunctions(book.raw, book.formulas, book.tags);
}

main();
