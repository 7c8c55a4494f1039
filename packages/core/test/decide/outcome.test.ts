import { describe, expect, it } from 'vitest';
import type { Draft } from '@driftbok/core';
import { isRight, propose } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { budget, draft, line, outcome } from '../support/drafts.js';
import { months, newest } from '../support/journal.js';

const ut = (when: string, amount: string) => line('51', 'ut', when, amount);
const closed = (month: string): Draft => draft('PeriodClosed', { month });
const reversed = (posting: string, month: string): Draft => draft('OutcomeReversed', { posting, month });
const takes = (book: ReturnType<typeof charted>, ...drafts: readonly Draft[]): boolean => isRight(propose(book, drafts));

describe('a posting', () => {
  it('may be of several months, and of no month', () => {
    const book = charted(outcome(ut('2025-01', '1.00'), ut('2025-12', '2.00'), ut('2025', '3.00')));
    expect(months(book, '51/ut', 'outcome')).toEqual({ '2025': 300, '2025-01': 100, '2025-12': 200 });
  });

  it('is refused for a closed month, whatever books it is filed under', () => {
    const book = charted(closed('2025-01'));
    for (const stream of ['outcome/2025-01', 'outcome/2025-02']) {
      expect(rejected(book, { ...outcome(ut('2025-01', '1.00')), stream })).toMatchObject({ reason: 'period-closed', got: '2025-01' });
    }
    expect(takes(book, { ...outcome(ut('2025-02', '1.00')), stream: 'outcome/2025-01' })).toBe(true);
  });

  it('for a whole year is refused while any of its months is closed', () => {
    const book = charted(closed('2025-07'), closed('2024-12'), closed('2026-01'));
    const whole = (year: string): Draft => ({ ...outcome(ut(year, '1.00')), stream: 'outcome/2025-02' });
    expect(rejected(book, whole('2025'))).toMatchObject({
      reason: 'period-closed',
      expected: 'a month that is open; 2025-07 is closed',
      got: '2025',
    });
    expect(takes(book, whole('2023'))).toBe(true);
    expect(takes(plus(book, draft('PeriodReopened', { month: '2025-07' })), whole('2025'))).toBe(true);
  });
});

describe('a month', () => {
  it('is closed when open and opened when closed', () => {
    const book = charted(closed('2025-01'));
    expect(rejected(book, closed('2025-01'))).toEqual({
      reason: 'period-closed',
      field: 'data.month',
      expected: 'a month that is open',
      got: '2025-01',
    });
    const open = plus(book, draft('PeriodReopened', { month: '2025-01' }));
    expect(rejected(open, draft('PeriodReopened', { month: '2025-01' }))).toMatchObject({ reason: 'period-open' });
    expect(takes(open, outcome(ut('2025-01', '1.00')), closed('2025-01'))).toBe(true);
  });

  it('that is closed takes a budget', () => {
    expect(takes(charted(closed('2025-01')), budget('2025', ut('2025-01', '1.00')))).toBe(true);
  });
});

describe('a reversal', () => {
  const posting = outcome(ut('2025-01', '1.00'), ut('2025-02', '-2.50'), ut('2025-02', '0.00'));
  const book = charted(posting);

  it('takes its posting back whole, in its months', () => {
    const after = plus(book, reversed(posting.id, '2025-02'));
    expect(newest(after).map(({ month, ore }) => [month, ore])).toEqual([
      ['2025-01', -100],
      ['2025-02', 250],
      ['2025-02', 0],
    ]);
    expect(months(after, '51/ut', 'outcome')).toEqual({});
    expect(Object.is(newest(after)[2]?.ore, 0)).toBe(true);
  });

  it('says the month in the stream of its posting', () => {
    expect(rejected(book, reversed(posting.id, '2025-01'))).toEqual({
      reason: 'wrong-stream',
      field: 'data.month',
      expected: 'the month in outcome/2025-02',
      got: '2025-01',
    });
  });

  it('is of a posting, once', () => {
    const other = budget('2025', ut('2025-01', '1.00'));
    expect(rejected(plus(book, other), reversed(other.id, '2025-02'))).toMatchObject({ reason: 'posting-unknown', got: 'BudgetAdopted' });
    const again = reversed(posting.id, '2025-02');
    const once = plus(book, again);
    expect(rejected(once, reversed(posting.id, '2025-02'))).toMatchObject({ reason: 'posting-reversed', got: `reversed by ${again.id}` });
    expect(rejected(once, reversed(again.id, '2025-02'))).toMatchObject({ reason: 'posting-unknown', got: 'OutcomeReversed' });
  });

  it('is refused while a month of its posting is closed', () => {
    const shut = plus(book, closed('2025-01'));
    expect(rejected(shut, reversed(posting.id, '2025-02'))).toMatchObject({
      reason: 'period-closed',
      field: 'data.posting',
      got: '2025-01',
    });
  });

  it('may be of a posting in its own batch', () => {
    const later = outcome(ut('2025-03', '9.00'));
    const after = plus(book, later, reversed(later.id, '2025-03'));
    expect(months(after, '51/ut', 'outcome')).toEqual({ '2025-01': 100, '2025-02': -250 });
  });
});
