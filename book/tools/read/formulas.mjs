// Collects the formulas: where each is defined, who computes it, who tests it, how exactly.
import fs from 'node:fs';
import path from 'node:path';
import { parseCsv } from '../csv.mjs';

// Returns Map id → { id, title, number, tex, page, place, implemented, tests, oracle }.
// implemented lists the places of \implements; links come from Doxygen, later.
export function readFormulas({ pages, parts, sources, tests, buildRoot }, faults) {
  const formulas = new Map();
  const ordered = [pages.get('index'), ...parts.flatMap(part => part.pages)].filter(Boolean);
  for (const page of ordered)
    definitions(page).forEach((definition, i) => {
      if (formulas.has(definition.id))
        faults.add(definition.place,
          `formula ${definition.id} is already defined at ${formulas.get(definition.id).place}`,
          'give it an id of its own');
      else formulas.set(definition.id, { ...definition, number: `${page.number}.${i + 1}` });
    });
  attachImplementations(formulas, sources, faults);
  for (const formula of formulas.values()) {
    formula.tests = tests.filter(test => test.tags.includes(formula.id));
    formula.oracle = readOracle(path.join(buildRoot, 'oracle', `${formula.id}.csv`));
  }
  return formulas;
}

function definitions(page) {
  return page.commands.filter(command => command.name === 'formula')
    .map(({ args: [id, title], line, end }) => ({
      id, title, page, place: `${page.file}:${line}`, tex: bodyAt(page.text, end),
      implemented: [], functions: [],
    }));
}

const bodyAt = (text, start) => /^([\s\S]*?)\\endformula/.exec(text.slice(start))?.[1].trim() ?? '';

function attachImplementations(formulas, sources, faults) {
  for (const source of sources.values())
    for (const command of source.commands) {
      if (command.name !== 'implements') continue;
      const place = `${source.path}:${command.line}`;
      const formula = formulas.get(command.args[0]);
      if (formula) formula.implemented.push(place);
      else
        faults.add(place, `\\implements{${command.args[0]}}: no page defines this formula`,
          `write \\formula{${command.args[0]},Title} … \\endformula on the page, or correct the id`);
    }
}

// The worst of the errors that the formula's test recorded; null without a record.
function readOracle(file) {
  if (!fs.existsSync(file)) return null;
  const rows = parseCsv(fs.readFileSync(file, 'utf8'))
    .map(row => ({ error: Number(row.error || NaN), unit: row.unit, tolerance: Number(row.tolerance || NaN) }));
  return rows.sort((a, b) => b.error - a.error)[0] ?? null;
}
