import type { Amount, Book, Column, DrawOptions, MetricColumn, Row, RowPerCode, SingleRow, Table, TableSpec } from '@driftbok/core';
import { drawTable, orThrow, sumAmounts, traceCell } from '@driftbok/core';
import { expect } from 'vitest';

type Metric = MetricColumn['metric'];

/** A column of a whole year, of a month, or of the months from one to another: `column('outcome', '2025-01..2025-07')`. */
export function column(metric: Metric, span: string, more: Partial<MetricColumn> = {}): MetricColumn {
  const [from = '', to = from] = span.split('..');
  return { id: metric, label: metric, metric, span: from.length === 4 ? { year: from } : { from, to }, ...more };
}
export const difference = (id: string, minuend: string, subtrahend: string): Column => ({ id, label: id, minuend, subtrahend });

/** A row of all lines, or of those at or beneath codes of `ansvar`. */
export const row = (id: string, ...codes: readonly string[]): SingleRow => ({
  id,
  label: id,
  level: 0,
  where: codes.length === 0 ? {} : { ansvar: codes },
});
export const each = (beneath: string, more: Partial<RowPerCode> = {}): RowPerCode => ({
  each: 'ansvar',
  beneath,
  order: 'parent-first',
  level: 0,
  ...more,
});

export const spec = (columns: readonly Column[], rows: readonly Row[]): TableSpec => ({ id: 't', title: 'T', columns, rows });

/** A table, each of whose cells is held against its trace. */
export function drawn(book: Book, asked: TableSpec, options: DrawOptions = {}): Table {
  const table = orThrow(drawTable(book, asked, options));
  for (const { id: of, cells } of table.rows) {
    for (const { id, kind } of table.columns) {
      if (kind === 'ratio') continue;
      const trace = orThrow(traceCell(book, asked, { row: of, column: id }, options));
      expect([of, id, trace.total]).toEqual([of, id, cells[id]]);
      expect(trace.cell).toBe(`${of}/${id}`);
      expect(trace.lines.length > 0).toBe(cells[id] !== null);
      if (cells[id] !== null) expect(orThrow(sumAmounts(trace.lines.map(({ amount }) => amount)))).toBe(cells[id]);
    }
  }
  return table;
}

/** The cells of a table, by row and column. */
export const cellsOf = (table: Table): Readonly<Record<string, Readonly<Record<string, Amount | null>>>> =>
  Object.fromEntries(table.rows.map(({ id, cells }) => [id, cells]));

/** One column's cells by row, in order. */
export const columnOf = (table: Table, id: string): readonly (readonly [string, Amount | null | undefined])[] =>
  table.rows.map((each) => [each.id, each.cells[id]]);
