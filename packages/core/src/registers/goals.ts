import type { Month, Year } from '../base/time.js';
import type { Colour } from '../events/indicator.js';
import type { GoalSet } from '../events/goal.js';
import { goalIn, goalsIn } from '../evolve/goal-tree.js';
import type { Book } from '../replay/book.js';

/** A goal as it stands in a year, in its place in the tree. */
export interface GoalRow extends Omit<GoalSet, 'from'> {
  /** 0 for a root. */
  readonly level: number;
  /** What people judged it as last for the year; undefined where nobody has. */
  readonly assessed: { readonly colour: Colour; readonly asOf: string } | undefined;
}

/** A goal as it stands in a month, or as a year begins; undefined where it does not stand then. */
export function goalStanding(book: Book, goal: string, at: Year | Month): GoalSet | undefined {
  const found = book.state.goals.get(goal);
  return found === undefined ? undefined : goalIn(found, at);
}

/**
 * What a goal is called in a month, or as a year begins; undefined where it does not stand then.
 *
 * @example
 * ```ts
 * import { emptyBook, goalLabel } from '@driftbok/core';
 * goalLabel(emptyBook(), '2.3', '2025') // => undefined
 * ```
 */
export function goalLabel(book: Book, goal: string, at: Year | Month): string | undefined {
  return goalStanding(book, goal, at)?.label;
}

/**
 * The goals of a month, or as a year begins, each before those beneath it; siblings by their numbers (`2` before `10`), those without one last.
 *
 * @example
 * ```ts
 * import { emptyBook, goalTree } from '@driftbok/core';
 * goalTree(emptyBook(), '2025') // => []
 * ```
 */
export function goalTree(book: Book, at: Year | Month): readonly GoalRow[] {
  const standing = goalsIn(book.state.goals, at);
  const children = new Map<string | undefined, GoalSet[]>();
  for (const goal of standing.values()) {
    // What history holds without its parent is shown all the same.
    const above = goal.parent !== undefined && standing.has(goal.parent) ? goal.parent : undefined;
    const siblings = children.get(above);
    if (siblings === undefined) children.set(above, [goal]);
    else siblings.push(goal);
  }
  const rows: GoalRow[] = [];
  const visit = (above: string | undefined, level: number): void => {
    for (const { from: _, ...goal } of (children.get(above) ?? []).sort(byNumber)) {
      const assessed = book.state.goals
        .get(goal.goal)
        ?.assessments.filter((each) => each.year === at.slice(0, 4))
        .at(-1);
      rows.push({ ...goal, level, assessed: assessed === undefined ? undefined : { colour: assessed.colour, asOf: assessed.asOf } });
      visit(goal.goal, level + 1);
    }
  };
  visit(undefined, 0);
  return rows;
}

// Not Intl's: it answers by the host's own data.
function byNumber(a: GoalSet, b: GoalSet): number {
  if (a.number === undefined || b.number === undefined) return Number(a.number === undefined) - Number(b.number === undefined);
  const ours = a.number.split('.');
  const theirs = b.number.split('.');
  for (const [at, part] of ours.entries()) {
    const other = theirs[at];
    if (other === undefined) return 1;
    const difference = Number(part) - Number(other);
    if (Number.isNaN(difference) ? part !== other : difference !== 0)
      return Number.isNaN(difference) ? (part < other ? -1 : 1) : difference;
  }
  return ours.length - theirs.length;
}
