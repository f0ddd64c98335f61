// Finds the book's commands, \name{argument,argument}, in a page or in doc comments.

const COMMANDS = ['formula', 'eqref', 'implements', 'listing', 'output', 'value', 'claim',
  'verdict', 'figure', 'exercise', 'source', 'entry', 'generated'];
const OPENING = new RegExp(`\\\\(${COMMANDS.join('|')})\\{`, 'g');

// Returns [{ name, args, line, end }], end being the place after the closing brace. Commands
// inside code spans and fences are only spoken about.
export function findCommands(text) {
  const live = hideCode(text);
  return [...live.matchAll(OPENING)].map(found => ({
    name: found[1],
    ...readArguments(live, found.index + found[0].length),
    line: lineAt(live, found.index),
  }));
}

export const lineAt = (text, index) => text.slice(0, index).split('\n').length;

// Same length and same lines, so that positions stay true.
export const hideCode = text =>
  text
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, blank)
    .replace(/(`+)(?!`)[^\n]*?[^`\n]\1(?!`)/g, blank);

const blank = code => code.replace(/[^\n]/g, ' ');

// From after the opening brace up to the one that closes it; "\," is a comma of the text.
function readArguments(text, start) {
  const args = [''];
  let depth = 0;
  let i = start;
  for (; i < text.length; ++i) {
    const char = text[i];
    if (char === '\\' && text[i + 1] === ',') {
      args[args.length - 1] += ',';
      ++i;
      continue;
    }
    if (char === '}' && depth === 0) break;
    if (char === '{') ++depth;
    if (char === '}') --depth;
    if (char === ',' && depth === 0) args.push('');
    else args[args.length - 1] += char;
  }
  return { args: args.map(arg => arg.trim()), end: i + 1 };
}
