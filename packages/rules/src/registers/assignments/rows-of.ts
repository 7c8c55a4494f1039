import type { AssignmentRow, AssignmentsAbout, Book } from '@driftbok/core';
import { assignments } from '@driftbok/core';
import { lastDayOf } from '../last-day.js';
import type { RegisterAbout } from '../register.js';

/** Which assignments are looked at: all of a year as of a day, or those of a kind. */
export interface RowsAbout extends AssignmentsAbout {
  readonly kind?: string;
}

/** The assignments that a register's table is of: those of the report's year, as they stood at the end of its period. */
export function rowsAbout({ period, where }: RegisterAbout): RowsAbout {
  const { kind } = where;
  return { year: period.slice(0, 4), asOf: lastDayOf(period), ...(kind === undefined ? {} : { kind }) };
}

/** The assignments of a year as of a day, of one kind where that is asked for. */
export const rowsOf = (book: Book, about: RowsAbout): readonly AssignmentRow[] =>
  assignments(book, about).filter(({ kind }) => about.kind === undefined || kind === about.kind);

/** The same rows with the kinds that a template names first, in its order: `uppdrag namndinitiativ`. */
export function inOrderOfKinds(rows: readonly AssignmentRow[], kinds = ''): readonly AssignmentRow[] {
  const order = [...new Set([...kinds.split(' '), ...rows.map(({ kind }) => kind)])];
  return order.flatMap((kind) => rows.filter((row) => row.kind === kind));
}
