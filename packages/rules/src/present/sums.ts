import type { Amount, Finding, Table } from '@driftbok/core';
import { amountFromOre, formatAmount, isRight, negateAmount, zero } from '@driftbok/core';
import type { NumberFormat } from '../numbers/format.js';
import { stepOf, stepsOf } from '../numbers/format.js';
import type { SpecTemplate } from '../spec/template.js';
import { isDifference, isPerCode } from '../spec/template.js';

type Cell = Amount | null | undefined;

/** A cell with the cells that it is made from. */
interface Sum {
  readonly row: string;
  readonly column: string;
  readonly total: Cell;
  readonly parts: readonly { readonly cell: Cell; readonly factor: 1 | -1 }[];
  /** What a difference is made of, by label: a cell may miss the rows above it and the columns beside it at once, by the same. */
  readonly of?: { readonly minuend: string; readonly subtrahend: string };
}

/**
 * Where a table's figures, as shown, do not add up. Each cell is rounded from its exact value, so a total may miss its parts by a step
 * or more: right, and noted as `rounding`, with by how much. Where they miss exactly as well, it is no rounding: a warning, `sum`.
 * Of a difference, the parameters `minuend` and `subtrahend` name its columns; without them it is a sum of rows. Worked out in natural signs; rounding half away from zero is the same both ways, so a preset's signs change nothing.
 */
export function sumFindings(
  table: Table,
  template: SpecTemplate | undefined,
  format: NumberFormat,
  show: (column: string, exact: Amount) => string,
): readonly Finding[] {
  return [...rowSums(table, template), ...columnDifferences(table, template)].flatMap((sum) => findingOf(sum, format, show));
}

function rowSums(table: Table, template: SpecTemplate | undefined): readonly Sum[] {
  const byId = new Map(table.rows.map((row) => [row.id, row]));
  const sums: Sum[] = [];
  for (const [id, addends] of addendsOf(table, template)) {
    const total = byId.get(id);
    if (total === undefined) continue;
    for (const { id: column, kind } of table.columns) {
      if (kind === 'ratio') continue;
      // A row per code without any line is left out of the table: an addend that is not there is nothing.
      const parts = addends.map((addend) => ({ cell: byId.get(addend)?.cells[column], factor: 1 }) as const);
      sums.push({ row: id, column, total: total.cells[column], parts });
    }
  }
  return sums;
}

/** The rows that add up to others: those that the template declares, and the children of rows made per code. */
function addendsOf(table: Table, template: SpecTemplate | undefined): ReadonlyMap<string, readonly string[]> {
  const addends = new Map<string, string[]>();
  for (const { id, parent } of table.rows) if (parent !== undefined) addends.set(parent, [...(addends.get(parent) ?? []), id]);
  for (const row of template?.rows ?? []) if (!isPerCode(row) && row.sumOf !== undefined) addends.set(row.id, [...row.sumOf]);
  return addends;
}

function columnDifferences(table: Table, template: SpecTemplate | undefined): readonly Sum[] {
  // What is not shown cannot miss anything.
  const labels = new Map(table.columns.flatMap(({ id, label, oneSided }) => (oneSided === true ? [] : [[id, label] as const])));
  return (template?.columns ?? []).filter(isDifference).flatMap(({ id, minuend, subtrahend }) =>
    // A hidden column is not there to be added up by a reader.
    [id, minuend, subtrahend].every((each) => labels.has(each))
      ? table.rows.map(({ id: row, cells }): Sum => {
          const parts = [
            { cell: cells[minuend], factor: 1 },
            { cell: cells[subtrahend], factor: -1 },
          ] as const;
          const of = { minuend: labels.get(minuend) ?? '', subtrahend: labels.get(subtrahend) ?? '' };
          return { row, column: id, total: cells[id], parts, of };
        })
      : [],
  );
}

function findingOf(
  { row, column, total, parts, of }: Sum,
  format: NumberFormat,
  show: (column: string, exact: Amount) => string,
): readonly Finding[] {
  if (isBlank(total) && parts.every(({ cell }) => isBlank(cell))) return [];
  const all = total ?? zero;
  const add = (value: (amount: Amount) => number): bigint =>
    parts.reduce((sum, { cell, factor }) => sum + BigInt(factor * value(cell ?? zero)), 0n);
  const step = BigInt(stepOf(format));
  const exactly = BigInt(all) - add((amount) => amount);
  const partsShown = add((amount) => stepsOf(amount, format)) * step;
  const asShown = BigInt(stepsOf(all, format)) * step - partsShown;
  if (exactly === 0n && asShown === 0n) return [];
  const [by, together] = [amountOf(exactly === 0n ? asShown : exactly), amountOf(partsShown)];
  if (by === undefined || together === undefined) return [];
  const where = [`${row}/${column}`];
  const params = { shown: show(column, all), parts: show(column, together), ...of };
  const distance = formatAmount(by < 0 ? negateAmount(by) : by);
  return exactly === 0n
    ? [{ code: 'rounding', severity: 'note', where, by: distance, params }]
    : [{ code: 'sum', severity: 'warning', where, by: distance, params }];
}

const isBlank = (cell: Cell): boolean => cell === null || cell === undefined;

// Sums of a table's cells pass the largest amount only where the table itself is at its edge; then there is nothing to tell.
function amountOf(ore: bigint): Amount | undefined {
  const amount = amountFromOre(Number(ore));
  return isRight(amount) ? amount.right : undefined;
}
