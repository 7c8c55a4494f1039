import type { Day, Year } from '../base/time.js';
import type { AssignmentStatus, CompletionCriterion, Progress } from '../events/assignment.js';
import type { AssignmentCount } from '../events/assignment-count.js';
import type { AssignmentState, AssignmentYear, DueDate } from '../evolve/assignment-state.js';
import { dueOn, isEnded, reportOn } from '../evolve/assignment-state.js';
import type { Book } from '../replay/book.js';
import type { Comment } from './comments.js';
import { latestComment } from './comments.js';

/** Which assignments: those to be reported in a year, as they stood on a day. */
export interface AssignmentsAbout {
  readonly year: Year;
  readonly asOf: Day;
}

/** An assignment as it stood on a day, in a year that it was to be reported in. */
export interface AssignmentRow {
  readonly id: string;
  readonly year: Year;
  readonly kind: string;
  readonly label: string;
  readonly goal: string | undefined;
  /** A department, never a person. */
  readonly responsible: string | undefined;
  /** The plan that names it for the year; undefined where none does. */
  readonly plan: string | undefined;
  /** Whether it was to be reported in an earlier year too. */
  readonly carried: boolean;
  /** The due date that held on the day. */
  readonly due: Day | undefined;
  /** The one that held when the year began: what a plan for the year says. */
  readonly plannedDue: Day | undefined;
  /** All that held until the day, in order: more than one where it was moved. */
  readonly dues: readonly DueDate[];
  /** Undefined, with the two after it, until it was first reported. */
  readonly status: AssignmentStatus | undefined;
  readonly progress: Progress | undefined;
  /** The first day that it was reported as begun, or as more; a later report may say otherwise. */
  readonly begun: Day | undefined;
  /** The day that the status speaks of. */
  readonly reported: Day | undefined;
  /** When it is expected to be done: as reported, else its due date where it goes as planned; undefined where not known. */
  readonly expected: Day | undefined;
  readonly completion: Completion | undefined;
  /** The latest word about it, and whether that is older than the day. */
  readonly comment: (Comment & { readonly older: boolean }) | undefined;
}

/** When an assignment counts as done, and whether that is so. */
export interface Completion {
  readonly criterion: CompletionCriterion;
  /** What the indicator or the other assignment is called; its id where it is unknown. */
  readonly label: string;
  /** Undefined for an indicator, whose target is judged by a municipality's rules and not here, and where the other assignment is unknown. */
  readonly met: boolean | undefined;
}

/**
 * The assignments of a year as they stood on a day, in the order in which they were given, as far as the book knows.
 *
 * @example
 * ```ts
 * import { assignments, emptyBook } from '@driftbok/core';
 * assignments(emptyBook(), { year: '2025', asOf: '2025-07-31' }) // => []
 * ```
 */
export function assignments(book: Book, about: AssignmentsAbout): readonly AssignmentRow[] {
  return [...book.state.assignments.values()].flatMap((assignment) => {
    const at = assignment.years.findIndex(({ year }) => year === about.year);
    const stand = assignment.years[at];
    return stand === undefined ? [] : [rowOf(book, assignment, stand, at > 0, about)];
  });
}

function rowOf(
  book: Book,
  assignment: AssignmentState,
  stand: AssignmentYear,
  carried: boolean,
  { year, asOf }: AssignmentsAbout,
): AssignmentRow {
  const { id, kind, dues, completion } = assignment;
  const { label, goal, responsible, plan } = stand;
  const report = reportOn(assignment, asOf);
  const due = dueOn(assignment, asOf);
  const comment = latestComment(book, { assignment: id }, { asOf, kind: 'status' });
  return {
    id,
    year,
    kind,
    label,
    goal,
    responsible,
    plan,
    carried,
    due,
    plannedDue: dueOn(assignment, `${year}-01-01`),
    dues: dues.filter(({ from }) => from === undefined || from <= asOf),
    status: report?.status,
    progress: report?.progress,
    begun: assignment.reports.find((each) => each.asOf <= asOf && (each.status === 'ongoing' || each.status === 'done'))?.asOf,
    reported: report?.asOf,
    expected: report?.expected ?? (report?.progress === 'as-planned' ? due : undefined),
    completion:
      completion === undefined
        ? undefined
        : { criterion: completion, label: labelOf(book, completion), met: isMet(book, completion, asOf) },
    comment: comment === undefined ? undefined : { ...comment, older: comment.asOf < asOf },
  };
}

function labelOf({ state }: Book, criterion: CompletionCriterion): string {
  return 'assignment' in criterion
    ? (state.assignments.get(criterion.assignment)?.years.at(-1)?.label ?? criterion.assignment)
    : (state.indicators.get(criterion.indicator)?.defined.label ?? criterion.indicator);
}

function isMet(book: Book, criterion: CompletionCriterion, asOf: Day): boolean | undefined {
  if (!('assignment' in criterion)) return undefined;
  const other = book.state.assignments.get(criterion.assignment);
  return other === undefined ? undefined : reportOn(other, asOf)?.status === 'done';
}

/** Whether an assignment is neither done nor cancelled; one that was never reported is open. */
export const isOpen = ({ status }: Pick<AssignmentRow, 'status'>): boolean => !isEnded(status);

/** The assignments that a stated count is of. */
export function assignmentsCounted(book: Book, count: AssignmentCount): readonly AssignmentRow[] {
  const { kind, status, progress, expected, carried } = count;
  return assignments(book, count).filter(
    (row) =>
      row.kind === kind &&
      (status === undefined || (status === 'open' ? isOpen(row) : row.status === status)) &&
      (progress === undefined || row.progress === progress) &&
      (expected === undefined || (row.expected?.slice(0, 4) ?? 'unknown') === expected) &&
      (carried === undefined || row.carried === (carried === 'yes')),
  );
}
