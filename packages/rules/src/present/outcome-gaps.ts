import type {
  Book,
  Column,
  Cut,
  CutError,
  DrawOptions,
  Either,
  Finding,
  MetricColumn,
  Month,
  Subject,
  TableError,
  TableSpec,
} from '@driftbok/core';
import { drawTable, isLeft, right } from '@driftbok/core';

/** The last months of a column that nothing is booked in, as known at its cut: what it shows is of the months before them. */
export interface OutcomeGap {
  readonly column: string;
  readonly from: Month;
  readonly to: Month;
}

/**
 * Which columns of outcome end with months that nothing is booked in, on any of the table's rows. A column without any outcome at all is a
 * gap from its first month on; one of a whole year has no months.
 *
 * Left: `TableError` or `CutError`, as `drawTable` has them.
 */
export function outcomeGaps(book: Book, spec: TableSpec, options: DrawOptions): Either<TableError | CutError, readonly OutcomeGap[]> {
  const months = spec.columns.flatMap((column) => ('metric' in column && column.metric === 'outcome' ? monthsOf(column) : []));
  if (months.length === 0) return right([]);
  const columns = months.map(({ column: { cut }, month, id }): MetricColumn => ({
    id,
    label: id,
    metric: 'outcome',
    span: { from: month, to: month },
    ...(cut === undefined ? {} : { cut }),
  }));
  const table = drawTable(book, { ...spec, columns }, options);
  if (isLeft(table)) return table;
  const { rows } = table.right;
  const gaps = new Map<string, OutcomeGap>();
  for (const { column, month, id } of months) {
    const booked = rows.some(({ cells }) => (cells[id] ?? null) !== null);
    if (booked) gaps.delete(column.id);
    else gaps.set(column.id, { column: column.id, from: gaps.get(column.id)?.from ?? month, to: month });
  }
  return right([...gaps.values()]);
}

/**
 * {@link outcomeGaps} as notes on the columns that people see and those that are less or more by them, where some of their months have an
 * outcome: an empty column speaks for itself.
 */
export function outcomeGapNotes(book: Book, spec: TableSpec, options: DrawOptions): Either<TableError | CutError, readonly Finding[]> {
  const gaps = outcomeGaps(book, spec, options);
  if (isLeft(gaps)) return gaps;
  return right(
    gaps.right.flatMap(({ column, from, to }): readonly Finding[] => {
      const where = spec.columns.filter((each) => each.hidden !== true && restsOn(each, column)).map(({ id }) => `column:${id}`);
      const empty = spec.columns.some((each) => each.id === column && 'span' in each && 'from' in each.span && each.span.from === from);
      if (where.length === 0 || empty) return [];
      return [{ code: 'outcome-incomplete', severity: 'note', where, by: '', params: from === to ? { from } : { from, to } }];
    }),
  );
}

/**
 * The last months of a number's own span that nothing of it is booked in, as known at a cut; undefined where there are none. What is made
 * of outcome says then nothing of the whole span: a year's budget is not to be held against some of its months.
 *
 * Left: `TableError` or `CutError`, as `drawTable` has them.
 */
export function outcomeGapOf(
  book: Book,
  { span, where }: Pick<Subject, 'span' | 'where'>,
  cut: Cut,
): Either<TableError | CutError, Omit<OutcomeGap, 'column'> | undefined> {
  const to = 'year' in span ? `${span.year}-12` : span.period;
  const column: MetricColumn = { id: 'outcome', label: 'outcome', metric: 'outcome', span: { from: `${to.slice(0, 4)}-01`, to } };
  const rows = [{ id: 'all', label: 'all', level: 0, where: where ?? {} }];
  const gaps = outcomeGaps(book, { id: 'months', title: 'months', columns: [column], rows }, { cut });
  return isLeft(gaps) ? gaps : right(gaps.right[0]);
}

const restsOn = (column: Column, id: string): boolean =>
  column.id === id || ('minuend' in column && (column.minuend === id || column.subtrahend === id));

/** A column's months, in order. */
function monthsOf(column: MetricColumn): readonly { readonly column: MetricColumn; readonly month: Month; readonly id: string }[] {
  const { span } = column;
  if ('year' in span) return [];
  const [year, first, last] = [span.from.slice(0, 4), Number(span.from.slice(5)), Number(span.to.slice(5))];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = `${year}-${String(first + at).padStart(2, '0')}`;
    return { column, month, id: `${column.id} ${month}` };
  });
}
