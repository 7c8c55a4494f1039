import type { DecisionRecorded } from '../events/decision.js';

export type DecisionStage = DecisionRecorded['stage'];

/** A step of a matter; its body, day and paragraph stand in the event at its position. */
export interface DecisionMoment {
  readonly stage: DecisionStage;
  readonly position: number;
}

/** A matter before a body in its newest form, and the steps that it took. */
export interface DecisionState extends DecisionRecorded {
  readonly history: readonly DecisionMoment[];
}
