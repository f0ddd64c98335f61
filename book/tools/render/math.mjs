// TeX to HTML at build time, by KaTeX.
import { createRequire } from 'node:module';
import { escapeHtml, unescapeHtml } from '../html.mjs';
import { fillValues } from './values.mjs';

// Debian keeps its modules here; NODE_PATH, where set, is asked first.
const folders = [...(process.env.NODE_PATH ?? '').split(':').filter(Boolean), '/usr/share/nodejs'];
const katex = loadKatex();

function loadKatex() {
  for (const folder of folders) {
    try {
      return createRequire(`${folder}/`)(`${folder}/katex`);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  throw new Error(`KaTeX is in none of ${folders.join(', ')}; install Debian's package katex`);
}

const rendered = new Map();

// report(what) is called for TeX that KaTeX does not understand.
export function renderTex(tex, displayMode, report) {
  const key = `${displayMode} ${tex}`;
  if (!rendered.has(key)) {
    try {
      rendered.set(key, typeset(tex, displayMode));
    } catch (error) {
      report(`TeX error: ${error.message.replace(/\s+/g, ' ')}`);
      return `<code class="fault">${escapeHtml(tex)}</code>`;
    }
  }
  return rendered.get(key);
}

// The comments let the search index read the MathML and skip the typeset copy of it.
function typeset(tex, displayMode) {
  const html = katex.renderToString(tex, {
    displayMode, throwOnError: true, strict: 'error', output: 'htmlAndMathml',
  });
  return `${html.replace('<span class="katex-html"', '<!--typeset--><span class="katex-html"')}<!--/typeset-->`;
}

// Values of a run within a formula, with the characters escaped that TeX would act on.
const withValues = (tex, book) =>
  fillValues(tex, book, value => value.replace(/[%#&_]/g, '\\$&'));

// A full stop stays on the line of the formula that it ends, unless that must be free to break.
const LONGEST_UNBROKEN = 40;
const withMark = (html, tex, mark) =>
  (mark && tex.length <= LONGEST_UNBROKEN ? `<span class="unbroken">${html}${mark}</span>` : html + mark);

const CODE = /(<(pre|code)\b[\s\S]*?<\/\2>|<div class="fragment"[\s\S]*?<\/div>\s*<\/div>)/;

// Renders what Doxygen left as \( … \) and \[ … \] in the prose.
export function renderMath(html, { book, reportAt }) {
  const typesetIn = prose => prose
    .replace(/<p class="formulaDsp">\s*\\\[([\s\S]*?)\\\]\s*<\/p>/g, (_, tex) => one(tex, true))
    .replace(/\\\(([\s\S]*?)\\\)([.,;:!?)]*)/g, (_, tex, mark) => withMark(one(tex, false), tex, mark));
  const one = (escaped, displayMode) => {
    const tex = unescapeHtml(escaped).trim();
    return renderTex(withValues(tex, book), displayMode, what => reportAt(tex, what));
  };
  return outsideCode(html, typesetIn);
}

// Applies change to the parts of the HTML that are not code.
export function outsideCode(html, change) {
  const parts = html.split(CODE);
  let result = '';
  for (let i = 0; i < parts.length; i += 3) result += change(parts[i]) + (parts[i + 1] ?? '');
  return result;
}
