// Turns an SVG of gnuplot into a part of a page: colours become the theme's, the picture takes
// the width of its column, ids cannot meet those of another figure, and what repeats goes.

const ROLES = {
  '#25221d': '--fig-ink',
  '#635c51': '--fig-soft',
  '#e2dbcc': '--fig-rule',
  '#fffdf8': '--fig-paper',
  '#1d6146': '--fig-1',
  '#b4531a': '--fig-2',
  '#3b5ba5': '--fig-3',
  '#8a3b7c': '--fig-4',
};

export function themed(svg, name) {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg);
  let body = svg.slice(svg.indexOf('<g id="gnuplot_canvas">'), svg.lastIndexOf('</svg>'));
  body = withoutFrame(body);
  body = pointsAsPaths(body);
  body = withNeededSymbols(body, name);
  body = inThemeColours(body);
  body = tersely(body);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" `
       + `font-family="Open Sans, sans-serif">\n${body}\n</svg>\n`;
}

// The background, the tooltips ("'data.csv' using 1:2") and the ids of groups.
function withoutFrame(body) {
  return body.replace(/<rect x="0" y="0" [^>]*\/>/, '')
    .replace(/<title>[^<]*<\/title>/g, '')
    .replace(/<g id="\w+" ?>/g, '<g>');
}

// gnuplot writes an element of a hundred bytes for each point. A path whose pieces have no
// length, drawn with round ends, is the same picture in a tenth of that.
function pointsAsPaths(body) {
  const point = /<use xlink:href='#gpPt6' transform='translate\(([\d.-]+),([\d.-]+)\) scale\(([\d.]+)\)' color='([^']+)'\/>/;
  const run = new RegExp(`(?:${point.source}\\s*)+`, 'g');
  return body.replace(run, uses => {
    const paths = new Map();
    for (const [, x, y, radius, colour] of uses.matchAll(new RegExp(point.source, 'g'))) {
      const key = `stroke='${colour}' stroke-width='${2 * radius}'`;
      paths.set(key, (paths.get(key) ?? '') + `M${x},${y}h0`);
    }
    return [...paths].map(([key, d]) => `<path stroke-linecap='round' ${key} d='${d}'/>`).join('\n');
  });
}

// Of gnuplot's two dozen symbols, those that are used, and those that these are made of.
function withNeededSymbols(body, name) {
  const [defs] = /<defs>[\s\S]*?<\/defs>/.exec(body) ?? [''];
  const drawing = body.replace(defs, '');
  const symbols = new Map([...defs.matchAll(/<\w+ [^>]*\bid='(\w+)'[^>]*\/>/g)].map(m => [m[1], m[0]]));
  const needed = new Set();
  const need = text => {
    for (const [, id] of text.matchAll(/href='#(\w+)'/g)) {
      need(symbols.get(id));
      needed.add(id);
    }
  };
  need(drawing);
  const kept = [...needed].map(id => symbols.get(id)).join('\n');
  return (kept && `<defs>${kept}</defs>\n`).concat(drawing)
    .replace(/xlink:href='#(\w+)'/g, `href='#${name}-$1'`)
    .replace(/\bid='(\w+)'/g, `id='${name}-$1'`);
}

function inThemeColours(body) {
  return body.replace(/\bcolor="(?:black|white)" stroke="[^"]*"/g, 'stroke="currentColor"')
    .replace(/rgb\(\s*(\d+),\s*(\d+),\s*(\d+)\)|(['"])black\4/g, (match, r, g, b, quote) => {
      if (quote) return `${quote}currentColor${quote}`;
      const hex = '#' + [r, g, b].map(x => Number(x).toString(16).padStart(2, '0')).join('');
      if (!ROLES[hex]) throw new Error(`the colour ${hex} is not one of figures/style.gp`);
      return `var(${ROLES[hex]}, ${hex})`;
    });
}

function tersely(body) {
  return body.replace(/ font-family="[^"]*"/g, '')
    .replace(/<tspan\s*>([^<]*)<\/tspan>/g, '$1')
    .replace(/\d+\.\d\d(?=[ ,)\sh'"L])/g, number => String(Math.round(10 * number) / 10))
    .replace(/<g [^>]*>\s*<\/g>/g, '')
    .replace(/\s*\n\s*/g, '\n');
}
