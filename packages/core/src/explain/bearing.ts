import { yearOfSlot } from '../base/slot.js';
import type { BudgetAdjusted, BudgetAdopted, BudgetPhased } from '../events/budget.js';
import type { ForecastRevised } from '../events/forecast.js';
import type { Lines } from '../events/lines.js';
import type { LedgerState } from '../evolve/state.js';
import type { CodingId } from '../journal/codings.js';
import type { Journal } from '../journal/journal.js';
import type { Layer } from '../journal/layer.js';
import { layer } from '../journal/layer.js';
import { postBudget, postPhasing } from '../journal/post-budget.js';
import { postRevision } from '../journal/post-revision.js';
import { eachRow } from '../journal/rows.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { beneathRevision } from '../replay/beneath.js';
import { outlineAt } from '../replay/book.js';
import { ownPosts } from '../replay/fold.js';
import type { Terms } from './subject.js';
import { isStructural, Trees } from './trees.js';

/** Where one event can undo or bend what another did: budgets of a coding's year, and forecasts of it. Outcome is only ever added to. */
export type Field = 'budget' | 'forecast';

export const fieldOf = (of: Layer): Field | undefined => (of === layer.forecast ? 'forecast' : of < layer.outcome ? 'budget' : undefined);

/** An event that bears on codings of the year, whether or not it moved anything as things stood. */
export interface Bearing {
  readonly position: number;
  readonly field: Field;
  /** The codings that it names, or that lie beneath its scope and had a forecast by then. */
  readonly codings: ReadonlySet<CodingId>;
  /** Whether it adds so much to a coding's year whatever stood, though not to each month of it. */
  readonly adds: boolean;
  /** Its rows of some codings. */
  readonly rowsOf: (codings: ReadonlySet<CodingId>) => readonly Lines[];
  /** Posts such rows to a journal that numbers codings as the book's does. */
  readonly post: (journal: Journal, rows: readonly Lines[]) => void;
}

/** The fields that a number is of. */
function fieldsOf({ sign }: Terms): ReadonlySet<Field> {
  return new Set(sign.flatMap((each, of) => (each === 0 ? [] : (fieldOf(of as Layer) ?? []))));
}

/** The events between two cuts that bear on a number's year, in order of position. */
export function bearings(book: Book, terms: Terms, from: number, to: number): readonly Bearing[] {
  const { journal } = book.history;
  const fields = fieldsOf(terms);
  const year = yearOfSlot(terms.from);
  const trees = new Trees(book, from);
  const forecast = forecastBefore(journal, from, year);
  const found: Bearing[] = [];
  for (let position = from + 1; position <= to; position++) {
    const event = outlineAt(book, position);
    if (event === undefined) break;
    if (isStructural(event)) trees.take(event);
    const own = event.type === 'ForecastRevised' ? revision(journal, event, year, trees.state, forecast) : budgetOf(book, event, year);
    if (own !== undefined && fields.has(own.field)) found.push(own);
  }
  return found;
}

/** The codings that have a forecast of a year at a position; those that later revisions name are added on the way. */
function forecastBefore(journal: Journal, position: number, year: number): Set<CodingId> {
  const { coding, slot, layer: layers } = journal.columns;
  const found = new Set<CodingId>();
  const end = journal.lengthAt(position);
  for (let at = 0; at < end; at++) {
    if (layers[at] === layer.forecast && yearOfSlot(slot[at] as number) === year) found.add(coding[at] as number);
  }
  return found;
}

function codingsOf(journal: Journal, lines: Lines): Set<CodingId> {
  const found = new Set<CodingId>();
  eachRow(journal, lines, (coding) => found.add(coding));
  return found;
}

/** The rows of some codings. */
const within =
  (journal: Journal, lines: readonly Lines[]) =>
  (codings: ReadonlySet<CodingId>): readonly Lines[] =>
    lines.map((each) => {
      const { coding } = journal.codings.reader(each);
      return { columns: each.columns, rows: each.rows.filter((row) => codings.has(coding(row))) };
    });

function revision(
  journal: Journal,
  { data, position }: Recorded,
  year: number,
  state: LedgerState,
  forecast: Set<CodingId>,
): Bearing | undefined {
  const revised = data as unknown as ForecastRevised;
  const { lines } = revised;
  if (Number(revised.year) !== year) return undefined;
  const codings = codingsOf(journal, lines);
  const beneath = beneathRevision(state, journal, revised);
  const others = new Set([...forecast].filter((each) => !codings.has(each) && beneath(each)));
  for (const each of codings) forecast.add(each);
  return {
    position,
    field: 'forecast',
    adds: false,
    codings: new Set([...codings, ...others]),
    rowsOf: within(journal, [lines]),
    post: (to, rows) =>
      rows.forEach((each) => postRevision(to, { position, layer: layer.forecast, year, round: 0 }, each, (coding) => others.has(coding))),
  };
}

function budgetOf(book: Book, event: Recorded, year: number): Bearing | undefined {
  const { journal } = book.history;
  const { position, type } = event;
  const bearing = (lines: readonly Lines[], adds: boolean, post: (to: Journal, lines: Lines) => void): Bearing | undefined => {
    const codings = new Set(lines.flatMap((each) => [...codingsOf(journal, each)]));
    if (codings.size === 0) return undefined;
    return {
      position,
      field: 'budget',
      adds,
      codings,
      rowsOf: within(journal, lines),
      post: (to, rows) => rows.forEach((each) => post(to, each)),
    };
  };
  if (type === 'BudgetAdopted' || type === 'BudgetAdjusted') {
    const { lines, year: own } = event.data as unknown as BudgetAdopted | BudgetAdjusted;
    const part = type === 'BudgetAdopted' ? 'adopted' : 'adjusted';
    return Number(own) === year ? bearing([lines], true, (to, rows) => postBudget(to, position, part, rows)) : undefined;
  }
  if (type === 'BudgetPhased') {
    const { lines, year: own } = event.data as unknown as BudgetPhased;
    return Number(own) === year ? bearing([lines], false, (to, rows) => postPhasing(to, position, year, rows)) : undefined;
  }
  const own = ownPosts(book.history, event).filter((each) => each.layer === 'budget');
  return bearing(
    own.map(({ lines }) => lines),
    true,
    (to, rows) => postBudget(to, position, 'adopted', rows),
  );
}
