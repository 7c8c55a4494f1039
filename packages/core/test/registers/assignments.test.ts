import { describe, expect, it } from 'vitest';
import type { Draft, StandardEvents } from '@driftbok/core';
import { assignments, assignmentsCounted, latestComment, sha256Hex, textHashOf } from '@driftbok/core';
import { bookOf } from '../support/books.js';
import { draftAfterwards as draft, opened } from '../support/drafts.js';

const salt = '0'.repeat(32);
const comment = (
  id: string,
  asOf: string,
  text: string,
  more: Partial<Pick<StandardEvents['CommentMade'], 'standing' | 'kind' | 'about'>> = {},
): Draft =>
  draft(
    'CommentMade',
    {
      comment: id,
      about: { assignment: 'a' },
      standing: 'final',
      kind: 'status',
      asOf,
      textHash: textHashOf(text, salt, sha256Hex),
      ...more,
    },
    { text, salt },
  );
const given = (assignment: string, more: Partial<StandardEvents['AssignmentGiven']> = {}): Draft =>
  draft('AssignmentGiven', { assignment, label: assignment, kind: 'uppdrag', year: '2024', ...more });
const report = (assignment: string, asOf: string, more: Partial<StandardEvents['AssignmentReported']> = {}): Draft =>
  draft('AssignmentReported', { assignment, asOf, status: 'ongoing', progress: 'as-planned', ...more });

describe('assignments', () => {
  const book = bookOf([
    opened(),
    draft('GoalSet', { goal: 'g1', label: 'G1', from: '2024', kind: 'mal', pursuit: 'pursued' }),
    given('a', { goal: 'g1', due: '2024-12-31', responsible: 'Ett', plan: 'p24' }),
    report('a', '2024-07-31'),
    draft('AssignmentDueMoved', { assignment: 'a', asOf: '2024-09-01', due: '2025-03-31' }),
    draft('AssignmentCarriedOver', { assignment: 'a', year: '2025', label: 'A igen', due: '2025-06-30' }),
    report('a', '2025-07-31', { progress: 'deviates' }),
  ]);
  const one = (year: string, asOf: string) => assignments(book, { year, asOf })[0];

  it('shows each year as it was on its day, whatever came after', () => {
    expect(one('2024', '2024-07-31')).toMatchObject({ label: 'a', goal: 'g1', responsible: 'Ett', plan: 'p24', carried: false });
    expect(one('2024', '2024-07-31')).toMatchObject({ due: '2024-12-31', status: 'ongoing', expected: '2024-12-31' });
    expect(one('2024', '2024-12-31')?.due).toBe('2025-03-31');
    expect(one('2024', '2024-06-30')).toMatchObject({ status: undefined, progress: undefined, reported: undefined, expected: undefined });
  });

  it('keeps goal and department into another year, not the plan', () => {
    expect(one('2025', '2025-07-31')).toMatchObject({ label: 'A igen', goal: 'g1', responsible: 'Ett', plan: undefined, carried: true });
    expect(one('2025', '2025-07-31')).toMatchObject({ plannedDue: '2025-06-30', due: '2025-06-30', expected: undefined });
    expect(one('2025', '2025-07-31')?.dues.map(({ from, due }) => [from, due])).toEqual([
      [undefined, '2024-12-31'],
      ['2024-09-01', '2025-03-31'],
      ['2025-01-01', '2025-06-30'],
    ]);
    expect(assignments(book, { year: '2026', asOf: '2026-07-31' })).toEqual([]);
  });

  it('waits for another assignment, and leaves an indicator to the rules', () => {
    const waiting = bookOf([
      opened(),
      given('a', { completion: { assignment: 'b' } }),
      given('b', { completion: { indicator: 'i' } }),
      report('b', '2024-07-31', { status: 'done' }),
    ]);
    const named = assignments(waiting, { year: '2024', asOf: '2024-12-31' }).map(({ completion }) => completion?.label);
    expect(named.slice(0, 2)).toEqual(['b', 'i']);
    const met = (asOf: string) => assignments(waiting, { year: '2024', asOf }).map(({ completion }) => completion?.met);
    expect(met('2024-07-31')).toEqual([true, undefined]);
    expect(met('2024-07-30')).toEqual([false, undefined]);
  });

  it('has the latest final comment on its status, marked when it is older than the day', () => {
    const commented = bookOf([
      opened(),
      given('a'),
      comment('k1', '2024-04-30', 'april'),
      comment('k2', '2024-07-31', 'juli'),
      comment('k3', '2024-06-30', 'juni, sagt senare'),
      comment('k4', '2024-07-31', 'utkast', { standing: 'draft' }),
      comment('k5', '2024-07-31', 'förbehåll', { kind: 'caveat' }),
      given('b'),
      comment('k6', '2024-07-31', 'om annat', { about: { assignment: 'b' } }),
    ]);
    const said = (asOf: string) => assignments(commented, { year: '2024', asOf })[0]?.comment;
    expect(said('2024-07-31')).toMatchObject({ id: 'k2', asOf: '2024-07-31', text: 'juli', older: false });
    expect(said('2024-05-31')).toMatchObject({ id: 'k1', asOf: '2024-04-30', text: 'april', older: true });
    expect(said('2024-03-31')).toBeUndefined();
    expect(latestComment(commented, { assignment: 'a' }, { asOf: '2024-07-31', kind: 'caveat' })?.text).toBe('förbehåll');
  });
});

describe('a stated count', () => {
  const book = bookOf([
    opened(),
    given('a', { due: '2024-10-24' }),
    given('b', { year: '2023' }),
    given('c', { kind: 'initiativ' }),
    given('d'),
    draft('AssignmentCarriedOver', { assignment: 'b', year: '2024' }),
    report('a', '2024-07-31'),
    report('b', '2024-07-31', { status: 'done', progress: 'deviates', expected: '2024-07-01' }),
  ]);
  const count = (more: object): readonly string[] =>
    assignmentsCounted(book, { year: '2024', asOf: '2024-07-31', kind: 'uppdrag', ...more }).map(({ id }) => id);

  it('is of what it says, and of no less', () => {
    expect(count({})).toEqual(['a', 'b', 'd']);
    expect(count({ status: 'done' })).toEqual(['b']);
    expect(count({ status: 'open' })).toEqual(['a', 'd']);
    expect(count({ progress: 'as-planned' })).toEqual(['a']);
    expect(count({ expected: '2024' })).toEqual(['a', 'b']);
    expect(count({ expected: 'unknown' })).toEqual(['d']);
    expect(count({ carried: 'yes' })).toEqual(['b']);
    expect(count({ carried: 'no', status: 'open' })).toEqual(['a', 'd']);
  });
});
