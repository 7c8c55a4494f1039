import type { Slot } from '../base/slot.js';
import { yearOfSlot } from '../base/slot.js';
import type { CodingId } from '../journal/codings.js';
import type { Layer } from '../journal/layer.js';
import type { Book } from '../replay/book.js';
import { fieldOf } from './bearing.js';
import type { Falls } from './falls.js';
import type { Game } from './games.js';
import { tieOf } from './games.js';
import type { Terms } from './subject.js';

/** What some games are played on: the lines that stood before them, and where lines fall in the end. */
export class Settings {
  /** In the trees known at the later cut: these are in every coalition. */
  readonly falls: Falls;
  readonly #before = new Map<string, number[]>();

  constructor(book: Book, terms: Terms, falls: Falls, from: number, games: readonly Game[]) {
    const { journal } = book.history;
    this.falls = falls;
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
