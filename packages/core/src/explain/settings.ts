import type { Slot } from '../base/slot.js';
import { yearOfSlot } from '../base/slot.js';
import type { CodingId } from '../journal/codings.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { bookAt } from '../replay/book.js';
import type { Selection } from '../table/spec.js';
import { fieldOf } from './bearing.js';
import { Falls } from './falls.js';
import type { Game } from './games.js';
import { tieOf } from './games.js';
import type { Terms } from './subject.js';

/** The cuts that groups are told apart between, by position. */
export interface Between {
  readonly from: number;
  readonly to: number;
}

/** What some games are played on: the lines that stood before them, and where lines fall in the end. */
export class Settings {
  /** In the trees known at the later cut: these are in every coalition. */
  readonly falls: Falls;
  readonly #before = new Map<string, number[]>();

  constructor(book: Book, terms: Terms, where: Selection, { from, to }: Between, games: readonly Game[]) {
    const { journal } = book.history;
    this.falls = new Falls(journal.codings, bookAt(book, to).state, terms.organisation, where);
    for (const { field, codings } of games) for (const each of codings) this.#before.set(tieOf(field, each), []);
    const { coding, slot, layer } = journal.columns;
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
}
