import type { Amount } from '@driftbok/core';
import { divideRounded, isLeft, right } from '@driftbok/core';
import type { Entry, Field } from './field.js';
import { amountField } from './field.js';
import type { Money } from './money.js';
import { costsOf } from './money.js';
import { yearAfterPeriod } from './plan-years.js';
import type { Register } from './register.js';

const numbers = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
const fields = numbers.map((month) => `m${month}`);

/**
 * A cost month by month, with the mean of the months: last year's budget, last year's outcome as far as it is known and its forecast
 * beyond that, and this year's budget. Asked for codes by dimension: where the money lies.
 */
export const monthsRegister: Register = {
  fields: [...fields, 'mean'],
  asks: ['konto', 'ansvar', 'verksamhet', 'omrade'],
  read: (book, { period, where }) => {
    const [prior, year] = [-1, 0].map((after) => yearAfterPeriod(period, after));
    const entries: Entry[] = [];
    for (const [id, metrics, of] of [
      ['budget-prior', ['budget'], prior],
      ['outcome-prior', ['outcome', 'forecast'], prior],
      ['budget', ['budget'], year],
    ] as const) {
      const spans = numbers.map((month) => ({ from: `${of ?? ''}-${month}`, to: `${of ?? ''}-${month}` }));
      const costs = costsOf(
        book,
        where,
        metrics.flatMap((metric) => spans.map((span): Money => ({ metric, span }))),
      );
      if (isLeft(costs)) return costs;
      const known = numbers.map((_, at) => costs.right[at] ?? costs.right[at + 12] ?? null);
      entries.push({
        id,
        label: id,
        level: 0,
        fields: { ...Object.fromEntries(known.map((cell, at) => [fields[at], amountField(cell ?? undefined)])), mean: mean(known) },
      });
    }
    return right({ entries, findings: [] });
  },
};

/** Of the months that are known: none is taken for nought. */
function mean(cells: readonly (Amount | null)[]): Field | null {
  const known = cells.filter((cell) => cell !== null);
  const sum = known.reduce((all, cell) => all + BigInt(cell), 0n);
  return known.length === 0 ? null : amountField(Number(divideRounded(sum, BigInt(known.length))) as Amount);
}
