import type { AssignmentRow } from '@driftbok/core';
import { isOpen } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { daysBetween } from '../last-day.js';
import type { RowsAbout } from './rows-of.js';
import { finding, nameOf, placeOf } from './tell.js';

/** Due dates against what is reported of each assignment, and its reports against each other. */
export const dueFindings = (rows: readonly AssignmentRow[], about: RowsAbout): readonly PresentedFinding[] =>
  rows.flatMap((row) => [
    ...asPlannedYetLate(row, about),
    ...deviatesYetInTime(row, about),
    ...dueBeforeYear(row, about),
    ...unmet(row),
    ...begunBefore(row),
  ]);

/** "As planned", with a due date that passed before it was done, or before now, or that it is not expected to keep. */
function asPlannedYetLate(row: AssignmentRow, { asOf }: RowsAbout): readonly PresentedFinding[] {
  const { due, progress, reported = asOf, expected } = row;
  if (due === undefined || progress !== 'as-planned') return [];
  const open = isOpen(row);
  const on = open ? asOf : reported;
  const which = nameOf(row);
  if (due < on) {
    const values = { which, due, on, days: String(daysBetween(due, on)), expected: expected ?? '–' };
    return [finding(open ? 'due-passed' : 'done-after-due', 'warning', [placeOf(row)], values)];
  }
  return open && expected !== undefined && expected > due
    ? [finding('expected-after-due', 'warning', [placeOf(row)], { which, due, expected, days: String(daysBetween(due, expected)) })]
    : [];
}

/** "Deviates", though it is expected to be done by a due date that is still to come. */
function deviatesYetInTime(row: AssignmentRow, { asOf }: RowsAbout): readonly PresentedFinding[] {
  const { due, progress, expected } = row;
  if (due === undefined || expected === undefined || progress !== 'deviates' || !isOpen(row)) return [];
  if (due < asOf || expected > due) return [];
  const values = { which: nameOf(row), due, expected, days: String(daysBetween(expected, due)) };
  return [finding('deviates-before-due', 'note', [placeOf(row)], values)];
}

/** Due before the year that it was first given for: it should have been carried over to that year. */
function dueBeforeYear(row: AssignmentRow, { year }: RowsAbout): readonly PresentedFinding[] {
  const { plannedDue, carried } = row;
  return carried || plannedDue === undefined || plannedDue >= `${year}-01-01`
    ? []
    : [finding('due-before-year', 'note', [placeOf(row)], { which: nameOf(row), due: plannedDue, year })];
}

/** Done, though the assignment that it waits for is not. */
function unmet(row: AssignmentRow): readonly PresentedFinding[] {
  const { status, completion } = row;
  if (status !== 'done' || completion?.met !== false || !('assignment' in completion.criterion)) return [];
  return [finding('criterion-not-met', 'warning', [placeOf(row)], { which: nameOf(row), criterion: nameOf(completion) })];
}

/** Reported as not started, after a report that it was begun: one of the two is wrong, or it was started over. */
function begunBefore(row: AssignmentRow): readonly PresentedFinding[] {
  const { status, begun, reported } = row;
  return status !== 'not-started' || begun === undefined || reported === undefined
    ? []
    : [finding('begun-before', 'warning', [placeOf(row)], { which: nameOf(row), on: reported, begun })];
}
