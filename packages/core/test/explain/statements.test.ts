import { describe, expect, it } from 'vitest';
import type { Codes, Explanation, Reason, Subject } from '@driftbok/core';
import { explainDeviation, orThrow } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { budget, code, dimension, draft, line, outcome, revise, round } from '../support/drafts.js';
import { addsUp, briefly, cutOf, reason, year2025 } from './support.js';

const start = charted(
  budget('2025', line('51', 'in', '2025', '500.00'), line('51', 'ut', '2025', '-1200.00'), line('6', 'ut', '2025', '-600.00')),
  round('P1', '2025'),
  revise('P1', '2025', line('51', 'in', '2025', '700.00'), line('51', 'ut', '2025', '-1300.00'), line('6', 'ut', '2025', '-500.00')),
  outcome(line('51', 'ut', '2025-01', '-130.00')),
);
const stated = (
  about: Codes | undefined,
  reasons: readonly Reason[],
  more: { readonly period?: string; readonly metric?: Subject['metric']; readonly round?: string } = {},
) => draft('ReasonsStated', { round: 'P1', metric: 'forecast-deviation', reasons, ...(about === undefined ? {} : { about }), ...more });

function explained(subject: Subject, by: 'reason' | 'driver', ...drafts: Parameters<typeof plus>[1][]): Explanation {
  const book = plus(start, ...drafts);
  const explanation = orThrow(explainDeviation(book, subject, { at: cutOf(book.position), by }));
  addsUp(explanation);
  return explanation;
}
const whole = year2025('forecast-deviation');

describe('reasons stated for a deviation', () => {
  it('stand with what they state; the rest is not explained', () => {
    const explanation = explained(
      whole,
      'reason',
      stated(undefined, [reason('r1', 150, { evidence: 'none', parts: [reason('r2', 100)] }), reason('r3', 30)]),
    );
    expect(explanation).toMatchObject({ total: 20_000, unexplained: 2000, from: { given: 'budget' } });
    expect(briefly(explanation)).toEqual([
      ['r1', 15_000, [['r2', 10_000]], 5000],
      ['r3', 3000],
    ]);
    expect(explanation.parts[0]).toMatchObject({ evidence: 'none', stated: { amount: '150.00', agrees: undefined } });
  });

  it('give way to those stated later for the same', () => {
    expect(briefly(explained(whole, 'reason', stated(undefined, [reason('old', 1)]), stated(undefined, [reason('new', 200)])))).toEqual([
      ['new', 20_000],
    ]);
  });

  it('are those known at the cut', () => {
    const book = plus(start, stated(undefined, [reason('r1', 150)]));
    expect(orThrow(explainDeviation(book, whole, { at: cutOf(start.position), by: 'reason' }))).toMatchObject({
      parts: [],
      unexplained: 20_000,
    });
  });

  it.each([
    ['of another number', { metric: 'outcome-deviation' }],
    ['of a part of the year', { period: '2025-07' }],
  ] as const)('%s play no part', (_what, more) => {
    expect(explained(whole, 'reason', stated(undefined, [reason('r1', 150)], more))).toMatchObject({ parts: [], unexplained: 20_000 });
  });

  it('of a period are for exactly that period', () => {
    const june: Subject = { metric: 'outcome-deviation', span: { period: '2025-06' }, where: {} };
    const of = (period: string): Explanation =>
      explained(june, 'reason', stated(undefined, [reason('r1', 150)], { period, metric: 'outcome-deviation' }));
    expect(briefly(of('2025-06'))).toEqual([['r1', 15_000]]);
    expect(of('2025-05').parts).toEqual([]);
  });

  it('of another year play no part', () => {
    const drafts = [round('D1', '2024'), stated(undefined, [reason('r1', 150)], { round: 'D1' })];
    expect(explained(whole, 'reason', ...drafts).parts).toEqual([]);
  });

  it('are gathered by driver', () => {
    const reasons = [reason('r1', 150, { driver: 'price' }), reason('r2', 20), reason('r3', 30, { driver: 'price' })];
    expect(briefly(explained(whole, 'driver', stated(undefined, reasons)))).toEqual([
      [
        'price',
        18_000,
        [
          ['r1', 15_000],
          ['r3', 3000],
        ],
        0,
      ],
      ['volume', 2000, [['r2', 2000]], 0],
    ]);
  });
});

