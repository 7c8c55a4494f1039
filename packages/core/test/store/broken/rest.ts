import { isLeft, isRight, left, right } from '../../../src/base/either.js';
import type { Draft } from '../../../src/record/envelope.js';
import { memoryStore } from '../../../src/store/memory-store.js';
import type { BrokenStore } from './kit.js';
import { appending, broken, mapped } from './kit.js';

const common = memoryStore();

/** Mistakes with names, input and closing. */
export const otherMistakes: readonly BrokenStore[] = [
  broken('keeps all ledgers as one', 'ledgers/apart', (store) => ({
    append: (_ledger, batch, expected) => store.append('one', batch, expected),
    read: (_ledger, query) => store.read('one', query),
    head: () => store.head('one'),
  })),
  broken('takes names of ledgers in small letters', 'ledgers/exact-names', (store) => ({
    append: (ledger, ...rest) => store.append(ledger.toLowerCase(), ...rest),
    head: (ledger) => store.head(ledger.toLowerCase()),
  })),
  broken('lists ledgers as people sort them', 'ledgers/sorted', (store) => ({
    ledgers: async () => {
      const result = await store.ledgers();
      return isRight(result) ? right([...result.right].sort(new Intl.Collator('sv').compare)) : result;
    },
  })),
  broken('lists ledgers that were only asked about', 'ledgers/with-events', (store) => {
    const asked = new Set<string>();
    return {
      head: (ledger) => {
        asked.add(ledger);
        return store.head(ledger);
      },
      ledgers: async () => right([...asked].sort()),
    };
  }),
  broken('keeps ledgers in a plain object', 'ledgers/object-names', (store) => {
    const plain: Readonly<Record<string, unknown>> = {};
    return {
      head: async (ledger) => (plain[ledger] === undefined ? store.head(ledger) : right({ position: 1, hash: '', recordedAt: '' })),
    };
  }),
  broken('keeps those who leave waiting, as an async generator does', 'subscribing/leaving', (store) => ({
    subscribe: async function* (ledger, options) {
      yield* store.subscribe(ledger, options);
    },
  })),
  broken('shares its ledgers with other stores', 'ledgers/stores', () => ({ ...common, close: async () => right(undefined) })),
  broken(
    'takes an empty batch for done',
    'input/empty-batch',
    appending(async (store, ledger, batch, expected) =>
      batch.length > 0
        ? store.append(ledger, batch, expected)
        : right({ first: 1, last: 0, head: { position: 0, hash: '', recordedAt: '' }, repeated: false }),
    ),
  ),
  broken(
    'drops unknown keys',
    'input/unknown-key',
    appending((store, ledger, batch, expected) =>
      store.append(
        ledger,
        batch.map((each) => Object.fromEntries(Object.entries(each).filter(([key]) => key !== 'note')) as unknown as Draft),
        expected,
      ),
    ),
  ),
  broken(
    'writes data by way of JSON',
    'input/not-json',
    appending((store, ledger, batch, expected) =>
      store.append(
        ledger,
        batch.map((each) => ({ ...each, data: JSON.parse(JSON.stringify(each.data) ?? 'null') })),
        expected,
      ),
    ),
  ),
  broken(
    'throws what a draft throws',
    'input/throwing',
    appending(async (store, ledger, batch, expected) => {
      for (const draft of batch) JSON.stringify(draft);
      return store.append(ledger, batch, expected);
    }),
  ),
  broken('reads nothing where the query is wrong', 'input/query', (store) => ({
    read: async function* (ledger, query) {
      for await (const item of store.read(ledger, query)) {
        if (isLeft(item) && item.left._tag === 'InvalidInput') return;
        yield item;
      }
    },
  })),
  broken('goes on after closing', 'closing/calls', () => ({ close: async () => right(undefined) })),
  broken('reads nothing after closing', 'closing/read', (store) => {
    let open = true;
    return {
      read: (ledger, query) => (open ? store.read(ledger, query) : mapped(memoryStore().read(ledger, query), (event) => event)),
      close: () => {
        open = false;
        return store.close();
      },
    };
  }),
  broken('cannot be closed twice', 'closing/twice', (store) => {
    let open = true;
    return {
      close: async () => {
        if (!open) return left({ _tag: 'Unavailable', operation: 'close', got: 'a closed store' });
        open = false;
        return store.close();
      },
    };
  }),
];
