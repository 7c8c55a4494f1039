import { isLeft } from '../../base/either.js';
import type { EventStore, ReadQuery } from '../port.js';
import { draft, drafts, idOf, timeOf } from './drafts.js';
import type { ContractCase } from './kit.js';
import { contractCase } from './kit.js';

const ledger = 'example';
const [june, july] = ['outcome/2025-06', 'outcome/2025-07'] as const;

/**
 * Eight events in two streams and of three types, two a minute; noted by position, stream and minute:
 * 1 June 0, 2 July 0, 3 June 1, 4 June 1, 5 July 2, 6 June 2, 7 July 3, 8 July 3.
 */
async function eight(store: EventStore): Promise<void> {
  const streams = [june, july, june, june, july, june, july, july];
  const types = ['NoteMade', 'NoteMade', 'NoteTaken', 'NoteMade', 'NoteTaken', 'Other', 'NoteMade', 'NoteTaken'] as const;
  const batch = streams.map((stream, index) =>
    draft(index + 1, { stream, type: types[index] ?? 'Other', recordedAt: timeOf(Math.floor(index / 2)) }),
  );
  await store.append(ledger, batch.slice(0, 3));
  await store.append(ledger, batch.slice(3));
}

/** A case that asks the eight events. */
const asking = (name: string, behaviour: string, ...asked: readonly (readonly [ReadQuery, readonly number[]])[]): ContractCase =>
  contractCase(`reading/${name}`, behaviour, async (store, claims) => {
    await eight(store);
    for (const [query, positions] of asked) await claims.positions(`reading ${JSON.stringify(query)}`, store, ledger, query, positions);
  });

const all = [1, 2, 3, 4, 5, 6, 7, 8];

