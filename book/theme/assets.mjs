// node book/theme/assets.mjs OUTDIR: everything that the pages share, written to OUTDIR:
// book.css (fonts, KaTeX, theme), book.js, icon.svg and fonts/. Does nothing where all is up to date.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFaceRules, makeFonts } from './fonts.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const KATEX = '/usr/share/javascript/katex';
const KATEX_FONTS = '/usr/share/fonts/truetype/katex';
const MAKERS = ['assets.mjs', 'fonts.mjs'].map(name => path.join(HERE, name));

const modified = file => fs.statSync(file).mtimeMs;

function upToDate(target, sources) {
  if (!fs.existsSync(target)) return false;
  return [...sources, ...MAKERS].every(source => modified(source) <= modified(target));
}

// Every browser that lays out this book reads woff2, so KaTeX's other formats go. KaTeX hides
// text until its font is there; a reader would rather see a fallback.
function katexCss() {
  return fs.readFileSync(path.join(KATEX, 'katex.min.css'), 'utf8')
    .replace(/,url\([^)]*\.(?:woff|ttf)\) format\('\w+'\)/g, '')
    .replace(/@font-face\{/g, '@font-face{font-display:swap;');
}

function makeCss(target) {
  const dir = path.join(HERE, 'css');
  const parts = fs.readdirSync(dir).sort().map(name => path.join(dir, name));
  if (upToDate(target, parts)) return;
  const css = parts.map(part => fs.readFileSync(part, 'utf8'));
  fs.writeFileSync(target, [fontFaceRules(), katexCss(), ...css].map(withoutComments).join('\n'));
}

// Comments and indentation are for whoever reads the sources; a page need not carry them.
function withoutComments(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n').replace(/\n{2,}/g, '\n');
}

function copy(source, target) {
  if (!upToDate(target, [source])) fs.copyFileSync(source, target);
}

function copyKatexFonts(outDir) {
  const fonts = fs.readdirSync(KATEX_FONTS).filter(name => name.endsWith('.woff2'));
  for (const name of fonts) copy(path.join(KATEX_FONTS, name), path.join(outDir, name));
}

function main(outDir) {
  if (!outDir) throw new Error('which folder? node assets.mjs OUTDIR');
  const fonts = path.join(outDir, 'fonts');
  fs.mkdirSync(fonts, { recursive: true });
  makeFonts(fonts, upToDate);
  copyKatexFonts(fonts);
  makeCss(path.join(outDir, 'book.css'));
  for (const name of ['book.js', 'icon.svg']) copy(path.join(HERE, name), path.join(outDir, name));
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error(`assets: ${error.message}`);
  process.exit(1);
}
