import type { Amount, Book, Round } from '@driftbok/core';
import { isLeft, right, roundBefore, subtractAmounts } from '@driftbok/core';
import type { Preset } from '@driftbok/rules';
import { formatNumber, stepsOf } from '@driftbok/rules';
import type { Attempt } from './failure.js';
import { drawReport, planReport } from './report.js';
import type { SpecSource } from './spec-source.js';

/** A cell of a table, by the ids of its row and column. */
export interface CellId {
  readonly row: string;
  readonly column: string;
}

/**
 * How a forecast moved since the round before, as one sentence: the same cell of the same table at the last locks of the two.
 * Undefined where there is no round before, or one of the cells is blank.
 */
export function forecastMove(book: Book, source: SpecSource, round: Round, cell: CellId): Attempt<string | undefined> {
  const before = roundBefore(book, round);
  if (before === undefined) return right(undefined);
  const was = cellAt(book, source, before, cell);
  if (isLeft(was)) return was;
  const is = cellAt(book, source, round, cell);
  if (isLeft(is)) return is;
  return right(was.right === null || is.right === null ? undefined : sentence(was.right, is.right, before.label, source.preset));
}

function cellAt(book: Book, source: SpecSource, { id, year, period }: Round, { row, column }: CellId): Attempt<Amount | null> {
  const report = planReport(book, source, { period: period ?? `${year}-12`, round: id });
  if (isLeft(report)) return report;
  const table = drawReport(report.right);
  if (isLeft(table)) return table;
  return right(table.right.rows.find((each) => each.id === row)?.cells[column] ?? null);
}

function sentence(was: Amount, is: Amount, before: string, preset: Preset): string {
  const format = { ...preset.format, minus: '−' } as const;
  const shown = (amount: Amount): string => `${formatNumber(amount, format)} ${format.unit}`;
  const moved = subtractAmounts(is, was);
  // Two deviations of one municipality are far from the limit; what cannot be subtracted is said without its size.
  const size = isLeft(moved) ? undefined : (Math.abs(moved.right) as Amount);
  if (size !== undefined && stepsOf(size, format) === 0)
    return `Prognosen är oförändrad jämfört med ${before}: avvikelsen är ${shown(is)}.`;
  const verb = is > was ? 'förbättrats' : 'försämrats';
  const by = size === undefined ? '' : ` med ${shown(size)}`;
  return `Prognosen har ${verb}${by} jämfört med ${before}: avvikelsen var ${shown(was)} och är nu ${shown(is)}.`;
}
