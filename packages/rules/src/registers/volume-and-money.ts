import type { DriversOf } from '@driftbok/core';
import { drivers, forecastRounds, isLeft, right } from '@driftbok/core';
import type { Entry } from './field.js';
import { amountField, wordField } from './field.js';
import type { Money } from './money.js';
import { costsOf } from './money.js';
import { yearAfterPeriod } from './plan-years.js';
import type { Register } from './register.js';

/** The newest forecast of a year, by the id of its round. */
type RoundOf = (year: string) => string | undefined;

const periods = (period: string, roundOf: RoundOf): readonly DriversOf[] => {
  const [before, prior, year] = [-2, -1, 0].map((after) => yearAfterPeriod(period, after));
  const round = roundOf(prior ?? '');
  return [
    { year: before ?? '', kind: 'outcome' },
    { year: prior ?? '', kind: 'forecast', ...(round === undefined ? {} : { round }) },
    { year: year ?? '', kind: 'budget' },
  ];
};

/**
 * A kind of bought care over three years, a year a row: the outcome two years ago, the forecast of last year, the budget of this; how
 * much of it (`volume`), its budget, and what it cost. Asked for `item`, and codes by dimension: where its money lies. A row is called by
 * the word for its kind (`outcome`, `forecast`, `budget`), by its year where there is none; what the budget year cost is `not-yet` known.
 */
export const volumeAndMoneyRegister: Register = {
  fields: ['volume', 'budget', 'net'],
  asks: ['item', 'konto', 'ansvar', 'verksamhet', 'omrade'],
  read: (book, { period, where: { item, ...where }, words }) => {
    const newest = (year: string): string | undefined => forecastRounds(book, year).at(-1)?.id;
    const entries: Entry[] = [];
    for (const of of periods(period, newest)) {
      const span = { year: of.year };
      const wanted: readonly Money[] = [{ metric: 'budget', span }, ...(of.kind === 'budget' ? [] : [{ metric: of.kind, span }])];
      const costs = costsOf(book, where, wanted);
      if (isLeft(costs)) return costs;
      const [budget, net] = costs.right;
      const volume = drivers(book, of).find((row) => row.item === item && row.month === undefined)?.volume;
      entries.push({
        id: of.year,
        label: Object.hasOwn(words, of.kind) ? of.kind : of.year,
        level: 0,
        fields: {
          volume: volume === undefined ? null : { kind: 'ratio', value: volume, decimals: volume.split('.')[1]?.length ?? 0 },
          budget: amountField(budget ?? undefined),
          net: of.kind === 'budget' ? wordField('not-yet') : amountField(net ?? undefined),
        },
      });
    }
    return right({ entries, findings: [] });
  },
};
