import { describe, expect, it } from 'vitest';
import type { Draft, StandardEvents } from '@driftbok/core';
import { isRight, propose } from '@driftbok/core';
import { bookOf, plus, rejected } from '../support/books.js';
import { draftAfterwards as draft, opened } from '../support/drafts.js';

const given = (more: Partial<StandardEvents['AssignmentGiven']> = {}): Draft =>
  draft('AssignmentGiven', { assignment: 'a', label: 'A', kind: 'uppdrag', year: '2024', ...more });
const reported = (asOf: string, status: StandardEvents['AssignmentReported']['status'] = 'ongoing', assignment = 'a'): Draft =>
  draft('AssignmentReported', { assignment, asOf, status, progress: 'as-planned' });
const moved = (asOf: string, due: string, assignment = 'a'): Draft => draft('AssignmentDueMoved', { assignment, asOf, due });
const carried = (year: string, more: Partial<StandardEvents['AssignmentCarriedOver']> = {}): Draft =>
  draft('AssignmentCarriedOver', { assignment: 'a', year, ...more });

const book = bookOf([opened(), given({ due: '2024-12-31' })]);
const takes = (from: typeof book, ...drafts: readonly Draft[]): boolean => isRight(propose(from, drafts));

describe('an assignment', () => {
  it('is given once', () => {
    expect(rejected(book, given())).toEqual({
      reason: 'assignment-exists',
      field: 'data.assignment',
      expected: 'an assignment not given before',
      got: 'a',
    });
  });

  it.each([
    ['reported', reported('2024-07-31', 'ongoing', 'b')],
    ['moved', moved('2024-07-31', '2025-01-31', 'b')],
    ['carried over', draft('AssignmentCarriedOver', { assignment: 'b', year: '2025' })],
  ])('is given before it is %s', (_, step) => {
    expect(rejected(book, step)).toEqual({
      reason: 'assignment-unknown',
      field: 'data.assignment',
      expected: 'an assignment that was given',
      got: 'b',
    });
  });

  it.each(['done', 'cancelled'] as const)('that is %s is reported, moved and carried over no more', (status) => {
    const ended = plus(book, reported('2024-07-31', status));
    for (const step of [reported('2024-07-31'), reported('2024-08-31', 'done'), moved('2024-08-31', '2025-01-31'), carried('2025')])
      expect(rejected(ended, step)).toEqual({
        reason: 'assignment-ended',
        field: 'data.assignment',
        expected: 'an assignment that is neither done nor cancelled',
        got: `a is ${status}`,
      });
  });

  it('is not reported as of a day before its last report; of one day, the last counts', () => {
    const once = plus(book, reported('2024-07-31', 'not-started'));
    expect(rejected(once, reported('2024-07-30'))).toEqual({
      reason: 'as-of',
      field: 'data.asOf',
      expected: '2024-07-31, the day of its last report, or later',
      got: '2024-07-30',
    });
    expect(takes(once, reported('2024-07-31'))).toBe(true);
  });

  it('is not reported as of a day that has not come, by the wall clock of the ledger', () => {
    const late = '2025-07-30T22:30:00.000Z';
    const from = bookOf([opened(), { ...given(), recordedAt: late }]);
    const on = (asOf: string): Draft => ({ ...reported(asOf), recordedAt: late });
    expect(rejected(from, on('2025-08-01'))).toEqual({
      reason: 'as-of',
      field: 'data.asOf',
      expected: '2025-07-31, the day that it is recorded, or earlier',
      got: '2025-08-01',
    });
    // In Stockholm it is the 31st already, in New York not even the 31st of UTC.
    expect(takes(from, on('2025-07-31'))).toBe(true);
    const west = bookOf([opened('America/New_York'), { ...given(), recordedAt: late }]);
    expect(rejected(west, on('2025-07-31'))).toMatchObject({ reason: 'as-of', expected: expect.stringContaining('2025-07-30') });
    expect(rejected(west, { ...on('2025-07-31'), recordedAt: '2025-07-31T02:00:00.000Z' })).toMatchObject({ reason: 'as-of' });
  });

  it('may be reported as not started after it was ongoing: a report is recorded as it was made', () => {
    const begun = plus(book, reported('2024-07-31'));
    expect(takes(begun, reported('2024-08-31', 'not-started'))).toBe(true);
  });

  it('lies beneath a goal that was set', () => {
    expect(rejected(book, given({ assignment: 'b', goal: 'g' }))).toEqual({
      reason: 'goal-unknown',
      field: 'data.goal',
      expected: 'a goal that was set',
      got: 'g',
    });
    expect(rejected(book, carried('2025', { goal: 'g' }))).toMatchObject({ reason: 'goal-unknown', field: 'data.goal' });
    const withGoal = plus(book, draft('GoalSet', { goal: 'g', label: 'G', from: '2024', kind: 'mal', pursuit: 'pursued' }));
    expect(takes(withGoal, given({ assignment: 'b', goal: 'g' }), carried('2025', { goal: 'g' }))).toBe(true);
  });

  it('is due on another day when it is moved, and moves hold one after the other', () => {
    expect(rejected(book, moved('2024-07-31', '2024-12-31'))).toMatchObject({ reason: 'assignment-due', field: 'data.due' });
    const once = plus(book, moved('2024-07-31', '2025-01-31'));
    expect(rejected(once, moved('2024-07-30', '2025-02-28'))).toMatchObject({ reason: 'as-of', field: 'data.asOf', got: '2024-07-30' });
    expect(takes(once, moved('2024-07-31', '2024-12-31'))).toBe(true);
  });

  it('is carried over to a later year, where a new due date comes to hold after the last', () => {
    expect(rejected(book, carried('2024'))).toEqual({ reason: 'year', field: 'data.year', expected: 'a year after 2024', got: '2024' });
    expect(rejected(plus(book, carried('2026')), carried('2025'))).toMatchObject({ reason: 'year', expected: 'a year after 2026' });
    const late = plus(book, moved('2025-02-01', '2025-06-30'));
    expect(rejected(late, carried('2025', { due: '2025-09-30' }))).toMatchObject({ reason: 'as-of', field: 'data.year' });
    expect(takes(late, carried('2025'))).toBe(true);
  });

  it('may be done with a later day that it is expected to be told of, and wait for what is not in the ledger', () => {
    const done = { assignment: 'a', asOf: '2024-07-31', status: 'done', progress: 'as-planned', expected: '2024-10-24' } as const;
    expect(takes(book, draft('AssignmentReported', done))).toBe(true);
    expect(takes(book, given({ assignment: 'b', completion: { indicator: 'x' } }))).toBe(true);
    expect(takes(book, given({ assignment: 'b', completion: { assignment: 'x' } }))).toBe(true);
  });

  it('does not wait for itself, be it by way of others', () => {
    const waiting = (assignment: string, on: string): Draft => given({ assignment, completion: { assignment: on } });
    expect(rejected(book, waiting('b', 'b'))).toMatchObject({ reason: 'circular', field: 'data.completion.assignment', got: 'b' });
    const chain = plus(book, waiting('b', 'c'), waiting('c', 'd'));
    expect(rejected(chain, waiting('d', 'b'))).toMatchObject({ reason: 'circular', got: 'b' });
    expect(takes(chain, waiting('d', 'a'))).toBe(true);
    expect(takes(chain, given({ assignment: 'd', completion: { indicator: 'b' } }))).toBe(true);
  });
});
