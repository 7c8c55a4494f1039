import { expect, it, vi } from 'vitest';
import { left, orThrow, right } from '../../src/base/either.js';
import type { Recorded } from '../../src/record/envelope.js';
import { draft } from '../../src/store/contract/drafts.js';
import { follow } from '../../src/store/follow.js';
import { memoryStore } from '../../src/store/memory-store.js';

it('a subscription that waits again and again holds one listener at most, and none when it is left', async () => {
  const listeners = new Set<() => void>();
  let most = 0;
  const signal = {
    aborted: false,
    addEventListener: (_: 'abort', listener: () => void) => {
      listeners.add(listener);
      most = Math.max(most, listeners.size);
    },
    removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
  };
  const store = memoryStore();
  const items = store.subscribe('l', { signal })[Symbol.asyncIterator]();
  const seen: number[] = [];
  for (let n = 1; n <= 200; n++) {
    const waiting = items.next();
    await Promise.resolve();
    orThrow(await store.append('l', [draft(n)]));
    const item = await waiting;
    if (item.done !== true) seen.push((orThrow(item.value) as Recorded).position);
  }
  expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  expect(most).toBe(1);
  const waiting = items.next();
  await items.return?.();
  expect(await waiting).toEqual({ done: true, value: undefined });
  expect(listeners.size).toBe(0);
});

it('the look-out is over before the last left is handed out, since its reader may not ask again', async () => {
  let watching = 0;
  const items = follow(
    {
      read: async function* () {
        yield left({ _tag: 'Unavailable', operation: 'read', got: 'a closed store' });
      },
      watch: () => {
        watching++;
        return { changed: new Promise<void>(() => {}), cancel: () => void (watching = 0) };
      },
    },
    right({}),
  );
  expect((await items.next()).value).toMatchObject({ left: { _tag: 'Unavailable' } });
  expect(watching).toBe(0);
});

it('one that is left before it began holds nothing', async () => {
  const signal = { aborted: false, addEventListener: () => expect.unreachable(), removeEventListener: () => {} };
  const items = memoryStore().subscribe('l', { signal })[Symbol.asyncIterator]();
  await items.return?.();
  expect(await items.next()).toEqual({ done: true, value: undefined });
});

it('the look-out is over when the signal is aborted between two events', async () => {
  const stop = new AbortController();
  let watching = 0;
  const store = memoryStore();
  orThrow(await store.append('l', [draft(1), draft(2)]));
  const items = follow(
    {
      read: (query) => store.read('l', query),
      watch: () => {
        watching++;
        return { changed: new Promise<void>(() => {}), cancel: () => void (watching = 0) };
      },
    },
    right({ signal: stop.signal }),
  );
  await items.next();
  expect(watching).toBe(1);
  stop.abort();
  expect(watching).toBe(0);
  expect(await items.next()).toEqual({ done: true, value: undefined });
});

// A host warns of more than ten listeners, as of a leak.
it('a signal has one listener, however many subscriptions it stops, and stops them all', async () => {
  const stop = new AbortController();
  const added = vi.spyOn(stop.signal, 'addEventListener');
  const removed = vi.spyOn(stop.signal, 'removeEventListener');
  const store = memoryStore();
  const all = Array.from({ length: 20 }, () => store.subscribe('l', { signal: stop.signal })[Symbol.asyncIterator]().next());
  await new Promise((resolve) => setImmediate(resolve));
  expect(added).toHaveBeenCalledTimes(1);
  stop.abort();
  expect(await Promise.all(all)).toEqual(all.map(() => ({ done: true, value: undefined })));
  expect(removed).toHaveBeenCalledTimes(1);
});
