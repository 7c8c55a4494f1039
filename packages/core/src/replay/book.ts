import type { Json } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import { left } from '../base/either.js';
import type { Catalogue, DecodeError } from '../events/catalogue.js';
import { decodeData, postsOf } from '../events/catalogue.js';
import { standardCatalogue } from '../events/families.js';
import { evolve, hasLife } from '../evolve/evolve.js';
import { immer } from './immer.js';
import type { LedgerState, MutableState } from '../evolve/state.js';
import { initialState } from '../evolve/state.js';
import type { Recorded } from '../record/envelope.js';
import { fold } from './fold.js';
import { History } from './history.js';

/**
 * A ledger as a value: everything its first `position` events say. Immutable: what is recorded later makes a new book, and an old
 * one stays as it was.
 */
export interface Book {
  readonly position: number;
  readonly state: LedgerState;
  /** How many lines of the history's journal belong to this book. */
  readonly lines: number;
  readonly history: History;
}

/** An event that cannot be folded: its data cannot be read, or it is not the next. `position` is where it was to stand. */
export type ReplayError =
  | { readonly _tag: 'ReplayError'; readonly reason: 'decode'; readonly position: number; readonly id: string; readonly error: DecodeError }
  | { readonly _tag: 'ReplayError'; readonly reason: 'gap'; readonly position: number; readonly id: string; readonly got: number };

/** The book of a ledger without events. */
export function emptyBook(catalogue: Catalogue = standardCatalogue): Book {
  return { position: 0, state: initialState(), lines: 0, history: new History(catalogue) };
}

/**
 * Rebuilds a book from all its events, in order. Nothing is refused for a domain reason, so that history stays readable when a rule
 * is tightened later.
 *
 * Left: `ReplayError`, reason `decode` (unknown type, newer version, wrong form) or `gap` (the positions are not 1, 2, 3 …).
 */
export function replay(events: Iterable<Recorded>, catalogue: Catalogue = standardCatalogue): Either<ReplayError, Book> {
  const replaying = beginReplay(catalogue);
  for (const event of events) {
    const refused = replaying.take(event);
    if (refused !== undefined) return left(refused);
  }
  return right(replaying.book());
}

/** A book in the making. */
export interface Replaying {
  /** Folds the next event, or says why it cannot; after that there is no book. */
  readonly take: (event: Recorded) => ReplayError | undefined;
  /** The book of what was taken, once nothing more is. */
  readonly book: () => Book;
}

/** Begins a rebuild whose events come one by one, so that only what the book keeps of them is held. */
export function beginReplay(catalogue: Catalogue = standardCatalogue): Replaying {
  const history = new History(catalogue);
  const state = initialState();
  return { take: (event) => foldNext(history, state, event), book: () => bookOf(history, state) };
}

/**
 * The book after some more events, as one step of the state. The book given stays valid; if it is not the newest of its history,
 * a history of its own is made.
 *
 * Left: `ReplayError`, as for {@link replay}; then nothing has changed.
 */
export function advance(book: Book, events: readonly Recorded[]): Either<ReplayError, Book> {
  const base = isNewest(book) ? book : fork(book);
  const { history } = base;
  const mark = history.journal.mark();
  // A private state for what may be a whole history.
  const first = base.position === 0;
  const state: MutableState = first ? initialState() : immer.createDraft(base.state);
  for (const event of events) {
    const refused = foldNext(history, state, event);
    if (refused === undefined) continue;
    history.truncate(base.position);
    history.journal.rollback(mark);
    return left(refused);
  }
  return right(bookOf(history, first ? state : immer.finishDraft(state)));
}

