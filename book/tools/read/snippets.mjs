// Cuts a source file at its markers, "// [snip:name]" on a line of its own: the first
// opens the snippet, the second closes it. A snippet may lie inside another one.

const MARKER = /^\s*\/\/ \[snip:([a-z0-9-]+)\]\s*$/;

export const isMarker = line => MARKER.test(line);

// Returns Map name → { name, file, first, last, lines }: the numbers of the lines between
// the markers. Lines of an inner snippet belong to the inner one alone; the outer one
// holds { inner: name } in their place.
export function findSnippets(file, lines, faults) {
  const snippets = new Map();
  const open = [];
  lines.forEach((line, index) => {
    const number = index + 1;
    const name = MARKER.exec(line)?.[1];
    if (!name) open.at(-1)?.lines.push(number);
    else if (open.at(-1)?.name === name) open.pop().last = number - 1;
    else if (open.some(snippet => snippet.name === name))
      faults.add(`${file}:${number}`, `snippet ${name} closes before ${open.at(-1).name}, which opened inside it`,
        `close ${open.at(-1).name} first`);
    else if (snippets.has(name))
      faults.add(`${file}:${number}`, `snippet ${name} opens a second time`,
        'give each snippet of a file its own name');
    else {
      open.at(-1)?.lines.push({ inner: name });
      const snippet = { name, file, first: number + 1, last: null, lines: [] };
      snippets.set(name, snippet);
      open.push(snippet);
    }
  });
  for (const snippet of open)
    faults.add(`${file}:${snippet.first - 1}`, `snippet ${snippet.name} is opened but not closed`,
      `put // [snip:${snippet.name}] after its last line`);
  return snippets;
}
