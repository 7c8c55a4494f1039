import type { Amount } from '@driftbok/core';
import { Decimal, isRight, subtractAmounts } from '@driftbok/core';
import type { AuditTable } from '../audit/document.js';
import { formatDecimal } from '../numbers/decimal-format.js';
import { formatNumber, stepsOf } from '../numbers/format.js';
import { printedOf } from '../signs/preset.js';
import { auditColumns } from './audit-columns.js';
import type { CanonicalCell, CanonicalRow, CanonicalTable } from './canonical.js';
import type { DifferenceOf, GivenColumn, Layout, PercentOf } from './layout.js';

/**
 * A table as a layout prints it: its signs, its unit, its marks; differences and percentages worked out from exact amounts. The way back
 * is `readLayout`. It is in the form that `audit` takes, with all identities that the layout promises.
 *
 * @param months how many months of the year have passed, from 1 to 12
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { layouts, printLayout } from '@driftbok/rules/audit';
 * const frame = layouts.find(({ id }) => id === 'ram');
 * const cells = { budget: orThrow(parseAmount('-372965000.00')), outcome: 'blank', forecast: 'withheld', previous: 'blank' } as const;
 * frame && printLayout({ id: 't', rows: [{ id: 'r', label: 'R', level: 0, cells }] }, frame, 7).rows[0]?.cells['budget'] // => '-372 965'
 * ```
 */
export function printLayout(table: CanonicalTable, layout: Layout, months: number): AuditTable {
  const columns = auditColumns(layout, months);
  return {
    id: table.id,
    ...(table.title === undefined ? {} : { title: table.title }),
    unit: layout.format.unit,
    decimals: layout.format.decimals,
    ...(layout.marks.blank === '-' ? { dash: 'blank' as const } : {}),
    columns,
    rows: table.rows.map((row) => ({
      id: row.id,
      label: row.label,
      ...(row.sum === undefined ? {} : { sum: row.sum }),
      ...(row.memo === undefined ? {} : { memo: row.memo }),
      cells: Object.fromEntries(
        layout.columns.map((column) => [
          column.id,
          'part' in column ? percentText(row, column, layout, months) : cellText(cellOf(row, column), column, layout),
        ]),
      ),
    })),
  };
}

/** What a cell is meant to be: a difference is blank where a term is, and withheld where one is. */
function cellOf({ cells }: CanonicalRow, column: GivenColumn | DifferenceOf): CanonicalCell {
  if (!('minuend' in column)) return cells[column.id] ?? 'blank';
  const [minuend, subtrahend] = [cells[column.minuend] ?? 'blank', cells[column.subtrahend] ?? 'blank'];
  if (typeof minuend === 'string') return minuend;
  if (typeof subtrahend === 'string') return subtrahend;
  const difference = subtractAmounts(minuend, subtrahend);
  return isRight(difference) ? difference.right : 'withheld';
}

function cellText(cell: CanonicalCell, column: GivenColumn, { format, marks, signs }: Layout): string | null {
  if (cell === 'withheld') return marks.withheld;
  if (cell === 'blank') return marks.blank === '' ? null : marks.blank;
  const printed: Amount = printedOf(column.metric, cell, signs);
  return stepsOf(printed, format) === 0 ? marks.zero : formatNumber(printed, { ...format, plus: column.plus ?? format.plus });
}

function percentText({ cells }: CanonicalRow, column: PercentOf, { format }: Layout, months: number): string | null {
  const [part, base] = [cells[column.part], cells[column.base]];
  if (typeof part !== 'number' || typeof base !== 'number' || base === 0) return null;
  const elapsed = column.against === 'elapsed' ? new Decimal(months).div(12) : 0;
  const share = new Decimal(part).div(base).minus(elapsed);
  return formatDecimal(share, { ...format, decimals: column.decimals, percent: ' %', plus: column.plus ?? format.plus });
}
