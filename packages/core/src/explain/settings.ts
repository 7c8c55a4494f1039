import type { Slot } from '../base/slot.js';
import { yearOfSlot } from '../base/slot.js';
import type { CodingId } from '../journal/codings.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { bookAt, eventAt } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import { fieldOf } from './bearing.js';
import type { Fall } from './falls.js';
import { Falls } from './falls.js';
import type { Game } from './games.js';
import { tieOf } from './games.js';
import type { Terms } from './subject.js';
import { isStructural, Trees } from './trees.js';

/** The span that groups are told apart in. `settled`: every line is seen in the trees known at `to`, not in those of its own event. */
export interface Between {
  readonly from: number;
  readonly to: number;
  readonly settled?: boolean;
}

/** What some games are played on: the lines that stood before them, and where each event's lines would fall. */
export class Settings {
  readonly #before = new Map<string, number[]>();
  readonly #falls = new Map<number, Map<number, Fall>>();
  readonly #key: (coding: CodingId, slot: Slot) => number;

  constructor(book: Book, terms: Terms, where: Selection, between: Between, games: readonly Game[]) {
    this.#gatherBefore(book, terms, between.from, games);
    const { journal } = book.history;
    const trees = new Trees(book, between.from);
    const state = between.settled === true ? bookAt(book, between.to).state : trees.state;
    const falls = new Falls(journal.codings, state, terms.organisation, where);
    this.#key = (coding, slot) => falls.key(coding, slot);
    const borne = codingsByPosition(games);
    for (let position = between.from + 1; position <= between.to; position++) {
      const event = eventAt(book, position);
      if (event !== undefined && isStructural(event) && between.settled !== true) {
        trees.take(event);
        falls.clear(trees.state);
      }
      const codings = borne.get(position);
      if (codings === undefined) continue;
      const own = new Map<number, Fall>();
      this.#falls.set(position, own);
      for (const coding of codings)
        for (let slot = terms.from; slot <= terms.to; slot++) own.set(falls.key(coding, slot), falls.at(coding, slot));
    }
  }

  #gatherBefore(book: Book, terms: Terms, from: number, games: readonly Game[]): void {
    const { journal } = book.history;
    const { coding, slot, layer } = journal.columns;
    for (const { field, codings } of games) for (const each of codings) this.#before.set(tieOf(field, each), []);
    const year = yearOfSlot(terms.from);
    const end = journal.lengthAt(from);
    for (let at = 0; at < end; at++) {
      const field = fieldOf(layer[at] as Layer);
      if (field !== undefined && yearOfSlot(slot[at] as Slot) === year) this.#before.get(tieOf(field, coding[at] as number))?.push(at);
    }
  }

  /** The lines of the book's journal that stood on a coding of a game, by index. */
  before({ field }: Game, coding: CodingId): readonly number[] {
    return this.#before.get(tieOf(field, coding)) ?? [];
  }

  /** Where a line of an event that bears on the coding falls. */
  fall(position: number, coding: CodingId, slot: Slot): Fall | undefined {
    return this.#falls.get(position)?.get(this.#key(coding, slot));
  }
}

function codingsByPosition(games: readonly Game[]): ReadonlyMap<number, ReadonlySet<CodingId>> {
  const found = new Map<number, Set<CodingId>>();
  for (const { bearings, codings } of games) {
    for (const bearing of bearings) {
      const known = found.get(bearing.position) ?? new Set();
      found.set(bearing.position, known);
      for (const coding of bearing.codings) if (codings.has(coding)) known.add(coding);
    }
  }
  return found;
}
