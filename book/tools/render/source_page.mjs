// A source file, whole and coloured; each line can be linked to.
import { codeLine } from './listings.mjs';

export function renderSourcePage(lines) {
  const all = lines.map((html, i) => codeLine(i + 1, html, `l${String(i + 1).padStart(5, '0')}`));
  return `<div class="fragment" tabindex="0">${all.join('')}</div>`;
}
