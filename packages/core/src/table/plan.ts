import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import { slotOf } from '../base/slot.js';
import type { Book } from '../replay/book.js';
import { bookAt } from '../replay/book.js';
import type { Cut, CutError } from '../replay/cut.js';
import { cutAt, newestCut } from '../replay/cut.js';
import type { Amount } from '../base/amount.js';
import type { Year } from '../base/time.js';
import { isMonth } from '../base/time.js';
import type { Codes } from '../events/reason.js';
import type { PlainColumns } from './columns.js';
import { plainColumns } from './columns.js';
import { Places } from './placement.js';
import type { PlainRow } from './rows.js';
import { plainRows } from './rows.js';
import type { BaseMetric, Organisation, TableSpec } from './spec.js';
import type { TableError } from './table.js';

/** An amount that no event recorded, counted in as a line of its year: what a forecast would be with an action's effect. */
export interface AssumedLine {
  readonly metric: BaseMetric;
  readonly codes: Codes;
  readonly year: Year;
  /** Öre. */
  readonly amount: Amount;
}

/** How a table is to be drawn. */
export interface DrawOptions {
  /** What is known: everything up to it, nothing after. The newest where left out. */
  readonly cut?: Cut;
  /** The organisation that lines are shown in. Where left out: the last month of the columns that are part of a year, else December. */
  readonly organisation?: Organisation;
  /** Counted in beside the lines that were recorded, in the columns of their metric that take in their whole year. A trace has recorded lines only. */
  readonly assumed?: readonly AssumedLine[];
}

/** A specification made definite for a book and a cut: what drawing and tracing both follow. */
export interface Plan {
  readonly cut: Cut;
  readonly known: Book;
  readonly columns: PlainColumns;
  readonly rows: readonly PlainRow[];
  readonly places: Places;
  readonly organisation: Organisation;
  readonly assumed: readonly AssumedLine[];
}

/** Left: `TableError`, or `CutError` of the table's or a column's cut. */
export function planTable(book: Book, spec: TableSpec, options: DrawOptions): Either<TableError | CutError, Plan> {
  const cut = options.cut === undefined ? newestCut(book) : right(options.cut);
  if (isLeft(cut)) return cut;
  const held = cutAt(book, cut.right.position);
  if (isLeft(held)) return held;
  const known = bookAt(book, cut.right.position);
  if (known.history.journal.overflowsWithin(known.lines)) {
    return left({
      _tag: 'TableError',
      reason: 'overflow',
      where: 'ledger',
      expected: 'lines whose sums are exact',
      got: 'lines beyond 45035996273704.95 kr in all',
    });
  }
  const organisation = options.organisation ?? lastMonth(spec);
  if (organisation !== 'as-was' && !isMonth(organisation)) {
    return left({ _tag: 'TableError', reason: 'span', where: 'organisation', expected: 'a month, YYYY-MM, or as-was', got: organisation });
  }
  const rows = plainRows(spec, known.state, slotOf(organisation === 'as-was' ? lastMonth(spec) : organisation));
  if (isLeft(rows)) return rows;
  const columns = plainColumns(spec, known, book);
  if (isLeft(columns)) return columns;
  const places = new Places(known.state, organisation);
  return right({ cut: cut.right, known, columns: columns.right, rows: rows.right, places, organisation, assumed: options.assumed ?? [] });
}

/** The last month that a specification looks at: of its periods, or, where it has none, the December of its last year. */
function lastMonth(spec: TableSpec): string {
  const spans = spec.columns.flatMap((column) => ('span' in column ? [column.span] : []));
  const months = spans.flatMap((span) => ('to' in span ? [span.to] : []));
  const years = spans.flatMap((span) => ('year' in span ? [`${span.year}-12`] : []));
  return [...(months.length > 0 ? months : years)].sort().at(-1) ?? '9999-12';
}
