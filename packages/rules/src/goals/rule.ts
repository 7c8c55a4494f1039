import type { Codec, Either, Selection } from '@driftbok/core';
import { byKey, codeCodec, dictionary, dimensionCodec, labelCodec as label, list, object, oneOf, slugCodec as slug } from '@driftbok/core';
import type { Undecoded } from '../codec/decode.js';
import { decodeAs } from '../codec/decode.js';
import { whole } from '../codec/scalars.js';

/**
 * How an indicator is judged within the year. `pace: 'cumulative'`: its value grows through the year, so the year's number is held
 * against the months gone by; else the year's target holds for every month. `from: 'ledger'`: its value is the outcome's deviation in
 * per cent of the budget, computed from the ledger. `from: 'forecast-miss'`: how far the closed year's result lies from what the round of
 * an `occasion` in the calendar forecast, in per cent of the result and without a sign; nothing before the year's last month is booked.
 */
export interface IndicatorRule {
  readonly indicator: string;
  readonly pace?: 'cumulative';
  readonly from?: 'ledger' | 'forecast-miss';
  readonly occasion?: string;
}

/**
 * When a goal is green: at least some of its indicators are (`must` among them, and the `others` at least yellow where the rule says
 * so); or all of some goals are; or another goal is, whose colour it then takes whatever it is.
 */
export type GoalCriterion =
  | { readonly atLeast: number; readonly of: readonly string[]; readonly must?: readonly string[]; readonly others?: 'yellow' }
  | { readonly all: readonly string[] }
  | { readonly same: string };

/** A goal's rule. It says when the goal is green, and nothing of what it is else. */
export interface GoalRule {
  readonly goal: string;
  readonly green: GoalCriterion;
}

/** A word for a span of an index: from and to, both inclusive; without `to`, all above. */
export interface Band {
  readonly label: string;
  readonly from: number;
  readonly to?: number;
}

/** How a municipality judges its goals. All of it is data. Rules of goals stand after those of the goals that they build on. */
export interface GoalRules {
  readonly indicators: readonly IndicatorRule[];
  readonly goals: readonly GoalRule[];
  /** When goals are judged: in which months of the year, by the word that goals and indicators name. */
  readonly calendar: readonly { readonly occasion: string; readonly months: readonly number[] }[];
  /** How the values of an index are read. */
  readonly scales: readonly { readonly indicator: string; readonly bands: readonly Band[] }[];
  /** The codes of what a budget adherence is of: the running operations, without investments. All lines where left out. */
  readonly operations?: Selection;
}

const slugs = list(slug, 1, 100);
type Counted = Extract<GoalCriterion, { atLeast: number }>;
const counted = object<Counted>('GoalCriterion', { atLeast: whole(1, 100), of: slugs }, { must: slugs, others: oneOf('yellow') });
const criterion = byKey<GoalCriterion>('atLeast | all | same', {
  atLeast: counted,
  all: object<Extract<GoalCriterion, { all: unknown }>>('GoalCriterion', { all: slugs }),
  same: object<Extract<GoalCriterion, { same: unknown }>>('GoalCriterion', { same: slug }),
});

/** The codec of {@link GoalRules}. */
export const goalRules: Codec<GoalRules> = object<GoalRules>(
  'GoalRules',
  {
    indicators: list(
      object<IndicatorRule>(
        'IndicatorRule',
        { indicator: slug },
        { pace: oneOf('cumulative'), from: oneOf('ledger', 'forecast-miss'), occasion: slug },
      ),
      0,
      1000,
    ),
    goals: list(object<GoalRule>('GoalRule', { goal: slug, green: criterion }), 0, 1000),
    calendar: list(object('Occasion', { occasion: slug, months: list(whole(1, 12), 1, 12) }), 0, 100),
    scales: list(
      object('Scale', {
        indicator: slug,
        bands: list(object<Band>('Band', { label, from: whole(-1_000_000, 1_000_000) }, { to: whole(-1_000_000, 1_000_000) }), 1, 100),
      }),
      0,
      100,
    ),
  },
  { operations: dictionary('codes by dimension', dimensionCodec, list(codeCodec, 1, 10_000), 32) },
);

/** Goal rules that are none; `issues` say where and why. */
export type GoalRulesError = Undecoded<'GoalRulesError'>;

/**
 * Goal rules from JSON, such as a file's.
 *
 * Left: `GoalRulesError` with an issue for each place that is wrong.
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { goalRulesOfJson, sodertaljeGoalRules } from '@driftbok/rules';
 * isRight(goalRulesOfJson(sodertaljeGoalRules)) // => true
 * ```
 */
export function goalRulesOfJson(json: unknown): Either<GoalRulesError, GoalRules> {
  return decodeAs('GoalRulesError', goalRules, json);
}
