import type { Model } from './model.js';
import type { Clock } from './oracle.js';
import type { Solve } from './solver.js';

/** What a component is looked at with. */
export interface Means {
  readonly solve: Solve;
  readonly clock: Clock;
  /** The most sets that are told of one contradiction. */
  readonly limit: number;
  /** The model with other figures in some places, in their own steps; undefined where other identities would hold in it. */
  readonly instead: (steps: ReadonlyMap<string, number>) => Model | undefined;
}
