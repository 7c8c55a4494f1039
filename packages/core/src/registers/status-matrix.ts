import type { AssignmentStatus, Progress } from '../events/assignment.js';
import type { AssignmentRow } from './assignments.js';

/** How many assignments of a kind and a status go as planned, and how many do not. */
export interface StatusCount {
  readonly kind: string;
  /** Undefined for those that were never reported, which go neither way. */
  readonly status: AssignmentStatus | undefined;
  readonly counts: Readonly<Record<Progress, number>>;
  readonly total: number;
}

const order: readonly (AssignmentStatus | undefined)[] = [undefined, 'not-started', 'ongoing', 'done', 'cancelled'];

/**
 * Assignments counted by kind, status and progress: kinds in the order they come in, statuses from not started to cancelled, and no
 * line for a status that none has.
 */
export function statusMatrix(rows: readonly AssignmentRow[]): readonly StatusCount[] {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return kinds.flatMap((kind) =>
    order.flatMap((status): readonly StatusCount[] => {
      const counted = rows.filter((row) => row.kind === kind && row.status === status);
      const going = (progress: Progress): number => counted.filter((row) => row.progress === progress).length;
      const counts = { 'as-planned': going('as-planned'), deviates: going('deviates') };
      return counted.length === 0 ? [] : [{ kind, status, counts, total: counted.length }];
    }),
  );
}
