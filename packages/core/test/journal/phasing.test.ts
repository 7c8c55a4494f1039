import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, Line } from '@driftbok/core';
import { formatAmount, spread } from '@driftbok/core';
import type { Amount } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { budget, draft, line, lines } from '../support/drafts.js';
import { adjusted, adopted, allBudget, linear, months, newest, total, year } from '../support/journal.js';

type Kind = 'supplementary' | 'transfer' | 'carry-over' | 'technical';
const adjust = (of: string, ...items: readonly Line[]): Draft =>
  draft('BudgetAdjusted', { year: of, kind: 'supplementary' satisfies Kind, lines: lines(...items) });
const phase = (of: string, ...items: readonly Line[]): Draft => draft('BudgetPhased', { year: of, lines: lines(...items) });
const twelve = Array.from({ length: 12 }, (_, at) => at + 1);
const month = (at: number): string => `2025-${String(at).padStart(2, '0')}`;
const coding = '51/ut';
const ut = (when: string, amount: string): Line => line('51', 'ut', when, amount);
const kr = (ore: number): string => formatAmount(ore as Amount);

describe('a budget for a whole year', () => {
  it('goes by twelfths, in a layer of its own', () => {
    const book = charted(budget('2025', ut('2025', '-1200.05')));
    expect(months(book, coding, 'budgetAdoptedLinear')).toEqual(year(2025, spread(-120_005, Array(12).fill(1))));
    expect(months(book, coding, 'budgetAdopted')).toEqual({});
    expect(newest(book)).toHaveLength(12);
  });

  it('adds up, to the öre', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (ore) => {
        const book = charted(budget('2025', ut('2025', kr(ore))));
        expect(total(months(book, coding, ...allBudget))).toBe(ore);
        for (const { ore: each } of newest(book)) expect(Math.abs(each * 12 - ore)).toBeLessThanOrEqual(12);
      }),
    );
  });

  it('of 0 is no blank', () => {
    expect(newest(charted(budget('2025', ut('2025', '0.00')))).map(({ ore }) => ore)).toEqual(Array(12).fill(0));
  });
});

describe('a budget with months', () => {
  it('goes to its months', () => {
    const book = charted(budget('2025', ut('2025-03', '10.00'), ut('2025-11', '-2.50'), ut('2025-03', '1.00')));
    expect(months(book, coding, 'budgetAdopted')).toEqual({ '2025-03': 1100, '2025-11': -250 });
    expect(months(book, coding, ...linear)).toEqual({});
  });

  it('is the phasing of what comes later for the whole year', () => {
    const book = charted(budget('2025', ut('2025-03', '10.00'), ut('2025-06', '30.00')), adjust('2025', ut('2025', '8.00')));
    expect(months(book, coding, 'budgetAdjusted')).toEqual({ '2025-03': 200, '2025-06': 600 });
    expect(months(book, coding, ...linear)).toEqual({});
  });

  it('is none for what the same event gives for the whole year, in any order of its rows', () => {
    const rows = [ut('2025-03', '10.00'), ut('2025', '12.00')];
    const [one, other] = [charted(budget('2025', ...rows)), charted(budget('2025', ...[...rows].reverse()))];
    expect(months(one, coding, 'budgetAdoptedLinear')).toEqual(year(2025, Array(12).fill(100)));
    expect(newest(one)).toEqual(newest(other));
  });

  it('is none for another coding or another year', () => {
    const book = charted(
      budget('2025', ut('2025-03', '10.00')),
      budget('2026', ut('2026', '12.00')),
      budget('2025', line('52', 'ut', '2025', '12.00')),
    );
    expect(months(book, coding, 'budgetAdoptedLinear')).toEqual(year(2026, Array(12).fill(100)));
    expect(months(book, '52/ut', 'budgetAdoptedLinear')).toEqual(year(2025, Array(12).fill(100)));
  });

  it('that takes itself back is no phasing', () => {
    const book = charted(
      budget('2025', ut('2025-03', '10.00')),
      adjust('2025', ut('2025-03', '-10.00')),
      adjust('2025', ut('2025', '12.00')),
    );
    expect(months(book, coding, 'budgetAdjustedLinear')).toEqual(year(2025, Array(12).fill(100)));
  });
});

