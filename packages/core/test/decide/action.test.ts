import { describe, expect, it } from 'vitest';
import type { Draft, StandardEvents } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft, lock, round } from '../support/drafts.js';

const proposed = (more: Partial<StandardEvents['ActionProposed']> = {}): Draft =>
  draft('ActionProposed', { action: 'a', label: 'Färre konsulter', effects: [{ year: '2025', amount: '560.00' }], ...more });
const step = (type: 'Decided' | 'Suspended' | 'Resumed' | 'Started' | 'Completed' | 'Cancelled', from?: string): Draft =>
  draft(`Action${type}`, { action: 'a', ...(from === undefined ? {} : { from }) });
const included = (amount: string, of = 'p3'): Draft => draft('ActionIncludedInForecast', { action: 'a', round: of, amount });
const realised = (amount: string): Draft =>
  draft('ActionEffectRealised', { action: 'a', year: '2025', amount, evidence: 'booked', about: { ansvar: '51' } });

const book = charted(round('p3', '2025'));

describe('an action', () => {
  it('is proposed once, about codes that are known', () => {
    expect(rejected(plus(book, proposed()), proposed())).toEqual({
      reason: 'action-exists',
      field: 'data.action',
      expected: 'an action not proposed before',
      got: 'a',
    });
    expect(rejected(book, proposed({ about: { ansvar: '99' } }))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.about.ansvar',
      got: '99',
    });
    expect(rejected(book, proposed({ about: { motpart: '1' } }))).toMatchObject({ reason: 'dimension-unknown', got: 'motpart' });
    expect(rejected(book, proposed({ effects: [{ year: '2025' }, { year: '2025', about: { ansvar: '99' } }] }))).toMatchObject({
      reason: 'code-unknown',
      field: 'data.effects.1.about.ansvar',
    });
  });

  it('takes no step before it is proposed', () => {
    expect(rejected(book, step('Decided'))).toMatchObject({ reason: 'action-unknown', field: 'data.action', got: 'a' });
  });

  it('says where it is when a step is illegal', () => {
    const waiting = plus(book, proposed(), step('Decided'), step('Suspended'));
    expect(rejected(waiting, step('Started'))).toEqual({
      reason: 'action-status',
      field: 'data.action',
      expected: 'an action that is decided',
      got: 'a is suspended',
    });
    expect(rejected(plus(waiting, step('Resumed'), step('Started'), step('Completed')), step('Cancelled'))).toMatchObject({
      got: 'a is completed',
    });
  });

  it('may wait before it is decided on, and goes on as a proposal', () => {
    const waiting = plus(book, proposed(), step('Suspended'));
    expect(rejected(waiting, step('Decided'))).toMatchObject({ reason: 'action-status', got: 'a is suspended' });
    expect(plus(waiting, step('Resumed'), step('Decided')).state.actions.get('a')?.stage).toBe('decided');
  });

  it('has realised nothing before it is decided, and what it has realised may show after its end', () => {
    const open = plus(book, proposed(), realised('0.00'));
    expect(rejected(open, realised('10.00'))).toMatchObject({ reason: 'action-status', field: 'data.amount', got: '10.00' });
    expect(rejected(plus(book, proposed(), step('Cancelled')), realised('10.00'))).toMatchObject({ reason: 'action-status' });
    const ended = plus(book, proposed(), step('Decided'), step('Cancelled'), realised('10.00'));
    expect(ended.state.actions.get('a')?.realised).toMatchObject([{ amount: '10.00' }]);
  });

  it('takes no step before the day of one that it follows, and is told to have begun or ended on a day that has come only', () => {
    const begun = plus(book, proposed(), step('Decided', '2025-06-01'), step('Started', '2024-10-01'));
    expect(rejected(begun, step('Completed', '2024-09-30'))).toEqual({
      reason: 'as-of',
      field: 'data.from',
      expected: '2024-10-01, from when a is started, or later',
      got: '2024-09-30',
    });
    for (const type of ['Suspended', 'Cancelled'] as const)
      expect(rejected(begun, step(type, '2024-09-30'))).toMatchObject({ reason: 'as-of', got: '2024-09-30' });
    plus(begun, step('Completed', '2024-10-01'));
    const waiting = plus(begun, step('Suspended', '2024-11-01'));
    expect(rejected(waiting, step('Resumed', '2024-10-31'))).toMatchObject({ expected: '2024-11-01, from when a is suspended, or later' });
    const on = plus(waiting, step('Resumed', '2024-12-01'));
    expect(rejected(on, step('Suspended', '2024-11-30'))).toMatchObject({ expected: '2024-12-01, from when a is resumed, or later' });
    expect(rejected(on, step('Completed', '2024-11-30'))).toMatchObject({ expected: '2024-12-01, from when a is resumed, or later' });
    expect(rejected(begun, step('Completed', '2030-01-01'))).toMatchObject({ reason: 'as-of', got: '2030-01-01' });
    const decided = plus(book, proposed(), step('Decided', '2030-01-01'));
    expect(rejected(decided, step('Started', '2030-01-01'))).toEqual({
      reason: 'as-of',
      field: 'data.from',
      expected: '2025-01-01, the day that it is recorded, or earlier',
      got: '2030-01-01',
    });
    // What is to come may be given up, or put to wait, before it comes.
    plus(decided, step('Suspended', '2029-01-01'), step('Cancelled', '2028-01-01'));
  });

  it('has realised something in a time that has begun, in a month of the year that it is told for', () => {
    const decided = plus(book, proposed(), step('Decided'));
    const of = (year: string, period?: string): Draft =>
      draft('ActionEffectRealised', { action: 'a', year, amount: '1.00', evidence: 'booked', ...(period === undefined ? {} : { period }) });
    expect(rejected(decided, of('2025', '2024-05'))).toEqual({
      reason: 'year',
      field: 'data.period',
      expected: 'a month of 2025',
      got: '2024-05',
    });
    expect(rejected(decided, of('2025', '2025-02'))).toEqual({
      reason: 'window',
      field: 'data.period',
      expected: '2025-01-01, the day that it is recorded, or earlier',
      got: '2025-02-01',
    });
    expect(rejected(decided, of('2024', '2025-01'))).toMatchObject({ reason: 'year', expected: 'a month of 2024', got: '2025-01' });
    expect(rejected(decided, of('2026'))).toMatchObject({ reason: 'year', field: 'data.year', got: '2026-01-01' });
    plus(decided, of('2025'), of('2025', '2025-01'), of('2024', '2024-12'));
  });

  it('is counted in by an open round of a year that it has effects in, and taken out again also when given up', () => {
    const other = proposed({ effects: [{ year: '2026' }] });
    expect(rejected(plus(book, other), included('1.00'))).toEqual({
      reason: 'action-year',
      field: 'data.round',
      expected: 'a round of a year that a has effects in: 2026',
      got: '2025',
    });
    expect(rejected(plus(book, proposed({ effects: [{ year: '2025' }] })), included('1.00', 'p9'))).toMatchObject({
      reason: 'round-unknown',
    });
    expect(rejected(plus(book, proposed(), lock('p3')), included('1.00'))).toMatchObject({ reason: 'round-status', got: 'p3 is locked' });
    const dropped = plus(book, proposed(), included('5.00'), step('Cancelled'));
    expect(rejected(dropped, included('6.00'))).toMatchObject({ reason: 'action-status' });
    expect(plus(dropped, included('0.00')).state.actions.get('a')?.included.get('p3')).toBe('0.00');
  });

  it('replaces what was realised of the same year and part, and of no other', () => {
    const whole = draft('ActionEffectRealised', { action: 'a', year: '2025', amount: '7.00', evidence: 'asserted' });
    const after = plus(book, proposed(), step('Decided'), realised('1.00'), whole, realised('2.00'));
    expect(after.state.actions.get('a')?.realised.map(({ amount }) => amount)).toEqual(['7.00', '2.00']);
  });

  it('revises the years that are named and no other', () => {
    const effects = [{ year: '2025', amount: '1.00' }];
    const both = proposed({ effects: [...effects, { year: '2026', amount: '2.00' }] });
    const after = plus(book, both, draft('ActionEffectRevised', { action: 'a', effects: [{ year: '2026' }], fullYearEffect: '9.00' }));
    expect(after.state.actions.get('a')).toMatchObject({
      effects: new Map<string, unknown>([
        ['2025', effects],
        ['2026', [{ year: '2026' }]],
      ]),
      fullYearEffect: '9.00',
    });
  });
});
