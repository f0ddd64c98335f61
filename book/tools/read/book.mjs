// Reads everything that one edition of the book is made of.
import { WORDS } from '../words.mjs';
import { findTests } from './catch2.mjs';
import { readExercises } from './exercises.mjs';
import { readFormulas } from './formulas.mjs';
import { readPages } from './pages.mjs';
import { readRuns } from './runs.mjs';
import { readSources, readTestSources } from './sources.mjs';

export function readBook({ source: root, build: buildRoot, lang }, faults) {
  if (!WORDS[lang]) throw new Error(`words.mjs has no words for the language ${lang}`);
  const { pages, parts } = readPages(root, lang, faults);
  const sources = readSources(root, faults);
  const testSources = readTestSources(root);
  const tests = testSources.flatMap(findTests);
  const formulas = readFormulas({ pages, parts, sources, tests, buildRoot }, faults);
  return {
    root, buildRoot, lang, words: WORDS[lang], pages, parts, sources, formulas,
    testPaths: testSources.map(source => source.path),
    runs: readRuns(buildRoot),
    exercises: readExercises(root, faults),
    bibliography: readBibliography(pages),
  };
}

// Map key → { key, author, year, page } of the \entry{key,Author,Year} commands.
function readBibliography(pages) {
  const entries = [...pages.values()].flatMap(page =>
    page.commands.filter(command => command.name === 'entry')
      .map(({ args: [key, author, year] }) => [key, { key, author, year, page }]));
  return new Map(entries);
}
