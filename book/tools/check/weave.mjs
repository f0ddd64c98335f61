// Every line of code is in the book: in a listing, or as a frame line on the page of files.
import { fullPath, isCode, kindOf } from '../read/sources.mjs';

// Returns { woven, total } in lines of code.
export function checkWeave(book, faults) {
  const included = includedSnippets(book);
  const count = { woven: 0, total: 0 };
  for (const source of book.sources.values()) {
    for (const snippet of source.snippets.values())
      if (!included.has(`${source.path}#${snippet.name}`))
        faults.add(`${source.path}:${snippet.first - 1}`, `no page includes snippet ${snippet.name}`,
          `write \\listing{${shortPath(source.path)},${snippet.name},Caption} on a page, or remove its markers`);
    weaveFile(source, included, count, faults);
  }
  return count;
}

// The set of "path#snippet" that the pages of this edition show.
export function includedSnippets(book) {
  const listings = [...book.pages.values()]
    .flatMap(page => page.commands.filter(command => command.name === 'listing'));
  return new Set(listings.map(({ args: [file, snippet] }) => `${fullPath(file)}#${snippet}`));
}

export const shortPath = file => file.replace(/^(common|chapters)\//, '');

function weaveFile(source, included, count, faults) {
  const snippets = [...source.snippets.values()];
  const linesOf = some => new Set(some.flatMap(snippet => snippet.lines));
  const tagged = linesOf(snippets);
  const shown = linesOf(snippets.filter(snippet => included.has(`${source.path}#${snippet.name}`)));
  const loose = [];
  source.lines.forEach((line, index) => {
    const kind = kindOf(line);
    if (!isCode(kind)) return;
    ++count.total;
    if (kind === 'frame' || shown.has(index + 1)) ++count.woven;
    else if (!tagged.has(index + 1)) loose.push(index + 1);
  });
  for (const { first, length } of runsOf(loose, source))
    faults.add(`${source.path}:${first}`, `${length} line(s) of code are in no listing`,
      'put // [snip:name] before and after, and include the snippet on a page');
}

// Lines with nothing but comments and blanks between them make one run.
function runsOf(numbers, source) {
  const runs = [];
  numbers.forEach((number, i) => {
    const between = source.lines.slice(numbers[i - 1], number - 1);
    if (i > 0 && between.every(line => ['blank', 'doc', 'comment'].includes(kindOf(line)))) ++runs.at(-1).length;
    else runs.push({ first: number, length: 1 });
  });
  return runs;
}
