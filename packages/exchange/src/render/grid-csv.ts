import type { Grid } from './grid.js';

/** How CSV is written. */
export interface CsvOptions {
  /** Whether a byte order mark comes first: without one, Excel takes a file that is opened by a double click for Windows-1252. */
  readonly bom?: boolean;
  /** The decimal sign of exact figures; "," where left out, as Swedish Excel reads it. */
  readonly decimal?: ',' | '.';
}

// What a spreadsheet would compute instead of show, its full-width twins included.
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const SHOWN_NUMBER = /^-?\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?:[ \u00a0]?%)?$/;
const EXACT_NUMBER = /^-?\d+\.\d+$/;

/** A grid as CSV: ";" between cells, "\r\n" after each line, quotes where needed. Levels are left to a column of their own. */
export function gridAsCsv({ columns, rows }: Grid, { bom = false, decimal = ',' }: CsvOptions): string {
  const line = (cells: readonly string[]): string => `${cells.map(cell).join(';')}\r\n`;
  const header = line(columns.map(({ label }) => label));
  const body = rows.map(({ cells }) =>
    line(columns.map(({ numeric }, at) => (numeric ? withDecimal(cells[at] ?? '', decimal) : (cells[at] ?? '')))),
  );
  return (bom ? '\ufeff' : '') + header + body.join('');
}

const withDecimal = (text: string, decimal: string): string => (EXACT_NUMBER.test(text) ? text.replace('.', decimal) : text);

function cell(text: string): string {
  const safe = FORMULA.test(text) && !SHOWN_NUMBER.test(text) && text !== '-' ? `'${text}` : text;
  return /[;"\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
