// Runs Doxygen over the sources and the pages of one edition.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEST_FOLDERS } from './read/sources.mjs';

const tools = path.dirname(fileURLToPath(import.meta.url));

// The pages are only parts: the tools put them into the theme's frame.
const HEADER = '<title>$title</title>\n<div id="top">\n';
const FOOTER = '<!-- end of page -->\n';

// Returns Map file name → HTML as Doxygen wrote it.
export function runDoxygen(book, faults) {
  const out = path.join(book.buildRoot, 'book', '.doxygen');
  fs.rmSync(out, { recursive: true, force: true });
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(path.join(out, 'header.html'), HEADER);
  fs.writeFileSync(path.join(out, 'footer.html'), FOOTER);
  const run = spawnSync('doxygen', ['-'], {
    cwd: book.root, input: settings(book, out), encoding: 'utf8', maxBuffer: 1 << 26,
  });
  if (run.error) throw new Error(`doxygen cannot be run: ${run.error.message}`);
  reportWarnings(run.stderr, book.root, faults);
  if (run.status !== 0 && faults.lines.length === 0)
    faults.add('doxygen', `it ended with status ${run.status}`, `its words: ${run.stderr.trim()}`);
  const html = path.join(out, 'html');
  const files = fs.readdirSync(html).filter(file => file.endsWith('.html'));
  return new Map(files.map(file => [file, fs.readFileSync(path.join(html, file), 'utf8')]));
}

function settings(book, out) {
  const at = (...names) => path.join(book.root, ...names);
  const inputs = ['common', 'chapters', ...TEST_FOLDERS, `book/${book.lang}`].filter(name => fs.existsSync(at(name)));
  const list = (name, values) => `${name} = ${values.map(value => JSON.stringify(value)).join(' ')}\n`;
  return `@INCLUDE = "${path.join(tools, '..', 'Doxyfile')}"\n` +
    list('PROJECT_NAME', [book.words.book]) +
    list('OUTPUT_LANGUAGE', [book.words.doxygenLanguage]) +
    list('INPUT', inputs) +
    list('EXCLUDE_PATTERNS', [`${at('chapters')}/*/exercises/*.cpp`, `${at('chapters')}/*/exercises/*.hpp`,
      `${at('chapters')}/*/exercises/*/hints.md`]) +
    // A test is shown and linked but not parsed: nobody must document its macros.
    list('FILTER_PATTERNS', [`${at('tests')}/*=true`, `*/exercise.md=sh ${path.join(tools, 'exercise_page.sh')}`]) +
    list('STRIP_FROM_PATH', [book.root]) +
    list('OUTPUT_DIRECTORY', [out]) +
    list('GENERATE_TAGFILE', [path.join(out, 'tags.xml')]) +
    list('HTML_HEADER', [path.join(out, 'header.html')]) +
    list('HTML_FOOTER', [path.join(out, 'footer.html')]);
}

// "/root/file:12: warning: what" becomes a fault.
function reportWarnings(text, root, faults) {
  for (const [, file, line, what] of text.matchAll(/^(.+?):(\d+): (?:warning|error): (.*)$/gm))
    faults.add(`${path.relative(root, file)}:${trueLine(file, Number(line), what)}`, what,
      'Doxygen found it while it read this place');
}

// Doxygen's count of lines strays in Markdown; the name that it quotes tells the true line.
function trueLine(file, line, what) {
  const quoted = /'([^']+)'/.exec(what)?.[1];
  if (!quoted || !fs.existsSync(file)) return line;
  const near = fs.readFileSync(file, 'utf8').split('\n')
    .flatMap((text, i) => (text.includes(quoted) ? [i + 1] : []))
    .sort((a, b) => Math.abs(a - line) - Math.abs(b - line));
  return near[0] ?? line;
}
