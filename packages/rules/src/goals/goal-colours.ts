import type { Book, Month } from '@driftbok/core';
import type { IndicatorJudgement } from './indicator-colour.js';
import { indicatorColours } from './indicator-colour.js';
import type { GoalJudgement } from './judge.js';
import { judgeGoals } from './judge.js';
import type { GoalRules } from './rule.js';

/** A month's judgement of everything that the rules know of. */
export interface Judgement {
  readonly indicators: readonly IndicatorJudgement[];
  readonly goals: readonly GoalJudgement[];
  /** The occasions of the reporting calendar that the month is. */
  readonly occasions: readonly string[];
}

/** Judges the indicators and goals of a month by a municipality's rules, as the book knows them. Nothing of it is stored. */
export function judgeMonth(book: Book, rules: GoalRules, period: Month): Judgement {
  const judged = indicatorColours(book, rules, period);
  const year = period.slice(0, 4);
  const goals = Object.fromEntries(
    [...book.state.goals.values()].map(({ goal, assessments }) => [
      goal,
      assessments.filter((each) => each.year === year && each.asOf.slice(0, 7) <= period).at(-1)?.colour,
    ]),
  );
  const byIndicator = Object.fromEntries(judged.map(({ indicator, colour }) => [indicator, colour]));
  return {
    indicators: judged,
    goals: judgeGoals(rules, { indicators: byIndicator, goals }),
    occasions: rules.calendar.filter(({ months }) => months.includes(Number(period.slice(5)))).map(({ occasion }) => occasion),
  };
}
