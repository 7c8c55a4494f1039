import type { Amount } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Book } from '../replay/book.js';
import type { Cut, CutError } from '../replay/cut.js';
import { drawTable } from '../table/draw.js';
import type { DrawOptions } from '../table/plan.js';
import type { TableSpec } from '../table/spec.js';
import type { TableError } from '../table/table.js';
import { tidy } from './tally.js';

/** A cell that is not the same at two cuts. A row or column that one of the cuts does not show is blank there. */
export interface ChangedCell {
  readonly row: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly columnLabel: string;
  readonly before: Amount | null;
  readonly after: Amount | null;
  /** After less before, a blank counting as 0. */
  readonly change: Amount;
}

/**
 * The cells of a table that differ between two cuts, by row and column in the later table's order, rows that it lacks last.
 *
 * Left: `TableError` or `CutError`, as drawing gives for either cut.
 */
export function differingCells(
  book: Book,
  spec: TableSpec,
  from: Cut,
  to: Cut,
  options: Omit<DrawOptions, 'cut'> = {},
): Either<TableError | CutError, readonly ChangedCell[]> {
  const before = drawTable(book, spec, { ...options, cut: from });
  if (isLeft(before)) return before;
  const after = drawTable(book, spec, { ...options, cut: to });
  if (isLeft(after)) return after;
  const later = new Map(after.right.rows.map((row) => [row.id, row]));
  const earlier = new Map(before.right.rows.map((row) => [row.id, row]));
  const rows = [...after.right.rows, ...before.right.rows.filter(({ id }) => !later.has(id))];
  return right(
    rows.flatMap(({ id, label }) =>
      after.right.columns.flatMap((column): readonly ChangedCell[] => {
        const [was, is] = [earlier.get(id)?.cells[column.id] ?? null, later.get(id)?.cells[column.id] ?? null];
        if (was === is) return [];
        return [
          {
            row: id,
            rowLabel: label,
            column: column.id,
            columnLabel: column.label,
            before: was,
            after: is,
            change: tidy((is ?? 0) - (was ?? 0)),
          },
        ];
      }),
    ),
  );
}