describe('a phasing', () => {
  const seasonal = twelve.map((at) => (at === 7 ? 90_000 : 2_740)); // sums to 120 140
  const phased = phase('2025', ...seasonal.map((ore, index) => ut(month(index + 1), kr(ore))));
  const book = charted(budget('2025', ut('2025', '1000.00')), adjust('2025', ut('2025', '201.40')), phased);

  it('takes back the twelfths and becomes the months', () => {
    expect(months(book, coding, ...linear)).toEqual({});
    expect(months(book, coding, ...allBudget)).toEqual(year(2025, seasonal));
  });

  it('phases the adopted part the same way, so that the original budget of a period has a meaning', () => {
    const part = spread(100_000, seasonal);
    expect(months(book, coding, ...adopted)).toEqual(year(2025, part));
    expect(months(book, coding, ...adjusted)).toEqual(
      year(
        2025,
        seasonal.map((ore, index) => ore - (part[index] ?? 0)),
      ),
    );
    expect(total(months(book, coding, ...adopted))).toBe(100_000);
  });

  it('is followed by what comes later, and by another phasing', () => {
    const later = plus(book, adjust('2025', ut('2025', '1201.40')));
    expect(months(later, coding, ...allBudget)).toEqual(
      year(
        2025,
        seasonal.map((ore) => ore * 2),
      ),
    );
    const again = plus(later, phase('2025', ut('2025-01', '2402.80')));
    expect(months(again, coding, ...allBudget)).toEqual({ '2025-01': 240_280 });
    expect(months(again, coding, ...adopted)).toEqual({ '2025-01': 100_000 });
  });

  it('said again changes nothing', () => {
    expect(newest(plus(book, { ...phased, id: '01900000-0000-7000-8000-00000000ffff' }))).toEqual([]);
  });

  it('leaves other codings and years alone', () => {
    const two = charted(
      budget('2025', ut('2025', '12.00'), line('52', 'ut', '2025', '12.00')),
      budget('2026', ut('2026', '12.00')),
      phase('2025', ut('2025-01', '12.00')),
    );
    expect(months(two, '52/ut', ...linear)).toEqual(year(2025, Array(12).fill(100)));
    expect(months(two, coding, ...linear)).toEqual(year(2026, Array(12).fill(100)));
  });

  it('of a year that nets to 0 leaves the adopted part in twelfths', () => {
    const zeroed = charted(
      budget('2025', ut('2025', '12.00')),
      adjust('2025', ut('2025', '-12.00')),
      phase('2025', ut('2025-01', '5.00'), ut('2025-02', '-5.00')),
    );
    expect(months(zeroed, coding, ...allBudget)).toEqual({ '2025-01': 500, '2025-02': -500 });
    expect(months(zeroed, coding, ...adopted)).toEqual(year(2025, Array(12).fill(100)));
    expect(months(zeroed, coding, ...linear)).toEqual({});
  });

  it('holds its laws for any budget, adjustment and months', () => {
    const ore = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const given = fc.record({ adopted: ore, months: fc.array(ore, { minLength: 12, maxLength: 12 }), explicit: ore });
    fc.assert(
      fc.property(given, ({ adopted: first, months: wanted, explicit }) => {
        const sum = wanted.reduce((a, b) => a + b, 0);
        const made = charted(
          budget('2025', ut('2025', kr(first))),
          adjust('2025', ut('2025-05', kr(explicit)), line('51', 'ut', '2025-06', kr(sum - first - explicit))),
          phase('2025', ...wanted.map((each, index) => ut(month(index + 1), kr(each)))),
        );
        expect(months(made, coding, ...allBudget)).toEqual(year(2025, wanted));
        expect(months(made, coding, ...linear)).toEqual({});
        expect(total(months(made, coding, ...adopted))).toBe(first);
      }),
    );
  });
});
