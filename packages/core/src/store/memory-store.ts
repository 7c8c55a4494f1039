import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { sha256Hex } from '../base/hash.js';
import type { EventId } from '../events/fields.js';
import { headOf } from '../record/chain.js';
import type { Recorded } from '../record/envelope.js';
import { bell, follow } from './follow.js';
import { reasonOf } from './plain.js';
import type { Plan, Standing } from './plan.js';
import { planAppend, planRedact } from './plan.js';
import type { EventStore, ReadQuery, Receipt, StoreError } from './port.js';
import { erasedBy, withoutText } from './redaction.js';
import { checkBatch, checkExpected, checkLedger, checkQuery, checkRedactRequest, checkSubscribe } from './validate.js';

/** What a memory store can be given. */
export interface MemoryStoreOptions {
  /** SHA-256; @noble/hashes where left out. A Node host can give the faster `crypto.hash`. */
  readonly hash?: Hash;
}

/** One ledger in memory. */
interface Book {
  /** By position − 1. */
  readonly events: Recorded[];
  readonly positions: Map<EventId, number>;
  /** The positions of each stream's events. */
  readonly streams: Map<string, number[]>;
  /** The events that a `TextRedacted` names. */
  readonly erased: Set<EventId>;
}

const newBook = (): Book => ({ events: [], positions: new Map(), streams: new Map(), erased: new Set() });

function standingOf({ events, positions, streams, erased }: Book): Standing {
  const last = events.at(-1);
  return {
    head: last === undefined ? undefined : headOf(last),
    versionOf: (stream) => streams.get(stream)?.length ?? 0,
    recorded: (id) => events[(positions.get(id) ?? 0) - 1],
    erased: (id) => erased.has(id),
  };
}

function write({ events, positions, streams, erased }: Book, plan: Plan): void {
  for (const id of erasedBy(plan.events)) erased.add(id);
  for (const event of plan.events) {
    events.push(Object.freeze(event));
    positions.set(event.id, event.position);
    const stream = streams.get(event.stream);
    if (stream === undefined) streams.set(event.stream, [event.position]);
    else stream.push(event.position);
  }
  for (const id of plan.erase) {
    const position = positions.get(id) ?? 0;
    const event = events[position - 1];
    if (event !== undefined) events[position - 1] = Object.freeze(withoutText(event));
  }
}

/** The events of a book up to the last position at the start, each looked up when it is asked for: an erased text is not seen again. */
function* select({ events, streams }: Book, { stream, from = 1, to = events.length, types }: ReadQuery): Generator<Recorded> {
  const wanted = types === undefined ? undefined : new Set(types);
  const index = stream === undefined ? undefined : (streams.get(stream) ?? []);
  const end = index?.length ?? events.length;
  for (let at = index === undefined ? from - 1 : 0; at < end; at++) {
    const event = events[index === undefined ? at : (index[at] ?? 0) - 1];
    if (event === undefined || (typeof to === 'number' ? event.position > to : event.recordedAt > to)) return;
    if (event.position >= from && wanted?.has(event.type) !== false) yield event;
  }
}

const unavailable = (operation: string, got: string): Either<StoreError, never> => left({ _tag: 'Unavailable', operation, got });
const whenClosed = (operation: string): Either<StoreError, never> => unavailable(operation, 'a closed store');

/**
 * A store in memory, for tests, browsers and ledgers read from files: many ledgers, gone with the store.
 *
 * What it is given it copies, and what it hands out is frozen, so that no caller can change what is recorded. A read sees what was
 * recorded when it was first asked for an item. Each call is one step: no other comes between.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@driftbok/core';
 * const store = memoryStore();
 * await store.head('example') // => { _tag: 'Right', right: undefined }
 * ```
 */
export function memoryStore(options: MemoryStoreOptions = {}): EventStore {
  const hash = options.hash ?? sha256Hex;
  const books = new Map<string, Book>();
  const { ring, watch } = bell();
  let closed = false;

  async function step<A>(operation: string, run: () => Either<StoreError, A>): Promise<Either<StoreError, A>> {
    if (closed) return whenClosed(operation);
    try {
      return run();
    } catch (error) {
      // A hash function of the host's may throw; nothing is written before all is hashed.
      return unavailable(operation, reasonOf(error));
    }
  }

  /** Carries a plan out; a ledger comes to be with its first event. */
  function carryOut(ledger: string, planned: (standing: Standing) => Either<StoreError, Plan>): Either<StoreError, Receipt> {
    const book = books.get(ledger) ?? newBook();
    const plan = planned(standingOf(book));
    if (isLeft(plan)) return plan;
    write(book, plan.right);
    books.set(ledger, book);
    ring();
    return right(plan.right.receipt);
  }

  async function* items(
    name: Either<StoreError, string>,
    query: Either<StoreError, ReadQuery>,
  ): AsyncGenerator<Either<StoreError, Recorded>> {
    if (closed) return yield whenClosed('read');
    if (isLeft(name)) return yield name;
    if (isLeft(query)) return yield query;
    for (const event of select(books.get(name.right) ?? newBook(), query.right)) {
      if (closed) return yield whenClosed('read');
      yield right(event);
    }
  }

  return {
    append: (ledger, batch, expected = {}) =>
      step('append', () => {
        const name = checkLedger(ledger);
        if (isLeft(name)) return name;
        const drafts = checkBatch(batch);
        if (isLeft(drafts)) return drafts;
        const asked = checkExpected(expected);
        if (isLeft(asked)) return asked;
        return carryOut(name.right, (standing) => planAppend(drafts.right, asked.right, standing, hash));
      }),
    // Checked when called, not at the first item: the caller may reuse its query for the next read.
    read: (ledger, query = {}) => items(checkLedger(ledger), checkQuery(query)),
    subscribe: (ledger, wanted = {}) => {
      const name = checkLedger(ledger);
      const asked = isLeft(name) ? name : checkSubscribe(wanted);
      return follow({ read: (query) => items(name, right(query)), watch }, closed ? whenClosed('subscribe') : asked);
    },
    head: (ledger) =>
      step('head', () => {
        const name = checkLedger(ledger);
        if (isLeft(name)) return name;
        return right(standingOf(books.get(name.right) ?? newBook()).head);
      }),
    ledgers: () => step('ledgers', () => right([...books.keys()].sort())),
    redact: (ledger, request) =>
      step('redact', () => {
        const name = checkLedger(ledger);
        if (isLeft(name)) return name;
        const asked = checkRedactRequest(request);
        if (isLeft(asked)) return asked;
        return carryOut(name.right, (standing) => planRedact(asked.right, standing, hash));
      }),
    close: async () => {
      closed = true;
      books.clear();
      ring();
      return right(undefined);
    },
  };
}
