import type { CsvOptions } from './grid-csv.js';
import { gridAsCsv } from './grid-csv.js';
import type { RenderableTable } from './table-form.js';
import { cellOf } from './table-form.js';

/** How a table is written as CSV. */
export interface TableCsvOptions extends CsvOptions {
  /** `exact`: amounts in kronor with two decimals and natural signs, whatever the table's unit; `shown`: as printed. `exact` where left out. */
  readonly values?: 'exact' | 'shown';
}

/**
 * A table's rows as CSV, as Swedish Excel opens it: ";" between cells, "," as the decimal sign, "\r\n" after each line. The first line
 * holds `id`, `label` (or what the table heads its rows by), `level` and the columns' labels; a blank cell is empty. Title, cut and findings are left out: a file of rows is
 * what a spreadsheet can use. A text that a spreadsheet would compute (it begins with = + - @ or a tab, and is no number) gets a "'"
 * before it, so it does not read back as it was. Excel drops the leading zeros of codes, unless the column is imported as text.
 *
 * @example
 * ```ts
 * import { tableAsCsv } from '@driftbok/exchange';
 * const cut = { position: 9, recordedAt: '2025-08-28T08:00:00.000Z', hash: 'c0ffee'.padEnd(64, '0') };
 * const columns = [{ id: 'forecast', label: 'Prognos', kind: 'amount' as const }];
 * const rows = [{ id: 'net', label: 'Netto', level: 0, cells: { forecast: { exact: '-1500.00', shown: '-2' } } }];
 * const table = { id: 't', title: 'Nämnden', unit: 'tkr', cut, columns, rows, findings: [] };
 * tableAsCsv(table) // => 'id;label;level;Prognos\r\nnet;Netto;0;-1500,00\r\n'
 * ```
 */
export function tableAsCsv({ columns, rows, rowHeading = 'label' }: RenderableTable, options: TableCsvOptions = {}): string {
  const { values = 'exact' } = options;
  const own = ['id', rowHeading, 'level'].map((label) => ({ label, numeric: false }));
  // Shown figures are texts: their decimal sign is the preset's.
  const grid = {
    columns: [...own, ...columns.map(({ label, kind }) => ({ label, numeric: values === 'exact' && kind !== 'text' }))],
    rows: rows.map((row) => ({
      level: 0,
      cells: [row.id, row.label, String(row.level), ...columns.map((column) => cellOf(row, column)?.[values] ?? '')],
    })),
  };
  return gridAsCsv(grid, options);
}
