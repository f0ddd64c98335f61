// Numbered formulas with their back-links, and their numbers wherever they are spoken of.
import { escapeHtml, missing } from '../html.mjs';
import { renderTex } from './math.mjs';

const BLOCK = /<div class="bk-formula" data-id="([^"]*)">[\s\S]*?<\/p>\s*<\/div>/g;

// On the page that defines them.
export function renderFormulas(html, { book, reportAt }) {
  return html.replace(BLOCK, (_, id) => {
    const formula = book.formulas.get(id);
    const { words } = book;
    const label = `${words.formula} ${formula.number}: ${formula.title}`;
    return `<div class="formula" id="eq_${id}" role="group" aria-label="${escapeHtml(label)}">` +
      renderTex(`${formula.tex}\\tag{${formula.number}}`, true, what => reportAt(formula.tex, what)) +
      `<p class="by">${backLinks(formula, book)}</p></div>`;
  });
}

function backLinks(formula, book) {
  const { words } = book;
  return [
    formula.functions.length > 0 ? `${words.inCode} ${functionLinks(formula)}` : '',
    formula.tests.length > 0 ? `${words.testedBy} ${testLinks(formula, book)}` : '',
  ].filter(Boolean).join(' · ');
}

export const functionLinks = formula =>
  unique(formula.functions.map(({ name, href }) => `<a href="${href}">${breakable(escapeHtml(name))}</a>`)).join(', ');

// A long name may go on in the next line behind :: or _, and nowhere else.
const breakable = name => name.replace(/(::|_)(?=\w)/g, '$1<wbr>');

export const testLinks = (formula, book) =>
  formula.tests.map(test => `<a href="${testHref(test, book)}">${escapeHtml(test.name)}</a>`).join(', ');

const testHref = ({ file, line }, book) =>
  `${book.sourcePages.get(file)?.html}#l${String(line).padStart(5, '0')}`;

const unique = items => [...new Set(items)];

// "(eq:id)" is what \eqref leaves as the text of its link.
export const renderReferences = (html, { book }) =>
  html.replace(/\(eq:([\w-]+)\)/g, (whole, id) => {
    const formula = book.formulas.get(id);
    return formula ? `(${formula.number})` : missing(whole);
  });

const ITEM = String.raw`<dd>\s*<span class="bk-implements"[^>]*></span>\s*</dd>\s*`;
const REMARK = new RegExp(`<dl class="section remark"><dt>[^<]*</dt>((?:${ITEM})+)</dl>`, 'g');

// In a function's documentation: the formulas themselves.
export function renderImplements(html, { book, reportAt }) {
  return html.replace(REMARK, (_, marks) => {
    const ids = [...marks.matchAll(/data-id="([^"]*)"/g)].map(found => found[1]);
    const formulas = ids.map(id => book.formulas.get(id)).filter(Boolean);
    const items = formulas.map(formula => {
      const link = `<a href="${formula.page.html}#eq_${formula.id}">(${formula.number}) ${escapeHtml(formula.title)}</a>`;
      return `<dd>${link} ${renderTex(formula.tex, true, what => reportAt(formula.tex, what))}</dd>`;
    });
    return `<dl class="formulas"><dt>${book.words.implementsFormula}</dt>${items.join('')}</dl>`;
  });
}
