// Checks that run inside a page. Each returns what is wrong, as sentences.
/* global document, getComputedStyle, innerWidth */

export function overflow() {
  const excess = document.documentElement.scrollWidth - innerWidth;
  return excess > 0 ? [`the page is ${excess} px wider than the window`] : [];
}

export function fonts() {
  const families = ['Vollkorn', 'Open Sans', 'JetBrains Mono'];
  const loaded = new Set([...document.fonts].filter(font => font.status === 'loaded')
    .map(font => font.family.replaceAll('"', '')));
  return families.filter(family => !loaded.has(family)).map(family => `the font ${family} did not load`);
}

// Text against what lies behind it: WCAG AA asks for 4.5, for large letters 3.
export function contrast() {
  const numbers = colour => colour.match(/[\d.]+/g).map(Number);
  const luminance = rgb => rgb.slice(0, 3).map(x => x / 255)
    .map(x => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4))
    .reduce((sum, x, i) => sum + x * [0.2126, 0.7152, 0.0722][i], 0);
  const background = element => {
    for (let e = element; e; e = e.parentElement) {
      const rgba = numbers(getComputedStyle(e).backgroundColor);
      if (rgba.length === 3 || rgba[3] > 0) return rgba;
    }
    return [255, 255, 255];
  };
  const hasOwnText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  const found = new Map();
  for (const element of document.querySelectorAll('body *')) {
    if (!hasOwnText(element) || !element.checkVisibility() || element.closest('script, .katex-mathml')) continue;
    const style = getComputedStyle(element);
    const colour = element.closest('svg') ? style.fill : style.color;
    if (!colour.startsWith('rgb')) continue;
    const [dark, light] = [luminance(numbers(colour)), luminance(background(element))].sort((a, b) => a - b);
    const ratio = (light + 0.05) / (dark + 0.05);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 600);
    if (ratio < (isLarge ? 3 : 4.5)) {
      const name = element.localName + (element.className?.length ? `.${element.className}` : '');
      found.set(name, `contrast ${ratio.toFixed(2)} of <${name}> "${element.textContent.trim().slice(0, 30)}"`);
    }
  }
  return [...found.values()];
}

export function figureText(smallest) {
  return [...document.querySelectorAll('figure svg text')].flatMap(text => {
    const { a, b } = text.getScreenCTM();
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(a, b);
    return size < smallest ? [`figure text "${text.textContent}" is ${size.toFixed(1)} px high`] : [];
  });
}

// A phone may scroll or wrap a long formula; a book page must hold it.
export function formulas() {
  return [...document.querySelectorAll('.formula')]
    .filter(formula => [...formula.querySelectorAll('.katex-display')].some(box => box.scrollWidth > box.clientWidth + 1))
    .map(formula => `${formula.getAttribute('aria-label')} is wider than the text; break it into lines`);
}

// Beside the text where the window is wide, in it where it is not.
export function marginNotes(beside) {
  const column = document.querySelector('main .contents').getBoundingClientRect();
  return [...document.querySelectorAll('.aside')].flatMap(note => {
    const isBeside = note.getBoundingClientRect().left >= column.right;
    return isBeside === beside ? [] : [`a margin note is ${isBeside ? 'beside' : 'in'} the text: "${note.textContent.slice(0, 30)}"`];
  });
}
