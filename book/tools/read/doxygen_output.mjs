// Takes Doxygen's HTML apart: titles, contents, coloured source lines, who implements what.

// Returns { title, kind, contents } of one page; kind is source or page.
export function takeApart(file, html) {
  const start = html.indexOf('<div class="contents">');
  const end = html.lastIndexOf('</div><!-- contents -->');
  const contents = html.slice(start + '<div class="contents">'.length, end);
  return {
    file,
    name: /<title>([\s\S]*?)<\/title>/.exec(html)[1],
    title: titleOf(html),
    kind: file.endsWith('_source.html') ? 'source' : 'page',
    contents: contents.replace('</div><!-- PageDoc -->', ''),
  };
}

// Without the labels ("final", "inline") that Doxygen puts into it.
function titleOf(html) {
  const title = /<div class="title">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
  return title.replace(/<span class="mlabels">.*/, '').trim();
}

const LINENO = String.raw`<span class="lineno">(?:<a [^>]*>)?\s*\d+(?:</a>)?</span>`;
const LINE = new RegExp(`<div class="line"><a id="l(\\d+)"[^>]*></a>${LINENO}(.*?)</div>`, 'g');

// Returns Map path → { html, lines }, where lines[n - 1] is the coloured line n. Doxygen
// shortens file names as long as they stay unique; the title of a source page has the path.
export function findSourcePages(raw, paths) {
  const found = new Map();
  for (const page of raw.values()) {
    if (page.kind !== 'source') continue;
    const path = paths.find(name => page.name.startsWith(`${name} `));
    if (path) found.set(path, { html: page.file, lines: sourceLines(page.contents) });
  }
  return found;
}

function sourceLines(contents) {
  const lines = [];
  for (const [, number, html] of contents.matchAll(LINE))
    lines[Number(number) - 1] = html.replaceAll('<span class="comment"></span>', '');
  return lines;
}

const MARK = /<span class="bk-implements" data-id="([^"]*)"><\/span>/g;

// Fills formula.functions with { name, href } from the reference pages' \implements marks.
export function findFunctions(raw, formulas, tags) {
  for (const page of raw.values()) {
    if (page.kind === 'source') continue;
    for (const found of page.contents.matchAll(MARK)) {
      const anchor = lastAnchor(page.contents.slice(0, found.index));
      const href = anchor ? `${page.file}#${anchor}` : page.file;
      formulas.get(found[1])?.functions.push({ name: tags.nameAt(href), href });
    }
  }
}

// Doxygen names the documentation of a member by "a" or "ga" and a hash.
function lastAnchor(html) {
  const anchors = [...html.matchAll(/<a id="(g?a[0-9a-f]{30,})"/g)];
  return anchors.at(-1)?.[1] ?? null;
}
