import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { AuditRow } from '@driftbok/rules/audit';
import { byMost } from './conventions.js';
import type { Separator } from './lines.js';
import { cut } from './lines.js';
import { isCell } from './numbers.js';
import type { Line, Parts } from './parts.js';
import { columnsExpected, columnsOf, percentsOf, refuse, rowOf } from './parts.js';
import type { ReadTableError, ReadTableOptions } from './options.js';

/** Rows whose cells stand apart by a mark. */
export function separated(
  lines: readonly Line[],
  separator: Exclude<Separator, 'spaces'>,
  options: ReadTableOptions,
): Either<ReadTableError, Parts> {
  const given = options.columns;
  // A title above the table has no cells beside it; where the columns are known, their header has no figures either.
  const isRow = (cells: readonly string[]): boolean =>
    cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || isCell(cell));
  const from = Math.max(
    0,
    lines.findIndex(({ content }) => (given === undefined ? cut(content, separator).length > 1 : isRow(cut(content, separator).slice(1)))),
  );
  const [header, ...rest] = lines.slice(from);
  const body = given === undefined ? rest : lines.slice(from);
  const columns = given ?? columnsOf(cut(header?.content ?? '', separator).slice(1));
  if (columns.length === 0) return refuse(header?.line ?? 1, 'a header with a column at least', header?.content ?? '');
  if (body.length === 0) return refuse(header?.line ?? 1, 'rows beneath the header', header?.content ?? '');
  if (given !== undefined) {
    const got = Math.max(...lines.map(({ content }) => cut(content, separator).length - 1));
    if (got !== columns.length) return refuse(header?.line ?? 1, columnsExpected(columns), `${got} columns`);
  }
  const rows: AuditRow[] = [];
  for (const { content, line } of body) {
    const [label = '', ...cells] = cut(content, separator);
    const wrong = cells.findIndex((cell) => cell !== '' && !isCell(cell));
    const column = columns[wrong]?.label ?? '';
    if (wrong >= 0)
      return refuse(line, `a figure in column ${wrong + 1}${column === '' ? '' : ` (${column})`} of row "${label}"`, cells[wrong] ?? '');
    if (cells.slice(columns.length).some((cell) => cell !== '')) return refuse(line, `a label and ${columns.length} figures`, content);
    rows.push(rowOf(rows.length, label, cells, columns));
  }
  const titles = lines
    .slice(0, from + 1)
    .map(({ content }) => content)
    .join(' ');
  if (given !== undefined) return right({ header: titles, convention: { columns, costs: columns }, rows, notes: [] });
  const read = byMost(percentsOf(columns, rows), () => right({ rows }));
  return isLeft(read) ? read : right({ header: titles, convention: read.right.convention, rows, notes: [] });
}
