import { describe, expect, it } from 'vitest';
import type { Json } from '../../src/base/canonical.js';
import type { Either } from '../../src/base/either.js';
import { isRight, left, orThrow, right } from '../../src/base/either.js';
import { draft, drafts, draftWithText, idOf, redactRequest } from '../../src/store/contract/drafts.js';
import type { Head } from '../../src/record/chain.js';
import type { Recorded } from '../../src/record/envelope.js';
import type { KeptProjection } from '../../src/store/check-projection.js';
import { checkProjection } from '../../src/store/check-projection.js';
import { memoryStore } from '../../src/store/memory-store.js';
import type { EventStore, StoreError } from '../../src/store/port.js';
import { verifyLedger } from '../../src/store/verify.js';

const ledger = 'example';

async function filled(): Promise<EventStore> {
  const store = memoryStore();
  await store.append(ledger, [draft(1), draft(2, { stream: 'ledger' }), draftWithText(3, 'En text.'), ...drafts(4, 5)]);
  return store;
}

/** A store whose reads give other events than it recorded. */
const changed = (store: EventStore, change: (events: readonly Recorded[]) => readonly (Recorded | StoreError)[]): EventStore => ({
  ...store,
  read: async function* () {
    const events: Recorded[] = [];
    for await (const item of store.read(ledger)) if (isRight(item)) events.push(item.right);
    for (const each of change(events)) yield ('_tag' in each ? left(each) : right(each)) as Either<StoreError, Recorded>;
  },
});

const at = (position: number, change: (event: Recorded) => Recorded) => (events: readonly Recorded[]) =>
  events.map((event) => (event.position === position ? change(event) : event));

describe('verifying a ledger', () => {
  it('gives the head of one that fits, also against a head published before', async () => {
    const store = await filled();
    const head = orThrow(await store.head(ledger));
    const third = orThrow(await verifyLedger(store, ledger, head === undefined ? {} : { head }));
    expect(third).toEqual(head);
    const early = orThrow(await memoryStore().append(ledger, [draft(1)])).head;
    expect(await verifyLedger(store, ledger, { head: early })).toEqual(right(head));
  });

  it.each([
    ['content', 2, at(2, (event) => ({ ...event, data: { note: 7 } }))],
    ['content', 3, at(3, (event) => ({ ...event, text: 'En annan.' }))],
    ['order', 4, at(4, (event) => ({ ...event, prevHash: 'f'.repeat(64) }))],
    ['order', 4, at(4, (event) => ({ ...event, version: 9 }))],
    ['order', 4, at(4, (event) => ({ ...event, recordedAt: '2025-01-01T00:00:00.000Z' }))],
    ['gap', 3, (events: readonly Recorded[]) => events.filter(({ position }) => position !== 2)],
    ['gap', 3, (events: readonly Recorded[]) => [events[0], events[2], events[1]].flatMap((event) => event ?? [])],
    ['cut', 4, (events: readonly Recorded[]) => events.slice(0, 3)],
    ['cut', 1, () => []],
    [
      'content',
      2,
      ([first]: readonly Recorded[]) =>
        [first, { _tag: 'Corrupt', kind: 'content', position: 2, expected: 'a', got: 'b' } as const].flatMap((each) => each ?? []),
    ],
  ])('names %s at position %i', async (kind, position, change) => {
    const verified = await verifyLedger(changed(await filled(), change), ledger);
    expect(verified).toMatchObject({ _tag: 'Left', left: { _tag: 'LedgerFault', kind, position } });
  });

  it('names a tail cut off before a published head, and another event at it', async () => {
    const store = await filled();
    const hash = orThrow(await store.head(ledger))?.hash ?? '';
    expect(await verifyLedger(store, ledger, { head: { position: 7, hash } })).toMatchObject({
      left: { kind: 'cut', position: 6, expected: 'events up to position 7', got: 'the end after position 5' },
    });
    expect(await verifyLedger(store, ledger, { head: { position: 4, hash } })).toMatchObject({
      left: { kind: 'head', position: 4, expected: hash },
    });
  });

  it('names a head that is not the last event', async () => {
    const store = await filled();
    const head = orThrow(await store.head(ledger));
    const said = (other: Partial<Head>): Pick<EventStore, 'read' | 'head'> => ({
      read: (name, query) => store.read(name, query),
      head: async () => right(head === undefined ? undefined : { ...head, ...other }),
    });
    expect(await verifyLedger(said({}), ledger)).toEqual(right(head));
    expect(await verifyLedger(said({ hash: 'f'.repeat(64) }), ledger)).toMatchObject({ left: { kind: 'head', position: 5 } });
    expect(await verifyLedger(said({ recordedAt: '2099-01-01T00:00:00.000Z' }), ledger)).toMatchObject({
      left: { kind: 'head', position: 5 },
    });
  });

  it('names a text that is gone, unless an erasure names its event, also one recorded while this was read', async () => {
    const store = memoryStore();
    orThrow(await store.append(ledger, [draft(1), draftWithText(2, 'En text.'), draftWithText(3, 'En till.'), draft(4)]));
    const whole = orThrow(await store.head(ledger));
    orThrow(await store.redact(ledger, redactRequest(9, 3)));
    expect(await verifyLedger(store, ledger)).toMatchObject({ right: { position: 5 } });
    const without = (gone: number, end = 5): Pick<EventStore, 'read' | 'head'> => ({
      head: async () => right(end === 5 ? orThrow(await store.head(ledger)) : whole),
      // Its first look ends at `end`, as that of a read that began before the erasure did.
      read: async function* (name, query = {}) {
        for await (const item of store.read(name, query.from === undefined ? { ...query, to: end } : query)) {
          const { text, salt, ...rest } = orThrow(item);
          yield right(rest.position === gone || text === undefined || salt === undefined ? rest : { ...rest, text, salt });
        }
      },
    });
    expect(await verifyLedger(without(0), ledger)).toMatchObject({ right: { position: 5 } });
    expect(await verifyLedger(without(0, 4), ledger)).toMatchObject({ right: { position: 4 } });
    expect(await verifyLedger(without(2), ledger)).toMatchObject({ left: { kind: 'content', position: 2, id: idOf(2) } });
  });

  it('gives what the store cannot do as it is', async () => {
    const store = await filled();
    await store.close();
    expect(await verifyLedger(store, ledger)).toMatchObject({ left: { _tag: 'Unavailable' } });
    expect(await verifyLedger(memoryStore(), 'a b')).toMatchObject({ left: { _tag: 'InvalidInput' } });
  });
});