export const readingCases: readonly ContractCase[] = [
  asking('all', 'Without bounds all events come, in order of position.', [{}, all]),
  contractCase('reading/no-query', 'The query may be left out.', async (store, claims) => {
    await eight(store);
    const events = await claims.read('what is read', store, ledger);
    claims.same(
      'the ids',
      events.map(({ id }) => id),
      all.map(idOf),
    );
  }),
  contractCase('reading/unknown-ledger', 'An unknown ledger has no events, whatever is asked.', async (store, claims) => {
    for (const query of [{}, { from: 3 }, { to: 0 }, { stream: june }, { to: timeOf(1) }, { types: ['NoteMade'] }]) {
      await claims.positions(`reading ${JSON.stringify(query)}`, store, 'unknown', query, []);
    }
  }),
  asking('from', 'A read begins at a position, inclusive.', [{ from: 1 }, all], [{ from: 6 }, [6, 7, 8]], [{ from: 8 }, [8]]),
  asking('from-beyond', 'Beyond the head there is nothing.', [{ from: 9 }, []], [{ from: Number.MAX_SAFE_INTEGER }, []]),
  asking('to', 'A read ends at a position, inclusive.', [{ to: 1 }, [1]], [{ to: 3 }, [1, 2, 3]], [{ to: 8 }, all]),
  asking('to-nothing', 'Up to position 0 there is nothing.', [{ to: 0 }, []]),
  asking('to-beyond', 'A bound beyond the head is no bound.', [{ to: 9 }, all], [{ to: Number.MAX_SAFE_INTEGER }, all]),
  asking(
    'from-to',
    'Both bounds hold; turned round they leave nothing.',
    [{ from: 3, to: 5 }, [3, 4, 5]],
    [{ from: 4, to: 4 }, [4]],
    [{ from: 5, to: 3 }, []],
  ),
  asking(
    'to-instant',
    'Up to an instant all comes that was recorded at it or before.',
    [{ to: timeOf(0) }, [1, 2]],
    [{ to: timeOf(2) }, [1, 2, 3, 4, 5, 6]],
  ),
  asking('to-instant-between', 'An instant need not be that of an event.', [{ to: '2025-08-01T00:01:59.999Z' }, [1, 2, 3, 4]]),
  asking(
    'to-instant-ends',
    'Before the first event there is nothing, after the last all.',
    [{ to: '2025-07-31T23:59:59.999Z' }, []],
    [{ to: '9999-12-31T23:59:59.999Z' }, all],
  ),
  asking(
    'from-to-instant',
    'A position and an instant bound a read together.',
    [{ from: 2, to: timeOf(1) }, [2, 3, 4]],
    [{ from: 5, to: timeOf(1) }, []],
  ),
  asking('stream', 'Of one stream only its events come.', [{ stream: june }, [1, 3, 4, 6]], [{ stream: july }, [2, 5, 7, 8]]),
  asking('stream-unknown', 'An unknown stream has no events.', [{ stream: 'outcome/2025-08' }, []], [{ stream: 'constructor' }, []]),
  asking(
    'stream-bounds',
    "A stream's bounds are positions in the ledger, not versions.",
    [{ stream: june, from: 3 }, [3, 4, 6]],
    [{ stream: june, to: 4 }, [1, 3, 4]],
    [{ stream: july, from: 3, to: 7 }, [5, 7]],
  ),
  asking('stream-instant', 'A stream is read up to an instant as well.', [{ stream: july, to: timeOf(2) }, [2, 5]]),
  asking(
    'types',
    'Of some types only their events come.',
    [{ types: ['NoteTaken'] }, [3, 5, 8]],
    [{ types: ['Other', 'NoteTaken'] }, [3, 5, 6, 8]],
  ),
  asking(
    'types-none',
    'Of no types, or unknown ones, nothing comes; a name twice is the name.',
    [{ types: [] }, []],
    [{ types: ['Unheard'] }, []],
    [{ types: ['Other', 'Other'] }, [6]],
  ),
  asking(
    'types-exact',
    'Names of types are compared exactly.',
    [{ types: ['noteMade'] }, []],
    [{ types: ['Note'] }, []],
    [{ types: ['NoteMad_'] }, []],
    [{ types: ['Note%'] }, []],
  ),
  asking(
    'together',
    'All bounds hold together.',
    [{ stream: july, types: ['NoteTaken', 'Other'], from: 3, to: 7 }, [5]],
    [{ stream: june, types: ['NoteMade'], to: timeOf(1) }, [1, 4]],
  ),
  contractCase(
    'reading/stream-exact',
    'Names of streams are compared exactly: neither case, wildcards nor beginnings matter.',
    async (store, claims) => {
      const streams = ['forecast/2025-P3', 'forecast/2025-p3', 'forecast/2025_P3', 'forecast/2025-P', 'forecast/2025-P33', 'forecast'];
      await store.append(
        ledger,
        streams.map((stream, index) => draft(index + 1, { stream })),
      );
      for (const [index, stream] of streams.entries()) await claims.positions(stream, store, ledger, { stream }, [index + 1]);
    },
  ),
  contractCase('reading/whole-events', 'A read with bounds gives the same events as one without.', async (store, claims) => {
    await eight(store);
    const events = await claims.read('all', store, ledger);
    const some = await claims.read('some', store, ledger, { stream: july, types: ['NoteMade'], from: 2 });
    claims.same('the events', some, [events[1], events[6]]);
  }),
  contractCase('reading/stop', 'A reader may stop; the store goes on.', async (store, claims) => {
    await eight(store);
    let seen = 0;
    for await (const item of store.read(ledger)) {
      claims.holds('the item is an event', !isLeft(item));
      if (++seen === 3) break;
    }
    claims.same('items seen', seen, 3);
    claims.written('an append after it', await store.append(ledger, [draft(9)]), 9);
    await claims.positions('a read after it', store, ledger, { from: 8 }, [8, 9]);
  }),
  contractCase('reading/side-by-side', 'Reads at the same time do not disturb each other.', async (store, claims) => {
    await eight(store);
    const first = store.read(ledger)[Symbol.asyncIterator]();
    const second = store.read(ledger, { from: 5 })[Symbol.asyncIterator]();
    const seen: number[] = [];
    for (const reader of [first, second, first, second, first]) {
      const next = await reader.next();
      if (next.done !== true) seen.push(claims.right('an item', next.value)?.position ?? 0);
    }
    await first.return?.();
    await second.return?.();
    claims.same('the positions', seen, [1, 5, 2, 6, 3]);
  }),
  contractCase(
    'reading/while-appending',
    'What is appended during a read may be seen or not; what is seen has no gaps.',
    async (store, claims) => {
      await store.append(ledger, drafts(1, 4));
      const seen: number[] = [];
      for await (const item of store.read(ledger)) {
        const event = claims.right('an item', item);
        seen.push(event?.position ?? 0);
        if (event?.position === 2) claims.written('the append', await store.append(ledger, drafts(5, 6)), 5, 6);
      }
      claims.holds(`it sees what was there when it began: ${seen.join(' ')}`, seen.length >= 4 && seen.length <= 6);
      claims.same(
        'the positions',
        seen,
        seen.map((_, index) => index + 1),
      );
      await claims.positions('the next read', store, ledger, { from: 5 }, [5, 6]);
    },
  ),
  contractCase('reading/frozen', 'Changing what was read changes nothing that is recorded.', async (store, claims) => {
    await store.append(ledger, [draft(1, { data: { note: 1, list: ['a'] } })]);
    const before = JSON.stringify(await claims.read('before', store, ledger));
    for (const event of await claims.read('to be changed', store, ledger)) {
      // Frozen things do not let themselves be changed: either answer is right.
      Reflect.set(event, 'stream', 'ledger');
      if (typeof event.data === 'object' && event.data !== null && 'list' in event.data) {
        Reflect.set(event.data, 'note', 2);
        if (Array.isArray(event.data.list)) Reflect.set(event.data.list, 0, 'b');
      }
      Reflect.set(event.actor, 'id', 'u-2');
    }
    claims.same('the events after', JSON.stringify(await claims.read('after', store, ledger)), before);
    claims.repeated('the same batch again', await store.append(ledger, [draft(1, { data: { note: 1, list: ['a'] } })]), 1);
  }),
  contractCase('reading/query-copied', 'A read asks what its query said when it was called.', async (store, claims) => {
    await eight(store);
    const query: { from: number; to: number } = { from: 2, to: 3 };
    const reading = store.read(ledger, query);
    query.from = 7;
    query.to = 8;
    const seen: number[] = [];
    for await (const item of reading) seen.push(claims.right('an item', item)?.position ?? 0);
    claims.same('the positions', seen, [2, 3]);
  }),
];
