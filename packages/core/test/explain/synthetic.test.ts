import { describe, expect, it } from 'vitest';
import { emptyBook, explainChange, numberAt, orThrow } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { budget, draft, line, lines, outcome, revise, round } from '../support/drafts.js';
import { brief, briefly, cutOf, doing, year2025 } from './support.js';

const start = charted(
  budget('2025', line('51', 'ut', '2025', '-1200.00'), line('6', 'ut', '2025', '-600.00')),
  round('P1', '2025'),
  revise('P1', '2025', line('51', 'ut', '2025', '-1300.00'), line('6', 'ut', '2025', '-500.00')),
);
const adjust = (kronor: string) =>
  draft('BudgetAdjusted', { year: '2025', kind: 'supplementary', lines: lines(line('51', 'ut', '2025', kronor)) });
const five = year2025('forecast-deviation', { ansvar: ['5'] });

describe('a deviation of a forecast', () => {
  it('moves the other way when only the budget moves, and no forecast has a part in it', () => {
    const explanation = doing(start, five, 'reason', [adjust('-70.00')]);
    expect(explanation.total).toBe(7000);
    expect(explanation.split).toEqual({ forecast: 0, budget: 7000, outcome: 0, organisation: 0 });
    expect(briefly(explanation)).toEqual([['budget', 7000, [['BudgetAdjusted', 7000]], 0]]);
    expect(explanation.unexplained).toBe(0);
  });

  it('moves with the forecast when only that does', () => {
    const explanation = doing(start, five, 'reason', [revise('P1', '2025', line('51', 'ut', '2025', '-1250.00'))]);
    expect(explanation.split).toEqual({ forecast: 5000, budget: 0, outcome: 0, organisation: 0 });
    expect([explanation.total, explanation.unexplained, explanation.parts]).toEqual([5000, 5000, []]);
  });

  it('stands still when both move by as much, and shows both', () => {
    const drafts = [adjust('-70.00'), revise('P1', '2025', line('51', 'ut', '2025', '-1370.00'))];
    const explanation = doing(start, five, 'event', drafts);
    expect(explanation.total).toBe(0);
    expect(explanation.split).toEqual({ forecast: -7000, budget: 7000, outcome: 0, organisation: 0 });
    expect(explanation.parts.map(({ amount, events }) => [amount, events])).toEqual([
      [7000, [drafts[0]?.id]],
      [-7000, [drafts[1]?.id]],
    ]);
  });

  it('shows an event whose lines cancel, though its amount is 0', () => {
    const explanation = doing(start, year2025('forecast'), 'event', [
      revise('P1', '2025', line('51', 'ut', '2025', '-1400.00'), line('6', 'ut', '2025', '-400.00')),
    ]);
    expect(explanation.parts.map(({ amount }) => amount)).toEqual([0]);
  });
});

describe('going back in time', () => {
  it.each(['forecast-deviation', 'outcome-deviation'] as const)('turns what moved a %s round, each by itself', (metric) => {
    const after = plus(
      start,
      adjust('-70.00'),
      revise('P1', '2025', line('51', 'ut', '2025', '-1250.00')),
      outcome(line('51', 'ut', '2025-03', '-16.00')),
      draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '5', from: '2025-03' }),
    );
    const [from, to] = [cutOf(start.position), cutOf(after.position)];
    const forth = orThrow(explainChange(after, year2025(metric, { ansvar: ['5'] }), { from, to, by: 'reason' }));
    const back = orThrow(explainChange(after, year2025(metric, { ansvar: ['5'] }), { from: to, to: from, by: 'reason' }));
    const { forecast, budget: budgeted, outcome: posted, organisation } = forth.split;
    expect([forecast + posted, budgeted, organisation].filter((ore) => ore === 0)).toEqual([]);
    expect(back.split).toEqual({ forecast: 0 - forecast, budget: 0 - budgeted, outcome: 0 - posted, organisation: 0 - organisation });
  });
});

