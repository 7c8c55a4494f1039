import type { AssignmentRow } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { daysBetween } from '../last-day.js';
import type { RowsAbout } from './rows-of.js';
import type { RegisterWords } from './tell.js';
import { finding, nameOf, placeOf, said, signed } from './tell.js';

/** Whether a plan for the year names an assignment. */
export const inPlan = ({ plan }: AssignmentRow): boolean => plan !== undefined;

/** Whether a report of the year speaks of an assignment. */
export const inReport = ({ reported, year }: AssignmentRow): boolean => reported !== undefined && reported >= `${year}-01-01`;

/** The due dates that an assignment has had, where it was moved: `2024-04-25 → 2025-04-24`. */
export const movesOf = ({ dues }: AssignmentRow): string | undefined =>
  dues.length < 2 ? undefined : dues.map(({ due }) => due).join(' → ');

/**
 * What a plan for the year names and the report does not, and the other way round. Silent where no plan names any; before anything is
 * reported there is no report to hold the plan against, which is said once instead of of each.
 */
export function planFindings(
  rows: readonly AssignmentRow[],
  { year, asOf }: RowsAbout,
  words: RegisterWords = {},
): readonly PresentedFinding[] {
  if (!rows.some(inPlan)) return [];
  const apart = rows.some(inReport)
    ? [...countsApart(rows, words), ...rows.flatMap(missing)]
    : [finding('nothing-reported', 'note', [], { year, on: asOf })];
  return [...apart, ...rows.flatMap(moved)];
}

function countsApart(rows: readonly AssignmentRow[], words: RegisterWords): readonly PresentedFinding[] {
  return [...new Set(rows.map(({ kind }) => kind))].flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    const [planned, reported] = [all.filter(inPlan).length, all.filter(inReport).length];
    if (planned === reported) return [];
    const counts = { planned: String(planned), reported: String(reported), difference: signed(reported - planned) };
    return [finding('plan-count', 'warning', [`kind:${kind}`], { kind: said(kind, words), ...counts })];
  });
}

function missing(row: AssignmentRow): readonly PresentedFinding[] {
  const tell = (code: 'carried-not-in-plan' | 'not-in-plan' | 'not-in-report'): readonly PresentedFinding[] => [
    finding(code, 'warning', [placeOf(row)], { which: nameOf(row), due: row.due ?? '–' }),
  ];
  // What neither of the two names stands in no contradiction between them.
  if (inPlan(row) === inReport(row)) return [];
  if (inPlan(row)) return tell('not-in-report');
  return tell(row.carried ? 'carried-not-in-plan' : 'not-in-plan');
}

function moved(row: AssignmentRow): readonly PresentedFinding[] {
  const moves = movesOf(row);
  const first = row.dues[0]?.due;
  if (moves === undefined || first === undefined || row.due === undefined) return [];
  return [finding('due-moved', 'note', [placeOf(row)], { which: nameOf(row), moves, days: signed(daysBetween(first, row.due)) })];
}
