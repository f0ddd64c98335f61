// "The files": each file assembled from its frame lines and links to its listings.
import path from 'node:path';
import { escapeHtml } from '../html.mjs';
import { kindOf } from '../read/sources.mjs';
import { codeLine, fragment } from './listings.mjs';

// One heading a folder, so that the sidebar stays short.
export function filesPage(book) {
  const folders = new Map();
  for (const source of book.sources.values()) {
    const folder = path.dirname(source.path);
    folders.set(folder, [...(folders.get(folder) ?? []), source]);
  }
  return [...folders].map(([folder, sources]) => [
    `<h2 id="${idOf(folder)}">${escapeHtml(folder)}</h2>`,
    ...sources.map(source => fileSection(book, source)),
  ]).flat().join('\n');
}

const idOf = name => `file-${name.replace(/[^A-Za-z0-9]+/g, '-')}`;

function fileSection(book, source) {
  const sourcePage = book.sourcePages.get(source.path);
  if (!sourcePage) return '';
  const link = `<a href="${sourcePage.html}">${escapeHtml(path.basename(source.path))}</a>`;
  return `<h3 id="${idOf(source.path)}">${link}</h3>` + fragment(assembled(book, source, sourcePage.lines));
}

// Walks the file once: a snippet's first line becomes a link, its other lines are skipped.
function assembled(book, source, coloured) {
  const inside = new Set([...source.snippets.values()].flatMap(snippet => snippet.lines));
  const first = new Map([...source.snippets.values()].map(snippet => [snippet.first - 1, snippet]));
  const lines = [];
  source.lines.forEach((line, index) => {
    const snippet = first.get(index + 1);
    if (snippet) lines.push(listingLine(book, source, snippet));
    else if (kindOf(line) === 'frame' && !inside.has(index + 1)) lines.push(codeLine(index + 1, coloured[index]));
  });
  return lines;
}

function listingLine(book, source, snippet) {
  const marker = source.lines[snippet.first - 2];
  const spaces = marker.slice(0, marker.length - marker.trimStart().length);
  const listing = book.listings.get(`${source.path}#${snippet.name}`);
  const text = listing ? `<a href="${listing.href}">${book.words.listing} ${listing.number}</a> ` : '';
  return codeLine('', `${spaces}<span class="elsewhere">⟨ ${text}${escapeHtml(snippet.name)} ⟩</span>`);
}
