// Finds the Catch2 test cases and their tags.
import { lineAt } from './commands.mjs';

const CASE = /^\s*(?:TEMPLATE_(?:PRODUCT_|LIST_)?)?TEST_CASE(?:_METHOD|_SIG)?\s*\(/gm;
const STRING = /"((?:[^"\\]|\\.)*)"/g;

// Returns [{ file, line, name, tags }].
export function findTests(source) {
  return [...source.text.matchAll(CASE)].map(found => {
    const start = found.index + found[0].length;
    const head = source.text.slice(start, source.text.indexOf('{', start));
    const [name = '', ...rest] = [...head.matchAll(STRING)].map(string => string[1]);
    const tags = [...rest.join('').matchAll(/\[([^\]]+)\]/g)].map(tag => tag[1]);
    return { file: source.path, line: lineAt(source.text, start), name, tags };
  });
}
