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
  // How many events the two indexes cover. They are caught up with when asked: reading a ledger to draw a table never asks.
  #indexed = 0;
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
      if (event.position > this.#indexed) continue;
      this.#positions.delete(event.id);
      this.#versions.set(event.stream, event.version - 1);
    }
    this.#indexed = Math.min(this.#indexed, position);
    for (const at of this.states.keys()) if (at > position) this.states.delete(at);
  }

  #index(): void {
    for (; this.#indexed < this.events.length; this.#indexed++) {
      const { id, stream, position, version } = this.events[this.#indexed] as Recorded;
      this.#positions.set(id, position);
      this.#versions.set(stream, version);
    }
  }

  positionOf = (id: string): number | undefined => {
    this.#index();
    return this.#positions.get(id);
  };

  find = (id: string): Recorded | undefined => {
    const position = this.positionOf(id);
    return position === undefined ? undefined : this.events[position - 1];
  };

  /** How many events a stream has. */
  versionOf = (stream: string): number => {
    this.#index();
    return this.#versions.get(stream) ?? 0;
  };
}
