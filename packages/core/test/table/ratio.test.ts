import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatioColumn, TableSpec } from '@driftbok/core';
import { drawTable, orThrow, traceCell } from '@driftbok/core';
import { charted } from '../support/books.js';
import { budget, line, outcome } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { column, difference, drawn, row, spec } from '../support/specs.js';

const ratio = (numerator: string, denominator: string, id = 'ratio'): RatioColumn => ({ id, label: id, numerator, denominator });
const columns = (...more: TableSpec['columns']): TableSpec =>
  spec([column('budget', '2025'), column('outcome', '2025'), difference('change', 'outcome', 'budget'), ...more], [row('all')]);
const kronor = (ore: number): string =>
  `${ore < 0 ? '-' : ''}${Math.floor(Math.abs(ore) / 100)}.${String(Math.abs(ore) % 100).padStart(2, '0')}`;
const book = (was: number, is: number) =>
  charted(budget('2025', line('51', 'ut', '2025', kronor(was))), outcome(line('51', 'ut', '2025-03', kronor(is))));
const ratioOf = (was: number, is: number): string | null | undefined =>
  drawn(book(was, is), columns(ratio('change', 'budget'))).rows[0]?.ratios?.['ratio'];

describe('a ratio column', () => {
  it('is one column over another, signs and all', () => {
    expect(ratioOf(-40_000, -45_000)).toBe('0.125');
    expect(ratioOf(-40_000, -35_000)).toBe('-0.125');
  });

  it('stands beside the amounts, and is of its own kind', () => {
    const table = drawn(book(-300, -400), columns(ratio('change', 'budget')));
    expect(table.columns.map(({ kind }) => kind)).toEqual(['amount', 'amount', 'amount', 'ratio']);
    expect(table.rows[0]?.cells).toEqual({ budget: -300, outcome: -400, change: -100 });
    expect(table.rows[0]?.ratios).toEqual({ ratio: '0.33333333333333333333' });
  });

  it('is the quotient of its two amounts, to twenty digits', () => {
    const amount = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).filter((ore) => ore !== 0);
    fc.assert(
      fc.property(amount, amount, (was, is) => {
        const value = Number(ratioOf(was, is));
        const expected = (is - was) / was;
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(Math.abs(expected) * 1e-14);
      }),
    );
  });

  it('is blank over nothing, over blank, and of a blank', () => {
    expect(ratioOf(0, 100)).toBeNull();
    const only = charted(outcome(line('51', 'ut', '2025-03', '1.00')));
    expect(drawn(only, columns(ratio('outcome', 'budget'))).rows[0]?.ratios).toEqual({ ratio: null });
    expect(drawn(only, columns(ratio('budget', 'outcome'))).rows[0]?.ratios).toEqual({ ratio: null });
  });

  it('traces to the lines of its numerator, then of its denominator', () => {
    const trace = orThrow(traceCell(book(-300, -400), columns(ratio('outcome', 'budget')), { row: 'all', column: 'ratio' }));
    expect(trace.total).toBeNull();
    expect(trace.ratio).toEqual({ numerator: -400, denominator: -300 });
    expect(trace.lines.map(({ month, amount }) => [month, amount])[0]).toEqual(['2025-03', -400]);
    expect(trace.lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(-700);
  });

  it('is not built on another, nor on what is not there', () => {
    const refused = (...more: RatioColumn[]) => leftOf(drawTable(book(1, 1), columns(...more)));
    expect(refused(ratio('change', 'budget'), ratio('ratio', 'budget', 'again'))).toMatchObject({
      reason: 'unknown-column',
      where: 'column again',
      expected: 'the id of a column of amounts',
      got: 'ratio',
    });
    expect(refused(ratio('budget', 'nothing'))).toMatchObject({ reason: 'unknown-column', got: 'nothing' });
  });
});
