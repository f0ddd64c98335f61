// The tables and pages that the tools write: \generated{formula-index}, {claims}, {files}.
import { escapeHtml, missing, replaceBlocks } from '../html.mjs';
import { isChapter } from '../read/pages.mjs';
import { cardOf } from '../read/places.mjs';
import { filesPage } from './files.mjs';
import { functionLinks, testLinks } from './formulas.mjs';
import { renderTex } from './math.mjs';
import { boundsText, numberText } from './numbers.mjs';
import { verdictClass, verdictText } from './results.mjs';

const WRITERS = { 'formula-index': formulaIndex, claims: claimsLedger, files: filesPage };

export const renderGenerated = (html, { book }) =>
  replaceBlocks(html, 'bk-generated', ({ name }) => WRITERS[name]?.(book) ?? missing(name));

export const GENERATED = Object.keys(WRITERS);

// Each cell carries the name of its column, which a phone shows beside it.
const row = (columns, cells, name = '') =>
  `<tr${name && ` class="${name}"`}>` +
  `${cells.map((cell, i) => `<td data-column="${columns[i]}">${cell}</td>`).join('')}</tr>`;

// A wide table scrolls within its own box, by keyboard too; on a phone its rows are stacked.
function table(name, columns, rows) {
  const head = columns.map(column => `<th scope="col">${column}</th>`).join('');
  return `<div class="wide" tabindex="0"><table class="${name}"><thead><tr>${head}</tr></thead>` +
    `<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function formulaIndex(book) {
  const { words } = book;
  const names = [words.number, words.formula, words.page, words.function, words.test, words.worstError];
  const rows = [...book.formulas.values()].map(formula => row(names, [
    `<a href="${formula.page.html}#eq_${formula.id}">(${formula.number})</a>`,
    `<b>${escapeHtml(formula.title)}</b> ${renderTex(formula.tex, true, () => {})}`,
    pageLink(formula.page, words),
    functionLinks(formula),
    testLinks(formula, book),
    errorText(formula),
  ]));
  return table('fi', names, rows);
}

const pageLink = (page, words) =>
  `<a href="${page.html}">${isChapter(page) ? `${words.chapter} ${page.number}` : escapeHtml(page.title)}</a>`;

const errorText = ({ oracle }) => (oracle ? `${numberText(oracle.error)} ${escapeHtml(oracle.unit)}` : '');

function claimsLedger(book) {
  const { words } = book;
  const claims = [...book.runs.values()].flatMap(run => [...run.claims.values()].map(claim => ({ ...claim, run })));
  const names = [words.chapter, words.claim, words.verdict, words.quantity, words.measured, words.bounds];
  const rows = claims.map(claim => row(names, [
    chapterLink(book, claim),
    escapeHtml(claim.claim),
    verdictText(claim, words),
    escapeHtml(claim.quantity),
    numberText(claim.measured),
    boundsText(claim, words),
  ], verdictClass(claim)));
  return `<p class="counts">${countsText(claims, words)}</p>${table('ledger', names, rows)}`;
}

function countsText(claims, words) {
  const counts = Object.entries(words.verdicts)
    .map(([verdict, text]) => `${text}: ${claims.filter(claim => claim.verdict === verdict).length}`);
  return `${claims.length} ${words.claims}; ${counts.join(', ')}.`;
}

// To the claim's card where a page shows it, else to the chapter.
function chapterLink(book, claim) {
  const number = Number(claim.run.name.slice(0, 2));
  const card = cardOf(book, claim.run.name, claim.id);
  return card ? `<a href="${card}">${number}</a>` : String(number);
}
