// The sidebar and the links to the previous and the next page.
import { escapeHtml, plainText } from '../html.mjs';

export const pageLabel = page => (page.number ? `${page.number}. ` : '') + page.title;

export function sidebar(book, page, sections) {
  const { words } = book;
  return `<aside id="side"><a class="book" href="index.html">${words.book}</a>
<details class="nav" open><summary>${words.book}</summary>
<input id="q" type="search" placeholder="${words.search}" aria-label="${words.search}"><ol id="hits" aria-live="polite"></ol>
<nav aria-label="${words.contents}"><ol>
${book.parts.map(part => partItem(book, part, page, sections)).join('\n')}
</ol></nav>
<div class="tools"><button id="theme" type="button">${words.theme}</button></div></details></aside>`;
}

function partItem(book, part, page, sections) {
  const items = part.pages.map(each => pageItem(each, each === page, sections));
  if (part.id === 'part_back') items.push(referenceItem(book));
  return `<li class="part"><span>${escapeHtml(part.title)}</span><ol>${items.join('')}</ol></li>`;
}

function pageItem(page, isCurrent, sections) {
  const current = isCurrent ? ' aria-current="page"' : '';
  const label = `<span class="n">${page.number || '·'}</span>${escapeHtml(page.title)}`;
  return `<li><a href="${page.html}"${current}>${label}</a>${isCurrent ? sectionList(sections) : ''}</li>`;
}

function sectionList(sections) {
  const items = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(plainText(title))}</a></li>`);
  return items.length > 0 ? `<ol>${items.join('')}</ol>` : '';
}

const referenceItem = ({ words }) =>
  `<li><a href="namespacenn.html"><span class="n">·</span>${words.reference}</a></li>`;

// Only the pages of the book have neighbours.
export function previousAndNext(book, page) {
  if (!page) return '';
  const { words } = book;
  const order = [book.pages.get('index'), ...book.parts.flatMap(part => part.pages)];
  const at = order.indexOf(page);
  const previous = neighbour(order[at - 1], 'prev', `← ${words.previous}`);
  const next = neighbour(order[at + 1], 'next', `${words.next} →`);
  return `<nav class="pn" aria-label="${words.pageFooter}">${previous}${next}</nav>`;
}

function neighbour(page, name, label) {
  if (!page) return '';
  const text = `<small>${label}</small>${escapeHtml(pageLabel(page))}`;
  return `<a class="${name}" rel="${name}" href="${page.html}">${text}</a>`;
}
