// build/book/formulas.csv: the formula index for other programs.
import { formatCsv } from '../csv.mjs';

const HEADER = ['id', 'number', 'page', 'function', 'test', 'worst error'];

export function formulasCsv(book) {
  const rows = [...book.formulas.values()].map(formula => [
    formula.id,
    formula.number,
    formula.page.file,
    names(formula.functions.map(({ name }) => name)),
    names(formula.tests.map(({ file, line }) => `${file}:${line}`)),
    formula.oracle ? `${formula.oracle.error} ${formula.oracle.unit}` : '',
  ]);
  return formatCsv([HEADER, ...rows]);
}

const names = list => [...new Set(list)].join('; ');
