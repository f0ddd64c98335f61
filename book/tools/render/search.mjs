// The index of the full-text search: a script, since a page opened from disk may not fetch.
import { plainText } from '../html.mjs';
import { pageLabel } from './navigation.mjs';

const LONGEST = { book: 6000, reference: 1500 };

// t: title, u: address, x: text, b: bonus in the order of the hits.
export function searchEntries({ page, file, title, contents }) {
  if (!page) return [{ t: plainText(title), u: file, x: plainText(contents).slice(0, LONGEST.reference), b: 0 }];
  return contents.split(/(?=<h2[ >])/).map(section => {
    const [, id, heading] = /^<h2[^>]* id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/.exec(section) ?? [];
    return {
      t: heading ? `${pageLabel(page)}: ${plainText(heading)}` : pageLabel(page),
      u: id ? `${file}#${id}` : file,
      x: plainText(section).slice(0, LONGEST.book),
      b: 5,
    };
  });
}

export const searchScript = entries => `window.BOOK_INDEX=${JSON.stringify(entries)};\n`;
