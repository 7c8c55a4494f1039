import type { Either } from '../../../src/base/either.js';
import { isRight, left } from '../../../src/base/either.js';
import type { Recorded } from '../../../src/record/envelope.js';
import type { StoreError } from '../../../src/store/port.js';
import type { BrokenStore } from './kit.js';
import { asking, broken, changing, mapped, without } from './kit.js';

/** Mistakes in reading. */
export const readMistakes: readonly BrokenStore[] = [
  broken('lets readers change what is recorded', 'reading/frozen', (store) => {
    const handedOut = new Map<string, Recorded>();
    return changing((event) => {
      if (!handedOut.has(event.hash)) handedOut.set(event.hash, JSON.parse(JSON.stringify(event)) as Recorded);
      return handedOut.get(event.hash);
    })(store);
  }),
  broken(
    "read ignores 'from'",
    'reading/from',
    asking((query) => without(query, 'from')),
  ),
  broken(
    "read ignores 'to'",
    'reading/to',
    asking((query) => (typeof query.to === 'number' ? without(query, 'to') : query)),
  ),
  broken(
    "read ends before 'to'",
    'reading/to',
    asking((query) => (typeof query.to === 'number' && query.to > 0 ? { ...query, to: query.to - 1 } : query)),
  ),
  broken('read ends before the instant', 'reading/to-instant', (store) => ({
    read: (ledger, query = {}) => mapped(store.read(ledger, query), (event) => (event.recordedAt === query.to ? undefined : event)),
  })),
  broken('read gives only the first event at the instant', 'reading/to-instant', (store) => ({
    read: (ledger, query = {}) => {
      let seen = false;
      return mapped(store.read(ledger, query), (event) => {
        const again: boolean = seen && event.recordedAt === query.to;
        seen ||= event.recordedAt === query.to;
        return again ? undefined : event;
      });
    },
  })),
  broken(
    'read ignores the stream',
    'reading/stream',
    asking((query) => without(query, 'stream')),
  ),
  broken('reads streams by the beginning of their names', 'reading/stream-exact', (store) => ({
    read: (ledger, query = {}) =>
      mapped(store.read(ledger, without(query, 'stream')), (event) => (event.stream.startsWith(query.stream ?? '') ? event : undefined)),
  })),
  broken("takes a stream's versions for positions", 'reading/stream-bounds', (store) => ({
    read: (ledger, query = {}) => {
      const from = query.stream === undefined ? 0 : (query.from ?? 0);
      return mapped(store.read(ledger, query.stream === undefined ? query : without(query, 'from')), (event) =>
        event.version >= from ? event : undefined,
      );
    },
  })),
  broken(
    'read ignores the types',
    'reading/types',
    asking((query) => without(query, 'types')),
  ),
  broken(
    'takes no types for all',
    'reading/types-none',
    asking((query) => (query.types?.length === 0 ? without(query, 'types') : query)),
  ),
  broken('reads backwards', 'reading/all', (store) => ({
    read: async function* (ledger, query) {
      const items: Either<StoreError, Recorded>[] = [];
      for await (const item of store.read(ledger, query)) items.unshift(item);
      yield* items;
    },
  })),
  broken('looks at the query when it is first asked', 'reading/query-copied', (store) => ({
    read: async function* (ledger, query) {
      yield* store.read(ledger, query);
    },
  })),
  broken('takes an unknown ledger for an error', 'reading/unknown-ledger', (store) => ({
    read: async function* (ledger, query) {
      const head = await store.head(ledger);
      if (isRight(head) && head.right === undefined)
        yield left({ _tag: 'InvalidInput', where: 'ledger', expected: 'a known ledger', got: ledger });
      else yield* store.read(ledger, query);
    },
  })),
];
