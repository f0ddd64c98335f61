// Where an author finds a piece of text that came out wrong on a page of HTML.
import { lineAt } from './commands.mjs';

// Returns "file:line": of the page, of an exercise on it, or of a doc comment; else the HTML.
export function placeOf(book, html, text) {
  const page = pageAt(book, html);
  const texts = page ? [page, ...exercisesOn(book, page)] : [...book.sources.values()];
  for (const { file, text: whole } of texts) {
    const index = whole.indexOf(text);
    if (index >= 0) return `${file}:${lineAt(whole, index)}`;
  }
  return page?.file ?? `book/${book.lang}/${html}`;
}

// The page of the book behind an HTML file; null for reference and source pages.
export const pageAt = (book, html) => [...book.pages.values()].find(page => page.html === html) ?? null;

// Where a claim's card stands, "ch02.html#claim-limits"; null where no page shows it.
export function cardOf(book, run, id) {
  const shows = page => page.commands.some(({ name, args }) =>
    name === 'claim' && args[0] === run && args[1] === id);
  const page = [...book.pages.values()].find(shows);
  return page ? `${page.html}#claim-${id}` : null;
}

export const exercisesOn = (book, page) =>
  page.commands.filter(({ name }) => name === 'exercise')
    .map(({ args }) => book.exercises.get(args[0])).filter(Boolean);
