import type { Month, Year } from '../base/time.js';
import type { GoalSet } from '../events/goal.js';
import type { GoalState } from './goal-state.js';

/**
 * How a goal stands in a month, or as a year begins; undefined before it is set and after it is closed. As text, a year comes before its
 * months.
 */
export function goalIn(goal: GoalState, at: Year | Month): GoalSet | undefined {
  if (goal.closed !== undefined && goal.closed <= at) return undefined;
  return goal.forms.filter(({ from }) => from <= at).at(-1);
}

/** Every goal that stands in a month, or as a year begins, in the order they came to be. */
export function goalsIn(goals: ReadonlyMap<string, GoalState>, at: Year | Month): ReadonlyMap<string, GoalSet> {
  const standing = new Map<string, GoalSet>();
  for (const goal of goals.values()) {
    const form = goalIn(goal, at);
    if (form !== undefined) standing.set(goal.goal, form);
  }
  return standing;
}

/** The years and months in which anything in the tree changes, from one on, that one included; sorted. */
export function turnsFrom(goals: ReadonlyMap<string, GoalState>, from: Year | Month): readonly (Year | Month)[] {
  const turns = new Set([from]);
  for (const { forms, closed } of goals.values()) {
    for (const form of forms) if (form.from > from) turns.add(form.from);
    if (closed !== undefined && closed > from) turns.add(closed);
  }
  return [...turns].sort();
}
