import type { Codec } from '../base/codec.js';
import { list, object, oneOf, refined } from '../base/codec.js';
import type { Day, Month, Year } from '../base/time.js';
import { isMonth, isYear } from '../base/time.js';
import { day, label, slug, year } from './fields.js';
import type { Colour } from './indicator.js';

/**
 * A goal stands in the tree of goals from a year or a month on: under another goal, or at the root. Set again for a later one, it has
 * another wording or place from then on, and keeps what it was before.
 */
export interface GoalSet {
  readonly goal: string;
  readonly label: string;
  /** The first year, or month, that this holds for. */
  readonly from: Year | Month;
  /** Which level of goal, in the municipality's words: `malomrade`, `inriktningsmal`, `namndmal`, `fokusomrade`. */
  readonly kind: string;
  /** As the plan numbers it: `2.3`. */
  readonly number?: string;
  readonly parent?: string;
  /** `not-pursued`: the body says that it does not work with this goal, which is neither met nor missed. Left out where it says nothing. */
  readonly pursuit?: 'pursued' | 'not-pursued';
  readonly responsible?: string;
  /** When it is reported, in the municipality's words: `delar-1`, `delar-2`, `bokslut`. */
  readonly reported?: readonly string[];
}
const yearOrMonth: Codec<Year | Month> = refined(
  'a year, YYYY, or a month, YYYY-MM',
  (u) => typeof u === 'string' && (isYear(u) || isMonth(u)),
);
export const GoalSet: Codec<GoalSet> = object(
  'GoalSet',
  { goal: slug, label, from: yearOrMonth, kind: slug },
  { pursuit: oneOf('pursued', 'not-pursued'), number: slug, parent: slug, responsible: label, reported: list(slug, 1, 12) },
);

/** A goal ceases from a year on. */
export interface GoalClosed {
  readonly goal: string;
  readonly from: Year;
}
export const GoalClosed: Codec<GoalClosed> = object('GoalClosed', { goal: slug, from: year });

/** A goal judged as a whole by people, as of a day, whatever its indicators say. */
export interface GoalAssessed {
  readonly goal: string;
  readonly year: Year;
  readonly asOf: Day;
  readonly colour: Colour;
}
export const GoalAssessed: Codec<GoalAssessed> = object('GoalAssessed', {
  goal: slug,
  year,
  asOf: day,
  colour: oneOf('green', 'yellow', 'red'),
});
