import type { Month, Year } from '../base/time.js';
import { isLeft } from '../base/either.js';
import type { GoalAssessed, GoalClosed, GoalSet } from '../events/goal.js';
import type { GoalState } from '../evolve/goal-state.js';
import { goalIn, goalsIn, turnsFrom } from '../evolve/goal-tree.js';
import { plain } from '../evolve/plain.js';
import { hasCome } from './as-of.js';
import type { Proposed, View } from './context.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

type Goals = ReadonlyMap<string, GoalState>;

/** The tree must hold in each year that the new form does: a parent that stands, and no circle. */
export function goalSet({ state }: View, { data }: Proposed<GoalSet>): Verdict {
  const goals = plain(state.goals);
  const own = goals.get(data.goal);
  if (own?.closed !== undefined) return reject('goal-closed', 'data.goal', 'a goal that is not closed', data.goal);
  if (data.parent === undefined) return accepted;
  if (data.parent === data.goal) return reject('circular', 'data.parent', 'another goal', data.parent);
  const next = own?.forms.find(({ from }) => from > data.from)?.from;
  for (const year of turnsFrom(goals, data.from)) {
    if (next !== undefined && year >= next) break;
    const found = parentHolds(goals, data.goal, data.parent, year);
    if (isLeft(found)) return found;
  }
  return accepted;
}

function parentHolds(goals: Goals, goal: string, parent: string, year: Year | Month): Verdict {
  const standing = goalIn(goals.get(parent) ?? never, year);
  if (standing === undefined) {
    const closed = goals.get(parent)?.closed;
    const gone = closed !== undefined && closed <= year;
    return reject(gone ? 'goal-closed' : 'goal-unknown', 'data.parent', `a goal that stands in ${year}`, parent);
  }
  const passed = new Set<string>();
  for (let at: string | undefined = parent; at !== undefined && !passed.has(at);) {
    if (at === goal) return reject('circular', 'data.parent', `a goal that is not ${goal} or beneath it, in ${year}`, parent);
    passed.add(at);
    at = goalIn(goals.get(at) ?? never, year)?.parent;
  }
  return accepted;
}

const never: GoalState = { goal: '', forms: [], closed: undefined, assessments: [] };

/** A goal closes after it has stood, and when nothing lies beneath it in any year from then on. */
export function goalClosed({ state }: View, { data }: Proposed<GoalClosed>): Verdict {
  const goals = plain(state.goals);
  const goal = goals.get(data.goal);
  if (goal === undefined) return reject('goal-unknown', 'data.goal', 'a goal that was set', data.goal);
  if (goal.closed !== undefined) return reject('goal-closed', 'data.goal', 'a goal that is not closed', data.goal);
  const newest = goal.forms.at(-1)?.from ?? '';
  if (data.from <= newest) return reject('year', 'data.from', `a year after ${newest}, since which it stands as it does`, data.from);
  for (const year of turnsFrom(goals, data.from)) {
    for (const child of goalsIn(goals, year).values()) {
      if (child.parent === data.goal)
        return reject('goal-has-children', 'data.goal', `a goal with none beneath it in ${year}`, `${child.goal} lies beneath it`);
    }
  }
  return accepted;
}

/** A goal is judged for a year that it stands in and is worked with: of one that the board has laid aside there is nothing to judge. */
export function goalAssessed(view: View, proposed: Proposed<GoalAssessed>): Verdict {
  const { data } = proposed;
  const goal = view.state.goals.get(data.goal);
  if (goal === undefined) return reject('goal-unknown', 'data.goal', 'a goal that was set', data.goal);
  const standing = goalIn(goal, `${data.year}-12`);
  if (standing === undefined) return reject('goal-closed', 'data.year', 'a year that the goal stands in', data.year);
  if (standing.pursuit === 'not-pursued')
    return reject('goal-not-pursued', 'data.goal', `a goal that is pursued in ${data.year}`, `${data.goal} is not-pursued`);
  return hasCome(view, proposed, data.asOf, 'data.asOf');
}
