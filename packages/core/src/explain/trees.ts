import type { Code, DimensionId } from '../events/fields.js';
import type { CodeMoved, CodeOpened, CodeSucceeded } from '../events/structure.js';
import { evolve } from '../evolve/evolve.js';
import type { Dimension, LedgerState, MutableState } from '../evolve/state.js';
import { initialState } from '../evolve/state.js';
import type { Recorded } from '../record/envelope.js';
import type { Book } from '../replay/book.js';
import { bookAt, outlineAt } from '../replay/book.js';

const structural: ReadonlySet<string> = new Set([
  'DimensionDeclared',
  'CodeOpened',
  'CodeRenamed',
  'CodeMoved',
  'CodeSucceeded',
  'CodeClosed',
]);

/** Whether an event changes the trees at all. */
export const isStructural = ({ type }: Recorded): boolean => structural.has(type);

/** Codes whose lines an event may put elsewhere. */
export interface Reach {
  readonly dimension: DimensionId;
  readonly codes: readonly Code[];
}

/**
 * The trees of a ledger, taken on event by event. Those of the first position are the book's own, read only; the first event that
 * changes them is written to a copy, which is then private and written to in place: ten thousand codes may open in one go.
 */
export class Trees {
  readonly #book: Book;
  readonly #from: number;
  #private: LedgerState | undefined;

  constructor(book: Book, from: number) {
    this.#book = book;
    this.#from = from;
  }

  get state(): LedgerState {
    return this.#private ?? bookAt(this.#book, this.#from).state;
  }

  take(event: Recorded): void {
    this.#private ??= structureAt(this.#book, this.#from);
    evolve(this.#private as MutableState, event.type, event);
  }

  /** Of some codes in use by dimension, those whose lines an event may put elsewhere; asked before it is taken. */
  reach(event: Recorded, used: ReadonlyMap<DimensionId, ReadonlyMap<Code, unknown>>): Reach {
    const { dimension: id } = event.data as unknown as { readonly dimension: DimensionId };
    const targets = targetsOf(event);
    const inUse = used.get(id);
    const dimension = this.state.dimensions.get(id);
    if (targets.size === 0 || inUse === undefined || dimension === undefined) return { dimension: id, codes: [] };
    // A code that opens has nothing beneath it yet, and lines only where history holds some that no rule would take today.
    const able = event.type === 'CodeOpened' ? [...targets].filter((code) => inUse.has(code)) : [...inUse.keys()];
    return { dimension: id, codes: able.filter((code) => leadsTo(dimension, code, targets, new Set())) };
  }
}

/** The codes that an event gives another place in a tree. */
function targetsOf({ type, data }: Recorded): ReadonlySet<Code> {
  if (type === 'CodeMoved' || type === 'CodeOpened') return new Set([(data as unknown as CodeMoved | CodeOpened).code]);
  return new Set(type === 'CodeSucceeded' ? (data as unknown as CodeSucceeded).predecessors : []);
}

/** Whether a code lies beneath others, or goes on in one that does, in any month. */
function leadsTo(dimension: Dimension, code: Code, targets: ReadonlySet<Code>, passed: Set<Code>): boolean {
  if (targets.has(code)) return true;
  if (passed.has(code)) return false;
  passed.add(code);
  const state = dimension.codes.get(code);
  if (state === undefined) return false;
  for (const { value } of state.parents) if (value !== undefined && leadsTo(dimension, value, targets, passed)) return true;
  for (const successor of state.succeeded?.successors ?? []) if (leadsTo(dimension, successor.code, targets, passed)) return true;
  return false;
}

/** The trees at a position, as a state of one's own. */
function structureAt(book: Book, position: number): LedgerState {
  const state: MutableState = initialState();
  for (let at = 1; at <= position; at++) {
    const event = outlineAt(book, at);
    if (event !== undefined && isStructural(event)) evolve(state, event.type, event);
  }
  return state;
}
