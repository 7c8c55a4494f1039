import type { Catalogue } from '../events/catalogue.js';
import type { LedgerState } from '../evolve/state.js';
import { Journal } from '../journal/journal.js';
import type { Recorded } from '../record/envelope.js';

/**
 * What all values of one history share: its events in order, with data in the newest form, and its journal. Only grows, but for a
 * proposal that is withdrawn; every value reads up to its own position and length.
 */
export class History {
  readonly catalogue: Catalogue;
  readonly events: Recorded[] = [];
  readonly journal: Journal = new Journal();
  readonly #positions = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  // How many events each index covers. They are caught up with when asked: reading a ledger to draw a table seldom asks.
  #placed = 0;
  #counted = 0;
  /** States at older cuts, folded when first asked for. */
  readonly states: Map<number, LedgerState> = new Map();

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
  }

  push(event: Recorded): void {
    this.events.push(event);
  }

  /** Forgets the events after a position. */
  truncate(position: number): void {
    for (const event of this.events.splice(position).reverse()) {
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
    for (; this.#placed < this.events.length; this.#placed++) {
      const event = this.events[this.#placed] as Recorded;
      this.#positions.set(event.id, event.position);
    }
    return this.#positions.get(id);
  };

  /**
   * Where an event is if ids rise as positions do, which UUIDv7s recorded as they are made nearly always do: reading a history then needs
   * no index of all its ids. An id that is not found so may still be there.
   */
  #positionIfSorted(id: string): number | undefined {
    let low = 0;
    let high = this.events.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const other = (this.events[middle] as Recorded).id;
      if (other === id) return middle + 1;
      if (other < id) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  find = (id: string): Recorded | undefined => {
    const position = this.positionOf(id);
    return position === undefined ? undefined : this.events[position - 1];
  };

  /** How many events a stream has. */
  versionOf = (stream: string): number => {
    for (; this.#counted < this.events.length; this.#counted++) {
      const event = this.events[this.#counted] as Recorded;
      this.#versions.set(event.stream, event.version);
    }
    return this.#versions.get(stream) ?? 0;
  };
}
