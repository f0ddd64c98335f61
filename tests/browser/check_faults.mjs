// Each check must see the fault that was planted for it in faulty.html.
import fs from 'node:fs';
import { CHROMIUM, withBrowser } from './chromium.mjs';
import { foldedContents, search, themeSwitch } from './interaction_checks.mjs';
import { contrast, figureText, fonts, formulas, marginNotes, overflow } from './page_checks.mjs';

const URL_OF_FAULTS = new URL('faulty.html', import.meta.url).href;
const VIEW = { width: 360, height: 760, theme: 'light' };

async function findings(page) {
  const show = () => page.show(URL_OF_FAULTS, VIEW);
  await show();
  return {
    'console error': page.complaints.filter(text => text?.includes('said aloud')),
    'exception': page.complaints.filter(text => text?.includes('undefinedFunction')),
    'overflow': await page.evaluate(overflow),
    'contrast': await page.evaluate(contrast),
    'fonts': await page.evaluate(fonts),
    'figure text': await page.evaluate(figureText, 11),
    'wide formula': await page.evaluate(formulas),
    'margin note': await page.evaluate(marginNotes, true),
    'folded contents': await foldedContents(page),
    'theme switch': await themeSwitch(page, show),
    'search': await search(page, 'seed'),
  };
}

async function main() {
  if (!fs.existsSync(CHROMIUM)) return console.log('skipped: chromium not installed');
  const found = await withBrowser(findings);
  const unseen = Object.keys(found).filter(name => found[name].length === 0);
  for (const name of unseen) console.log(`not seen: ${name}`);
  console.log(`${Object.keys(found).length - unseen.length} of ${Object.keys(found).length} planted faults seen`);
  process.exitCode = unseen.length > 0 ? 1 : 0;
}

await main();
