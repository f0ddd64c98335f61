// Every link of every page leads somewhere, anchors included.
import fs from 'node:fs';
import path from 'node:path';
import { unescapeHtml } from '../html.mjs';
import { placeOf } from '../read/places.mjs';

const ELSEWHERE = /^(https?|mailto|data):/;

// written: Map file name → HTML of the edition in folder.
export function checkLinks(book, folder, written, faults) {
  const anchors = new Map([...written].map(([file, html]) => [file, anchorsOf(html)]));
  for (const [file, html] of written) {
    if (!file.endsWith('.html')) continue;
    for (const href of linksOf(html)) {
      if (ELSEWHERE.test(href) || leads(href, file, folder, anchors)) continue;
      faults.add(placeOf(book, file, href), `dead link ${href}`, 'correct the target or remove the link');
    }
    for (const id of repeated(html))
      faults.add(placeOf(book, file, id), `the page has two elements with the id ${id}`, 'rename one of them');
  }
}

const anchorsOf = html => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(found => found[1]));

const linksOf = html =>
  new Set([...html.matchAll(/<[a-z]+\b[^>]*? (?:href|src)="([^"]*)"/g)].map(found => unescapeHtml(found[1])));

function leads(href, from, folder, anchors) {
  const [name, anchor] = href.split('#');
  const file = name === '' ? from : decodeURI(name);
  if (!anchors.has(file)) return !anchor && fs.existsSync(path.join(folder, file));
  return !anchor || anchors.get(file).has(decodeURIComponent(anchor));
}

function repeated(html) {
  const seen = new Set();
  const ids = [...html.matchAll(/<[a-z]+\b[^>]*? id="([^"]+)"/g)].map(found => found[1]);
  return ids.filter(id => seen.has(id) || !seen.add(id));
}
