import type { Either } from '../../base/either.js';
import type { Recorded } from '../../record/envelope.js';
import type { EventStore, StopSignal, StoreError, SubscribeOptions } from '../port.js';
import { draft, drafts, draftWithText, redactRequest } from './drafts.js';
import type { Claims, ContractCase } from './kit.js';
import { as, contractCase } from './kit.js';

const ledger = 'example';

/** A signal and its button, since the core has no AbortController of its host's. */
function stopper(): { readonly signal: StopSignal; readonly stop: () => void } {
  const listeners = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener: (_, listener) => void listeners.add(listener),
      removeEventListener: (_, listener) => void listeners.delete(listener),
    },
    stop: () => {
      aborted = true;
      for (const listener of listeners) listener();
    },
  };
}

/** A subscription that is taken from piece by piece. */
function taking(store: EventStore, claims: Claims, name: string, options: SubscribeOptions = {}) {
  const items = store.subscribe(name, options)[Symbol.asyncIterator]();
  const next = async (): Promise<Recorded | undefined> => {
    const item: IteratorResult<Either<StoreError, Recorded>, unknown> = await items.next();
    return item.done === true ? undefined : claims.right('an item', item.value);
  };
  const positions = async (count: number): Promise<readonly (number | undefined)[]> => {
    const taken: (number | undefined)[] = [];
    while (taken.length < count) taken.push((await next())?.position);
    return taken;
  };
  return { items, next, positions };
}

async function refusedOnce(claims: Claims, what: string, items: AsyncIterable<Either<StoreError, Recorded>>, tag: StoreError['_tag']) {
  const all: Either<StoreError, Recorded>[] = [];
  for await (const item of items) all.push(item);
  claims.same(`${what}: the number of items`, all.length, 1);
  for (const item of all) claims.refused(what, item, tag);
}

