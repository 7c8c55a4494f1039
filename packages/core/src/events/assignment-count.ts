import type { Codec } from '../base/codec.js';
import { object, oneOf, refined } from '../base/codec.js';
import type { Day, Year } from '../base/time.js';
import { isYear } from '../base/time.js';
import type { AssignmentStatus, Progress } from './assignment.js';
import { day, slug, year } from './fields.js';

/**
 * A number of assignments, as a text counts them: those of a kind in a year, as they stood on a day, and what else is said of them.
 * What is left out is not asked for.
 */
export interface AssignmentCount {
  readonly year: Year;
  readonly asOf: Day;
  readonly kind: string;
  /** `open`: neither done nor cancelled. */
  readonly status?: AssignmentStatus | 'open';
  readonly progress?: Progress;
  /** The year that they are expected to be done in, or `unknown`. */
  readonly expected?: Year | 'unknown';
  /** `yes`: carried over from an earlier year. */
  readonly carried?: 'yes' | 'no';
}

const expected: Codec<Year | 'unknown'> = refined(
  'a year, YYYY, or unknown',
  (u) => typeof u === 'string' && (u === 'unknown' || isYear(u)),
);

export const AssignmentCount: Codec<AssignmentCount> = object(
  'AssignmentCount',
  { year, asOf: day, kind: slug },
  {
    status: oneOf('not-started', 'ongoing', 'done', 'cancelled', 'open'),
    progress: oneOf('as-planned', 'deviates'),
    expected,
    carried: oneOf('yes', 'no'),
  },
);
