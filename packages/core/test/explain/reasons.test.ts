import { describe, expect, it } from 'vitest';
import { charted } from '../support/books.js';
import { budget, draft, line, lines, lock, revise, round } from '../support/drafts.js';
import { briefly, doing, reason, reviseFor, year2025 } from './support.js';

const start = charted(round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '-1000.00'), line('6', 'ut', '2025', '-1000.00')));
const forecast = year2025('forecast');
const nested = reason('all', 300, {
  parts: [reason('a', 500, { driver: 'price' }), reason('b', -250, { driver: 'policy', evidence: 'none' })],
});

describe('reasons that lines name', () => {
  it('stand at what the lines did, beside what is stated', () => {
    const [part] = doing(start, forecast, 'reason', [
      reviseFor('P1', [reason('r1', 300, { evidence: 'none', coding: { ansvar: '51' } })], [['51', 'ut', '2025', -740, 'r1']]),
    ]).parts;
    expect(part).toMatchObject({
      id: 'r1',
      label: 'because of r1',
      amount: 26_000,
      driver: 'volume',
      evidence: 'none',
      coding: { ansvar: '51' },
      parts: [],
      unexplained: 0,
      stated: { amount: '300.00', precision: '100.00', agrees: true },
    });
  });

  it.each([
    [-751, false],
    [-750, true],
    [-650, true],
    [-649, false],
  ])('agree within half a unit of the stated precision: %i', (kronor, agrees) => {
    const [part] = doing(start, forecast, 'reason', [reviseFor('P1', [reason('r1', 300)], [['51', 'ut', '2025', kronor, 'r1']])]).parts;
    expect(part?.stated?.agrees).toBe(agrees);
  });

  it('lie in each other, and what the parts leave over is said', () => {
    const rows = [
      ['51', 'ut', '2025', -500, 'a'],
      ['6', 'ut', '2025', -1250, 'b'],
    ] as const;
    const explanation = doing(start, forecast, 'reason', [reviseFor('P1', [nested], rows)]);
    expect(briefly(explanation)).toEqual([
      [
        'all',
        25_000,
        [
          ['a', 50_000],
          ['b', -25_000],
        ],
        0,
      ],
    ]);
    expect(explanation.parts[0]?.stated).toMatchObject({ amount: '300.00', agrees: true });
    const direct = doing(start, forecast, 'reason', [
      reviseFor(
        'P1',
        [nested],
        [
          ['51', 'ut', '2025', -500, 'a'],
          ['6', 'ut', '2025', -900, 'all'],
        ],
      ),
    ]);
    expect(briefly(direct)).toEqual([
      [
        'all',
        60_000,
        [
          ['a', 50_000],
          ['b', 0],
        ],
        10_000,
      ],
    ]);
  });

  it('are about what the reason is about that they are part of, where they do not say', () => {
    const parts = [reason('a', 200), reason('b', 100), reason('c', 50, { coding: { ansvar: '6' } })];
    const drafts = [reviseFor('P1', [reason('all', 350, { coding: { ansvar: '51' }, parts })], [['51', 'ut', '2025', -800, 'a']])];
    // Of a unit, what is about another is not told.
    expect(briefly(doing(start, year2025('forecast', { ansvar: ['51'] }), 'reason', drafts))).toEqual([
      [
        'all',
        20_000,
        [
          ['a', 20_000],
          ['b', 0],
        ],
        0,
      ],
    ]);
  });

  it('that no line of theirs names did nothing, and do not agree', () => {
    const explanation = doing(start, forecast, 'reason', [
      reviseFor(
        'P1',
        [reason('r1', 100), reason('r2', 400)],
        [
          ['51', 'ut', '2025', -900, 'r1'],
          ['6', 'ut', '2025', -600],
        ],
      ),
    ]);
    expect(briefly(explanation)).toEqual([
      ['r1', 10_000],
      ['r2', 0],
    ]);
    expect(explanation.parts.map(({ stated }) => stated?.agrees)).toEqual([true, false]);
    expect(explanation.unexplained).toBe(40_000);
  });

  it('are held against all their lines, also where only some are explained', () => {
    const drafts = [
      reviseFor(
        'P1',
        [reason('r1', 300)],
        [
          ['51', 'ut', '2025', -900, 'r1'],
          ['6', 'ut', '2025', -800, 'r1'],
        ],
      ),
    ];
    const [part] = doing(start, year2025('forecast', { ansvar: ['6'] }), 'reason', drafts).parts;
    expect([part?.amount, part?.stated?.agrees]).toEqual([20_000, true]);
  });

  it('of one id add up over the revisions that state them', () => {
    const drafts = [
      reviseFor('P1', [reason('r1', 100)], [['51', 'ut', '2025', -900, 'r1']]),
      reviseFor('P1', [reason('r1', 200)], [['51', 'ut', '2025', -700, 'r1']]),
    ];
    const explanation = doing(start, forecast, 'reason', drafts);
    expect(briefly(explanation)).toEqual([['r1', 30_000]]);
    expect(explanation.parts[0]).toMatchObject({ events: drafts.map(({ id }) => id), stated: { amount: '300.00', agrees: true } });
  });

  it('cover nothing of a line that names none: that is not explained', () => {
    const explanation = doing(start, forecast, 'reason', [
      reviseFor(
        'P1',
        [reason('r1', 100)],
        [
          ['51', 'ut', '2025', -900, 'r1'],
          ['6', 'ut', '2025', -1007],
        ],
      ),
    ]);
    expect([briefly(explanation), explanation.unexplained, explanation.total]).toEqual([[['r1', 10_000]], -700, 9300]);
  });

  it('named as the budget is are not taken for it', () => {
    const base = charted(
      budget('2025', line('51', 'ut', '2025', '-900.00')),
      round('P1', '2025'),
      revise('P1', '2025', line('51', 'ut', '2025', '-1000.00')),
    );
    const drafts = [
      draft('BudgetAdjusted', { year: '2025', kind: 'technical', lines: lines(line('51', 'ut', '2025', '-10.00')) }),
      reviseFor('P1', [reason('budget', 100, { driver: 'budget' })], [['51', 'ut', '2025', -900, 'budget']]),
    ];
    const byReason = doing(base, year2025('forecast-deviation'), 'reason', drafts);
    expect(briefly(byReason)).toEqual([
      ['budget', 10_000],
      ['budget', 1000, [['BudgetAdjusted', 1000]], 0],
    ]);
    expect(byReason.parts.map(({ stated }) => stated !== undefined)).toEqual([true, false]);
    expect(briefly(doing(base, year2025('forecast-deviation'), 'driver', drafts))).toEqual(briefly(byReason));
  });
});

