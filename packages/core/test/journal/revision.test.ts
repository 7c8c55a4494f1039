import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Draft, Line, Reason } from '@driftbok/core';
import { formatAmount } from '@driftbok/core';
import type { Amount } from '@driftbok/core';
import { charted, plus } from '../support/books.js';
import { draft, line, lines, lock, revise, round } from '../support/drafts.js';
import { entries, months, newest } from '../support/journal.js';

const ut = (when: string, amount: string, reason?: string): Line => line('51', 'ut', when, amount, reason);
const open = charted(round('P1', '2025'));
const forecast = (book: Book, coding = '51/ut') => months(book, coding, 'forecast');
const reason = (id: string): Reason => ({ id, label: id, amount: '1.00', precision: '1.00', driver: 'volume', evidence: 'none' });
const scoped = (id: string, code: string, ...items: readonly Line[]): Draft =>
  draft('ForecastRevised', { round: id, year: '2025', scope: { dimension: 'ansvar', code }, lines: lines(...items) });

describe('a revision', () => {
  const first = plus(open, revise('P1', '2025', ut('2025', '-100.00'), line('52', 'ut', '2025-01', '7.00')));

  it('is journalled as it is where nothing stood', () => {
    expect(newest(first).map(({ coding, month, ore, round: ordinal }) => [coding, month, ore, ordinal])).toEqual([
      ['51/ut', '2025', -10_000, 1],
      ['52/ut', '2025-01', 700, 1],
    ]);
  });

  it('is journalled as the difference from what stood', () => {
    const second = plus(first, revise('P1', '2025', ut('2025', '-130.00')));
    expect(newest(second).map(({ coding, ore }) => [coding, ore])).toEqual([['51/ut', -3_000]]);
    expect(forecast(second)).toEqual({ '2025': -13_000 });
    expect(forecast(second, '52/ut')).toEqual({ '2025-01': 700 });
  });

  it('replaces all of a coding in its year, and nothing of other years', () => {
    const elsewhere = plus(
      open,
      round('P9', '2026'),
      draft('ForecastRevised', { round: 'P9', year: '2026', lines: lines(ut('2026', '5.00')) }),
    );
    const both = plus(
      elsewhere,
      revise('P1', '2025', ut('2025', '1.00')),
      revise('P1', '2025', ut('2025-01', '2.00'), ut('2025-02', '3.00')),
    );
    expect(forecast(both)).toEqual({ '2025-01': 200, '2025-02': 300, '2026': 500 });
  });

  it('adds up rows of one coding and month', () => {
    expect(forecast(plus(open, revise('P1', '2025', ut('2025', '1.00'), ut('2025', '2.50'))))).toEqual({ '2025': 350 });
  });

  it('that changes nothing writes nothing', () => {
    expect(newest(plus(first, revise('P1', '2025', ut('2025', '-100.00'))))).toEqual([]);
  });

  it('of 0 where nothing stood is a line: 0 is not blank', () => {
    const zero = plus(open, revise('P1', '2025', ut('2025', '0.00')));
    expect(newest(zero).map(({ ore }) => ore)).toEqual([0]);
    expect(newest(plus(zero, revise('P1', '2025', ut('2025', '0.00'))))).toEqual([]);
  });

  it('goes on in the next round from what the last one left', () => {
    const next = plus(first, lock('P1'), round('P2', '2025'), revise('P2', '2025', ut('2025', '-90.00')));
    expect(newest(next).map(({ ore, round: ordinal }) => [ore, ordinal])).toEqual([[1_000, 2]]);
    expect(forecast(next)).toEqual({ '2025': -9_000 });
  });

  it('leaves what it says, whatever stood before', () => {
    const amount = fc.integer({ min: -99_999, max: 99_999 });
    const rows = fc.dictionary(fc.constantFrom('2025', '2025-01', '2025-02', '2025-12'), amount, { minKeys: 1, maxKeys: 4 });
    const said = (given: Readonly<Record<string, number>>): Draft =>
      revise('P1', '2025', ...Object.entries(given).map(([when, ore]) => ut(when, formatAmount(ore as Amount))));
    fc.assert(
      fc.property(fc.array(rows, { minLength: 1, maxLength: 5 }), (revisions) => {
        const book = plus(open, ...revisions.map(said));
        const last = revisions.at(-1) ?? {};
        expect(forecast(book)).toEqual(
          Object.fromEntries(
            Object.entries(last)
              .filter(([, ore]) => ore !== 0)
              .sort(),
          ),
        );
      }),
    );
  });
});

