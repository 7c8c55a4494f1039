import type { Codec } from '../base/codec.js';
import { byKey, object, oneOf } from '../base/codec.js';
import type { Day, Year } from '../base/time.js';
import { day, label, slug, year } from './fields.js';

/** When an assignment counts as done, beyond being reported so: an indicator is at its target, or another assignment is done. */
export type CompletionCriterion = { readonly indicator: string } | { readonly assignment: string };
const criterion = byKey<CompletionCriterion>('indicator | assignment', {
  indicator: object<{ readonly indicator: string }>('CompletionCriterion', { indicator: slug }),
  assignment: object<{ readonly assignment: string }>('CompletionCriterion', { assignment: slug }),
});

/** Somebody is given something to do and to report: an assignment of the council or board, or an initiative of the board's own. */
export interface AssignmentGiven {
  readonly assignment: string;
  readonly label: string;
  /** Which sort, in the municipality's words: `uppdrag`, `namndinitiativ`. */
  readonly kind: string;
  /** The first year it is to be reported in. */
  readonly year: Year;
  readonly goal?: string;
  readonly due?: Day;
  /** A department, never a person. */
  readonly responsible?: string;
  readonly completion?: CompletionCriterion;
  /** The plan that names it; absent where none does. */
  readonly plan?: string;
}
export const AssignmentGiven: Codec<AssignmentGiven> = object(
  'AssignmentGiven',
  { assignment: slug, label, kind: slug, year },
  { goal: slug, due: day, responsible: label, completion: criterion, plan: slug },
);

export type AssignmentStatus = 'not-started' | 'ongoing' | 'done' | 'cancelled';
export type Progress = 'as-planned' | 'deviates';

/** How an assignment stands on a day, as reported. */
export interface AssignmentReported {
  readonly assignment: string;
  readonly asOf: Day;
  readonly status: AssignmentStatus;
  /** The forecast for completing it, as reported; it may contradict the due date, which is then a finding. */
  readonly progress: Progress;
  /** When it is expected to be reported as done; absent where that is not known. */
  readonly expected?: Day;
}
export const AssignmentReported: Codec<AssignmentReported> = object(
  'AssignmentReported',
  { assignment: slug, asOf: day, status: oneOf('not-started', 'ongoing', 'done', 'cancelled'), progress: oneOf('as-planned', 'deviates') },
  { expected: day },
);

/** An assignment is to be done by another day. */
export interface AssignmentDueMoved {
  readonly assignment: string;
  /** The day from which the new due date holds: a report of an earlier day shows the one before. */
  readonly asOf: Day;
  readonly due: Day;
  readonly reason?: string;
}
export const AssignmentDueMoved: Codec<AssignmentDueMoved> = object(
  'AssignmentDueMoved',
  { assignment: slug, asOf: day, due: day },
  { reason: label },
);

/** An assignment that was not done goes on in another year, perhaps under another goal, with another wording and another due date. */
export interface AssignmentCarriedOver {
  readonly assignment: string;
  readonly year: Year;
  readonly goal?: string;
  readonly label?: string;
  readonly responsible?: string;
  /** The due date from that year on; absent where it stays as it is. */
  readonly due?: Day;
  /** The plan that says so; absent where it goes on without any plan naming it. */
  readonly plan?: string;
}
export const AssignmentCarriedOver: Codec<AssignmentCarriedOver> = object(
  'AssignmentCarriedOver',
  { assignment: slug, year },
  { goal: slug, label, responsible: label, due: day, plan: slug },
);
