// One h1 a page, the levels below it without a gap, an id on the heading itself.

const HEADING = /<(\/?)h([1-6])(?=[ >])/g;

// Doxygen starts the headings of a page at h1; the title takes that place.
export function renderHeadings(html) {
  const levels = [...html.matchAll(HEADING)].map(found => Number(found[2]));
  const shift = levels.length > 0 ? 2 - Math.min(...levels) : 0;
  return html
    .replace(HEADING, (_, slash, level) => `<${slash}h${Math.min(6, Number(level) + shift)}`)
    .replace(/(<h\d)([^>]*)><a class="anchor" id="([^"]+)"><\/a>\s*/g, '$1$2 id="$3">');
}

// [{ id, title }] of the second headings.
export const sectionsOf = html =>
  [...html.matchAll(/<h2[^>]* id="([^"]+)"[^>]*>([\s\S]*?)<\/h2>/g)].map(([, id, title]) => ({ id, title }));

// Doxygen's leftovers that a validator dislikes.
export const tidy = html =>
  html
    .replace(/<p >/g, '<p>')
    .replace(/<p><a class="anchor" id="md_[^"]*"><\/a>\s*/g, '<p>')
    .replace(/<p><a class="anchor" id="mainpage"><\/a>\s*/g, '<p>')
    .replace(/<p>\s*<details/g, '<details')
    .replace(/<\/details>\s*<\/p>/g, '</details>')
    .replace(/<p>\s*<\/p>/g, '')
    .replaceAll('&zwj;', '')
    .replace(/<a name="([^"]+)" id="\1"><\/a>/g, '<a id="$1"></a>')
    .replace(/<a id="([^"]+)" name="\1"><\/a>/g, '<a id="$1"></a>')
    .replace(/<(br|hr)\s*\/>/g, '<$1>')
    .replace(/<div class="ttc"[\s\S]*?<\/div><\/div>\n?/g, '')
    .replace(/<\/div>\n(?=<div class="line">)/g, '</div>')
    .replace(/<(div|pre) class="fragment">/g, '<$1 class="fragment" tabindex="0">')
    .replace(/ (align|valign)="\w+"/g, '');