describe('a revision with a scope', () => {
  const before = plus(
    open,
    revise(
      'P1',
      '2025',
      ut('2025', '1.00'),
      line('52', 'ut', '2025', '2.00'),
      line('6', 'ut', '2025', '3.00'),
      line('51', 'in', '2025', '4.00'),
    ),
  );
  const all = (book: Book) => ['51/ut', '51/in', '52/ut', '6/ut'].map((coding) => forecast(book, coding)['2025'] ?? null);

  it('makes all beneath it 0 but what it names', () => {
    expect(all(plus(before, scoped('P1', '5', ut('2025', '9.00'))))).toEqual([900, null, null, 300]);
    expect(all(plus(before, scoped('P1', '51', ut('2025', '9.00'))))).toEqual([900, null, 200, 300]);
  });

  it('makes 0 of what lies beneath in the December of its year', () => {
    const moved = plus(before, draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '5', from: '2025-12' }));
    expect(all(plus(moved, scoped('P1', '5', ut('2025', '9.00'))))).toEqual([900, null, null, null]);
    const later = plus(before, draft('CodeMoved', { dimension: 'ansvar', code: '6', parent: '5', from: '2026-01' }));
    expect(all(plus(later, scoped('P1', '5', ut('2025', '9.00'))))).toEqual([900, null, null, 300]);
  });

  it('leaves other years alone, and what has no code in its dimension', () => {
    const none = plus(
      before,
      revise('P1', '2025', line(null, 'ut', '2025', '5.00')),
      round('Q1', '2026'),
      revise('Q1', '2026', line('52', 'ut', '2026', '6.00')),
    );
    const after = plus(none, scoped('P1', '5', ut('2025', '9.00')));
    expect(forecast(after, '-/ut')).toEqual({ '2025': 500 });
    expect(forecast(after, '52/ut')).toEqual({ '2026': 600 });
  });

  it('may be in a dimension named constructor', () => {
    const own = plus(
      open,
      draft('DimensionDeclared', { dimension: 'constructor', label: 'c' }),
      draft('CodeOpened', { dimension: 'constructor', code: 'a', label: 'a' }),
      revise('P1', '2025', ut('2025', '1.00')),
      draft('ForecastRevised', {
        round: 'P1',
        year: '2025',
        scope: { dimension: 'constructor', code: 'a' },
        lines: { columns: ['constructor', 'month', 'amount'], rows: [['a', '2025', '2.00']] },
      }),
    );
    expect(forecast(own)).toEqual({ '2025': 100 });
    expect(newest(own).map(({ ore }) => ore)).toEqual([200]);
  });
});

describe('the reason of a line', () => {
  const reasoned = (...items: readonly Line[]): Draft =>
    draft('ForecastRevised', { round: 'P1', year: '2025', lines: lines(...items), reasons: [reason('r1'), reason('r2')] });

  it('is the one that its row names', () => {
    const book = plus(open, reasoned(ut('2025-01', '1.00', 'r1'), ut('2025-02', '1.00', 'r2'), ut('2025-03', '1.00')));
    expect(newest(book).map(({ month, reason: named }) => [month, named])).toEqual([
      ['2025-01', 'r1'],
      ['2025-02', 'r2'],
      ['2025-03', ''],
    ]);
  });

  it('is also that of the months left out, where all rows of a coding name the same', () => {
    const before = plus(open, revise('P1', '2025', ut('2025', '12.00')));
    expect(
      newest(plus(before, reasoned(ut('2025-01', '1.00', 'r1'), ut('2025-02', '1.00', 'r1')))).map(({ month, reason: named }) => [
        month,
        named,
      ]),
    ).toEqual([
      ['2025', 'r1'],
      ['2025-01', 'r1'],
      ['2025-02', 'r1'],
    ]);
    expect(newest(plus(before, reasoned(ut('2025-01', '1.00', 'r1'), ut('2025-02', '1.00', 'r2'))))[0]).toMatchObject({
      month: '2025',
      reason: '',
    });
    expect(newest(plus(before, reasoned(ut('2025-01', '1.00', 'r1'), ut('2025-02', '1.00'))))[0]).toMatchObject({
      month: '2025',
      reason: '',
    });
  });
});

describe('a plan', () => {
  const plan = (...items: readonly Line[]): Draft => draft('PlanAdopted', { plan: 'mål-och-budget', year: '2026', lines: lines(...items) });
  const first = charted(plan(ut('2026', '1.00'), line('52', 'ut', '2026-01', '2.00')));

  it('takes the place of all of the older one', () => {
    const second = plus(first, plan(ut('2026', '5.00')));
    expect(months(second, '51/ut', 'plan')).toEqual({ '2026': 500 });
    expect(months(second, '52/ut', 'plan')).toEqual({});
    expect(newest(second).map(({ ore, round: ordinal }) => [ore, ordinal])).toEqual([
      [400, 0],
      [-200, 0],
    ]);
  });

  it('is no budget, no forecast, and of its own year', () => {
    expect(new Set(entries(first).map(({ layer }) => layer))).toEqual(new Set(['plan']));
    const other = plus(first, draft('PlanAdopted', { plan: 'x', year: '2027', lines: lines(ut('2027', '7.00')) }));
    expect(months(other, '51/ut', 'plan')).toEqual({ '2026': 100, '2027': 700 });
  });
});
