import type { Either } from '../../../src/base/either.js';
import { isLeft, isRight, right } from '../../../src/base/either.js';
import type { Draft, Recorded } from '../../../src/record/envelope.js';
import { memoryStore } from '../../../src/store/memory-store.js';
import type { EventStore, Expectation, Expected, ReadQuery, Receipt, StoreError } from '../../../src/store/port.js';

/** A store with one mistake, and the case of the contract that must find it. */
export interface BrokenStore {
  readonly mistake: string;
  readonly caughtBy: string;
  readonly open: () => EventStore;
}

type Items = AsyncIterable<Either<StoreError, Recorded>>;

/** The memory store, but for some calls. */
export const broken = (mistake: string, caughtBy: string, differently: (store: EventStore) => Partial<EventStore>): BrokenStore => ({
  mistake,
  caughtBy,
  open: () => {
    const store = memoryStore();
    return { ...store, ...differently(store) };
  },
});

export async function* mapped(items: Items, change: (event: Recorded) => Recorded | undefined): Items {
  for await (const item of items) {
    const event = isRight(item) ? change(item.right) : undefined;
    if (isLeft(item)) yield item;
    else if (event !== undefined) yield right(event);
  }
}

export async function eventsOf(items: Items): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for await (const item of items) if (isRight(item)) events.push(item.right);
  return events;
}

export const changing =
  (change: (event: Recorded) => Recorded | undefined) =>
  (store: EventStore): Partial<EventStore> => ({
    read: (ledger, query) => mapped(store.read(ledger, query), change),
  });

export const asking =
  (change: (query: ReadQuery) => ReadQuery) =>
  (store: EventStore): Partial<EventStore> => ({
    read: (ledger, query = {}) => store.read(ledger, change(query)),
  });

export const expecting =
  (change: (expected: Expected) => Expected) =>
  (store: EventStore): Partial<EventStore> => ({
    append: (ledger, batch, expected = {}) => store.append(ledger, batch, change(expected)),
  });

export const receipt =
  (change: (receipt: Receipt) => Receipt) =>
  (store: EventStore): Partial<EventStore> => ({
    append: async (...given) => {
      const result = await store.append(...given);
      return isRight(result) ? right(change(result.right)) : result;
    },
  });

export const appending =
  (append: (store: EventStore, ledger: string, batch: readonly Draft[], expected: Expected) => Promise<Either<StoreError, Receipt>>) =>
  (store: EventStore): Partial<EventStore> => ({ append: (ledger, batch, expected = {}) => append(store, ledger, batch, expected) });

export const soft = (each: Expectation | undefined, ignored: Expectation): Expectation =>
  each === undefined || each === ignored ? 'any' : each;
export const without = (query: ReadQuery, key: keyof ReadQuery): ReadQuery =>
  Object.fromEntries(Object.entries(query).filter(([each]) => each !== key));
