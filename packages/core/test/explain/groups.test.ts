import { describe, expect, it } from 'vitest';
import type { Draft } from '@driftbok/core';
import { explainChange, explainDeviation, orThrow } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { budget, draft, line, lines, outcome, revise, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';
import { briefly, cutOf, doing, reason, reviseFor, year2025 } from './support.js';

const by = (correlation: string, each: Draft): Draft => ({ ...each, correlation });
const months = ['2025-01', '2025-02', '2025-03'];
const start = charted(round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '-1000.00')));
const forecast = year2025('forecast');
const said = (kronor: number, ...units: readonly string[]): Draft =>
  reviseFor(
    'P1',
    [],
    units.map((unit) => [unit, 'ut', '2025', kronor]),
  );

describe('groups', () => {
  it('are correlations, else actors', () => {
    const mine = { ...said(-900, '51'), actor: { role: 'chef', id: 'c7' } };
    expect(briefly(doing(start, forecast, 'group', [mine, by('k1', said(-100, '6'))]))).toEqual([
      ['chef c7', 10_000],
      ['k1', -10_000],
    ]);
  });

  it('that say something of one coding share what both moved, each by what it would have moved alone or last', () => {
    // Alone: −900 is +100, −700 is +300; together the last word is −700, +300.
    expect(briefly(doing(start, forecast, 'group', [by('a', said(-900, '51')), by('b', said(-700, '51'))]))).toEqual([
      ['a', 5000],
      ['b', 25_000],
    ]);
  });

  it('whose last word is what stood have a part too', () => {
    expect(briefly(doing(start, forecast, 'group', [by('a', said(-900, '51')), by('b', said(-1000, '51'))]))).toEqual([
      ['a', 5000],
      ['b', -5000],
    ]);
  });

  it('that a scope meets share as well, though it names nothing of the other', () => {
    const scoped = draft('ForecastRevised', {
      round: 'P1',
      year: '2025',
      scope: { dimension: 'ansvar', code: '5' },
      lines: lines(line('52', 'ut', '2025', '-40.00')),
    });
    // b sets 51 to 0: alone +1000, after a the same end; 52 is b's own.
    expect(briefly(doing(start, forecast, 'group', [by('a', said(-900, '51')), by('b', scoped)]))).toEqual([
      ['a', 5000],
      ['b', 91_000],
    ]);
  });

  it('are plain sums where they say something of different codings', () => {
    expect(briefly(doing(start, forecast, 'group', [by('a', said(-900, '51')), by('b', said(-50, '52', '6'))]))).toEqual([
      ['a', 10_000],
      ['b', -10_000],
    ]);
  });

  it('do not meet in another field or year: a budget does not bear on a forecast', () => {
    const drafts = [
      by('a', said(-900, '51')),
      by('b', budget('2025', line('51', 'ut', '2025', '-800.00'))),
      by('c', draft('PlanAdopted', { plan: 'VEP', year: '2025', lines: lines(line('51', 'ut', '2025', '-1.00')) })),
      by('d', budget('2026', line('51', 'ut', '2026', '-800.00'))),
    ];
    expect(briefly(doing(start, year2025('forecast-deviation'), 'group', drafts))).toEqual([
      ['a', 10_000],
      ['b', 80_000],
    ]);
  });

  it('have a reversal with what it reverses, where both lie between the cuts', () => {
    const posted = outcome(line('51', 'ut', '2025-01', '-10.00'));
    const reversal = draft('OutcomeReversed', { posting: posted.id, month: '2025-01' }, { stream: 'outcome/2025-01' });
    const posting = { ...posted, stream: 'outcome/2025-01' };
    const spent = year2025('outcome');
    expect(briefly(doing(start, spent, 'group', [by('a', posting), by('b', reversal)]))).toEqual([['a', 0]]);
    expect(briefly(doing(plus(start, posting), spent, 'group', [by('b', reversal)]))).toEqual([['b', 1000]]);
  });

  it('bend each other by phasings: then the one without a line in the span is named by its events', () => {
    const base = charted();
    // a gives February, outside the span; b's whole year then follows it, and nothing falls in January.
    const drafts = [
      by('a', budget('2025', line('51', 'ut', '2025-02', '-120.00'))),
      by('b', budget('2025', line('51', 'ut', '2025', '-120.00'))),
    ];
    const explanation = doing(base, { metric: 'budget', span: { period: '2025-01' }, where: {} }, 'group', drafts);
    expect([explanation.total, briefly(explanation)]).toEqual([
      0,
      [
        ['a', 500],
        ['b', -500],
      ],
    ]);
    expect(explanation.parts.map(({ events }) => events)).toEqual(drafts.map(({ id }) => [id]));
  });

  it('keep what they did when its unit moves; what stood before it moves with the trees, which have a part of their own', () => {
    const move = draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '5', from: '2025-03' });
    const base = plus(start, said(-40, '6'));
    const five = year2025('forecast', { ansvar: ['5'] });
    const drafts = [by('a', said(-100, '6')), move, by('b', said(-300, '6'))];
    // −40 comes in with the unit. Alone a is −60 and b −260; b is the last word.
    expect(briefly(doing(base, five, 'group', drafts))).toEqual([
      ['a', -3000],
      ['b', -23_000],
      ['reorganisation', -4000],
    ]);
  });

  it('of half an öre each share it in order of their first event', () => {
    const cent = (group: string, amount: string): Draft => by(group, revise('P1', '2025', line('52', 'ut', '2025', amount)));
    expect(briefly(doing(start, forecast, 'group', [cent('z', '0.02'), cent('y', '0.01')]))).toEqual([
      ['z', 1],
      ['y', 0],
    ]);
    expect(briefly(doing(start, forecast, 'group', [cent('a', '0.02'), cent('b', '0.01')]))).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });
});

describe('too many groups', () => {
  const crowd = (count: number, unit: (at: number) => string): readonly Draft[] =>
    Array.from({ length: count }, (_, at) =>
      by(`g${at}`, reviseFor('P1', [reason(`r${at}`, 1)], [[unit(at), 'ut', months[at % 3] ?? '', -at]])),
    );

  it('on one coding are refused', () => {
    const book = plus(start, ...crowd(13, () => '52'));
    expect(leftOf(explainChange(book, forecast, { from: cutOf(start.position), to: cutOf(book.position), by: 'group' }))).toEqual({
      _tag: 'ExplainError',
      reason: 'too-many-groups',
      expected: 'at most 12 groups that bear on one coding',
      got: '13',
    });
    expect(leftOf(explainDeviation(book, year2025('forecast-deviation'), { at: cutOf(book.position), by: 'group' }))).toMatchObject({
      reason: 'too-many-groups',
    });
  });

  it('are twelve and no fewer', () => {
    const { parts } = doing(
      start,
      forecast,
      'group',
      crowd(12, () => '52'),
    );
    expect(parts).toHaveLength(11);
  });

  it('are not too many on different codings, or in another field', () => {
    const drafts = crowd(20, (at) => (at % 2 === 0 ? '52' : '6'));
    expect(doing(start, forecast, 'group', drafts).parts.length).toBeGreaterThan(12);
    const book = plus(start, ...crowd(13, () => '52'));
    expect(orThrow(explainChange(book, year2025('budget'), { from: cutOf(0), to: cutOf(book.position), by: 'group' })).parts).toEqual([]);
  });
});
