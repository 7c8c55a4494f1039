import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Day } from '../base/time.js';
import type {
  AssignmentCarriedOver,
  AssignmentDueMoved,
  AssignmentGiven,
  AssignmentReported,
  CompletionCriterion,
} from '../events/assignment.js';
import type { AssignmentState } from '../evolve/assignment-state.js';
import { dueOn, isEnded } from '../evolve/assignment-state.js';
import type { LedgerState } from '../evolve/state.js';
import { hasCome } from './as-of.js';
import type { Proposed, View } from './context.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/**
 * What an assignment waits for need not be in the ledger: a plan names them in its own order, and a measure or an assignment of another
 * body may never be entered. Until it is, it waits, as the register shows it.
 */
export function assignmentGiven({ state }: View, { data }: Proposed<AssignmentGiven>): Verdict {
  const { assignment, completion } = data;
  if (state.assignments.has(assignment))
    return reject('assignment-exists', 'data.assignment', 'an assignment not given before', assignment);
  const goal = goalKnown(state, data.goal);
  if (isLeft(goal)) return goal;
  return waitsFor(state, completion, assignment)
    ? reject('circular', 'data.completion.assignment', `an assignment that does not wait for ${assignment}`, awaited(completion) ?? '')
    : accepted;
}

/** A goal has to be set before anything lies beneath it; whether it stands in the year is for who reads the year's tree. */
const goalKnown = ({ goals }: LedgerState, goal: string | undefined): Verdict =>
  goal === undefined || goals.has(goal) ? accepted : reject('goal-unknown', 'data.goal', 'a goal that was set', goal);

const awaited = (criterion: CompletionCriterion | undefined): string | undefined =>
  criterion !== undefined && 'assignment' in criterion ? criterion.assignment : undefined;

/** Whether a criterion, or that of the assignment that it waits for, and so on, waits for an assignment. One not given yet waits for none. */
function waitsFor(state: LedgerState, criterion: CompletionCriterion | undefined, assignment: string): boolean {
  const seen = new Set<string>();
  for (let at = awaited(criterion); at !== undefined && !seen.has(at); at = awaited(state.assignments.get(at)?.completion)) {
    if (at === assignment) return true;
    seen.add(at);
  }
  return false;
}

/**
 * A report is what somebody said on its day, and the newest holds: also where it says "not started" of what an earlier one called ongoing.
 * Reports are public documents and have to be recordable as they are; that the two do not agree is a finding on the register. What is done
 * may still be expected on a later day: that is when the body that gave it is to hear so.
 */
export function assignmentReported(view: View, proposed: Proposed<AssignmentReported>): Verdict {
  const { data } = proposed;
  const open = openAssignment(view.state, data.assignment);
  if (isLeft(open)) return open;
  const come = hasCome(view, proposed, data.asOf, 'data.asOf');
  if (isLeft(come)) return come;
  const last = open.right.reports.at(-1)?.asOf;
  return last !== undefined && data.asOf < last
    ? reject('as-of', 'data.asOf', `${last}, the day of its last report, or later`, data.asOf)
    : accepted;
}

export function assignmentDueMoved({ state }: View, { data }: Proposed<AssignmentDueMoved>): Verdict {
  const open = openAssignment(state, data.assignment);
  if (isLeft(open)) return open;
  const later = notBeforeLastDue(open.right, data.asOf, 'data.asOf');
  if (isLeft(later)) return later;
  return dueOn(open.right, data.asOf) === data.due
    ? reject('assignment-due', 'data.due', 'another day than it is due already', data.due)
    : accepted;
}

export function assignmentCarriedOver({ state }: View, { data }: Proposed<AssignmentCarriedOver>): Verdict {
  const open = openAssignment(state, data.assignment);
  if (isLeft(open)) return open;
  const last = open.right.years.at(-1)?.year ?? '';
  if (data.year <= last) return reject('year', 'data.year', `a year after ${last}`, data.year);
  const goal = goalKnown(state, data.goal);
  if (isLeft(goal)) return goal;
  return data.due === undefined ? accepted : notBeforeLastDue(open.right, `${data.year}-01-01`, 'data.year');
}

/** An assignment that goes on. What is done or cancelled has its last word: it is given anew if it is to be taken up again. */
function openAssignment(state: LedgerState, id: string): Either<Rejection, AssignmentState> {
  const assignment = state.assignments.get(id);
  if (assignment === undefined) return reject('assignment-unknown', 'data.assignment', 'an assignment that was given', id);
  const status = assignment.reports.at(-1)?.status;
  return isEnded(status)
    ? reject('assignment-ended', 'data.assignment', 'an assignment that is neither done nor cancelled', `${id} is ${status}`)
    : right(assignment);
}

/** Due dates hold one after the other: a new one does not come to hold before the last. */
function notBeforeLastDue({ dues }: AssignmentState, from: Day, field: string): Verdict {
  const last = dues.at(-1)?.from;
  return last !== undefined && from < last
    ? reject('as-of', field, `${last}, from when its last due date holds, or later`, from)
    : accepted;
}
