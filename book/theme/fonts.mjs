// The text fonts: which of Debian's faces the book uses, cut into parts that a browser
// fetches only when a page has their letters.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';

const ROOT = '/usr/share/fonts/truetype';
const BASIC = 'kern,liga,ccmp,locl,mark,mkmk';
const FIGURES = 'onum,lnum,pnum,tnum,ss11';  // ss11: an old-style 1 that is no small capital I

// `stem` names the files; header.html preloads some of them by that name.
export const FACES = [
  { stem: 'vollkorn-400', family: 'Vollkorn', weight: 400, style: 'normal',
    file: 'vollkorn/Vollkorn-Regular.ttf', features: `${BASIC},${FIGURES},smcp,c2sc`, from: 'fonts-vollkorn' },
  { stem: 'vollkorn-400-italic', family: 'Vollkorn', weight: 400, style: 'italic',
    file: 'vollkorn/Vollkorn-Italic.ttf', features: `${BASIC},${FIGURES}`, from: 'fonts-vollkorn' },
  { stem: 'vollkorn-600', family: 'Vollkorn', weight: 600, style: 'normal',
    file: 'vollkorn/Vollkorn-SemiBold.ttf', features: `${BASIC},${FIGURES}`, from: 'fonts-vollkorn' },
  { stem: 'open-sans-400', family: 'Open Sans', weight: 400, style: 'normal',
    file: 'open-sans/OpenSans-Regular.ttf', features: `${BASIC},${FIGURES}`, from: 'fonts-open-sans' },
  { stem: 'open-sans-600', family: 'Open Sans', weight: 600, style: 'normal',
    file: 'open-sans/OpenSans-Semibold.ttf', features: `${BASIC},${FIGURES}`, from: 'fonts-open-sans' },
  { stem: 'jetbrains-mono-400', family: 'JetBrains Mono', weight: 400, style: 'normal',
    file: 'jetbrains-mono/JetBrainsMono-Regular.ttf', features: 'ccmp,mark', from: 'fonts-jetbrains-mono' },
  { stem: 'jetbrains-mono-400-italic', family: 'JetBrains Mono', weight: 400, style: 'italic',
    file: 'jetbrains-mono/JetBrainsMono-Italic.ttf', features: 'ccmp,mark', from: 'fonts-jetbrains-mono' },
];

// No letter is in two parts: a browser would fetch both.
export const PARTS = {
  latin: '20-7E,A0-FF,131,152-153,2C6,2DA,2DC,300,2010-2015,2018-201E,2020-2022,2026,2030,'
       + '2032-2033,2039-203A,20AC,2122,2190-2193,2212,221A,221E,2248,2260,2264-2265',
  cyrillic: '301,400-45F,490-491,4B0-4B1,2116',
  symbols: '370-3FF,2070-209F,2194-21FF,2200-2211,2213-2219,221B-221D,221F-2247,2249-225F,'
         + '2261-2263,2266-22FF,2500-25FF,2713-2717',
};

// What stands in until a font has come: scaled to the same mean letter width (over English
// prose) and given the same line box, so that the text does not move when the font arrives.
const FALLBACKS = [
  { family: 'Vollkorn as Georgia', local: ['Georgia', 'Gelasio'], scale: 0.984, ascent: 0.952, descent: 0.441 },
  { family: 'Vollkorn as Times', local: ['Times New Roman', 'Liberation Serif'], scale: 1.078, ascent: 0.952, descent: 0.441 },
  { family: 'Vollkorn as DejaVu', local: ['DejaVu Serif'], scale: 0.844, ascent: 0.952, descent: 0.441 },
  { family: 'Open Sans as Arial', local: ['Arial', 'Liberation Sans'], scale: 1.049, ascent: 1.069, descent: 0.293 },
  { family: 'Open Sans as DejaVu', local: ['DejaVu Sans'], scale: 0.919, ascent: 1.069, descent: 0.293 },
];

const percent = x => (100 * x).toFixed(1) + '%';

function fallbackRules() {
  return FALLBACKS.map(({ family, local, scale, ascent, descent }) => `@font-face {
  font-family: "${family}"; src: ${local.map(name => `local("${name}")`).join(', ')};
  size-adjust: ${percent(scale)}; ascent-override: ${percent(ascent / scale)};
  descent-override: ${percent(descent / scale)}; line-gap-override: 0%;
}`);
}

function faceRules() {
  return FACES.flatMap(face => Object.entries(PARTS).map(([part, range]) => `@font-face {
  font-family: "${face.family}"; font-weight: ${face.weight}; font-style: ${face.style};
  src: url(fonts/${face.stem}-${part}.woff2) format("woff2"); font-display: swap;
  unicode-range: ${range.split(',').map(r => 'U+' + r).join(', ')};
}`));
}

export const fontFaceRules = () => [...faceRules(), ...fallbackRules()].join('\n') + '\n';

export function makeFonts(outDir, upToDate) {
  for (const face of FACES) {
    const source = path.join(ROOT, face.file);
    if (!fs.existsSync(source)) throw new Error(`${source} is missing: install ${face.from}`);
    for (const [part, range] of Object.entries(PARTS)) {
      const target = path.join(outDir, `${face.stem}-${part}.woff2`);
      if (!upToDate(target, [source])) subset(source, range, face.features, target);
    }
  }
}

function subset(source, range, features, target) {
  const cut = target.replace(/\.woff2$/, '.ttf');
  run('hb-subset', 'libharfbuzz-bin', [`--font-file=${source}`, `--unicodes=${range}`,
    `--layout-features=${features}`, '--no-hinting', '--name-IDs=0,1,2,13', '-o', cut]);
  run('woff2_compress', 'woff2', [cut]);
  fs.rmSync(cut);
}

function run(program, debianPackage, args) {
  try {
    execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`${program} is missing: install ${debianPackage}`);
    throw new Error(`${program}: ${error.stderr}`);
  }
}
