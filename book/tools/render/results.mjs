// What the runs left: output sections, claims, figures.
import fs from 'node:fs';
import path from 'node:path';
import { escapeHtml, missing, replaceBlocks, replaceSpans } from '../html.mjs';
import { cardOf } from '../read/places.mjs';
import { boundsText, numberText } from './numbers.mjs';
import { numberOn } from './listings.mjs';
import { fillValues } from './values.mjs';

export function renderOutputs(html, { book }) {
  return replaceBlocks(html, 'bk-output', ({ run, section }, caption) => {
    const found = book.runs.get(run)?.sections.get(section);
    if (!found) return missing(`${run} ${section}`);
    const cap = `<b>${book.words.output}</b> <span>${caption}</span> <code>ch${run}</code>`;
    return `<div class="output"><div class="cap">${cap}</div>` +
      `<pre class="fragment" tabindex="0">${escapeHtml(withoutClaims(found.text, book.runs.get(run)))}</pre></div>`;
  });
}

// A claim's three lines, statement, quantity and verdict, stand on the page as a card.
function withoutClaims(text, run) {
  const statements = new Set([...run.claims.values()].map(({ claim }) => claim));
  const lines = text.split('\n');
  return lines.filter((_, i) => [0, 1, 2].every(back => !statements.has(lines[i - back]))).join('\n').trimEnd();
}

export function renderClaims(html, { book }) {
  return replaceBlocks(html, 'bk-claim', ({ run, id }) => {
    const claim = book.runs.get(run)?.claims.get(id);
    return claim ? claimCard(claim, book.words) : missing(`${run} ${id}`);
  });
}

function claimCard(claim, words) {
  return `<section class="claim ${verdictClass(claim)}" id="claim-${claim.id}">` +
    `<p class="statement">${escapeHtml(claim.claim)}</p>` +
    `<dl><dt>${words.quantity}</dt><dd>${escapeHtml(claim.quantity)}</dd>` +
    `<dt>${words.measured}</dt><dd>${numberText(claim.measured)}</dd>` +
    `<dt>${words.bounds}</dt><dd>${boundsText(claim, words)}</dd></dl>` +
    `<p class="verdict"><span>${words.verdict}:</span> ${verdictText(claim, words)}</p></section>`;
}

// A claim's verdict in a sentence or a table, as a link to its card.
export function renderVerdicts(html, { book }) {
  return replaceSpans(html, 'bk-verdict', ({ run, id }) => {
    const claim = book.runs.get(run)?.claims.get(id);
    const card = cardOf(book, run, id);
    if (!claim || !card) return missing(`${run} ${id}`);
    return `<a class="judged ${verdictClass(claim)}" href="${card}">${verdictText(claim, book.words)}</a>`;
  });
}

export const verdictClass = claim => claim.verdict.replaceAll(' ', '-');

export const verdictText = (claim, words) =>
  `<strong>${words.verdicts[claim.verdict]}</strong>` +
  (claim.verdict === 'holds when' ? ` ${escapeHtml(claim.condition)}` : '');

export function renderFigures(html, { book, page }) {
  let count = 0;
  return replaceBlocks(html, 'bk-figure', ({ run, name }, caption) => {
    const number = numberOn(page, ++count);
    const file = path.join(book.runs.get(run)?.folder ?? '', `${name}.svg`);
    if (!fs.existsSync(file)) return missing(`${run} ${name}`);
    const svg = inlineSvg(fs.readFileSync(file, 'utf8'), `${name}-`, altText(book, page, run, name));
    const cap = `<b>${book.words.figure} ${number}</b> <span>${caption}</span>`;
    return `<figure id="figure-${number}">${svg}<figcaption>${cap}</figcaption></figure>`;
  });
}

// From the page itself: an attribute could not carry the author's quotes.
function altText(book, page, run, name) {
  const command = page.commands.find(({ name: command, args }) =>
    command === 'figure' && args[0] === run && args[1] === name);
  return fillValues(command?.args[3] ?? '', book, value => value);
}

// The ids of one picture must not meet those of another on the same page.
function inlineSvg(text, prefix, alt) {
  return text.slice(text.indexOf('<svg'))
    .replace(/<(title|desc)>[\s\S]*?<\/\1>/g, '')
    .replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`)
    .replace(/\b((?:xlink:)?href)="#([^"]+)"/g, `$1="#${prefix}$2"`)
    .replace(/url\((['"]?)#([^)'"]+)\1\)/g, `url(#${prefix}$2)`)
    .replace('<svg', `<svg role="img" aria-label="${escapeHtml(alt)}"`)
    .trim();
}
