import type { Either } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { AuditTable } from '../audit/document.js';
import { parseNumber } from '../numbers/format.js';
import { plainMarks } from '../numbers/marks.js';
import { naturalOf } from '../signs/preset.js';
import type { CanonicalCell, CanonicalRow, CanonicalTable } from './canonical.js';
import type { GivenColumn, Layout } from './layout.js';

/** A printed cell that is none of its layout: `where` is `table/row/column`. */
export interface LayoutError {
  readonly _tag: 'LayoutError';
  readonly where: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * A printed table as it is meant: amounts in natural signs, as exact as they are printed. What the layout makes of others is left out: an
 * audit holds it against them.
 *
 * Left: `LayoutError` at the first cell that is neither a figure of the layout nor one of its marks.
 */
export function readLayout(table: AuditTable, layout: Layout): Either<LayoutError, CanonicalTable> {
  const given = layout.columns.filter((column): column is GivenColumn => !('part' in column) && !('minuend' in column));
  const rows: CanonicalRow[] = [];
  for (const row of table.rows) {
    const cells: Record<string, CanonicalCell> = {};
    for (const column of given) {
      const cell = cellOf(row.cells[column.id] ?? null, column, layout);
      if (isLeft(cell)) return left({ _tag: 'LayoutError', where: `${table.id}/${row.id}/${column.id}`, ...cell.left });
      cells[column.id] = cell.right;
    }
    const level = layout.rows?.find(({ id }) => id === row.id)?.level ?? levelOf(row.id, table);
    rows.push({
      id: row.id,
      label: row.label,
      level,
      ...(row.sum === undefined ? {} : { sum: row.sum }),
      ...(row.memo === undefined ? {} : { memo: row.memo }),
      cells,
    });
  }
  return right({ id: table.id, ...(table.title === undefined ? {} : { title: table.title }), rows });
}

/** How many sums a row lies beneath. */
function levelOf(row: string, { rows }: AuditTable): number {
  let level = 0;
  const seen = new Set([row]);
  for (let at = row; ;) {
    const above = rows.find(({ id, sum = [] }) => !seen.has(id) && sum.includes(at));
    if (above === undefined) return level;
    seen.add(above.id);
    at = above.id;
    level++;
  }
}

function cellOf(
  text: string | null,
  { metric }: GivenColumn,
  { format, marks, signs }: Layout,
): Either<Omit<LayoutError, '_tag' | 'where'>, CanonicalCell> {
  const plain = text === null ? '' : plainMarks(text).trim();
  if (plain === marks.blank) return right('blank');
  if (plain === marks.withheld) return right('withheld');
  const read = parseNumber(plain === marks.zero ? '0' : plain, format);
  if (isLeft(read)) return left({ expected: read.left.expected, got: read.left.got });
  if (read.right.kind !== 'number')
    return left({ expected: `a figure, or "${marks.blank}", "${marks.zero}" or "${marks.withheld}"`, got: plain });
  return right(naturalOf(metric, read.right.value, signs));
}
