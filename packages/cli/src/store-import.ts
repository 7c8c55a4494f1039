import type { Draft, Head, Recorded, StoreError } from '@driftbok/core';
import { draftOf, emptyBook, headOf, headOfBook, isLeft, right } from '@driftbok/core';
import type { EventFile } from '@driftbok/exchange';
import type { Attempt } from './failure.js';
import { failed } from './failure.js';
import type { Imported } from './import.js';
import { importEvents } from './import.js';
import type { Io } from './io.js';
import { stampOf } from './disk.js';
import type { OpenLedger, StoreSource } from './store-source.js';
import { loadOpen, storeFailure, withLedger } from './store-source.js';

/** What an import into a store comes to. */
export interface StoreImported {
  readonly imported: number;
  readonly alreadyThere: number;
  readonly head: Head | undefined;
}

/** A file to take in, by its name. */
export interface FileToImport {
  readonly file: string;
  readonly events: EventFile;
}

/** How many events a step records: what is lost of an import that is broken off is at most the time of one. */
const batchSize = 1000;
/** And how many letters of JSON at most, where events are large: a store takes 64 MiB, and a letter is three bytes at most. */
const batchLetters = 16_777_216;
/** How often an import decides again where others write at the same time. */
const maxAttempts = 20;

/**
 * Takes a file's events into a ledger of a store that may not be there yet. A SQLite file is made only when all is decided: an import that is
 * refused leaves nothing.
 */
export async function importIntoStore(io: Io, source: StoreSource, given: FileToImport): Promise<Attempt<StoreImported>> {
  const { place } = source;
  const stamp = place.kind === 'sqlite' ? await stampOf(io, place.path) : right('a database');
  if (isLeft(stamp)) return stamp;
  const foreseen =
    stamp.right === undefined
      ? importEvents({ book: emptyBook(), events: [] }, given.file, given.events, io.hash, 'continue')
      : right(undefined);
  if (isLeft(foreseen)) return foreseen;
  return withLedger(io, source, 'create', (open) => importIntoOpen(io, open, given, io.err, foreseen.right));
}

/**
 * Takes a file's events into a store's ledger, a batch at a time, each whole or not at all. All of them are decided before the first is
 * written. What is recorded already is passed over, so that an import that was broken off goes on where it stopped. Where others write
 * meanwhile, what is left is decided again on the newer ledger, and what they recorded of the same file counts as already there.
 *
 * @param foreseen what was decided on an empty ledger, before this one was opened
 */
export async function importIntoOpen(
  io: Io,
  open: OpenLedger,
  given: FileToImport,
  tell: (text: string) => void,
  foreseen?: Imported,
): Promise<Attempt<StoreImported>> {
  const { events } = given.events;
  let imported = 0;
  for (let attempt = 1; ; attempt++) {
    // Where another made the ledger meanwhile, what was foreseen conflicts with its head, and is decided again.
    const decided = attempt === 1 && foreseen !== undefined ? right({ position: 0, ...foreseen }) : await decidedOn(io, open, given);
    if (isLeft(decided)) return decided;
    const { position, ledger } = decided.right;
    const fresh = ledger.events.slice(position);
    let rest = fresh.length;
    for (const batch of inBatches(fresh)) {
      const first = batch[0] as Recorded;
      const written = await open.store.append(open.name, batch.map(draftOf), { head: first.position - 1 });
      if (isLeft(written)) {
        if (isOvertaken(written.left) && attempt < maxAttempts && (await hasMoved(open, first.position - 1))) break;
        return failed(storeFailure(open.shown, written.left));
      }
      const { head, repeated } = written.right;
      const sealed = headOf(batch.at(-1) as Recorded);
      if (head.hash !== sealed.hash) {
        // Another importer recorded the batch, but after events that were not decided on.
        if (repeated && attempt < maxAttempts) break;
        return failed(
          storeFailure(open.shown, { _tag: 'Corrupt', kind: 'content', position: head.position, expected: sealed.hash, got: head.hash }),
        );
      }
      rest -= batch.length;
      if (repeated) continue;
      imported += batch.length;
      tell(`${imported} of ${imported + rest} recorded, to position ${head.position}\n`);
    }
    if (rest === 0) return right(doneWith(events, imported, headOfBook(ledger.book)));
  }
}

/** Whether an append is refused since the ledger is no longer what was decided on: others wrote to it, maybe some of the same events. */
const isOvertaken = ({ _tag }: StoreError): boolean => _tag === 'VersionConflict' || _tag === 'DuplicateId' || _tag === 'TextErased';

/** Whether others wrote. Where nobody did, what is refused stays so, however often it is decided: a text whose event was redacted before it came. */
async function hasMoved({ store, name }: OpenLedger, from: number): Promise<boolean> {
  const head = await store.head(name);
  return !isLeft(head) && (head.right?.position ?? 0) !== from;
}

/** What a file comes to on a ledger as it stands, and where that ends. */
async function decidedOn(io: Io, open: OpenLedger, given: FileToImport): Promise<Attempt<Imported & { readonly position: number }>> {
  const ledger = await loadOpen(io, open);
  if (isLeft(ledger)) return ledger;
  const decided = importEvents(ledger.right, given.file, given.events, io.hash, 'continue');
  return isLeft(decided) ? decided : right({ position: ledger.right.book.position, ...decided.right });
}

const doneWith = (events: readonly Draft[], imported: number, head: Head | undefined): StoreImported => ({
  imported,
  alreadyThere: events.length - imported,
  head,
});

/** Events in the batches that they are recorded in. */
export function* inBatches(events: readonly Recorded[]): Generator<readonly Recorded[]> {
  let batch: Recorded[] = [];
  let letters = 0;
  for (const event of events) {
    const more = JSON.stringify(event).length;
    if (batch.length === batchSize || (batch.length > 0 && letters + more > batchLetters)) {
      yield batch;
      batch = [];
      letters = 0;
    }
    batch.push(event);
    letters += more;
  }
  if (batch.length > 0) yield batch;
}
