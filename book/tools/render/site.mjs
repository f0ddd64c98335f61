// Writes all pages of one edition.
import fs from 'node:fs';
import path from 'node:path';
import { escapeHtml } from '../html.mjs';
import { pageAt, placeOf } from '../read/places.mjs';
import { renderFormulas, renderImplements, renderReferences } from './formulas.mjs';
import { frame, readTheme } from './frame.mjs';
import { renderGenerated } from './generated.mjs';
import { renderHeadings, sectionsOf, tidy } from './headings.mjs';
import { renderListings } from './listings.mjs';
import { renderMath } from './math.mjs';
import { renderCitations, renderExercises } from './prose.mjs';
import { renderClaims, renderFigures, renderOutputs, renderVerdicts } from './results.mjs';
import { searchEntries, searchScript } from './search.mjs';
import { renderSourcePage } from './source_page.mjs';
import { renderValues } from './values.mjs';

// In this order: an exercise brings marks of its own, generated tables bring none.
const STEPS = [renderExercises, renderFormulas, renderImplements, renderValues, renderMath, renderReferences,
  renderListings, renderOutputs, renderClaims, renderVerdicts, renderFigures, renderCitations, renderGenerated];

// Lists that Doxygen makes and the book has no use for; exercises appear inside chapters.
const UNUSED = /^(pages|classes|exercise_\d+_\d+|(functions|namespacemembers|globals)(_[a-z~]+)*)\.html$/;

// Returns { folder, written, contents }: whole pages, and the contents of all but source pages.
export function writeSite(book, themeFolder, faults) {
  const theme = readTheme(themeFolder);
  const out = path.join(book.buildRoot, 'book', book.lang);
  const written = new Map();
  const contents = new Map();
  const search = [];
  for (const raw of book.raw.values()) {
    if (UNUSED.test(raw.file)) continue;
    const page = pageAt(book, raw.file);
    const content = renderPage(book, raw, page, faults);
    written.set(raw.file, frame(theme, book, { ...content, page }));
    if (raw.kind === 'source') continue;
    contents.set(raw.file, content.contents);
    search.push(...searchEntries({ ...content, page, file: raw.file }));
  }
  written.set('search-index.js', searchScript(search));
  replaceFolder(out, written);
  return { folder: out, written, contents };
}

function renderPage(book, raw, page, faults) {
  if (raw.kind === 'source') return renderSource(book, raw);
  const reportAt = (text, what) => faults.add(placeOf(book, raw.file, text), what, 'correct the TeX');
  let contents = raw.contents;
  for (const step of STEPS) contents = step(contents, { book, page: page ?? { number: '', commands: [] }, reportAt });
  contents = tidy(page ? renderHeadings(contents) : contents);
  const number = page?.number ? `<small>${partWord(book, page)} ${page.number}</small> ` : '';
  const title = page?.id === 'index' ? book.words.book : raw.title;
  return { title, heading: `<h1>${number}${raw.title}</h1>`, contents, sections: sectionsOf(contents) };
}

const partWord = (book, page) => (/^\d/.test(page.number) ? book.words.chapter : book.words.appendix);

function renderSource(book, raw) {
  const [path_, { lines }] = [...book.sourcePages].find(([, each]) => each.html === raw.file);
  const title = `${book.words.sourceFile} ${escapeHtml(path_)}`;
  return { title, heading: `<h1>${escapeHtml(path_)}</h1>`, contents: renderSourcePage(lines), sections: [] };
}

function replaceFolder(folder, files) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) fs.writeFileSync(path.join(folder, name), text);
}
