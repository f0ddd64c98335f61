// Curly quotes and apostrophes in prose; code, formulas and pictures stay as they are.

const SKIPPED = ['pre', 'code', 'svg', 'math', 'script', 'style'];
const TOKEN = /(<!--typeset-->[\s\S]*?<!--\/typeset-->|<!--[\s\S]*?-->|<[^>]+>)/;
const QUOTE = /&quot;|["']/g;

export function curlQuotes(html, quotes) {
  const curl = quoter(quotes);
  let skipping = null;
  return html.split(TOKEN).map((token, i) => {
    if (i % 2 === 0) return skipping ? token : curl(token);
    const name = /^<(\/?[a-z]+)/.exec(token)?.[1];
    if (!skipping && (SKIPPED.includes(name) || isFragment(token))) skipping = name;
    else if (skipping && name === `/${skipping}`) skipping = null;
    return token;
  }).join('');
}

// Lines of code are divs; the first closing one may end the skipping, for nothing but
// further lines follows it.
const isFragment = tag => /^<div class="(?:fragment|line)"/.test(tag);

// A quote opens after a space or a bracket, and after nothing at all. The last character is
// kept from one piece of text to the next, since tags may lie between a word and its quote.
function quoter({ open, close, innerOpen, innerClose }) {
  let before = '';
  return text => {
    const curled = text.replace(QUOTE, (quote, at) => {
      const last = at > 0 ? text[at - 1] : before;
      const opens = last === '' || /[\s([{—–-]/.test(last);
      if (quote === "'") return opens ? innerOpen : innerClose;
      return opens ? open : close;
    });
    if (text) before = text.at(-1);
    return curled;
  };
}
