// Listings: the coloured lines of a snippet, numbered as in the file they come from.
import { escapeHtml, missing, replaceBlocks } from '../html.mjs';
import { fullPath, kindOf } from '../read/sources.mjs';

// Numbers the listings of all pages before any is rendered, since they refer to each other.
// Fills book.listings: Map "path#snippet" → { number, href }, for the first place of each.
export function numberListings(book) {
  book.listings = new Map();
  for (const page of book.pages.values())
    page.commands.filter(command => command.name === 'listing').forEach(({ args: [file, snippet] }, i) => {
      const key = `${fullPath(file)}#${snippet}`;
      const number = numberOn(page, i + 1);
      if (!book.listings.has(key)) book.listings.set(key, { number, href: `${page.html}#listing-${number}` });
    });
}

export const numberOn = (page, count) => (page.number ? `${page.number}.${count}` : String(count));

// A long path breaks between its parts, not within a name.
const breakablePath = file => escapeHtml(file).replace(/[/_]/g, '$&<wbr>');

export function renderListings(html, { book, page }) {
  let count = 0;
  return replaceBlocks(html, 'bk-listing', ({ file, snippet: name }, caption) => {
    const number = numberOn(page, ++count);
    const source = book.sources.get(fullPath(file));
    const snippet = source?.snippets.get(name);
    const sourcePage = book.sourcePages.get(fullPath(file));
    if (!snippet || !sourcePage) return missing(`${file} ${name}`);
    const lines = shownLines(source, snippet);
    const first = lines.find(line => !line.inner);
    const link = `<a href="${lineHref(sourcePage, first)}">${breakablePath(source.path)}:${first}</a>`;
    const cap = `<b>${book.words.listing} ${number}</b> <span>${caption}</span> ${link}`;
    return `<div class="listing" id="listing-${number}"><div class="cap">${cap}</div>` +
      `${fragment(renderLines(book, source, lines, sourcePage))}</div>`;
  });
}

export const lineHref = (sourcePage, line) => `${sourcePage.html}#l${String(line).padStart(5, '0')}`;

export const fragment = lines => `<div class="fragment" tabindex="0">${lines.join('')}</div><!-- fragment -->`;

export const codeLine = (number, html, id = '') =>
  `<div class="line"${id && ` id="${id}"`}><span class="lineno">${number}</span>${html}</div>`;

// Doc comments stay in the reference pages; no blank line at either end, nor two in a row.
function shownLines(source, snippet) {
  const lines = snippet.lines.filter(line => line.inner || kindOf(source.lines[line - 1]) !== 'doc');
  const isBlank = line => !line.inner && source.lines[line - 1].trim() === '';
  const kept = [];
  for (const line of lines)
    if (!isBlank(line) || (kept.length > 0 && !isBlank(kept.at(-1)))) kept.push(line);
  if (kept.length > 0 && isBlank(kept.at(-1))) kept.pop();
  return kept;
}

function renderLines(book, source, lines, sourcePage) {
  const texts = lines.map(line => (line.inner ? innerIndent(source, line.inner) : source.lines[line - 1]));
  const indent = Math.min(...texts.filter(text => text.trim()).map(indentOf));
  return lines.map(line => (line.inner
    ? codeLine('', innerLink(book, source, line.inner, indent))
    : codeLine(line, dedent(sourcePage.lines[line - 1] ?? '', indent))));
}

const indentOf = text => text.length - text.trimStart().length;

const innerIndent = (source, name) => source.lines[source.snippets.get(name).first - 2];

const dedent = (html, indent) => html.slice(0, indent).trim() === '' ? html.slice(indent) : html;

// "⟨ Listing 1.4 ⟩" in the place of an inner snippet.
function innerLink(book, source, name, indent) {
  const spaces = ' '.repeat(indentOf(innerIndent(source, name)) - indent);
  const listing = book.listings.get(`${source.path}#${name}`);
  const text = listing ? `<a href="${listing.href}">${book.words.listing} ${listing.number}</a>` : escapeHtml(name);
  return `${spaces}<span class="elsewhere">⟨ ${text} ⟩</span>`;
}
