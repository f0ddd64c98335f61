// Tables as RFC 4180 writes them.

// Returns the rows after the header, each as an object keyed by the header's names.
export function parseCsv(text) {
  const [header = [], ...rows] = parseRows(text);
  return rows.map(row => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

function parseRows(text) {
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/y;
  const rows = [];
  let row = [];
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error('a quote is not closed');
    row.push(found[1]?.replaceAll('""', '"') ?? found[2]);
    if (found[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export function formatCsv(rows) {
  const quoted = cell => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map(row => row.map(cell => quoted(String(cell))).join(',') + '\n').join('');
}
