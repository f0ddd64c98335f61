// Puts a page's contents into the theme's header and footer.
import fs from 'node:fs';
import path from 'node:path';
import { escapeHtml, plainText } from '../html.mjs';
import { curlQuotes } from './typography.mjs';
import { previousAndNext, sidebar } from './navigation.mjs';

export function readTheme(folder) {
  const read = file => fs.readFileSync(path.join(folder, file), 'utf8');
  return { header: read('header.html'), footer: read('footer.html') };
}

// page is null for reference and source pages.
export function frame(theme, book, { page, title, heading, contents, sections }) {
  const { words } = book;
  const values = {
    '$title': escapeHtml(plainText(title === words.book ? title : `${title} · ${words.book}`)),
    '@LANG@': book.lang,
    '@SUBSET@': words.fontSubset,
    '$relpath^': '',
    '$doxygenversion': book.tags.doxygenVersion,
    '@SKIP@': words.skip,
    '<!--@HEAD@-->': `<meta name="description" content="${escapeHtml(description(contents, title, words))}">`,
    '<!--@SIDEBAR@-->': sidebar(book, page, sections),
    '<!--@PREVNEXT@-->': previousAndNext(book, page),
  };
  const html = fill(theme.header, values) +
    `<div class="header">${heading}</div>\n<div class="contents">${contents}</div>\n` + fill(theme.footer, values);
  return curlQuotes(html, words.quotes).replace(/<!--\/?typeset-->/g, '');
}

function fill(template, values) {
  let text = template;
  for (const [name, value] of Object.entries(values)) text = text.replaceAll(name, () => value);
  return text;
}

// The first paragraph with something to say, cut at a word.
function description(contents, title, words) {
  const paragraphs = [...contents.matchAll(/<p>([\s\S]*?)<\/p>/g)].map(found => plainText(found[1]));
  const first = paragraphs.find(text => text.length > 40) ?? `${plainText(title)}. ${words.description}`;
  return first.length <= 155 ? first : `${first.slice(0, first.lastIndexOf(' ', 154))}…`;
}
