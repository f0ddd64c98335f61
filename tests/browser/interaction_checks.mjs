// Checks that use a page as a reader would. Each returns what is wrong, as sentences.
/* global document, getComputedStyle */

const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// The slash key, a word of the page, the way to a hit.
export async function search(page, word) {
  await page.key('/');
  await page.type(word);
  let hits = [];
  for (let tries = 0; tries < 40 && hits.length === 0; ++tries) {
    await pause(50);
    hits = await page.evaluate(() => [...document.querySelectorAll('#hits a')].map(a => a.textContent));
  }
  const lower = word.toLowerCase();
  if (hits.length === 0) return [`the search does not find "${word}"`];
  return hits[0].toLowerCase().includes(lower) ? [] : [`the first hit for "${word}" does not show it`];
}

// One press turns the colours over, and the next page keeps them.
export async function themeSwitch(page, reload) {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const before = await paper();
  await page.evaluate(() => document.querySelector('#theme').click());
  const after = await paper();
  await reload();
  const kept = await paper();
  await page.evaluate(() => localStorage.clear());
  return [
    ...(before === after ? ['the theme switch changes nothing'] : []),
    ...(after === kept ? [] : ['the chosen theme is forgotten']),
  ];
}

export async function foldedContents(page) {
  const isOpen = () => page.evaluate(() => document.querySelector('#side details').open);
  if (await isOpen()) return ['the contents are unfolded on a phone'];
  await page.evaluate(() => document.querySelector('#side summary').click());
  return await isOpen() ? [] : ['the contents do not unfold'];
}
