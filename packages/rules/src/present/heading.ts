import type { Amount, Finding, Table } from '@driftbok/core';
import { Decimal, formatAmount } from '@driftbok/core';
import type { NumberFormat, Unit } from '../numbers/format.js';
import { grouped } from '../numbers/grouped.js';
import type { SpecTemplate } from '../spec/template.js';

const kronorIn: Readonly<Record<Unit, number>> = { kr: 1, tkr: 1000, mnkr: 1_000_000 };

/**
 * A table whose heading names another unit of money than its figures are printed in: a warning, `heading-unit`, with what its largest
 * figure would be in the heading's unit.
 */
export function headingFindings(
  { columns, rows }: Table,
  template: SpecTemplate | undefined,
  { unit }: NumberFormat,
  show: (column: string, exact: Amount) => string,
): readonly Finding[] {
  const heading = (['kr', 'tkr', 'mnkr'] as const).find((each) => each === template?.shown?.heading);
  if (heading === undefined || heading === unit) return [];
  const cells = columns.flatMap(({ id: column }) =>
    rows.flatMap(({ id: row, cells: of }) => {
      const exact = of[column];
      return exact === null || exact === undefined || exact === 0 ? [] : [{ row, column, exact }];
    }),
  );
  const [first, ...others] = cells;
  if (first === undefined) return [];
  const largest = others.reduce((most, each) => (Math.abs(each.exact) > Math.abs(most.exact) ? each : most), first);
  const held = new Decimal(formatAmount(largest.exact)).abs();
  const times = kronorIn[heading] / kronorIn[unit];
  const said = held.times(times);
  return [
    {
      code: 'heading-unit',
      severity: 'warning',
      where: [`${largest.row}/${largest.column}`],
      by: said.minus(held).toFixed(2),
      params: { heading, unit, shown: show(largest.column, largest.exact), said: grouped(said, 0), held: grouped(held, 0) },
    },
  ];
}
