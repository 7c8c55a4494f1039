import { expect } from 'vitest';
import type { EventStore, Recorded } from '@driftbok/core';
import { checkProjection, orThrow, right } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';

const { draft, drafts } = samples;
const ledger = 'example';

/** A table of an embedder's own: how many events each stream has. */
export interface KeptTable {
  readonly put: (stream: string, events: number) => Promise<void>;
  readonly rows: () => Promise<readonly (readonly [string, number])[]>;
}

type Counts = Readonly<Record<string, number>>;

const evolve = (counts: Counts, { stream }: Recorded): Counts => ({ ...counts, [stream]: (counts[stream] ?? 0) + 1 });

/** Keeps a table by following a store while others append to it, and holds it against replay before and after a row of it is changed. */
export async function expectKept(store: EventStore, table: KeptTable): Promise<void> {
  const batches = [[draft(1, { stream: 'ledger' })], drafts(2, 150), drafts(151, 153), [draft(154, { stream: 'ledger' })]];
  const last = batches.flat().length;

  const keep = async (): Promise<void> => {
    let counts: Counts = {};
    for await (const item of store.subscribe(ledger)) {
      const event = orThrow(item);
      counts = evolve(counts, event);
      await table.put(event.stream, counts[event.stream] ?? 0);
      if (event.position === last) return;
    }
  };
  const append = async (): Promise<void> => {
    for (const batch of batches) orThrow(await store.append(ledger, batch));
  };
  await Promise.all([keep(), append()]);

  const check = async (): ReturnType<typeof checkProjection> =>
    checkProjection<Counts>({
      store,
      ledger,
      position: last,
      initial: {},
      evolve,
      rowsOf: (counts) => Object.entries(counts),
      kept: await table.rows(),
    });
  expect(await check()).toEqual(right({ position: last, difference: undefined }));
  await table.put('ledger', 3);
  expect(await check()).toEqual(right({ position: last, difference: { key: 'ledger', expected: 2, got: 3 } }));
}
