// The numbers that the prose quotes from the runs.
import { escapeHtml, missing, replaceSpans } from '../html.mjs';

export function renderValues(html, { book }) {
  return replaceSpans(html, 'bk-value', ({ run, name }) => {
    const value = book.runs.get(run)?.values.get(name);
    return value === undefined ? missing(`${run} ${name}`)
      : `<span class="value" title="${book.words.valueTitle}">${forReaders(escapeHtml(value), book.words)}</span>`;
  });
}

// The very digits of the run, with a real minus, and in groups where they are many.
const forReaders = (value, { thousands }) => value.replace(/^-(?=\d)/, '−')
  .replace(/^\d{4,}$/, digits => digits.replace(/\B(?=(\d{3})+$)/g, thousands));

// Doxygen leaves \value alone in formulas, and the tools read it in alternative texts.
export const fillValues = (text, book, change) =>
  text.replace(/\\value\{([^,}]+),([^}]+)\}/g, (_, run, name) =>
    change(book.runs.get(run)?.values.get(name) ?? '?'));
