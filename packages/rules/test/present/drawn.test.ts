import type { Table } from '@driftbok/core';
import { drawTable, orThrow, parseAmount } from '@driftbok/core';
import type { PresentedTable } from '@driftbok/rules';
import { instantiate, norrtalje, presentTable, templateOf, tkr } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booked, Facts } from '../support/ledger.js';
import { ledgerOf } from '../support/ledger.js';
import { naiveFormat } from '../support/naive.js';

const about = { period: '2025-07', round: { id: '2025-P3', label: 'Prognos 3' } };

/** From a ledger to the contract's JSON: template, table, presentation. */
function presented(facts: Facts, id: string, values: Readonly<Record<string, string>> = {}): PresentedTable {
  const template = templateOf(norrtalje, id);
  if (template === undefined) throw new Error(`no template ${id}`);
  const spec = orThrow(instantiate(template, { ...about, values }));
  const table: Table = orThrow(drawTable(ledgerOf(facts), spec));
  return presentTable(table, norrtalje);
}

const units = ['500', '510', '511', '512'];
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const kronor = fc.integer({ min: -2_000_000_00, max: 2_000_000_00 }).map((ore) => (ore / 100).toFixed(2).replace('-0.00', '0.00'));
const booked = (year: string): fc.Arbitrary<readonly Booked[]> =>
  fc.array(
    fc.tuple(
      fc.constantFrom(...units),
      fc.constantFrom('3010', '5010', '7910'),
      fc.constantFrom(...months).map((month) => `${year}-${month}`),
      kronor,
    ),
    { maxLength: 12 },
  );
const facts: fc.Arbitrary<Facts> = fc.record({
  budget: booked('2025'),
  prior: booked('2024'),
  outcome: booked('2025'),
  forecast: booked('2025'),
});

const beneath: Readonly<Record<string, readonly string[]>> = { '5': units, '50': ['500'], '51': ['510', '511', '512'] };
const accounts: Readonly<Record<string, readonly string[]>> = {
  income: ['3010'],
  cost: ['5010', '7910'],
  'capital-cost': ['7910'],
  net: ['3010', '5010', '7910'],
};

/** The öre of some lines by going through them with a finger; undefined where there is none. */
function byFinger(lines: readonly Booked[], row: string, unit: string, lastMonth: string): number | undefined {
  const mine = lines.filter(
    ([code, account, month]) =>
      (beneath[unit] ?? [unit]).includes(code) && (accounts[row] ?? []).includes(account) && month.slice(5) <= lastMonth,
  );
  return mine.length === 0 ? undefined : mine.reduce((sum, [, , , text]) => sum + orThrow(parseAmount(text)), 0);
}

/** @param table the rows and units that the table is of: a column that has nothing in any of them is not subtracted, nor subtracted from */
function rowByFinger(
  { budget, prior, outcome, forecast }: Facts,
  row: string,
  unit: string,
  table: readonly (readonly [row: string, unit: string])[],
): readonly (string | null)[] {
  const of = (lines: readonly Booked[], lastMonth = '12'): number | undefined => byFinger(lines, row, unit, lastMonth);
  const any = (lines: readonly Booked[], lastMonth = '12'): boolean =>
    table.some(([id, code]) => byFinger(lines, id, code, lastMonth) !== undefined);
  const period = any(outcome, '07') && any(budget, '07');
  const year = any(forecast) && any(budget);
  const less = (a: number | undefined, b: number | undefined, both: boolean): number | undefined =>
    !both || (a === undefined && b === undefined) ? undefined : (a ?? 0) - (b ?? 0);
  const [budgeted, spent] = [of(budget, '07'), of(outcome, '07')];
  const [wholeBudget, wholeForecast] = [of(budget), of(forecast)];
  const deviations = [less(spent, budgeted, period), less(wholeForecast, wholeBudget, year)];
  const cells = [budgeted, spent, deviations[0], of(prior, '07'), wholeBudget, wholeForecast, deviations[1]];
  return cells.map((ore) => (ore === undefined ? null : naiveFormat(ore, tkr)));
}

const shownRows = ({ rows }: PresentedTable): Readonly<Record<string, readonly (string | null)[]>> =>
  Object.fromEntries(rows.map(({ id, cells }) => [id, Object.values(cells).map((cell) => cell?.shown ?? null)]));

describe('from a ledger to a printed table', () => {
  it('the driftredovisning says what its lines say, for any unit', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('5', '51', '512'), (given, unit) => {
        const table = presented(given, 'driftredovisning', { unit });
        const expected = Object.keys(accounts).map(
          (row, _, all) =>
            [
              row,
              rowByFinger(
                given,
                row,
                unit,
                all.map((each) => [each, unit]),
              ),
            ] as const,
        );
        expect(shownRows(table)).toEqual(Object.fromEntries(expected));
        expect(table.findings.filter(({ code }) => code === 'sum')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('the table per verksamhet has the units that have lines, groups after their units, and adds up', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const table = presented(given, 'driftredovisning-per-verksamhet');
        const expected = ['500', '50', '510', '511', '512', '51']
          .map(
            (unit, _, all) =>
              [
                unit,
                rowByFinger(
                  given,
                  'net',
                  unit,
                  all.map((each) => ['net', each]),
                ),
              ] as const,
          )
          .filter(([, cells]) => cells.some((cell) => cell !== null));
        expect(table.rows.map(({ id }) => id)).toEqual(expected.map(([unit]) => unit));
        expect(shownRows(table)).toEqual(Object.fromEntries(expected));
        expect(table.findings.filter(({ code }) => code === 'sum')).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('rounding is noted in the table per verksamhet for groups and for deviations', () => {
    const none = { prior: [], forecast: [] };
    const outcome = [
      ['510', '5010', '2025-03', '-1400.00'],
      ['511', '5010', '2025-03', '-1400.00'],
    ] as const;
    const budget = [['510', '5010', '2025-03', '-2600.00']] as const;
    const { findings, columns } = presented({ ...none, outcome, budget }, 'driftredovisning-per-verksamhet');
    expect(columns.map(({ label }) => label)).toContain('Utfall Jan - Jul 2025');
    expect(findings.map(({ code, where, by }) => [code, ...where, by])).toEqual([
      ['round-not-yet-known', 'column:forecast', ''],
      ['rounding', '51/outcome_period', '1000.00'],
      ['rounding', '510/deviation_period', '1000.00'],
    ]);
  });
});
