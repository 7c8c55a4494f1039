import type { Amount } from '../base/amount.js';
import { amountFromOre } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Slot } from '../base/slot.js';
import { slotText } from '../base/slot.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { outlineAt } from '../replay/book.js';
import type { CutError } from '../replay/cut.js';
import type { PlainColumn, Terms } from './columns.js';
import { part } from './placement.js';
import type { DrawOptions, Plan } from './plan.js';
import { planTable } from './plan.js';
import { rowFinder } from './rows.js';
import type { TableSpec } from './spec.js';
import type { TableError, Trace, TraceLine } from './table.js';

/**
 * The journal lines that a cell is the sum of, in order of position, each with the event it belongs to. A difference takes its
 * subtrahend's lines with the other sign; a ratio has its numerator's lines and then its denominator's.
 *
 * @param cell the row's and the column's id
 *
 * Left: `TableError`, reason `unknown-row` or `unknown-column` among those of drawing; `CutError`.
 */
export function traceCell(
  book: Book,
  spec: TableSpec,
  cell: { readonly row: string; readonly column: string },
  options: DrawOptions = {},
): Either<TableError | CutError, Trace> {
  const planned = planTable(book, spec, options);
  if (isLeft(planned)) return planned;
  const { rows, columns } = planned.right;
  const row = rows.findIndex(({ id }) => id === cell.row);
  if (row < 0)
    return unknown(
      'unknown-row',
      'row',
      cell.row,
      rows.map(({ id }) => id),
    );
  const column = columns.all.find(({ spec: { id } }) => id === cell.column);
  if (column === undefined)
    return unknown(
      'unknown-column',
      'column',
      cell.column,
      columns.all.map(({ spec: { id } }) => id),
    );
  const name = `${cell.row}/${cell.column}`;
  const summed = (terms: Terms): Either<TableError, { readonly lines: readonly TraceLine[]; readonly total: Amount | null }> => {
    const signed = terms.map(({ column: at, sign }) => ({ column: columns.metrics[at] as PlainColumn, sign }));
    const lines = collect(planned.right, row, signed);
    const total = amountFromOre(lines.reduce((sum, { amount }) => sum + amount, 0));
    return isLeft(total)
      ? left({ _tag: 'TableError', reason: 'overflow', where: name, expected: total.left.expected, got: total.left.got })
      : right({ lines, total: lines.length === 0 ? null : total.right });
  };
  const own = summed(column.terms);
  if (isLeft(own) || column.over === undefined) return isLeft(own) ? own : right({ cell: name, ...own.right });
  const under = summed(column.over);
  if (isLeft(under)) return under;
  const ratio = { numerator: own.right.total, denominator: under.right.total };
  return right({ cell: name, lines: [...own.right.lines, ...under.right.lines], total: null, ratio });
}

function unknown(reason: TableError['reason'], what: string, got: string, known: readonly string[]): Either<TableError, never> {
  return left({ _tag: 'TableError', reason, where: `${what} ${got}`, expected: `one of ${known.join(', ')}`, got });
}

interface SignedColumn {
  readonly column: PlainColumn;
  readonly sign: 1 | -1;
}

function collect({ known, places, rows }: Plan, row: number, terms: readonly SignedColumn[]): readonly TraceLine[] {
  const { journal } = known.history;
  const find = rowFinder(rows, places);
  const lines: TraceLine[] = [];
  const { coding, slot: slots, layer: layers, ore: ores, round: rounds, position } = journal.columns;
  const end = terms.reduce((most, { column }) => Math.max(most, column.lines), 0);
  for (let at = 0; at < end; at++) {
    const slot = slots[at] as Slot;
    for (const { column, sign } of terms) {
      if (at >= column.lines || slot < column.from || slot > column.to || (rounds[at] as number) > column.maxRound) continue;
      if (!column.layers.includes(layers[at] as Layer)) continue;
      const codes = journal.codings.codes(coding[at] as number);
      const month = places.month(slot);
      let share = 0;
      let falls = false;
      part(places.place(codes, month), ores[at] as number, (placed, ore) => {
        if (!find(placed, month).includes(row)) return;
        falls = true;
        share += ore;
      });
      if (!falls) continue;
      const event = outlineAt(known, position[at] as number)?.id ?? '';
      lines.push({ event, coding: codes, month: slotText(slot), amount: (share === 0 ? 0 : sign * share) as Amount });
    }
  }
  return lines;
}
