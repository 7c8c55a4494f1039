import type { RenderableColumn, RenderableTable } from '@driftbok/exchange';
import fc from 'fast-check';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const heading = fc
  .array(fc.constantFrom('Utfall', 'jan–jul', '2024', 'Budget', 'helår', 'avvikelse', 'å'), { maxLength: 5 })
  .map((words) => words.join(' '));
const kind = fc.constantFrom('amount', 'ratio', 'count', 'text');
const ore = fc.integer({ min: -1e13, max: 1e13 });
const cell = ore.map((value) => ({
  exact: (value === 0 ? 0 : value / 100).toFixed(2),
  shown: String(Math.trunc(value / 100_000) || 0).replace(/\B(?=(\d{3})+$)/g, ' '),
}));

/** Tables of the contract with any texts; the cells are amounts, whatever their columns are. */
export const arbitraryTable: fc.Arbitrary<RenderableTable> = fc
  .array(fc.record({ label: heading, kind }), { maxLength: 7 })
  .map((columns): readonly RenderableColumn[] => columns.map((column, at) => ({ id: `c${at}`, ...column })))
  .chain((columns) =>
    fc.record({
      id: fc.constant('t'),
      title: text,
      unit: fc.constantFrom('kr', 'tkr', 'mnkr'),
      cut: fc.constant({ position: 3, recordedAt: '2025-08-01T08:00:00.000Z', hash: 'ab'.repeat(32) }),
      columns: fc.constant(columns),
      rows: fc.array(
        fc.record({
          id: text,
          label: text,
          level: fc.nat(3),
          cells: fc.record(Object.fromEntries(columns.map(({ id }) => [id, fc.option(cell)]))),
        }),
        { maxLength: 6 },
      ),
      findings: fc.array(
        fc.record({
          code: fc.constantFrom('rounding', 'sum'),
          severity: fc.constantFrom('note', 'warning', 'error'),
          where: fc.constant([]),
          by: fc.constant(''),
          message: text,
        }),
        { maxLength: 2 },
      ),
    }),
  );
