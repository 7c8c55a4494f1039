import type { Year } from '../base/time.js';
import type { GoalSet } from '../events/goal.js';
import type { Book } from '../replay/book.js';
import { eventsOf } from '../replay/book.js';

/** A goal as it stands in a year: what was last set for that year or one before; undefined where nothing was. */
export function goalIn(book: Book, goal: string, year: Year): GoalSet | undefined {
  let held: GoalSet | undefined;
  for (const { type, data } of eventsOf(book)) {
    if (type !== 'GoalSet') continue;
    const set = data as unknown as GoalSet;
    if (set.goal === goal && set.from <= year && (held === undefined || set.from >= held.from)) held = set;
  }
  return held;
}

/** What a goal is called in a year, with its number where it has one; its id where nothing was set. */
export function goalLabel(book: Book, goal: string, year: Year): string {
  const held = goalIn(book, goal, year);
  if (held === undefined) return goal;
  return held.number === undefined ? held.label : `${held.number}. ${held.label}`;
}