describe('a unit that moves', () => {
  const move = draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '5', from: '2025-03' });

  it.each(['reason', 'driver', 'unit', 'group'] as const)('is the reorganisation and nothing else, by %s', (by) => {
    const explanation = doing(start, five, by, [move]);
    expect(explanation.split).toEqual({ forecast: 0, budget: 0, outcome: 0, organisation: 10_000 });
    expect(briefly(explanation)).toEqual([['reorganisation', 10_000]]);
    expect(explanation.parts[0]).toMatchObject({ driver: 'reorganisation', events: [move.id] });
  });

  it('takes all beneath it along', () => {
    const under6 = draft('CodeMoved', { dimension: 'ansvar', code: '5', parent: '6', from: '2025-03' });
    const explanation = doing(start, year2025('forecast-deviation', { ansvar: ['6'] }), 'event', [under6]);
    expect(explanation).toMatchObject({ total: -10_000, split: { organisation: -10_000 }, parts: [{ id: under6.id, amount: -10_000 }] });
  });

  it('moves nothing of the whole, and is not named', () => {
    expect(doing(start, year2025('forecast-deviation'), 'event', [move])).toMatchObject({ total: 0, parts: [] });
  });

  it('moves nothing of an earlier month', () => {
    const january = { metric: 'budget', span: { period: '2025-01' }, where: { ansvar: ['5'] } } as const;
    expect(doing(start, january, 'event', [move])).toMatchObject({ total: 0, parts: [] });
  });

  it('moves the lines of its own months only, where each line is seen as it was', () => {
    const asWas = { ...year2025('budget', { ansvar: ['5'] }), organisation: 'as-was' } as const;
    // Ten of twelve months at 50 kr.
    expect(doing(start, asWas, 'reason', [move])).toMatchObject({ total: -50_000, split: { organisation: -50_000 } });
  });

  it('is one part though what comes in is what goes out', () => {
    const other = draft('CodeMoved', { dimension: 'ansvar', code: '51', from: '2025-03' });
    const even = charted(outcome(line('51', 'ut', '2025-04', '-10.00'), line('6', 'ut', '2025-04', '-10.00')));
    const explanation = doing(even, year2025('outcome', { ansvar: ['5'] }), 'event', [move, other]);
    expect(explanation.parts.map(({ amount }) => amount)).toEqual([-1000, 1000]);
    expect(explanation.total).toBe(0);
  });

  it('that is split takes with it the öre of each line, rounded one by one', () => {
    const halved = draft('CodeSucceeded', {
      dimension: 'ansvar',
      kind: 'split',
      predecessors: ['52'],
      from: '2025-06',
      successors: [
        { code: '51', share: '0.5' },
        { code: '6', share: '0.5' },
      ],
    });
    const odd = charted(...Array.from({ length: 3 }, () => outcome(line('52', 'ut', '2025-01', '0.01'))));
    // Half an öre is rounded up each time: 51 has all three, 6 none.
    const explanation = doing(odd, year2025('outcome', { ansvar: ['6'] }), 'event', [halved]);
    expect(explanation.total).toBe(0);
    expect(
      doing(odd, year2025('outcome', { ansvar: ['5'] }), 'unit', [halved], { unit: { dimension: 'ansvar', beneath: '5' } }).parts,
    ).toEqual([]);
    const later = doing(odd, year2025('outcome', { ansvar: ['5'] }), 'unit', [outcome(line('52', 'ut', '2025-02', '10.00')), halved], {
      unit: { dimension: 'ansvar', beneath: '5' },
    });
    expect(later.parts.map(brief)).toEqual([
      ['51', 500],
      ['6', 500],
      ['reorganisation', -500],
    ]);
  });
});

describe('a number without lines', () => {
  it('does not move, and has no parts', () => {
    const nothing = orThrow(explainChange(emptyBook(), year2025('forecast'), { from: cutOf(0), to: cutOf(0), by: 'event' }));
    expect(nothing).toMatchObject({ total: 0, parts: [], unexplained: 0 });
  });

  it('is blank, which a line of 0 is not', () => {
    const book = charted(round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '0.00')));
    expect(orThrow(numberAt(book, year2025('forecast', { ansvar: ['51'] }), book.position))).toBe(0);
    expect(orThrow(numberAt(book, year2025('forecast', { ansvar: ['52'] }), book.position))).toBeNull();
    expect(orThrow(numberAt(book, year2025('forecast', { ansvar: ['51'] }), book.position - 1))).toBeNull();
  });
});
