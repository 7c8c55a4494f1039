import { expect } from 'vitest';
import type { Either, EventStore, Instant, LedgerFault, Recorded, StoreError } from '@driftbok/core';
import { isRight, verifyLedger } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';

/** That a ledger's first fault is found at a position, and nowhere else. */
export async function expectFound(store: EventStore, ledger: string, position: number, kind?: LedgerFault['kind']): Promise<void> {
  const verified = await verifyLedger(store, ledger);
  expect(verified).toMatchObject({ _tag: 'Left', left: kind === undefined ? { position } : { position, kind } });
}

/** What is done to a ledger of six events beside its events, the fourth with a text; and where that is found. */
export const hurt: readonly (readonly [what: string, sql: string, found: number, kind: LedgerFault['kind']])[] = [
  ['a text is gone', 'DELETE FROM texts', 4, 'content'],
  ['a text is of another event', "UPDATE texts SET id = '0198617c-0000-7000-8000-0000000000ff'", 4, 'content'],
  ['a text is of another ledger', "UPDATE texts SET ledger = 'other'", 4, 'content'],
  ['the head is gone', 'DELETE FROM heads', 1, 'head'],
  ['the head is of another ledger', "UPDATE heads SET ledger = 'other'", 1, 'head'],
  ['the head went back', 'UPDATE heads SET position = 2', 3, 'head'],
  ['the head went ahead', 'UPDATE heads SET position = 9', 7, 'cut'],
  ['the head has another hash', "UPDATE heads SET hash = replace(hash, 'a', 'b')", 6, 'head'],
  ['the head has another time', "UPDATE heads SET recorded_at = '2099-01-01T00:00:00.000Z'", 6, 'head'],
];

/** Those after which no reader may think that it has seen all, and no writer go on. */
export const refused: ReadonlySet<string> = new Set(hurt.flatMap(([, sql]) => (sql.includes('heads') ? [sql] : [])));

/** That a ledger whose head does not fit its events is neither read to its end nor appended to as if nothing were. */
export async function expectRefused(store: EventStore, ledger: string, found: number, kind: LedgerFault['kind']): Promise<void> {
  const corrupt = { _tag: 'Left', left: { _tag: 'Corrupt', kind, position: found } };
  for (const query of [{}, { to: '2999-01-01T00:00:00.000Z' }, { types: ['None'] }, { stream: 's', to: '2999-01-01T00:00:00.000Z' }]) {
    const items: Either<StoreError, Recorded>[] = [];
    for await (const item of store.read(ledger, query)) items.push(item);
    expect(items.slice(0, -1).every(isRight)).toBe(true);
    expect(items.at(-1)).toMatchObject(corrupt);
  }
  expect(await store.head(ledger)).toMatchObject(corrupt);
  // Nor is it left out by who verifies all.
  expect(await store.ledgers()).toMatchObject({ right: expect.arrayContaining([ledger]) });
  expect(await store.append(ledger, samples.drafts(8, 9))).toMatchObject(corrupt);
}

/** How long a ledger is in which events go missing: pages of 100, 1 000, 1 000 and what remains, as the stores read it. */
export const missingFrom = 2300;

/** First and last of the events that are gone: one, the last of a page, the first, whole pages, all but the last; and where that is found. */
export const missing: readonly (readonly [first: number, last: number, found: number, kind: LedgerFault['kind']])[] = [
  [1, 1, 2, 'gap'],
  [50, 50, 51, 'gap'],
  [100, 100, 101, 'gap'],
  [101, 101, 102, 'gap'],
  [1100, 1100, 1101, 'gap'],
  [101, 1100, 1101, 'gap'],
  [1, 2299, 2300, 'gap'],
  [2300, 2300, 2300, 'cut'],
  [90, 2300, 90, 'cut'],
];

/** What is done to the times of a ledger of five events; what is read up to then; and how many events may come of it, each at its position. */
export const alteredTimes: readonly (readonly [what: string, sql: string, until: Instant, most: number])[] = [
  [
    'the last of them is said to be later',
    "UPDATE events SET recorded_at = '2026-08-01T00:00:00.000Z' WHERE position = 3",
    samples.timeOf(3),
    2,
  ],
  [
    'one after them is said to be earlier',
    "UPDATE events SET recorded_at = '2024-08-01T00:00:00.000Z' WHERE position = 5",
    samples.timeOf(1),
    1,
  ],
];

export async function expectUpTo(store: EventStore, ledger: string, until: Instant, most: number): Promise<void> {
  for (const query of [{ to: until }, { to: until, types: ['NoteMade'] }]) {
    const items: Either<StoreError, Recorded>[] = [];
    for await (const item of store.read(ledger, query)) items.push(item);
    expect(items.slice(0, -1).map((item) => (isRight(item) ? item.right.position : undefined))).toEqual(
      Array.from({ length: most }, (_, n) => n + 1),
    );
    expect(items.at(-1)).toMatchObject({ left: { _tag: 'Corrupt' } });
  }
}
