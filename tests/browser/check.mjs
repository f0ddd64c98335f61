// node check.mjs BOOK SHOTS: opens the pages of BOOK (build/book/en) from disk in headless
// Chromium, the chapters wide, middling and as on a phone, light and dark, and all other pages,
// which share their theme, wide in light and as on a phone in dark; leaves screenshots in SHOTS.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM, withBrowser } from './chromium.mjs';
import { foldedContents, search, themeSwitch } from './interaction_checks.mjs';
import { contrast, figureText, fonts, formulas, marginNotes, overflow } from './page_checks.mjs';

const WINDOWS = [
  { width: 1500, height: 1000 },
  { width: 800, height: 1000 },
  { width: 360, height: 760 },
];
const THEMES = ['light', 'dark'];
const CHAPTER_VIEWS = WINDOWS.flatMap(window => THEMES.map(theme => ({ ...window, theme })));
const OTHER_VIEWS = [CHAPTER_VIEWS.at(0), CHAPTER_VIEWS.at(-1)];
const SMALLEST_FIGURE_TEXT = 11;

// What Doxygen makes of a header, and of its source: one of each stands for all.
const REFERENCE = ['classnn_1_1Rng.html', 'rng_8cpp_source.html'];

function pagesOf(book) {
  const index = fs.readFileSync(path.join(book, 'index.html'), 'utf8');
  const [nav] = /<nav[\s\S]*?<\/nav>/.exec(index);
  const listed = [...nav.matchAll(/href="([^"#]+\.html)"/g)].map(found => found[1]);
  const reference = REFERENCE.filter(file => fs.existsSync(path.join(book, file)));
  return [...new Set(['index.html', ...listed, ...reference])];
}

const isChapter = file => /^ch\d+\.html$/.test(file);

async function look(page, file, view) {
  const found = [...await page.evaluate(overflow), ...await page.evaluate(contrast)];
  if (isChapter(file)) {
    found.push(...await page.evaluate(fonts),
               ...await page.evaluate(figureText, SMALLEST_FIGURE_TEXT),
               ...await page.evaluate(marginNotes, view.width >= 1280));
  }
  if (view.width >= 1280) found.push(...await page.evaluate(formulas));
  return found.concat(page.complaints.splice(0));
}

async function use(page, file, view, show) {
  const found = [];
  if (view.width < 600) found.push(...await foldedContents(page));
  found.push(...await themeSwitch(page, show), ...await search(page, 'seed'));
  return found.concat(page.complaints.splice(0));
}

async function checkView(page, book, file, view, shots) {
  const show = () => page.show(pathToFileURL(path.join(book, file)).href, view);
  await show();
  const found = await look(page, file, view);
  if (isChapter(file)) {
    const name = `${path.basename(file, '.html')}-${view.width}-${view.theme}.png`;
    await page.screenshot(path.join(shots, name));
    found.push(...await use(page, file, view, show));
  }
  return found.map(what => `${file} at ${view.width} px, ${view.theme}: ${what}`);
}

async function checkAll(page, book, files, shots) {
  const wrong = [];
  for (const file of files)
    for (const view of isChapter(file) ? CHAPTER_VIEWS : OTHER_VIEWS)
      wrong.push(...await checkView(page, book, file, view, shots));
  return wrong;
}

async function main(book, shots) {
  if (!fs.existsSync(CHROMIUM)) return console.log('skipped: chromium not installed');
  fs.mkdirSync(shots, { recursive: true });
  const files = pagesOf(book);
  const halves = [0, 1].map(half => files.filter((_, i) => i % 2 === half));  // two browsers, side by side
  const wrong = (await Promise.all(halves.map(some =>
    withBrowser(page => checkAll(page, book, some, shots))))).flat();
  for (const what of wrong) console.log(what);
  console.log(`${files.length} pages, ${WINDOWS.length} widths, ${THEMES.length} themes: ${wrong.length} faults`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

await main(...process.argv.slice(2));
