import type { AssignmentCount, AssignmentRow, AssignmentsAbout, Book } from '@driftbok/core';
import { assignments, assignmentsCounted, Decimal, isOpen } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';
import { fill } from '../../words/fill.js';
import { daysBetween } from '../last-day.js';
import type { AssignmentFindingCode } from './sentences.js';
import { sentences } from './sentences.js';

/** Which assignments are looked at: all of a year as of a day, or those of a kind. */
export interface FindingsAbout extends AssignmentsAbout {
  readonly kind?: string;
}

/**
 * What does not agree about assignments: counts that a text states against those of the ledger, due dates against what is reported, and
 * the plan against the report. Each names the assignments and shows its arithmetic; none is an error, since both sides are printed.
 *
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { assignmentFindings } from '@driftbok/rules';
 * assignmentFindings(emptyBook(), { year: '2025', asOf: '2025-07-31' }) // => []
 * ```
 */
export function assignmentFindings(book: Book, about: FindingsAbout): readonly PresentedFinding[] {
  const rows = rowsOf(book, about);
  return [...countFindings(book, about), ...dueFindings(rows, about), ...planFindings(rows)];
}

/** The assignments of a year as of a day, of one kind where that is asked for. */
export const rowsOf = (book: Book, about: FindingsAbout): readonly AssignmentRow[] =>
  assignments(book, about).filter(({ kind }) => about.kind === undefined || kind === about.kind);

/** Counts that texts state of the year's assignments as of the day, against how many the ledger has. */
export function countFindings(book: Book, { year, asOf, kind }: FindingsAbout): readonly PresentedFinding[] {
  return [...book.state.claims.values()].flatMap(({ claim, label, figure, assignments: count }) => {
    if (count === undefined || count.year !== year || count.asOf !== asOf || (kind !== undefined && count.kind !== kind)) return [];
    const counted = assignmentsCounted(book, count);
    const difference = new Decimal(counted.length).minus(figure);
    if (difference.isZero()) return [];
    const values = {
      claim: label,
      figure,
      count: String(counted.length),
      difference: signed(difference),
      which: labelsOf(counted),
      as: asked(count),
    };
    return [finding('stated-count', 'warning', [`claim:${claim}`, ...counted.map(placeOf)], values)];
  });
}

/** What was asked for beyond year, day and kind: `status open, expected 2025`. */
const asked = ({ year: _year, asOf: _asOf, ...rest }: AssignmentCount): string =>
  Object.entries(rest)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');

const signed = (difference: Decimal): string => (difference.isPositive() ? `+${difference.toFixed()}` : difference.toFixed());

/** Due dates against what is reported. */
export function dueFindings(rows: readonly AssignmentRow[], { year, asOf }: AssignmentsAbout): readonly PresentedFinding[] {
  return rows.flatMap((row) => dueFindingsOf(row, year, asOf));
}

function dueFindingsOf(row: AssignmentRow, year: string, asOf: string): readonly PresentedFinding[] {
  const { due, progress, reported, expected, plannedDue, carried, status, completion } = row;
  const found: PresentedFinding[] = [];
  const tell = (code: AssignmentFindingCode, severity: 'note' | 'warning', values: Readonly<Record<string, string>>): void => {
    found.push(finding(code, severity, [placeOf(row)], { which: row.label, ...values }));
  };
  const open = isOpen(row);
  const late = due === undefined ? 0 : daysBetween(due, open ? asOf : (reported ?? asOf));
  if (due !== undefined && progress === 'as-planned' && late > 0) {
    const values = { due, days: String(late), on: open ? asOf : (reported ?? asOf) };
    if (!open) tell('done-after-due', 'warning', values);
    else tell('due-passed', 'warning', { ...values, expected: expected ?? '–' });
  }
  if (due !== undefined && open && progress === 'as-planned' && late <= 0 && expected !== undefined && expected > due)
    tell('expected-after-due', 'warning', { due, expected, days: String(daysBetween(due, expected)) });
  if (due !== undefined && open && progress === 'deviates' && expected !== undefined && expected <= due && late <= 0)
    tell('deviates-before-due', 'note', { due, expected, days: String(daysBetween(expected, due)) });
  if (!carried && plannedDue !== undefined && plannedDue < `${year}-01-01`) tell('due-before-year', 'note', { due: plannedDue, year });
  if (status === 'done' && completion?.met === false && 'assignment' in completion.criterion)
    tell('criterion-not-met', 'warning', { criterion: completion.criterion.assignment });
  return found;
}

/** What a plan for the year names and the report does not, and the other way round. Silent where no plan names any. */
export function planFindings(rows: readonly AssignmentRow[]): readonly PresentedFinding[] {
  if (rows.every(({ plan }) => plan === undefined)) return [];
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const sums = kinds.flatMap((kind) => {
    const all = rows.filter((row) => row.kind === kind);
    const planned = all.filter(({ plan }) => plan !== undefined).length;
    const reported = all.filter(inReport).length;
    const values = { kind, planned: String(planned), reported: String(reported), difference: signed(new Decimal(reported - planned)) };
    return planned === reported ? [] : [finding('plan-count', 'warning', [`kind:${kind}`], values)];
  });
  const missing = rows.flatMap((row) => {
    const values = { which: row.label, due: row.due ?? '–' };
    if (row.plan === undefined) return [finding(row.carried ? 'carried-not-in-plan' : 'not-in-plan', 'warning', [placeOf(row)], values)];
    return inReport(row) ? [] : [finding('not-in-report', 'warning', [placeOf(row)], values)];
  });
  const moved = rows.flatMap((row) => {
    const { dues, due } = row;
    const first = dues[0]?.due;
    if (first === undefined || due === undefined || dues.length < 2) return [];
    const values = { which: row.label, moves: movesOf(row), days: String(daysBetween(first, due)) };
    return [finding('due-moved', 'note', [placeOf(row)], values)];
  });
  return [...sums, ...missing, ...moved];
}

/** Whether a report speaks of an assignment. */
export const inReport = ({ reported }: AssignmentRow): boolean => reported !== undefined;

/** The due dates that an assignment has had: `2024-04-25 → 2025-04-24`. */
export const movesOf = ({ dues }: AssignmentRow): string => dues.map(({ due }) => due).join(' → ');

const placeOf = ({ id }: AssignmentRow): string => `assignment:${id}`;
const labelsOf = (rows: readonly AssignmentRow[]): string => rows.map(({ label }) => `”${label}”`).join(', ') || '–';

function finding(
  code: AssignmentFindingCode,
  severity: 'note' | 'warning',
  where: readonly string[],
  values: Readonly<Record<string, string>>,
): PresentedFinding {
  return { code, severity, where, by: '', message: fill(sentences[code], values).text };
}
