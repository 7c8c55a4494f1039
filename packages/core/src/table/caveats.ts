import type { Month } from '../base/time.js';
import { slotOf } from '../base/slot.js';
import type { ClaimSubject } from '../events/claim.js';
import { codeIn } from '../events/reason.js';
import type { CommentState } from '../evolve/comment-state.js';
import { pathUp } from '../evolve/tree.js';
import type { Book } from '../replay/book.js';
import { findEvent } from '../replay/book.js';
import type { MetricColumn, Selection, TableSpec } from './spec.js';
import type { Finding, TableRow } from './table.js';

/**
 * The final caveats on what a table shows: figures that are known to be incomplete or wrong, without an amount. One on a cell is shown
 * in its table for its period; one on figures wherever a cell takes them in, such as in a total, a deviation, or next year's comparison.
 */
export function caveatFindings(book: Book, spec: TableSpec, rows: readonly TableRow[]): readonly Finding[] {
  return [...book.state.comments.values()].flatMap((comment) => {
    if (comment.kind !== 'caveat' || comment.standing !== 'final') return [];
    const where = cellsOf(book, spec, rows, comment);
    if (where.length === 0) return [];
    const event = findEvent(book, comment.event);
    const text = book.state.redacted.has(comment.event) ? '' : (event?.text ?? '');
    return [{ code: 'caveat', severity: 'warning', where, by: '', params: { comment: comment.comment, day: comment.asOf, text } }];
  });
}

function cellsOf(book: Book, spec: TableSpec, rows: readonly TableRow[], { about }: CommentState): readonly string[] {
  if ('cell' in about) {
    const { table, row, column, period } = about.cell;
    const found = table === spec.id && period === periodOf(spec) && rows.some(({ id }) => id === row) && hasColumn(spec, column);
    return found ? [`${row}/${column}`] : [];
  }
  if (!('figures' in about)) return [];
  const { figures } = about;
  const columns = touched(spec, figures);
  if (columns.length === 0) return [];
  const within = rows.filter(({ id }) => takesIn(book, selectionOf(spec, id), figures));
  return within.flatMap(({ id, cells }) => columns.filter((column) => cells[column] !== null).map((column) => `${id}/${column}`));
}

const hasColumn = ({ columns }: TableSpec, column: string): boolean => columns.some(({ id, hidden }) => id === column && hidden !== true);

/** The month that a table is of: the last that any of its columns stops at. */
const periodOf = ({ columns }: TableSpec): Month | undefined =>
  columns
    .flatMap((column) => ('span' in column && 'to' in column.span ? [column.span.to] : []))
    .sort()
    .at(-1);

/** The shown columns that take figures in, straight or by what they are the difference of. */
function touched(spec: TableSpec, figures: ClaimSubject): readonly string[] {
  const ids = new Set(spec.columns.flatMap((column) => ('metric' in column && shows(column, figures) ? [column.id] : [])));
  // Once per column is enough for any order of differences.
  for (const _ of spec.columns) {
    for (const column of spec.columns)
      if ('minuend' in column && (ids.has(column.minuend) || ids.has(column.subtrahend))) ids.add(column.id);
  }
  return spec.columns.flatMap(({ id, hidden }) => (ids.has(id) && hidden !== true ? [id] : []));
}

function shows({ metric, span, round }: MetricColumn, figures: ClaimSubject): boolean {
  if (metric !== figures.metric || (figures.round !== undefined && figures.round !== round)) return false;
  if ('year' in span) return figures.period === undefined && span.year === figures.year;
  return span.to.slice(0, 4) === figures.year && (figures.period === undefined || span.to === figures.period);
}

/** What a row takes: its own selection, or the code that it was made for. */
function selectionOf({ rows }: TableSpec, id: string): Selection | undefined {
  for (const row of rows) if (!('each' in row) && row.id === id) return row.where;
  for (const row of rows) if ('each' in row) return { ...row.where, [row.each]: [id] };
  return undefined;
}

/** Whether all of what figures are about falls on a row: in each dimension that the row selects by, at or beneath its codes. */
function takesIn({ state }: Book, where: Selection | undefined, { about = {}, year, period }: ClaimSubject): boolean {
  if (where === undefined) return false;
  const month = slotOf(period ?? `${year}-12`);
  return Object.entries(where).every(([dimension, codes]) => {
    const [tree, code] = [state.dimensions.get(dimension), codeIn(about, dimension)];
    return tree !== undefined && code !== undefined && pathUp(tree, code, month).some((each) => codes.includes(each));
  });
}
