import type { Day, Year } from '../base/time.js';
import type { ActionEffect, ActionEffectRealised } from '../events/action.js';
import type { AmountText, RoundId } from '../events/fields.js';
import type { Codes } from '../events/reason.js';

/** How far an action has come. That it waits is told apart: a suspended action keeps its stage. */
export type ActionStage = 'proposed' | 'decided' | 'started' | 'completed' | 'cancelled';

/** A step in an action's life; who took it and on which decision stand in the event at its position. */
export interface ActionMoment {
  readonly step:
    | 'proposed'
    | 'decided'
    | 'suspended'
    | 'resumed'
    | 'started'
    | 'effect-revised'
    | 'effect-realised'
    | 'included'
    | 'completed'
    | 'cancelled';
  readonly position: number;
  readonly from: Day | undefined;
  readonly reason: string | undefined;
}

/** An action as its events make it. */
export interface ActionState {
  readonly id: string;
  readonly label: string;
  readonly plan: string | undefined;
  readonly about: Codes | undefined;
  readonly stage: ActionStage;
  readonly suspended: boolean;
  /** What is expected, by year: a year that is not here is not spoken of. */
  readonly effects: ReadonlyMap<Year, readonly ActionEffect[]>;
  readonly fullYearEffect: AmountText | undefined;
  readonly cost: AmountText | undefined;
  /** The newest that was said of each year and part. */
  readonly realised: readonly ActionEffectRealised[];
  /** By round, what its forecast counts in. */
  readonly included: ReadonlyMap<RoundId, AmountText>;
  readonly history: readonly ActionMoment[];
}
