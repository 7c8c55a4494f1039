import type { Draft, Head, Recorded } from '@driftbok/core';
import { draftOf, headOf, headOfBook, isLeft, right } from '@driftbok/core';
import type { EventFile } from '@driftbok/exchange';
import type { Attempt } from './failure.js';
import { failed } from './failure.js';
import { importEvents } from './import.js';
import type { Io } from './io.js';
import type { OpenLedger } from './store-source.js';
import { loadOpen, storeFailure } from './store-source.js';

/** What an import into a store comes to. */
export interface StoreImported {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly head: Head | undefined;
}

/** How many events a step records: what is lost of an import that is broken off is at most the time of one. */
const batchSize = 1000;
/** How often an import decides again where others write at the same time. */
const maxAttempts = 20;

/**
 * Takes a file's events into a store's ledger, a batch at a time, each whole or not at all. All of them are decided before the first is
 * written. What is recorded already is passed over, so that an import that was broken off goes on where it stopped. Where others write
 * meanwhile, what is left is decided again on the newer ledger.
 */
export async function importIntoStore(io: Io, open: OpenLedger, file: string, events: EventFile): Promise<Attempt<StoreImported>> {
  let imported = 0;
  for (let attempt = 1; ; attempt++) {
    const ledger = await loadOpen(io, open);
    if (isLeft(ledger)) return ledger;
    const decided = importEvents(ledger.right, file, events, io.hash, 'continue');
    if (isLeft(decided)) return decided;
    const { position } = ledger.right.book;
    const fresh = decided.right.ledger.events.slice(position);
    const total = imported + fresh.length;
    for (const batch of inBatches(fresh)) {
      const first = batch[0] as Recorded;
      const written = await open.store.append(open.name, batch.map(draftOf), { head: first.position - 1 });
      if (isLeft(written)) {
        if (written.left._tag === 'VersionConflict' && attempt < maxAttempts) break;
        return failed(storeFailure(open.shown, written.left));
      }
      const { head } = written.right;
      const sealed = headOf(batch.at(-1) as Recorded);
      if (head.hash !== sealed.hash) {
        return failed(storeFailure(open.shown, { _tag: 'Corrupt', position: head.position, expected: sealed.hash, got: head.hash }));
      }
      imported += batch.length;
      io.err(`${imported} of ${total} recorded, to position ${head.position}\n`);
      if (imported === total) return right(doneWith(events.events, imported, head));
    }
    if (fresh.length === 0) return right(doneWith(events.events, imported, headOfBook(ledger.right.book)));
  }
}

const doneWith = (events: readonly Draft[], imported: number, head: Head | undefined): StoreImported => ({
  imported,
  alreadyThere: events.length - imported,
  head,
});

const inBatches = (events: readonly Recorded[]): readonly (readonly Recorded[])[] =>
  Array.from({ length: Math.ceil(events.length / batchSize) }, (_, index) => events.slice(index * batchSize, (index + 1) * batchSize));
