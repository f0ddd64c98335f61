// Reads the Markdown pages of one edition and their order.
import fs from 'node:fs';
import path from 'node:path';
import { findCommands } from './commands.mjs';
import { listFiles } from './sources.mjs';

// Returns { pages: Map id → page, parts: [{ id, title, pages }] }; the order is that of the
// \subpage commands on the main page, the parts are its second headings.
export function readPages(root, lang, faults) {
  const files = listFiles(root, `book/${lang}`).filter(file => file.endsWith('.md'));
  const pages = new Map();
  for (const file of files) {
    const page = readPage(root, file);
    if (!page.id) faults.add(`${file}:1`, 'the page has no id', 'begin it with "# Title {#id}"');
    else pages.set(page.id, page);
  }
  const parts = readParts(pages.get('index'), pages, faults);
  numberPages(parts);
  return { pages, parts };
}

function readPage(root, file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8');
  const [, title, id] = /^# (.+?) \{#(\w+)\}/.exec(text) ?? [];
  return {
    id: id === 'mainpage' ? 'index' : id,
    title,
    file,
    text,
    html: id === 'mainpage' ? 'index.html' : `${id}.html`,
    number: '',
    commands: findCommands(text),
  };
}

function readParts(index, pages, faults) {
  if (!index) {
    faults.add('book', 'there is no main page', 'write the page "# Title {#mainpage}"');
    return [];
  }
  const parts = index.text.split(/^(?=## )/m).slice(1).map(section => {
    const [, title, id] = /^## (.+?)(?: \{#(\w+)\})?$/m.exec(section);
    const ids = [...section.matchAll(/\\subpage (\w+)/g)].map(found => found[1]);
    return { id, title, pages: ids.map(name => pages.get(name)).filter(Boolean) };
  }).filter(part => part.pages.length > 0);
  const listed = new Set(parts.flatMap(part => part.pages));
  for (const page of pages.values())
    if (page !== index && !listed.has(page))
      faults.add(`${page.file}:1`, `page ${page.id} is in no part of the book`,
        `put \\subpage ${page.id} on the main page, ${index.file}`);
  return parts;
}

// Chapters are numbered by their id (ch01 is 1), the pages of the workshop by letters.
function numberPages(parts) {
  for (const part of parts)
    part.pages.forEach((page, i) => {
      const chapter = /^ch(\d+)$/.exec(page.id);
      if (chapter) page.number = String(Number(chapter[1]));
      else if (part.id === 'part_workshop') page.number = String.fromCharCode(65 + i);
    });
}

export const isChapter = page => /^ch\d+$/.test(page.id);