describe('reasons stated for parts of what is explained', () => {
  const income = stated({ konto: 'in' }, [reason('r1', 180)]);
  const cost = stated({ konto: 'ut' }, [reason('r2', -10, { driver: 'price' })]);

  it('are told within their parts, each with what it leaves over', () => {
    const explanation = explained(whole, 'reason', income, cost);
    expect(briefly(explanation)).toEqual([
      ['in', 20_000, [['r1', 18_000]], 2000],
      ['ut', 0, [['r2', -1000]], 1000],
    ]);
    expect(explanation.parts.map(({ label, driver }) => [label, driver])).toEqual([
      ['label in', undefined],
      ['label ut', undefined],
    ]);
    expect(explanation.unexplained).toBe(0);
    // Asked for by several codes, as the running operations are, each part still says which of them it is.
    const both = explained({ ...whole, where: { ...whole.where, konto: ['in', 'ut'] } }, 'reason', income, cost);
    expect(both.parts.map(({ label }) => label)).toEqual(['label in', 'label ut']);
  });

  it('are gathered by driver beneath, and what they leave over is not explained', () => {
    const explanation = explained(whole, 'driver', income, cost);
    expect(explanation.parts.map(({ id, amount }) => [id, amount])).toEqual([
      ['volume', 18_000],
      ['price', -1000],
    ]);
    expect(explanation.unexplained).toBe(3000);
  });

  it('give way to those stated for exactly what is asked', () => {
    expect(briefly(explained(whole, 'reason', income, stated(undefined, [reason('all', 200)])))).toEqual([['all', 20_000]]);
  });

  it('that lie in one another are not counted twice: the broader is told', () => {
    const explanation = explained(
      whole,
      'reason',
      stated({ ansvar: '51' }, [reason('r1', 50)]),
      stated({ ansvar: '5' }, [reason('r2', 70)]),
    );
    expect(briefly(explanation)).toEqual([['5', 10_000, [['r2', 7000]], 3000]]);
    expect(explanation.unexplained).toBe(10_000);
    // Also where the narrower is the newer.
    const turned = explained(whole, 'reason', stated({ ansvar: '5' }, [reason('r2', 70)]), stated({ ansvar: '51' }, [reason('r1', 50)]));
    expect(briefly(turned)).toEqual(briefly(explanation));
  });

  it('that may share lines are not counted twice: the newer is told', () => {
    const explanation = explained(
      whole,
      'reason',
      stated({ ansvar: '5' }, [reason('r1', 50)]),
      stated({ konto: 'ut' }, [reason('r2', -10)]),
    );
    expect(briefly(explanation)).toEqual([['ut', 0, [['r2', -1000]], 1000]]);
  });

  it('that cross may share lines too: each is the broader in one dimension', () => {
    const base = plus(start, code('konto', 'lokaler', { parent: 'ut' }));
    const book = plus(
      base,
      stated({ ansvar: '5', konto: 'lokaler' }, [reason('r1', 50)]),
      stated({ ansvar: '51', konto: 'ut' }, [reason('r2', -10)]),
    );
    const at = cutOf(book.position);
    const explanation = orThrow(explainDeviation(book, whole, { at, by: 'reason' }));
    expect(explanation.parts.map(({ id, amount }) => [id, amount])).toEqual([['51 ut', -10_000]]);
    expect([explanation.from, explanation.to]).toEqual([{ given: 'budget', position: at.position }, at]);
  });

  it('may be about a dimension named as every object has a key', () => {
    const base = plus(start, dimension('constructor'), code('constructor', 'x'), code('constructor', 'y'));
    const book = plus(base, stated({ constructor: 'x' }, [reason('r1', 50)]));
    const explanation = orThrow(explainDeviation(book, whole, { at: cutOf(book.position), by: 'reason' }));
    expect(explanation.parts.map(({ id, label, amount }) => [id, label, amount])).toEqual([['x', 'label x', 0]]);
  });

  it('are about what the whole is about as well, where that goes without saying', () => {
    const one = year2025('forecast-deviation', { konto: ['in'] });
    // 5 and 6 are all there is: stated for the accounts, or for the accounts of both.
    expect(briefly(explained(year2025('forecast-deviation', { konto: ['in'], ansvar: ['5', '6'] }), 'reason', income))).toEqual([
      ['r1', 18_000],
    ]);
    // A root that goes on in another is no root that anything is left out of.
    const into5 = draft('CodeSucceeded', {
      dimension: 'ansvar',
      kind: 'replacement',
      predecessors: ['6'],
      successors: [{ code: '5' }],
      from: '2025-12',
    });
    const five = year2025('forecast-deviation', { ansvar: ['5'] });
    expect(briefly(explained(five, 'reason', into5, stated(undefined, [reason('r1', 150)])))).toEqual([['r1', 15_000]]);
    expect(briefly(explained(five, 'reason', stated(undefined, [reason('r1', 150)])))).toEqual([]);
    expect(briefly(explained(one, 'reason', stated({ konto: 'in', ansvar: '51' }, [reason('r1', 180)])))).toEqual([
      ['in 51', 20_000, [['r1', 18_000]], 2000],
    ]);
  });
});
