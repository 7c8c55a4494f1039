import type { Either } from '@driftbok/core';
import { left } from '@driftbok/core';
import type { AuditColumn, AuditRow } from '@driftbok/rules/audit';
import type { Convention } from './conventions.js';
import { unitsOf, withMeans } from './identities.js';
import type { ReadNote } from './notes.js';
import type { ReadTableError } from './options.js';

/** A line of a text; `line` is 1-based. */
export interface Line {
  readonly content: string;
  readonly line: number;
}

/** What a text is taken apart into. */
export interface Parts {
  readonly header: string;
  readonly convention: Convention;
  readonly rows: readonly AuditRow[];
  readonly notes: readonly ReadNote[];
}

export const refuse = (line: number, expected: string, got: string): Either<ReadTableError, never> =>
  left({ _tag: 'ReadTableError', line, expected, got: got.slice(0, 80) });

/** The columns that headings name, with their units. */
export const columnsOf = (labels: readonly string[]): readonly AuditColumn[] =>
  withMeans(unitsOf(labels.map((label, at) => ({ id: `c${at + 1}`, label }))));

/** A column whose figures are percentages is one of percentages, whatever its heading says. */
export const percentsOf = (columns: readonly AuditColumn[], rows: readonly AuditRow[]): readonly AuditColumn[] =>
  columns.map((column) => {
    const figures = rows.flatMap(({ cells }) => (/\d/.test(cells[column.id] ?? '') ? [cells[column.id] ?? ''] : []));
    const percents = figures.filter((cell) => cell.includes('%')).length;
    return column.unit === undefined && percents > 1 && percents * 2 > figures.length ? { ...column, unit: 'percent' } : column;
  });

export const rowOf = (at: number, label: string, cells: readonly (string | null)[], columns: readonly AuditColumn[]): AuditRow => ({
  id: `r${at + 1}`,
  label,
  cells: Object.fromEntries(columns.map(({ id }, index) => [id, cells[index] === undefined || cells[index] === '' ? null : cells[index]])),
});

/** What a text with other columns than its layout's is refused for. */
export const columnsExpected = (columns: readonly AuditColumn[]): string =>
  `${columns.length} columns: ${columns.map(({ label }) => label).join(', ')}`;
