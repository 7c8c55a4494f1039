import type { Year } from '../base/time.js';
import type { GoalSet } from '../events/goal.js';
import type { GoalState } from './goal-state.js';

/** How a goal stands in a year; undefined before it is set and after it is closed. */
export function goalIn(goal: GoalState, year: Year): GoalSet | undefined {
  if (goal.closed !== undefined && goal.closed <= year) return undefined;
  return goal.forms.filter(({ from }) => from <= year).at(-1);
}

/** Every goal that stands in a year, in the order they came to be. */
export function goalsIn(goals: ReadonlyMap<string, GoalState>, year: Year): ReadonlyMap<string, GoalSet> {
  const standing = new Map<string, GoalSet>();
  for (const goal of goals.values()) {
    const form = goalIn(goal, year);
    if (form !== undefined) standing.set(goal.goal, form);
  }
  return standing;
}

/** The years in which anything in the tree changes, from one year on, that one included; sorted. */
export function turnsFrom(goals: ReadonlyMap<string, GoalState>, from: Year): readonly Year[] {
  const years = new Set([from]);
  for (const { forms, closed } of goals.values()) {
    for (const form of forms) if (form.from > from) years.add(form.from);
    if (closed !== undefined && closed > from) years.add(closed);
  }
  return [...years].sort();
}
