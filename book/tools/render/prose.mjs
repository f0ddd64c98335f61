// Exercises, citations and the bibliography's entries.
import { escapeHtml, missing, replaceBlocks, replaceSpans } from '../html.mjs';

export function renderExercises(html, { book }) {
  const { words } = book;
  return replaceBlocks(html, 'bk-exercise', ({ id }) => {
    const exercise = book.exercises.get(id);
    const statement = book.raw.get(exercise?.html)?.contents;
    if (!statement) return missing(`${words.exercise} ${id}`);
    const cap = `<b>${words.exercise} ${id}</b> <span>${escapeHtml(exercise.title ?? '')}</span> ` +
      `<span class="size">${words.sizes[exercise.size] ?? ''}</span>`;
    return `<section class="exercise ${exercise.size}" id="exercise-${id}"><div class="cap">${cap}</div>` +
      `${statement}<p class="try">${words.tryExercise} <code>./learn exercise ${id}</code></p></section>`;
  });
}

export function renderCitations(html, { book }) {
  const cited = replaceSpans(html, 'bk-source', ({ key }) => {
    const entry = book.bibliography.get(key);
    if (!entry) return missing(key);
    const text = `${escapeHtml(entry.author)}\u00a0(${escapeHtml(entry.year)})`;
    return `<a class="cite" href="${entry.page.html}#cite-${key}">${text}</a>`;
  });
  return replaceSpans(withoutDoubleBrackets(cited), 'bk-entry', ({ key }) => {
    const entry = book.bibliography.get(key);
    return `<b class="entry" id="cite-${key}">${escapeHtml(entry.author)} (${escapeHtml(entry.year)}).</b>`;
  });
}

// A citation within brackets needs no second pair: (Zipf, 1949) and not (Zipf (1949)).
const withoutDoubleBrackets = html =>
  html.replace(/\((<a class="cite"[^>]*>[^<]*?)\u00a0\(([^<)]*)\)<\/a>\)/g, '($1,\u00a0$2</a>)');
