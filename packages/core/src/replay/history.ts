import type { Catalogue } from '../events/catalogue.js';
import type { LedgerState } from '../evolve/state.js';
import { Journal } from '../journal/journal.js';
import type { Recorded } from '../record/envelope.js';
import { Shelf } from './shelf.js';

/**
 * What all values of one history share: its events in order, with data in the newest form, and its journal. Only grows, but for a
 * proposal that is withdrawn; every value reads up to its own position and length.
 */
export class History {
  readonly catalogue: Catalogue;
  readonly journal: Journal = new Journal();
  readonly #shelf: Shelf;
  readonly #positions = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  // How many events each index covers. They are caught up with when asked: reading a ledger to draw a table seldom asks.
  #placed = 0;
  #counted = 0;
  /** States at older cuts, folded when first asked for. */
  readonly states: Map<number, LedgerState> = new Map();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    this.#shelf = new Shelf(this.journal, catalogue);
  }

  /** How many events there are. */
  get length(): number {
    return this.#shelf.length;
  }

  /** The event at a position, from 1. */
  at(position: number): Recorded | undefined {
    return this.#shelf.at(position - 1);
  }

  /** The event at a position, from 1, but for the rows of a posting. */
  outline(position: number): Recorded | undefined {
    return this.#shelf.outline(position - 1);
  }

  /** The events up to and with a position, in order. */
  *upTo(position: number): Generator<Recorded> {
    for (let index = 0; index < position; index++) yield this.#shelf.at(index) as Recorded;
  }

  #known(index: number): Recorded {
    return this.#shelf.outline(index) as Recorded;
  }

  /** Takes in an event whose lines are in the journal already. */
  push(event: Recorded): void {
    this.#shelf.push(event);
  }

  /** Forgets the events after a position. */
  truncate(position: number): void {
    for (const event of [...this.#shelf.truncate(position)].reverse()) {
      if (event.position <= this.#placed) this.#positions.delete(event.id);
      if (event.position <= this.#counted) this.#versions.set(event.stream, event.version - 1);
    }
    this.#placed = Math.min(this.#placed, position);
    this.#counted = Math.min(this.#counted, position);
    for (const at of this.states.keys()) if (at > position) this.states.delete(at);
  }

  positionOf = (id: string): number | undefined => {
    const sorted = this.#positionIfSorted(id);
    if (sorted !== undefined) return sorted;
    for (; this.#placed < this.length; this.#placed++) this.#positions.set(this.#known(this.#placed).id, this.#placed + 1);
    return this.#positions.get(id);
  };

  /**
   * Where an event is if ids rise as positions do, which UUIDv7s recorded as they are made nearly always do: reading a history then needs
   * no index of all its ids. An id that is not found so may still be there.
   */
  #positionIfSorted(id: string): number | undefined {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const other = this.#known(middle).id;
      if (other === id) return middle + 1;
      if (other < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** An event by its id, but for the rows of a posting. */
  find = (id: string): Recorded | undefined => {
    const position = this.positionOf(id);
    return position === undefined ? undefined : this.outline(position);
  };

  /** How many events a stream has. */
  versionOf = (stream: string): number => {
    for (; this.#counted < this.length; this.#counted++) {
      const { stream: named, version } = this.#known(this.#counted);
      this.#versions.set(named, version);
    }
    return this.#versions.get(stream) ?? 0;
  };
}
