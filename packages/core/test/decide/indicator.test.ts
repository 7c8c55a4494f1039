import { describe, expect, it } from 'vitest';
import type { StandardEvents } from '@driftbok/core';
import { indicators } from '@driftbok/core';
import { bookOf, plus, rejected } from '../support/books.js';
import { draftAfterwards as draft, opened } from '../support/drafts.js';

const defined = (more: Partial<StandardEvents['IndicatorDefined']> = {}) =>
  draft('IndicatorDefined', { indicator: 'i', label: 'I', unit: '%', decimals: 1, followUp: 'measured', ...more });
const measured = (more: Partial<StandardEvents['IndicatorMeasured']> = {}) =>
  draft('IndicatorMeasured', { indicator: 'i', window: { year: '2024' }, role: 'outcome', state: 'measured', ...more });
const target = (year: string, to: StandardEvents['TargetSet']['target'], indicator = 'i') =>
  draft('TargetSet', { indicator, year, target: to });
const goal = (pursuit: 'pursued' | 'not-pursued') => draft('GoalSet', { goal: 'g', label: 'G', from: '2024', kind: 'mal', pursuit });
const book = bookOf([opened(), goal('pursued'), defined({ goal: 'g' })]);
const only = (of = book, year = '2024') => indicators(of, { year })[0];

describe('an indicator', () => {
  it('is of a goal that there is, and has a reason only where it cannot be measured', () => {
    expect(rejected(book, defined({ goal: 'x' }))).toMatchObject({ reason: 'goal-unknown', field: 'data.goal' });
    expect(rejected(book, defined({ reason: 'why' }))).toMatchObject({ reason: 'follow-up', field: 'data.reason' });
  });

  it('is defined before anything is said of it', () => {
    for (const event of [
      target('2024', { reach: '1' }, 'x'),
      measured({ indicator: 'x', value: '1' }),
      draft('IndicatorAssessed', { indicator: 'x', year: '2024', asOf: '2024-08-31', colour: 'red' }),
    ])
      expect(rejected(book, event)).toMatchObject({ reason: 'indicator-unknown', got: 'x' });
  });

  it('has a value or words exactly where it was measured', () => {
    expect(rejected(book, measured())).toMatchObject({ reason: 'value', got: 'none' });
    expect(rejected(book, measured({ value: '1', words: 'all' }))).toMatchObject({ reason: 'value', got: 'both' });
    for (const state of ['missing', 'deferred', 'not-measurable'] as const) {
      expect(rejected(book, measured({ state, value: '0' }))).toMatchObject({ reason: 'value', expected: `none, since it is ${state}` });
      expect(only(plus(book, measured({ state })))?.followUp).toBe(state);
    }
    expect(only(plus(book, measured({ value: '0' })))).toMatchObject({ followUp: 'measured', outcomes: { '2024': { value: '0' } } });
    expect(only(plus(book, measured({ words: 'all' })))?.outcomes['2024']?.words).toBe('all');
  });

  it('has no more decimals than its definition says, whatever the role', () => {
    for (const role of ['outcome', 'baseline', 'forecast'] as const)
      expect(rejected(book, measured({ value: '1.25', role }))).toEqual({
        reason: 'value',
        field: 'data.value',
        expected: 'a number with 1 decimals at most',
        got: '1.25',
      });
    plus(book, measured({ value: '1.5' }), measured({ value: '-2' }), defined({ goal: 'g', decimals: 2 }), measured({ value: '1.25' }));
  });

  it('is not measured of what cannot be, until it is defined again', () => {
    const not = plus(book, defined({ goal: 'g', followUp: 'not-measurable', reason: 'no system' }));
    expect(rejected(not, measured({ value: '1' }))).toMatchObject({ reason: 'follow-up', field: 'data.state' });
    expect(only(not)?.followUp).toBe('not-measurable');
    expect(only(plus(not, defined({ goal: 'g' }), measured({ value: '1' })))?.followUp).toBe('measured');
  });

  it('is measured of a time that has begun, and judged as of a day that has come', () => {
    const of = (window: StandardEvents['IndicatorMeasured']['window'], more: Partial<StandardEvents['IndicatorMeasured']> = {}) =>
      measured({ value: '1', window, ...more });
    for (const window of [{ year: '2027' }, { month: '2027-01' }, { from: '2027-01-01', to: '2027-04-30' }])
      expect(rejected(book, of(window))).toEqual({
        reason: 'window',
        field: 'data.window',
        expected: '2026-12-31, the day that it is recorded, or earlier',
        got: '2027-01-01',
      });
    // What goes on has a value so far; what is expected is of any time, and so is that nothing was measured.
    plus(book, of({ year: '2026' }), of({ year: '2027' }, { role: 'forecast' }));
    plus(book, draft('IndicatorMeasured', { indicator: 'i', window: { year: '2027' }, role: 'outcome', state: 'deferred' }));
    const judged = (asOf: string) => draft('IndicatorAssessed', { indicator: 'i', year: '2026', asOf, colour: 'red' });
    expect(rejected(book, judged('2027-01-01'))).toMatchObject({ reason: 'as-of', field: 'data.asOf' });
    plus(book, judged('2026-12-31'));
  });

  it('has windows and targets that hold together', () => {
    expect(rejected(book, measured({ value: '1', window: { from: '2024-02-01', to: '2024-01-31' } }))).toMatchObject({ reason: 'window' });
    expect(rejected(book, target('2024', { within: { from: '2', to: '1' } }))).toMatchObject({ reason: 'target', got: '1' });
    expect(rejected(book, target('2024', { about: '0', tolerance: '-1' }))).toMatchObject({ reason: 'target', got: '-1' });
    expect(only(plus(book, target('2024', { about: '0', tolerance: '0.0' }), target('2024', { reach: '7' })))?.targets).toEqual({
      '2024': { reach: '7' },
    });
  });

  it('is measured again for the same window, role and group, and not for another', () => {
    const months = { window: { month: '2024-01' } } as const;
    const again = plus(
      book,
      measured({ value: '1' }),
      measured({ value: '2' }),
      measured({ value: '3', group: 'a' }),
      measured({ ...months, value: '4', group: 'a' }),
      measured({ ...months, value: '5', group: 'b' }),
      measured({ ...months, value: '6', group: 'a' }),
      measured({ role: 'forecast', value: '7' }),
      measured({ role: 'baseline', value: '8', window: { from: '2023-09-01', to: '2024-08-31' } }),
    );
    const row = only(again);
    expect(row?.outcomes['2024']?.value).toBe('2');
    expect(row?.series.map(({ value, group }) => `${group ?? ''}${value ?? ''}`)).toEqual(['a3', 'a6', 'b5']);
    expect([row?.forecasts['2024']?.value, row?.baseline?.value]).toEqual(['7', '8']);
  });

  it('stands with its goal: not followed where that is not pursued, not listed where it is closed', () => {
    expect(only()?.followUp).toBe('missing');
    expect(only(plus(book, goal('not-pursued')))?.followUp).toBe('goal-not-pursued');
    expect(indicators(plus(book, draft('GoalClosed', { goal: 'g', from: '2026' })), { year: '2026' })).toEqual([]);
    expect(indicators(book, { year: '2024', goal: 'x' })).toEqual([]);
    expect(indicators(book, { year: '2024', level: 'kf' })).toEqual([]);
  });
});