/** Following a ledger as it grows. */
export const subscribingCases: readonly ContractCase[] = [
  contractCase('subscribing/recorded', 'A subscription begins with what is recorded, in order.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    const { items, positions } = taking(store, claims, ledger);
    claims.same('the positions', await positions(3), [1, 2, 3]);
    await items.return?.();
  }),
  contractCase('subscribing/from', 'A subscription begins at the position it is asked for.', async (store, claims) => {
    await store.append(ledger, drafts(1, 5));
    const { items, positions } = taking(store, claims, ledger, { from: 4 });
    claims.same('the positions', await positions(2), [4, 5]);
    await items.return?.();
  }),
  contractCase('subscribing/later', 'A subscription goes on with what is appended later, batch after batch.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const { items, next, positions } = taking(store, claims, ledger);
    claims.same('the first', (await next())?.position, 1);
    const waiting = positions(3);
    await store.append(ledger, drafts(2, 3));
    await store.append(ledger, [draft(4)]);
    claims.same('what came later', await waiting, [2, 3, 4]);
    await store.append(ledger, [draft(5)]);
    claims.same('what came while nobody asked', (await next())?.position, 5);
    await items.return?.();
  }),
  contractCase('subscribing/unknown', 'A subscription to an unknown ledger gives its first event when it comes.', async (store, claims) => {
    const { items, next } = taking(store, claims, ledger);
    const waiting = next();
    await store.append(ledger, [draft(1)]);
    claims.same('the first', (await waiting)?.position, 1);
    await items.return?.();
  }),
  contractCase('subscribing/ahead', 'A subscription from after the head waits for that position.', async (store, claims) => {
    await store.append(ledger, drafts(1, 2));
    const { items, next } = taking(store, claims, ledger, { from: 5 });
    const waiting = next();
    await store.append(ledger, drafts(3, 4));
    await store.append(ledger, drafts(5, 6));
    claims.same('the first', (await waiting)?.position, 5);
    await items.return?.();
  }),
  contractCase('subscribing/one-ledger', 'A subscription gives the events of its own ledger only.', async (store, claims) => {
    const { items, next } = taking(store, claims, ledger);
    const waiting = next();
    await store.append('other', drafts(1, 2));
    await store.append(ledger, [draft(7)]);
    claims.same('the event', (await waiting)?.id, draft(7).id);
    await items.return?.();
  }),
  contractCase('subscribing/several', 'Subscriptions do not take events from each other.', async (store, claims) => {
    const [one, other] = [taking(store, claims, ledger), taking(store, claims, ledger, { from: 3 })];
    const waiting = Promise.all([one.positions(4), other.positions(2)]);
    for (const n of [1, 2, 3, 4]) await store.append(ledger, [draft(n)]);
    claims.same('the positions', await waiting, [
      [1, 2, 3, 4],
      [3, 4],
    ]);
    await one.items.return?.();
    await other.items.return?.();
  }),
  contractCase(
    'subscribing/once',
    'A subscriber sees every event once and in order, whatever is appended meanwhile.',
    async (store, claims) => {
      const seen = taking(store, claims, ledger).positions(40);
      await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.append(ledger, drafts(2 * n, 2 * n + 1, { recordedAt: as(draft(1).recordedAt) }))),
      );
      claims.same(
        'the positions',
        await seen,
        Array.from({ length: 40 }, (_, index) => index + 1),
      );
    },
  ),
  contractCase('subscribing/content', 'A subscription gives events as a read does, texts beside them.', async (store, claims) => {
    await store.append(ledger, [draftWithText(1, 'En text.'), draft(2)]);
    const { items, next } = taking(store, claims, ledger);
    claims.same('the events', [await next(), await next()], await claims.read('a read', store, ledger));
    await items.return?.();
  }),
  contractCase('subscribing/erased', 'A subscription gives no text that was erased before it came to it.', async (store, claims) => {
    await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    const { items, next } = taking(store, claims, ledger, { from: 2 });
    await store.redact(ledger, redactRequest(3, 2));
    const event = await next();
    claims.same('the event', { position: event?.position, text: event?.text, salt: event?.salt }, { position: 2 });
    claims.same('the erasure', (await next())?.type, 'TextRedacted');
    await items.return?.();
  }),
  contractCase('subscribing/stop', 'An aborted signal ends a subscription that waits.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const { signal, stop } = stopper();
    const { items, next } = taking(store, claims, ledger, { signal });
    claims.same('the first', (await next())?.position, 1);
    const waiting = items.next();
    stop();
    claims.holds('it ends', (await waiting).done === true);
    claims.right('the store goes on', await store.append(ledger, [draft(2)]));
  }),
  contractCase('subscribing/stopped', 'A signal aborted before, or between two items, gives no more.', async (store, claims) => {
    await store.append(ledger, drafts(1, 3));
    const { signal, stop } = stopper();
    const { items, next } = taking(store, claims, ledger, { signal });
    claims.same('the first', (await next())?.position, 1);
    stop();
    claims.holds('no second', (await items.next()).done === true);
    const late = taking(store, claims, ledger, { signal });
    claims.holds('nothing at all', (await late.items.next()).done === true);
  }),
  contractCase('subscribing/leaving', 'A consumer that leaves while it waits is given nothing more.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const { items, next } = taking(store, claims, ledger);
    claims.same('the first', (await next())?.position, 1);
    const waiting = items.next();
    const leaving = items.return?.();
    await store.append(ledger, [draft(2)]); // one that is still waiting gets this
    claims.holds('the wait ends', (await waiting).done === true);
    await leaving;
    claims.holds('it stays ended', (await items.next()).done === true);
  }),
  contractCase('subscribing/closing', 'A subscription that waits ends with Unavailable when the store closes.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    const { items, next } = taking(store, claims, ledger);
    claims.same('the first', (await next())?.position, 1);
    const waiting = items.next();
    claims.right('closing', await store.close());
    const item: IteratorResult<Either<StoreError, Recorded>, unknown> = await waiting;
    if (item.done === true) claims.holds('an item that says so', false);
    else claims.refused('the item', item.value, 'Unavailable');
    claims.holds('and it is the last', (await items.next()).done === true);
    await refusedOnce(claims, 'a closed store', store.subscribe(ledger), 'Unavailable');
  }),
  contractCase('subscribing/input', 'A name or a position that is none gives InvalidInput and nothing else.', async (store, claims) => {
    await store.append(ledger, [draft(1)]);
    for (const name of ['', 'a b', as(7)]) await refusedOnce(claims, `the ledger ${name}`, store.subscribe(name), 'InvalidInput');
    for (const from of [0, -1, 1.5, as('1'), as(null)]) {
      await refusedOnce(claims, `from ${from}`, store.subscribe(ledger, { from }), 'InvalidInput');
    }
  }),
];
