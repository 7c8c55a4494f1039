import { amountFromOre, formatAmount } from '../base/amount.js';
import { Decimal } from '../base/decimal.js';
import { isRight } from '../base/either.js';
import type { FigureStated } from '../events/claim.js';
import type { Book } from '../replay/book.js';
import type { TableSpec } from './spec.js';
import type { Finding, TableRow } from './table.js';

/** Figures that a document prints in cells of this table, and that the cells, rounded as the figures are, do not hold. */
export function printedFindings({ state }: Book, { id, columns }: TableSpec, rows: readonly TableRow[]): readonly Finding[] {
  return [...state.claims.values()].flatMap((claim): readonly Finding[] => {
    const { printed } = claim;
    if (printed === undefined || printed.table !== id || claim.unit !== 'kr') return [];
    const column = columns.find((each) => each.id === printed.column);
    const year =
      column === undefined || !('span' in column) ? undefined : 'year' in column.span ? column.span.year : column.span.to.slice(0, 4);
    const cell = rows.find((row) => row.id === printed.row)?.cells[printed.column] ?? null;
    return year !== printed.year || cell === null ? [] : against(claim, `${printed.row}/${printed.column}`, cell);
  });
}

function against({ claim, figure, precision }: FigureStated, where: string, cell: number): readonly Finding[] {
  const step = new Decimal(precision).times(100);
  const stated = new Decimal(figure).times(100);
  if (new Decimal(cell).div(step).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).times(step).eq(stated)) return [];
  const [printed, by] = [amountFromOre(stated.toNumber()), amountFromOre(new Decimal(cell).minus(stated).toNumber())];
  if (!isRight(printed) || !isRight(by)) return [];
  const params = { claim, printed: formatAmount(printed.right) };
  return [{ code: 'printed', severity: 'warning', where: [where], by: formatAmount(by.right), params }];
}
