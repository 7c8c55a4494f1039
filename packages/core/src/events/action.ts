import type { Codec } from '../base/codec.js';
import { list, object } from '../base/codec.js';
import type { Day, Month, Year } from '../base/time.js';
import type { AmountText, Evidence, RoundId } from './fields.js';
import { amountText, day, evidence, label, month, precision, roundId, slug, year } from './fields.js';
import type { Codes } from './reason.js';
import { codes } from './reason.js';

/**
 * What an action is expected to do to the result of a year: kronor, an improvement positive. Without `amount` the effect is not known,
 * which is not 0.
 */
export interface ActionEffect {
  readonly year: Year;
  readonly amount?: AmountText;
  readonly precision?: AmountText;
  /** The part of the organisation where it is to show. */
  readonly about?: Codes;
}
const effects: Codec<readonly ActionEffect[]> = list(
  object<ActionEffect>('ActionEffect', { year }, { amount: amountText, precision, about: codes }),
  1,
  100,
);

/** A measure to hold the budget (åtgärd) is proposed. The body that proposes stands in the event's `decision`, where one did. */
export interface ActionProposed {
  readonly action: string;
  readonly label: string;
  /** The plan it is part of: several actions share it. */
  readonly plan?: string;
  readonly about?: Codes;
  readonly effects?: readonly ActionEffect[];
  /** What it does in a whole year once it is fully in force. */
  readonly fullYearEffect?: AmountText;
  /** What carrying it out costs at first: kronor, a cost negative. Absent where not known. */
  readonly cost?: AmountText;
}
export const ActionProposed: Codec<ActionProposed> = object(
  'ActionProposed',
  { action: slug, label },
  { plan: slug, about: codes, effects, fullYearEffect: amountText, cost: amountText },
);

/** A step in the life of an action, with the day it takes effect and why, where they are known. */
export interface ActionStep {
  readonly action: string;
  readonly from?: Day;
  readonly reason?: string;
}
const step = (name: string): Codec<ActionStep> => object(name, { action: slug }, { from: day, reason: label });

/** Decided: to be carried out. The decision itself stands in the event's envelope. */
export const ActionDecided: Codec<ActionStep> = step('ActionDecided');
/** Carrying it out waits. */
export const ActionSuspended: Codec<ActionStep> = step('ActionSuspended');
/** No longer suspended: it is again where it was. */
export const ActionResumed: Codec<ActionStep> = step('ActionResumed');
/** Work on it has begun. */
export const ActionStarted: Codec<ActionStep> = step('ActionStarted');
/** Carried out. */
export const ActionCompleted: Codec<ActionStep> = step('ActionCompleted');
/** Given up. */
export const ActionCancelled: Codec<ActionStep> = step('ActionCancelled');

/** What is expected of an action from now on. It replaces the expected effects of the years that it names, and of no other. */
export interface ActionEffectRevised {
  readonly action: string;
  readonly effects: readonly ActionEffect[];
  readonly fullYearEffect?: AmountText;
}
export const ActionEffectRevised: Codec<ActionEffectRevised> = object(
  'ActionEffectRevised',
  { action: slug, effects },
  { fullYearEffect: amountText },
);

/**
 * What an action has done to a year's result so far, in all: it replaces what was said of the same year and part before. Kronor, an
 * improvement positive.
 */
export interface ActionEffectRealised {
  readonly action: string;
  readonly year: Year;
  readonly amount: AmountText;
  readonly evidence: Evidence;
  /** The last month that is counted in. */
  readonly period?: Month;
  readonly about?: Codes;
}
export const ActionEffectRealised: Codec<ActionEffectRealised> = object(
  'ActionEffectRealised',
  { action: slug, year, amount: amountText, evidence },
  { period: month, about: codes },
);

/**
 * How much of an action's effect on its year a round's forecast counts in: kronor; 0.00 takes it out again. Of an action that no such
 * event names, a round counts in nothing.
 */
export interface ActionIncludedInForecast {
  readonly action: string;
  readonly round: RoundId;
  readonly amount: AmountText;
}
export const ActionIncludedInForecast: Codec<ActionIncludedInForecast> = object('ActionIncludedInForecast', {
  action: slug,
  round: roundId,
  amount: amountText,
});
