import type { TableSpec } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import { outcomeGapNotes, outcomeGaps } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../support/ledger.js';

const bookOf = (months: readonly number[]) =>
  ledgerOf({
    budget: [],
    prior: [],
    outcome: months.map((month) => ['510', '5010', `2025-${String(month).padStart(2, '0')}`, '-1.00']),
    forecast: [],
  });
const spec = (to: number, more: Partial<TableSpec> = {}): TableSpec => ({
  id: 't',
  title: 'T',
  columns: [
    { id: 'outcome', label: 'O', metric: 'outcome', span: { from: '2025-01', to: `2025-${String(to).padStart(2, '0')}` } },
    { id: 'budget', label: 'B', metric: 'budget', span: { from: '2025-01', to: '2025-12' } },
    { id: 'deviation', label: 'D', minuend: 'outcome', subtrahend: 'budget' },
    { id: 'year', label: 'Y', metric: 'outcome', span: { year: '2025' } },
  ],
  rows: [{ id: 'all', label: 'All', level: 0, where: { ansvar: ['5'] } }],
  ...more,
});
const gapsOf = (months: readonly number[], of: TableSpec) => orThrow(outcomeGaps(bookOf(months), of, {}));

describe('the months at the end of a column that nothing is booked in', () => {
  it('are those after the last that something is booked in, whatever is missing before it', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), fc.integer({ min: 1, max: 12 }), (months, to) => {
        const last = Math.max(0, ...months.filter((month) => month <= to));
        const expected =
          last === to
            ? []
            : [{ column: 'outcome', from: `2025-${String(last + 1).padStart(2, '0')}`, to: `2025-${String(to).padStart(2, '0')}` }];
        expect(gapsOf(months, spec(to))).toEqual(expected);
      }),
    );
  });

  it('are of the rows of the table: what others have booked says nothing', () => {
    const rows = [{ id: 'one', label: 'One', level: 0, where: { ansvar: ['511'] } }];
    expect(gapsOf([1, 2, 3], spec(3, { rows }))).toEqual([{ column: 'outcome', from: '2025-01', to: '2025-03' }]);
  });

  it('are noted on the columns that show them, where anything is shown at all', () => {
    const notes = (months: readonly number[], of = spec(4)) => orThrow(outcomeGapNotes(bookOf(months), of, {}));
    expect(notes([1, 3])).toEqual([
      { code: 'outcome-incomplete', severity: 'note', where: ['column:outcome', 'column:deviation'], by: '', params: { from: '2025-04' } },
    ]);
    expect(notes([1])[0]?.params).toEqual({ from: '2025-02', to: '2025-04' });
    expect(notes([])).toEqual([]);
    const [outcome, ...others] = spec(4).columns;
    const hidden = outcome === undefined ? [] : [{ ...outcome, hidden: true as const }];
    expect(notes([1], spec(4, { columns: [...hidden, ...others] }))[0]?.where).toEqual(['column:deviation']);
  });
});