/** Decodes the data of the event that is next, by the one upcaster chain and codec of its type, and folds it; or says why not. */
function foldNext(history: History, state: MutableState, event: Recorded): ReplayError | undefined {
  const { catalogue } = history;
  const position = history.length + 1;
  const { id, type } = event;
  if (event.position !== position) return { _tag: 'ReplayError', reason: 'gap', position, id, got: event.position };
  const refused = (error: DecodeError): ReplayError => ({ _tag: 'ReplayError', reason: 'decode', position, id, error });
  const decoded = decodeData(catalogue, type, event.schemaVersion, event.data);
  if (isLeft(decoded)) return refused(decoded.left);
  const posts = postsOf(catalogue, type, decoded.right);
  if (isLeft(posts)) return refused(posts.left);
  fold(history, state, decoded.right === event.data ? event : { ...event, data: decoded.right as Json });
  return undefined;
}

/** The book that a history and its newest state make. */
export const bookOf = (history: History, state: LedgerState): Book => ({
  position: history.length,
  state,
  lines: history.journal.length,
  history,
});

/** Whether nothing came after a book in its history. */
export const isNewest = ({ position, history }: Book): boolean => position === history.length;

/** The same book in a history that ends with it. */
export function fork(book: Book): Book {
  const history = new History(book.history.catalogue);
  const state = initialState();
  for (const event of book.history.upTo(book.position)) fold(history, state, event);
  return bookOf(history, state);
}

/** The events of a book in order, their data in the newest form. */
export const eventsOf = (book: Book): readonly Recorded[] => [...book.history.upTo(book.position)];

/**
 * The events of a book that are of some types, in order, their data in the newest form. Cheaper than to look through {@link eventsOf}, which
 * reads the rows of every posting.
 *
 * @example
 * ```ts
 * import { emptyBook, eventsOfTypes } from '@driftbok/core';
 * eventsOfTypes(emptyBook(), 'CommentMade') // => []
 * ```
 */
export function eventsOfTypes(book: Book, ...types: readonly string[]): readonly Recorded[] {
  const found: Recorded[] = [];
  for (let position = 1; position <= book.position; position++) {
    const event = book.history.outline(position);
    if (event !== undefined && types.includes(event.type)) found.push(book.history.at(position) as Recorded);
  }
  return found;
}

/** The event at a position, from 1. */
export const eventAt = (book: Book, position: number): Recorded | undefined =>
  position <= book.position ? book.history.at(position) : undefined;

/**
 * The event at a position, from 1, but for the rows of a posting: for what asks who, when and why. Undefined where there is none.
 *
 * @example
 * ```ts
 * import { emptyBook, outlineAt } from '@driftbok/core';
 * outlineAt(emptyBook(), 1) // => undefined
 * ```
 */
export const outlineAt = (book: Book, position: number): Recorded | undefined =>
  position <= book.position ? book.history.outline(position) : undefined;

/** Where in a book an event stands by its id, from 1; undefined where it does not. */
function positionIn({ position, history }: Book, id: string): number | undefined {
  const found = history.positionOf(id);
  return found !== undefined && found <= position ? found : undefined;
}

/** Whether a book holds an event by its id. */
export const holds = (book: Book, id: string): boolean => positionIn(book, id) !== undefined;

/** An event of the book by its id. */
export function findEvent(book: Book, id: string): Recorded | undefined {
  const position = positionIn(book, id);
  return position === undefined ? undefined : eventAt(book, position);
}

/**
 * The book as it was after its first `position` events: all of them where it has no more, none below 1. Its journal is the same one, read less far; its state is folded again once,
 * and kept.
 */
export function bookAt(book: Book, position: number): Book {
  const upTo = Math.max(0, Math.floor(position));
  if (!(upTo < book.position)) return book;
  const { history } = book;
  let state = history.states.get(upTo);
  if (state === undefined) {
    const folding = initialState();
    for (let at = 1; at <= upTo; at++) {
      const event = history.outline(at);
      if (event !== undefined && hasLife(event.type)) evolve(folding, event.type, event);
    }
    state = folding;
    history.states.set(upTo, state);
  }
  return { position: upTo, state, lines: history.journal.lengthAt(upTo), history };
}
