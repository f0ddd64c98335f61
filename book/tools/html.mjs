// Small helpers for text that is HTML.

export const escapeHtml = text =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

const entities = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', '#39': "'", '#160': ' ' };
export const unescapeHtml = html =>
  html.replace(/&(lt|gt|quot|amp|nbsp|#39|#160);/g, (_, name) => entities[name]);

// What a reader would read aloud; a formula rendered by KaTeX is read as its MathML.
export const plainText = html =>
  unescapeHtml(
    html
      .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
      .replace(/<!--typeset-->[\s\S]*?<!--\/typeset-->/g, '')
      .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
      .replace(/<\/?(?:m[a-z]+|a|b|em|strong|code|span)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, ' '),
  ).replace(/\s+/g, ' ').trim();

// 'data-run="01" data-name="x"' → { run: '01', name: 'x' }
export const dataAttributes = tag =>
  Object.fromEntries(
    [...tag.matchAll(/data-([a-z]+)="([^"]*)"/g)].map(found => [found[1], unescapeHtml(found[2])]),
  );

// Replaces each <div class="NAME" data-…>inner</div> that Doxygen left for a page command.
// The inner part holds no further div: captions are inline text.
export function replaceBlocks(html, name, render) {
  const pattern = new RegExp(`<div class="${name}"([^>]*)>([\\s\\S]*?)</div>`, 'g');
  return html.replace(pattern, (_, tag, inner) => render(dataAttributes(tag), inner.trim()));
}

export function replaceSpans(html, name, render) {
  const pattern = new RegExp(`<span class="${name}"([^>]*)></span>`, 'g');
  return html.replace(pattern, (_, tag) => render(dataAttributes(tag)));
}

// In the place of something that the faults already report, so that the page can be looked at.
export const missing = what => `<span class="fault" role="note">[${escapeHtml(what)}]</span>`;
