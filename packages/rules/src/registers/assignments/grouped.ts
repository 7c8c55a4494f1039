import type { AssignmentRow, Book } from '@driftbok/core';
import { goalStanding, goalTree } from '@driftbok/core';
import type { Entry } from '../field.js';

/** A goal and all above it in a month, highest first. */
function pathTo(book: Book, goal: string | undefined, month: string): readonly string[] {
  const path: string[] = [];
  for (let at = goal; at !== undefined && !path.includes(at); at = goalStanding(book, at, month)?.parent) path.unshift(at);
  return path;
}

/** A goal with its number, as lists head their parts; its id where it does not stand in the month. */
function nameOf(book: Book, goal: string, month: string): string {
  const held = goalStanding(book, goal, month);
  if (held === undefined) return goal;
  return held.number === undefined ? held.label : `${held.number}. ${held.label}`;
}

/** The tree's own order; what it does not hold comes after it, what has no goal before. */
function orderOfGoals(book: Book, month: string): (a: AssignmentRow, b: AssignmentRow) => number {
  const order = new Map(goalTree(book, month).map(({ goal }, at) => [goal, at]));
  const placeOf = (goal: string | undefined): number => (goal === undefined ? -1 : (order.get(goal) ?? order.size));
  return (a, b) => placeOf(a.goal) - placeOf(b.goal) || compare(a.goal ?? '', b.goal ?? '');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Assignments in the order of their goals, new ones before those carried over, then as they were given. */
export function inOrderOfGoals(book: Book, rows: readonly AssignmentRow[], month: string): readonly AssignmentRow[] {
  const byGoal = orderOfGoals(book, month);
  return [...rows].sort((a, b) => byGoal(a, b) || Number(a.carried) - Number(b.carried));
}

/**
 * Assignments beneath their goals, as a month's tree has them: those without a goal first. Within a goal by due date, then new ones
 * before those carried over, then as they were given.
 */
export function groupedByGoal(
  book: Book,
  rows: readonly AssignmentRow[],
  month: string,
  entryOf: (row: AssignmentRow, level: number) => Entry,
): readonly Entry[] {
  const byGoal = orderOfGoals(book, month);
  const placed = rows.map((row, at) => ({ row, at, path: pathTo(book, row.goal, month) }));
  placed.sort(
    (a, b) =>
      byGoal(a.row, b.row) ||
      compare(a.row.due ?? '9999', b.row.due ?? '9999') ||
      Number(a.row.carried) - Number(b.row.carried) ||
      a.at - b.at,
  );
  const entries: Entry[] = [];
  let open: readonly string[] = [];
  for (const { row, path } of placed) {
    const shared = path.findIndex((goal, level) => goal !== open[level]);
    for (let level = shared < 0 ? path.length : shared; level < path.length; level++) {
      const goal = path[level] ?? '';
      entries.push({ id: `goal:${goal}`, label: nameOf(book, goal, month), level, fields: {} });
    }
    open = path;
    entries.push(entryOf(row, path.length));
  }
  return entries;
}