describe('checking a kept projection', () => {
  const check = async (kept: KeptProjection<never>['kept'], position = 5) =>
    checkProjection<Readonly<Record<string, number>>>({
      store: await filled(),
      ledger,
      position,
      initial: {},
      evolve: (counts, { stream }) => ({ ...counts, [stream]: (counts[stream] ?? 0) + 1 }),
      rowsOf: (counts) => Object.entries(counts),
      kept,
    });

  it.each([
    [
      'nothing',
      [
        ['outcome/2025-07', 4],
        ['ledger', 1],
      ],
      undefined,
    ],
    ['a row that is missing', [['outcome/2025-07', 4]], { key: 'ledger', expected: 1, got: undefined }],
    [
      'a row too many',
      [
        ['outcome/2025-07', 4],
        ['ledger', 1],
        ['a', 1],
      ],
      { key: 'a', expected: undefined, got: 1 },
    ],
    [
      'the first row that differs',
      [
        ['outcome/2025-07', 5],
        ['ledger', 2],
      ],
      { key: 'ledger', expected: 1, got: 2 },
    ],
  ] as const)('names %s', async (_, kept, difference) => {
    expect(await check(kept)).toEqual(right({ position: 5, difference }));
  });

  it('names a key that the table holds twice, whichever of its rows is right', async () => {
    for (const rows of [
      [7, 1],
      [1, 7],
      [1, 1],
    ]) {
      const kept = [['outcome/2025-07', 4] as const, ...rows.map((row) => ['ledger', row] as const)];
      const difference = { key: 'ledger', expected: 1, got: rows[0], rows };
      expect(await check(kept)).toEqual(right({ position: 5, difference }));
    }
    expect(
      await check([
        ['outcome/2025-07', 4],
        ['ledger', [1, 1]],
      ]),
    ).toEqual(right({ position: 5, difference: { key: 'ledger', expected: 1, got: [1, 1] } }));
  });

  it.each([
    ['a bigint', 1n, 'bigint'],
    ['a Date', new Date(0), 'an object of a class'],
    ['NaN', Number.NaN, 'NaN'],
  ])('refuses a row that JSON cannot hold exactly: %s', async (_, row, got) => {
    const kept = [['ledger', row]] as unknown as readonly (readonly [string, Json])[];
    expect(await check(kept)).toMatchObject({ left: { _tag: 'InvalidInput', where: 'kept.ledger', got } });
    const drawn = await checkProjection({
      store: memoryStore(),
      ledger,
      position: 0,
      initial: 0,
      evolve: (state) => state,
      rowsOf: () => kept,
      kept: [],
    });
    expect(drawn).toMatchObject({ left: { _tag: 'InvalidInput', where: 'rowsOf.ledger', got } });
  });

  it('replays as far as the table has come', async () => {
    expect(await check([['outcome/2025-07', 1]], 1)).toEqual(right({ position: 1, difference: undefined }));
    expect(await check([['outcome/2025-07', 1]], -1)).toMatchObject({ left: { _tag: 'InvalidInput' } });
  });
});
