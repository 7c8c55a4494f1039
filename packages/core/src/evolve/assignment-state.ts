import type { Day, Year } from '../base/time.js';
import type { AssignmentReported, AssignmentStatus, CompletionCriterion } from '../events/assignment.js';

/** What holds of an assignment in a year that it is to be reported in. */
export interface AssignmentYear {
  readonly year: Year;
  readonly label: string;
  readonly goal: string | undefined;
  /** A department, never a person. */
  readonly responsible: string | undefined;
  /** The plan that names it for this year; undefined where none does. */
  readonly plan: string | undefined;
}

/** A due date, from the day on which it holds; the first one holds from the beginning (undefined). */
export interface DueDate {
  readonly from: Day | undefined;
  readonly due: Day;
  readonly reason: string | undefined;
}

/** An assignment over all the years that it is reported in. */
export interface AssignmentState {
  readonly id: string;
  readonly kind: string;
  readonly completion: CompletionCriterion | undefined;
  /** Sorted; the first is the year it was given for, each later one was carried over to. */
  readonly years: readonly AssignmentYear[];
  /** In the order in which they came to hold; empty while it has no due date. */
  readonly dues: readonly DueDate[];
  /** Sorted by day; of several of one day, in the order recorded. */
  readonly reports: readonly Omit<AssignmentReported, 'assignment'>[];
}

/** Whether an assignment of a status is to be reported no more. */
export const isEnded = (status: AssignmentStatus | undefined): boolean => status === 'done' || status === 'cancelled';

/** The due date that held on a day; undefined where there was none. */
export const dueOn = ({ dues }: AssignmentState, on: Day): Day | undefined =>
  dues.filter(({ from }) => from === undefined || from <= on).at(-1)?.due;

/** The last report of a day or before. */
export const reportOn = ({ reports }: AssignmentState, on: Day): AssignmentState['reports'][number] | undefined =>
  reports.filter(({ asOf }) => asOf <= on).at(-1);
