import type { PresentedCell, PresentedCut, PresentedFinding, PresentedRow } from '@driftbok/rules';
import type { Grid } from './grid.js';

/**
 * A table as it can be rendered: a `PresentedTable` of @driftbok/rules, or any Table of the JSON contract. `exact` is in kronor (or a
 * decimal number, or text), `shown` as printed in the table's unit; null is a blank.
 */
export interface RenderableTable {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly cut: PresentedCut;
  /** What stands over the rows' labels; nothing where left out. */
  readonly rowHeading?: string;
  readonly columns: readonly RenderableColumn[];
  readonly rows: readonly PresentedRow[];
  readonly findings: readonly PresentedFinding[];
}

/** A column of such a table; all but `text` is set to the right. */
export interface RenderableColumn {
  readonly id: string;
  readonly label: string;
  readonly kind: 'amount' | 'ratio' | 'count' | 'text';
  /** Where it is another than the table's. */
  readonly cut?: PresentedCut;
}

/** What stands in place of a table without rows: its headings alone would look like a fault. */
export const noRows = 'Inga rader';

/** How severe a finding is, for people. Its code is for programs: it stands in JSON. */
export const signs: Readonly<Record<PresentedFinding['severity'], string>> = { note: '·', warning: '!', error: '✗' };

/** A row's cell in a column, or null: also where the row has no such column, whatever the column is called. */
export const cellOf = ({ cells }: PresentedRow, column: RenderableColumn): PresentedCell | null =>
  (Object.hasOwn(cells, column.id) ? cells[column.id] : undefined) ?? null;

/** The table as people read it: labels, indented by level, and shown figures. */
export function shownGrid({ columns, rows, rowHeading = '' }: RenderableTable): Grid {
  return {
    columns: [{ label: rowHeading, numeric: false }, ...columns.map(({ label, kind }) => ({ label, numeric: kind !== 'text' }))],
    rows: rows.map((row) => ({ level: row.level, cells: [row.label, ...columns.map((column) => cellOf(row, column)?.shown ?? '')] })),
  };
}

/** Where in history a table stands, then each of its columns that stands elsewhere. Codes and numbers only: words are for presets. */
export function cutLines({ cut, columns }: Pick<RenderableTable, 'cut' | 'columns'>): readonly string[] {
  return [cutText(cut), ...columns.flatMap((column) => (column.cut === undefined ? [] : [`${cutText(column.cut)} (${column.label})`]))];
}

function cutText({ position, recordedAt, hash, round }: PresentedCut): string {
  return [...(round === undefined ? [] : [round]), `position ${position}`, recordedAt, `hash ${hash.slice(0, 12)}`].join(', ');
}

/** The title, with the unit of its figures where it has figures. */
export const titleOf = ({ title, unit }: RenderableTable): string => (unit === '' ? title : `${title} (${unit})`);
