import type { Colour } from '@driftbok/core';
import type { GoalCriterion, GoalRules } from './rule.js';

/** A colour, or undefined where nobody gave one and no rule defines it. */
export type MaybeColour = Colour | undefined;

/** What a rule says of a goal. `open`: it hangs on indicators that have no colour yet. */
export interface GoalJudgement {
  readonly goal: string;
  readonly green: 'yes' | 'no' | 'open';
  /** Undefined where it is not green and the rule says no more: that is for people to judge. */
  readonly colour: MaybeColour;
}

/** Colours by indicator and by goal. */
export interface Colours {
  readonly indicators: Readonly<Record<string, MaybeColour>>;
  /** What people judged goals as: it stands before what a rule says. */
  readonly goals?: Readonly<Record<string, MaybeColour>>;
}

/**
 * What the rules say of each goal, in their order. A goal judged by people has that colour. Else a rule gives green or nothing: which of
 * yellow and red a goal is that is not green, no rule here defines, and it is not guessed.
 *
 * @example
 * ```ts
 * import { judgeGoals, sodertaljeGoalRules } from '@driftbok/rules';
 * const indicators = { fossilfritt: 'green', miljorond: 'yellow' } as const;
 * judgeGoals(sodertaljeGoalRules, { indicators }).find(({ goal }) => goal === 'namnd-4') // => { goal: 'namnd-4', green: 'yes', colour: 'green' }
 * ```
 */
export function judgeGoals(rules: Pick<GoalRules, 'goals'>, { indicators, goals = {} }: Colours): readonly GoalJudgement[] {
  const judged = new Map<string, GoalJudgement>();
  for (const { goal, green: criterion } of rules.goals) {
    const assessed = goals[goal];
    judged.set(goal, assessed === undefined ? byRule(goal, criterion, indicators, judged) : byPeople(goal, assessed));
  }
  return [...judged.values()];
}

const byPeople = (goal: string, colour: Colour): GoalJudgement => ({ goal, green: colour === 'green' ? 'yes' : 'no', colour });

function byRule(
  goal: string,
  criterion: GoalCriterion,
  indicators: Colours['indicators'],
  judged: ReadonlyMap<string, GoalJudgement>,
): GoalJudgement {
  if ('same' in criterion) return { green: 'open', colour: undefined, ...judged.get(criterion.same), goal };
  const green =
    'all' in criterion ? allGreen(criterion.all.map((each) => judged.get(each)?.green ?? 'open')) : counted(criterion, indicators);
  return { goal, green, colour: green === 'yes' ? 'green' : undefined };
}

const allGreen = (subgoals: readonly GoalJudgement['green'][]): GoalJudgement['green'] =>
  subgoals.includes('no') ? 'no' : subgoals.includes('open') ? 'open' : 'yes';

/** Decided where it comes out the same with every colour that is not there red as with all of them green. */
function counted(criterion: Extract<GoalCriterion, { atLeast: number }>, indicators: Colours['indicators']): GoalJudgement['green'] {
  const holds = (otherwise: Colour): boolean => isGreen(criterion, (indicator) => indicators[indicator] ?? otherwise);
  return holds('red') ? 'yes' : holds('green') ? 'open' : 'no';
}

function isGreen(
  { atLeast, of, must = [], others }: Extract<GoalCriterion, { atLeast: number }>,
  colour: (indicator: string) => Colour,
): boolean {
  const greens = of.filter((indicator) => colour(indicator) === 'green').length;
  const enough = greens >= atLeast && must.every((indicator) => colour(indicator) === 'green');
  return enough && (others === undefined || of.every((indicator) => colour(indicator) !== 'red'));
}
