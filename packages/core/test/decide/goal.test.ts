import { describe, expect, it } from 'vitest';
import type { Book, StandardEvents } from '@driftbok/core';
import { goalLabel, goalTree } from '@driftbok/core';
import { bookOf, plus, rejected } from '../support/books.js';
import { draftAfterwards as draft, opened } from '../support/drafts.js';

const set = (goal: string, from: string, more: Partial<StandardEvents['GoalSet']> = {}) =>
  draft('GoalSet', { goal, label: `${goal} of ${from}`, from, kind: 'mal', pursuit: 'pursued', ...more });
const closed = (goal: string, from: string) => draft('GoalClosed', { goal, from });
const assessed = (goal: string, year: string) => draft('GoalAssessed', { goal, year, asOf: `${year}-08-31`, colour: 'yellow' });
const book = (): Book => bookOf([opened(), set('1', '2024', { number: '1' }), set('1.1', '2024', { number: '1.1', parent: '1' })]);
const shape = (of: Book, year: string) => goalTree(of, year).map(({ goal, level, label }) => `${'>'.repeat(level)}${goal}: ${label}`);

describe('a goal', () => {
  it('stands from its year on, and as it was before in the years before', () => {
    const later = plus(book(), set('1.1', '2026', { number: '1.1' }));
    expect(shape(later, '2023')).toEqual([]);
    expect(shape(later, '2025')).toEqual(['1: 1 of 2024', '>1.1: 1.1 of 2024']);
    expect(shape(later, '2026')).toEqual(['1: 1 of 2024', '1.1: 1.1 of 2026']);
    expect(goalLabel(later, '1.1', '2025')).toBe('1.1 of 2024');
    expect(goalLabel(later, 'x', '2025')).toBeUndefined();
  });

  it('has another wording from a month on, and as the year began before it', () => {
    const renamed = plus(book(), set('1.1', '2025', { number: '1.1', parent: '1' }), set('1.1', '2025-07', { number: '1.1', parent: '1' }));
    const called = (at: string) => goalLabel(renamed, '1.1', at);
    expect(['2024-12', '2025', '2025-06', '2025-07', '2025-12', '2026'].map(called)).toEqual([
      '1.1 of 2024',
      '1.1 of 2025',
      '1.1 of 2025',
      '1.1 of 2025-07',
      '1.1 of 2025-07',
      '1.1 of 2025-07',
    ]);
    expect(goalTree(plus(renamed, assessed('1', '2025')), '2025-09')[0]?.assessed?.colour).toBe('yellow');
    expect(rejected(renamed, set('1', '2025-07', { parent: '1.1' }))).toMatchObject({ reason: 'circular' });
    expect(rejected(renamed, closed('1.1', '2025'))).toMatchObject({
      reason: 'year',
      expected: 'a year after 2025-07, since which it stands as it does',
    });
    expect(() => plus(book(), set('2', '2025-13'))).toThrow('a year, YYYY, or a month, YYYY-MM');
  });

  it('is judged for a year that it stands in from a month on, and not once it is laid aside in it', () => {
    expect(shape(plus(book(), set('2', '2025-03'), assessed('2', '2025')), '2025')).not.toContain('2: 2 of 2025-03');
    expect(rejected(plus(book(), set('1', '2025-03', { pursuit: 'not-pursued' })), assessed('1', '2025'))).toMatchObject({
      reason: 'goal-not-pursued',
    });
  });

  it('gives way when set again for the same year', () => {
    expect(shape(plus(book(), set('1', '2024', { label: 'better' })), '2024')[0]).toBe('1: better');
  });

  it('lies beneath a goal that stands as long as it does', () => {
    expect(rejected(book(), set('2', '2024', { parent: '9' }))).toMatchObject({ reason: 'goal-unknown', field: 'data.parent', got: '9' });
    expect(rejected(book(), set('2', '2023', { parent: '1' }))).toMatchObject({
      reason: 'goal-unknown',
      expected: 'a goal that stands in 2023',
    });
    const ended = plus(book(), set('3', '2024'), closed('3', '2026'));
    expect(rejected(ended, set('2', '2025', { parent: '3' }))).toMatchObject({
      reason: 'goal-closed',
      expected: 'a goal that stands in 2026',
    });
    // Moved away in time, it may have lain there.
    expect(shape(plus(ended, set('2', '2026'), set('2', '2025', { parent: '3' })), '2025')).toContain('>2: 2 of 2025');
  });

  it('never lies beneath itself, in no year', () => {
    expect(rejected(book(), set('1', '2025', { parent: '1' }))).toMatchObject({ reason: 'circular', expected: 'another goal' });
    expect(rejected(book(), set('1', '2025', { parent: '1.1' }))).toMatchObject({ reason: 'circular' });
    // In 2027 the two change places; set from 2025 for ever, the circle would close then.
    const turned = plus(book(), set('1.1', '2025'), set('1.1', '2027', { parent: '1' }));
    expect(rejected(turned, set('1', '2025', { parent: '1.1' }))).toMatchObject({
      reason: 'circular',
      expected: expect.stringContaining('2027'),
    });
  });

  it('closes once, after it has stood, with none beneath it', () => {
    expect(rejected(book(), closed('9', '2026'))).toMatchObject({ reason: 'goal-unknown' });
    expect(rejected(book(), closed('1', '2026'))).toMatchObject({ reason: 'goal-has-children', got: '1.1 lies beneath it' });
    expect(rejected(book(), closed('1.1', '2024'))).toMatchObject({ reason: 'year' });
    const without = plus(book(), closed('1.1', '2026'));
    expect(shape(without, '2026')).toEqual(['1: 1 of 2024']);
    expect(rejected(without, closed('1.1', '2027'))).toMatchObject({ reason: 'goal-closed' });
    expect(rejected(without, set('1.1', '2027'))).toMatchObject({ reason: 'goal-closed' });
    expect(rejected(without, closed('1', '2025'))).toMatchObject({ reason: 'goal-has-children' });
    expect(shape(plus(without, closed('1', '2026')), '2026')).toEqual([]);
  });

  it('is judged in a year that it stands in; the last word holds', () => {
    expect(rejected(book(), assessed('9', '2025'))).toMatchObject({ reason: 'goal-unknown' });
    expect(rejected(book(), assessed('1', '2023'))).toMatchObject({ reason: 'goal-closed' });
    const judged = plus(book(), assessed('1', '2025'));
    expect(goalTree(judged, '2025')[0]?.assessed).toEqual({ colour: 'yellow', asOf: '2025-08-31' });
    expect(goalTree(judged, '2024')[0]?.assessed).toBeUndefined();
  });

  it('is not judged where the board has laid it aside, nor as of a day that has not come', () => {
    const aside = plus(book(), set('1', '2025', { pursuit: 'not-pursued' }));
    expect(rejected(aside, assessed('1', '2025'))).toEqual({
      reason: 'goal-not-pursued',
      field: 'data.goal',
      expected: 'a goal that is pursued in 2025',
      got: '1 is not-pursued',
    });
    expect(goalTree(plus(aside, assessed('1', '2024')), '2024')[0]?.assessed?.colour).toBe('yellow');
    expect(rejected(book(), { ...assessed('1', '2027') })).toMatchObject({ reason: 'as-of', field: 'data.asOf', got: '2027-08-31' });
  });

  it('is sorted by its number as people count, those without one last', () => {
    const many = bookOf([
      opened(),
      set('d', '2024'),
      set('a', '2024', { number: '10' }),
      set('b', '2024', { number: '2' }),
      set('c', '2024', { number: '2.1' }),
    ]);
    expect(goalTree(many, '2024').map(({ goal }) => goal)).toEqual(['b', 'c', 'a', 'd']);
  });
});
