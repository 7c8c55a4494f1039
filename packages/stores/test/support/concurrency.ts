import { expect } from 'vitest';
import type { EventStore, Recorded } from '@driftbok/core';
import { chainChecker, isLeft, orThrow, sha256Hex } from '@driftbok/core';
import { bundled, start } from './child.js';
import { eventsOf } from './files.js';
import type { WriterTask } from './writer.js';

/** A receipt as a writer says it. */
interface Acknowledged {
  readonly acknowledged: string;
  readonly first: number;
  readonly last: number;
}

type Refused = { readonly refused: { readonly _tag: string; readonly actual?: number } };

const isAcknowledged = (said: unknown): said is Acknowledged => typeof said === 'object' && said !== null && 'acknowledged' in said;
const isRefused = (said: unknown): said is Refused => typeof said === 'object' && said !== null && 'refused' in said;

/** Reads, as a follower does, until so many events have come. */
async function followed(store: EventStore, ledger: string, count: number): Promise<readonly Recorded[]> {
  const seen: Recorded[] = [];
  if (count === 0) return seen;
  for await (const item of store.subscribe(ledger)) {
    seen.push(orThrow(item));
    if (seen.length === count) return seen;
  }
  return seen;
}

/** Positions 1 to n without gaps, each batch whole and adjacent, every event in its place in the chain. */
export function expectWhole(events: readonly Recorded[]): void {
  const check = chainChecker(sha256Hex);
  for (const event of events) expect(isLeft(check(event)) ? `${event.position} does not fit` : 'fits').toBe('fits');
  const batches = new Map<string, number>();
  for (const { correlation = '' } of events) batches.set(correlation, (batches.get(correlation) ?? 0) + 1);
  const sizes = new Map(events.map(({ correlation = '', data }) => [correlation, (data as { readonly of: number }).of]));
  expect([...batches]).toEqual([...sizes]);
}

/**
 * Several processes append to the same ledgers while this one follows them: nothing acknowledged is lost, nothing stands twice, every
 * refusal is a conflict, and the follower sees every event once, in order.
 */
export async function expectProcessesTogether(
  store: EventStore,
  where: WriterTask['store'],
  { ledgers, writers, batches, size, expecting }: { ledgers: number; writers: number; batches: number; size: number; expecting: boolean },
): Promise<void> {
  const program = await bundled('writer');
  const count = (writers / ledgers) * batches * size;
  const names = Array.from({ length: ledgers }, (_, index) => `ledger-${index}`);
  const following = Promise.all(names.map(async (name) => followed(store, name, count)));
  const children = Array.from({ length: writers }, (_, index) => {
    const task: WriterTask = { store: where, ledger: names[index % ledgers] ?? '', batches, size, expecting };
    return start(program, task);
  });
  expect(await Promise.all(children.map(async ({ ended }) => ended))).toEqual(children.map(() => 0));
  const said = children.flatMap((child) => child.said);
  const refusals = said.filter(isRefused).map(({ refused }) => refused);
  expect(refusals.filter(({ _tag, actual }) => _tag !== 'VersionConflict' || typeof actual !== 'number')).toEqual([]);
  expect(said.filter(isAcknowledged)).toHaveLength(writers * batches);

  for (const [index, seen] of (await following).entries()) {
    const events = await eventsOf(store, names[index] ?? '');
    expect(seen).toEqual(events);
    expect(events).toHaveLength(count);
    expectWhole(events);
    const byPosition = new Map(events.map((event) => [event.position, event.correlation]));
    const here = children.filter((_, child) => child % ledgers === index).flatMap((child) => child.said.filter(isAcknowledged));
    for (const { acknowledged, first, last } of here)
      expect([byPosition.get(first), byPosition.get(last)]).toEqual([acknowledged, acknowledged]);
  }
}

/** Writers of one process, which all decide on the head and try again where it moved. */
export async function expectWritersTogether(
  open: () => Promise<EventStore>,
  { ledgers, writers, each }: { ledgers: number; writers: number; each: number },
  draftOf: (writer: number, n: number) => Parameters<EventStore['append']>[1],
): Promise<void> {
  const stores = await Promise.all(Array.from({ length: writers }, async () => open()));
  const [reader] = stores as [EventStore];
  const count = (writers / ledgers) * each;
  const seeing = Promise.all(Array.from({ length: ledgers }, async (_, index) => followed(reader, `ledger-${index}`, count)));
  const conflicts: number[] = [];
  await Promise.all(
    stores.map(async (store, writer) => {
      const ledger = `ledger-${writer % ledgers}`;
      for (let n = 0; n < each;) {
        const head = orThrow(await store.head(ledger))?.position ?? 0;
        const result = await store.append(ledger, draftOf(writer, n), { head });
        if (!isLeft(result)) n += 1;
        else if (result.left._tag === 'VersionConflict') {
          expect(result.left.actual).toBeGreaterThan(head);
          conflicts.push(result.left.actual);
        } else expect(result.left).toBe('a conflict at most');
      }
    }),
  );
  for (const seen of await seeing) {
    expect(seen.map(({ position }) => position)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(new Set(seen.map(({ id }) => id)).size).toBe(count);
  }
  if (ledgers === 1) expect(conflicts.length).toBeGreaterThan(0);
  for (const store of stores) await store.close();
}
