// A name of our code in prose must be a link. Doxygen links the names it knows and lets the
// others through, so a name that did not become a link is a name that is not there.
import fs from 'node:fs';
import path from 'node:path';
import { unescapeHtml } from '../html.mjs';
import { exercisesOn, pageAt, placeOf } from '../read/places.mjs';

const NOT_PROSE = [/<svg[\s\S]*?<\/svg>/g, /<pre[\s\S]*?<\/pre>/g, /<div class="fragment"[\s\S]*?<!-- fragment -->/g,
  /<!--typeset-->[\s\S]*?<!--\/typeset-->/g, /<math[\s\S]*?<\/math>/g, /<section class="claim[\s\S]*?<\/section>/g,
  /<table class="ledger">[\s\S]*?<\/table>/g, /<a [\s\S]*?<\/a>/g];

// nn::name, Class::name and name() without a qualifier before it.
const NAME = /(?<![\w.:])(?:([A-Za-z_]\w*)(?:::~?[A-Za-z_]\w*)+(?:\(\))?|[A-Za-z_]\w*\(\))/g;

// contents: Map file name → HTML of the contents of each page.
export function checkReferences(book, contents, faults) {
  const foreign = readForeignNames(book.root);
  for (const [file, html] of contents)
    for (const name of looseNames(book, file, html, foreign)) {
      faults.add(placeOf(book, file, name), `${name} looks like our code, but there is nothing to link it to`,
        'correct the name, qualify it (nn::Class::name()), or list it in book/foreign_names.txt if it is not ours');
    }
}

function readForeignNames(root) {
  const file = path.join(root, 'book', 'foreign_names.txt');
  if (!fs.existsSync(file)) return new Set();
  return new Set(fs.readFileSync(file, 'utf8').split(/\s+/).filter(Boolean));
}

// Of a reference page only what the doc comments say, which stands in paragraphs.
function proseOf(book, file, html) {
  const prose = pageAt(book, file) ? html : [...html.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(found => found[1]).join('\n');
  const text = NOT_PROSE.reduce((left, pattern) => left.replace(pattern, ' '), prose);
  return unescapeHtml(text.replace(/<[^>]+>/g, ''));
}

function looseNames(book, file, html, foreign) {
  const page = pageAt(book, file);
  const contracts = page ? exercisesOn(book, page).map(exercise => exercise.names) : [];
  const isOurs = scope => scope === undefined || scope === 'nn' || book.tags.names.has(scope);
  const isKnown = name => [foreign, ...contracts].some(names => names.has(name));
  return [...proseOf(book, file, html).matchAll(NAME)]
    .filter(([name, scope]) => isOurs(scope) && !isKnown(name.replace('()', '')))
    .map(([name]) => name);
}
