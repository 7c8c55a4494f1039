import { describe, expect, it } from 'vitest';
import type { ActionView, Book, Draft, StandardEvents } from '@driftbok/core';
import { actionLines, actionPlan, bookAt, drawTable, orThrow, planAgainstDeficit } from '@driftbok/core';
import { bookOf, charted, plus } from '../support/books.js';
import { budget, draft, line, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';

const proposed = (action: string, data: Partial<StandardEvents['ActionProposed']> = {}): Draft =>
  draft('ActionProposed', { action, label: action, about: { ansvar: '51', konto: 'ut' }, ...data });
const effect = (amount?: string, about?: Readonly<Record<string, string>>) => ({
  year: '2025',
  ...(amount === undefined ? {} : { amount }),
  ...(about === undefined ? {} : { about }),
});

/** A budget of −1 000, a forecast of −1 500, of which 100 are counted in of action `a`. */
const base = (...more: readonly Draft[]): Book =>
  charted(
    budget('2025', line('51', 'ut', '2025', '-1000.00')),
    round('p1', '2025'),
    revise('p1', '2025', line('51', 'ut', '2025', '-1500.00')),
    ...more,
  );
const counted = (action: string, amount: string): Draft => draft('ActionIncludedInForecast', { action, round: 'p1', amount });
const about = { year: '2025', round: 'p1' } as const;

describe('an action plan', () => {
  it('tells an unknown amount, none, and 0 apart, and how many are unknown', () => {
    const { rows, totals } = orThrow(
      actionPlan(
        base(
          proposed('known', { effects: [effect('30.00'), effect('12.00', { ansvar: '52' })] }),
          proposed('unknown', { effects: [effect()] }),
          proposed('partly', { effects: [effect('5.00', { ansvar: '51' }), effect(undefined, { ansvar: '52' })] }),
          proposed('nothing'),
          proposed('nil', { effects: [effect('0.00')] }),
          proposed('other-year', { effects: [{ year: '2026', amount: '99.00' }] }),
        ),
        about,
      ),
    );
    expect(rows.map(({ id, expected }) => [id, expected])).toEqual([
      ['known', { known: 4200, unknown: 0 }],
      ['unknown', { known: null, unknown: 1 }],
      ['partly', { known: 500, unknown: 1 }],
      ['nothing', null],
      ['nil', { known: 0, unknown: 0 }],
    ]);
    expect(totals).toEqual({ expected: { known: 4700, unknown: 2 }, fullYearEffect: null, realised: null, included: null });
  });

  it('counts out what waits or is given up, and keeps what it has realised', () => {
    const step = (type: 'Decided' | 'Suspended' | 'Cancelled', action: string): Draft => draft(`Action${type}`, { action });
    const realised = draft('ActionEffectRealised', { action: 'b', year: '2025', amount: '3.00', evidence: 'booked' });
    const { rows, totals } = orThrow(
      actionPlan(
        base(
          ...['a', 'b', 'c'].map((id) => proposed(id, { effects: [effect('10.00')], fullYearEffect: '20.00' })),
          step('Decided', 'b'),
          realised,
          step('Suspended', 'b'),
          step('Cancelled', 'c'),
        ),
        about,
      ),
    );
    expect(rows.map(({ id, status, counts }) => [id, status, counts])).toEqual([
      ['a', 'proposed', true],
      ['b', 'suspended', false],
      ['c', 'cancelled', false],
    ]);
    expect(totals).toMatchObject({ expected: { known: 1000, unknown: 0 }, fullYearEffect: 2000, realised: 300 });
    expect(rows[1]?.evidence).toEqual([{ amount: 300, evidence: 'booked' }]);
  });

  it('has the steps with their day, role and decision, and stands as it did on any day', () => {
    const decision = { body: 'Nämnden', date: '2025-03-01', paragraph: '§ 9' } as const;
    const decided = draft(
      'ActionDecided',
      { action: 'a', from: '2025-04-01', reason: 'beslut' },
      { decision, recordedAt: '2025-03-02T08:00:00.000Z' },
    );
    const before = base(proposed('a', { plan: 'p', effects: [effect('1.00')] }), proposed('b', { plan: 'q' }));
    const after = plus(before, decided);
    const { rows } = orThrow(actionPlan(after, { year: '2025', plan: 'p' }));
    expect(rows.map(({ id }) => id)).toEqual(['a']);
    expect(rows[0]?.steps).toMatchObject([
      { step: 'proposed', role: 'controller' },
      { step: 'decided', from: '2025-04-01', reason: 'beslut', recordedAt: '2025-03-02T08:00:00.000Z', position: after.position, decision },
    ]);
    expect(orThrow(actionPlan(bookAt(after, before.position), about)).rows[0]?.status).toBe('proposed');
  });

  it('says so when a sum is too large', () => {
    const huge = proposed('a', { effects: [effect('90071992547409.00'), effect('90071992547409.00')] });
    expect(leftOf(actionPlan(base(huge), about))).toMatchObject({ _tag: 'AmountError', reason: 'overflow' });
  });
});

const spec = (rows: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[]) => ({
  id: 't',
  title: 't',
  columns: [
    { id: 'budget', label: 'b', metric: 'budget', span: { year: '2025' } },
    { id: 'forecast', label: 'f', metric: 'forecast', span: { year: '2025' } },
    { id: 'part', label: 'p', metric: 'forecast', span: { from: '2025-01', to: '2025-07' } },
    { id: 'next', label: 'n', metric: 'forecast', span: { year: '2026' } },
  ] as const,
  rows: rows.map(([id, where]) => ({ id, label: id, level: 0, where })),
});

describe('a forecast and its actions', () => {
  const book = base(
    proposed('a', { effects: [effect('300.00', { ansvar: '51', konto: 'ut' }), effect('100.00', { ansvar: '52' })] }),
    proposed('b', { effects: [effect()] }),
    counted('a', '100.00'),
  );
  const forecast = (view: ActionView): readonly unknown[] => {
    const rows = [
      ['all', {}],
      ['51', { ansvar: ['51'] }],
      ['52', { ansvar: ['52'] }],
      ['ut', { konto: ['ut'] }],
    ] as const;
    const table = orThrow(drawTable(book, spec(rows), { assumed: actionLines(book, about, view) }));
    expect(table.rows.map(({ cells }) => [cells['budget'], cells['part'], cells['next']])).toEqual([
      [-100_000, null, null],
      [-100_000, null, null],
      [null, null, null],
      [-100_000, null, null],
    ]);
    return table.rows.map(({ cells }) => cells['forecast']);
  };

  it('is as recorded, without any, or with all that is expected, where each effect lies', () => {
    expect(forecast('recorded')).toEqual([-150_000, -150_000, null, -150_000]);
    // What is counted in is taken out in the proportion of what is expected: 75 and 25.
    expect(forecast('gross')).toEqual([-160_000, -157_500, -2500, -157_500]);
    expect(forecast('net')).toEqual([-120_000, -127_500, 7500, -127_500]);
  });

  it('says what is beside the recorded lines', () => {
    const table = orThrow(drawTable(book, spec([['all', {}]]), { assumed: actionLines(book, about, 'net') }));
    expect(table.findings).toContainEqual({
      code: 'assumed',
      severity: 'note',
      where: ['column:forecast'],
      by: '300.00',
      params: { column: 'forecast' },
    });
    expect(orThrow(drawTable(book, spec([['all', {}]]))).findings.some(({ code }) => code === 'assumed')).toBe(false);
  });

  it('holds the known effects against the deficit, and says how many are not known', () => {
    expect(orThrow(planAgainstDeficit(book, about))).toEqual({
      recorded: -50_000,
      gross: -60_000,
      net: -20_000,
      unknown: 1,
      enough: false,
    });
    const more = plus(book, draft('ActionEffectRevised', { action: 'b', effects: [effect('200.00')] }));
    expect(orThrow(planAgainstDeficit(more, about))).toEqual({ recorded: -50_000, gross: -60_000, net: 0, unknown: 0, enough: true });
    expect(orThrow(planAgainstDeficit(more, about, { ansvar: ['52'] }))).toMatchObject({ recorded: 0, net: 7500 });
  });

  it('takes out of the net what waits or is given up, though a round has counted it in', () => {
    for (const type of ['ActionSuspended', 'ActionCancelled'] as const) {
      expect(orThrow(planAgainstDeficit(plus(book, draft(type, { action: 'a' })), about))).toMatchObject({ gross: -60_000, net: -60_000 });
    }
  });

  it('takes out what is counted in of an unknown effect where its action is', () => {
    const unknown = base(proposed('a', { effects: [effect()] }), counted('a', '40.00'));
    expect(actionLines(unknown, about, 'gross')).toEqual([
      { metric: 'forecast', codes: { ansvar: '51', konto: 'ut' }, year: '2025', amount: -4000 },
    ]);
    expect(actionLines(base(proposed('a', { effects: [effect('1.00')] }), counted('a', '0.00')), about, 'gross')).toEqual([]);
  });

  it('says what is not known', () => {
    expect(leftOf(planAgainstDeficit(book, { year: '2025', round: 'x' }))).toMatchObject({ _tag: 'TableError', reason: 'unknown-round' });
    expect(leftOf(planAgainstDeficit(bookOf([]), about))).toMatchObject({ _tag: 'CutError' });
  });
});
