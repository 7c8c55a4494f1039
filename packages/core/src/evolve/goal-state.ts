import type { Year } from '../base/time.js';
import type { GoalAssessed, GoalSet } from '../events/goal.js';
import type { IndicatorAssessed, IndicatorDefined, IndicatorMeasured, Target } from '../events/indicator.js';

/** A goal over all years. */
export interface GoalState {
  readonly goal: string;
  /** How it was set, sorted by the first year that it holds for. */
  readonly forms: readonly GoalSet[];
  /** The first year that it no longer stands in; undefined while it does. */
  readonly closed: Year | undefined;
  /** What people judged it as, in the order recorded. */
  readonly assessments: readonly GoalAssessed[];
}

/** Something followed up, over all years. */
export interface IndicatorState {
  /** Its newest definition. */
  readonly defined: IndicatorDefined;
  readonly targets: ReadonlyMap<Year, Target>;
  /** One a window, role and group: the newest. */
  readonly measures: readonly IndicatorMeasured[];
  readonly assessments: readonly IndicatorAssessed[];
}