describe('reasons of a revision whose lines name none', () => {
  const unlabelled = (reasons: Parameters<typeof reviseFor>[1]) => [reviseFor('P1', reasons, [['51', 'ut', '2025', -700]])];

  it('stand with what they state, and the rest is not explained', () => {
    const explanation = doing(start, forecast, 'reason', unlabelled([nested, reason('c', 50, { evidence: 'none' })]));
    expect(briefly(explanation)).toEqual([
      [
        'all',
        30_000,
        [
          ['a', 50_000],
          ['b', -25_000],
        ],
        5000,
      ],
      ['c', 5000],
    ]);
    expect(explanation.unexplained).toBe(-5000);
    expect(explanation.parts.map(({ stated, evidence }) => [stated?.agrees, evidence])).toEqual([
      [undefined, 'asserted'],
      [undefined, 'none'],
    ]);
  });

  it('are gathered by their drivers as well, parts by their own', () => {
    expect(briefly(doing(start, forecast, 'driver', unlabelled([nested])))).toEqual([
      ['volume', 5000],
      ['price', 50_000],
      ['policy', -25_000],
    ]);
  });

  it('are told of the whole, or of what they are about, but not of another part', () => {
    const about51 = reason('r1', 300, { coding: { ansvar: '51' } });
    expect(briefly(doing(start, year2025('forecast', { ansvar: ['5'] }), 'reason', unlabelled([about51])))).toEqual([['r1', 30_000]]);
    expect(briefly(doing(start, year2025('forecast', { ansvar: ['6'] }), 'reason', unlabelled([about51])))).toEqual([]);
    expect(briefly(doing(start, year2025('forecast', { ansvar: ['5'] }), 'reason', unlabelled([reason('r1', 300)])))).toEqual([]);
    // All roots: nothing that has a code is left out.
    expect(briefly(doing(start, year2025('forecast', { ansvar: ['5', '6'] }), 'reason', unlabelled([reason('r1', 300)])))).toEqual([
      ['r1', 30_000],
    ]);
  });

  it('are about the year, and so not told of a part of it', () => {
    const march = { metric: 'forecast', span: { period: '2025-03' }, where: {} } as const;
    expect(briefly(doing(start, march, 'reason', unlabelled([reason('r1', 300)])))).toEqual([]);
    expect(briefly(doing(start, { ...march, span: { period: '2025-12' } }, 'reason', unlabelled([reason('r1', 300)])))).toEqual([
      ['r1', 30_000],
    ]);
  });

  it('are not told of the outcome or of a budget', () => {
    for (const metric of ['outcome', 'budget', 'outcome-deviation'] as const) {
      expect(doing(start, year2025(metric), 'reason', unlabelled([reason('r1', 300)]))).toMatchObject({ total: 0, parts: [] });
    }
  });
});

describe('reasons of another year', () => {
  it('play no part, though their revision lies between the cuts', () => {
    const other = draft('ForecastRevised', {
      round: 'D2',
      year: '2024',
      lines: lines(line('51', 'ut', '2024', '-50.00')),
      reasons: [reason('r1', 999)],
    });
    const base = charted(round('D2', '2024'), round('P1', '2025'), revise('P1', '2025', line('51', 'ut', '2025', '-1000.00')));
    const explanation = doing(base, forecast, 'reason', [
      other,
      reviseFor('P1', [reason('r1', 100)], [['51', 'ut', '2025', -900, 'r1']]),
      lock('D2'),
    ]);
    expect(briefly(explanation)).toEqual([['r1', 10_000]]);
    expect(explanation.parts[0]?.stated).toEqual({ amount: '100.00', precision: '100.00', agrees: true });
    expect(doing(base, forecast, 'reason', [other])).toMatchObject({ total: 0, parts: [], unexplained: 0 });
  });
});
