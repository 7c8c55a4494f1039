import type { ChainError, Draft, Hash, Recorded } from '@driftbok/core';
import { chainChecker, emptyBook, isLeft, left, propose, replay, right, textMismatch } from '@driftbok/core';
import type { Book, Either } from '@driftbok/core';
import type { EventFile } from '@driftbok/exchange';
import { readAllEvents } from '@driftbok/exchange';
import type { Attempt, EventInFile } from './failure.js';
import { missingFile } from './disk.js';
import { failed, folderReason } from './failure.js';
import type { Io } from './io.js';

/** A ledger read into memory. */
export interface LoadedLedger {
  readonly book: Book;
  /** As they are recorded; the book's own may be brought to newer forms. */
  readonly events: readonly Recorded[];
}

/** The events of a file, each in the form of the envelope and of its type. Left: `DiskError` or `FileError`. */
export async function readEventFile(io: Io, file: string): Promise<Attempt<EventFile>> {
  const missing = await missingFile(io, file);
  if (missing !== undefined) return missing;
  const events = await readAllEvents(io.read(file), { file });
  // A folder has no line 1.
  const folder = isLeft(events) && events.left.some(({ reason, got }) => reason === 'unreadable' && got.startsWith('EISDIR'));
  return folder ? failed({ _tag: 'DiskError', operation: 'read', file, reason: folderReason }) : events;
}

export const inLine = (file: string, line: number, error: EventInFile['error']): EventInFile => ({
  _tag: 'EventInFile',
  file,
  line,
  error,
});

/** The first event that breaks a chain; undefined where all of them hold it. */
export function brokenAt(
  events: readonly Recorded[],
  check: ReturnType<typeof chainChecker>,
): { readonly index: number; readonly error: ChainError } | undefined {
  for (const [index, event] of events.entries()) {
    const checked = check(event);
    if (isLeft(checked)) return { index, error: checked.left };
  }
  return undefined;
}

/**
 * Ledger lines as a ledger: the chain is verified from its beginning. Nothing is decided again, so that history stays readable when a
 * rule is tightened.
 */
export function ledgerOfRecorded(file: string, events: readonly Recorded[], hash: Hash): Either<EventInFile, LoadedLedger> {
  const broken = brokenAt(events, chainChecker(hash));
  if (broken !== undefined) return left(inLine(file, broken.index + 1, broken.error));
  const book = replay(events);
  return isLeft(book) ? left(inLine(file, book.left.position, book.left)) : right({ book: book.right, events });
}

/** Drafts as a ledger: decided and sealed as an import would, but kept in memory. */
export function ledgerOfDrafts(file: string, drafts: readonly Draft[], hash: Hash): Either<EventInFile, LoadedLedger> {
  return continued({ book: emptyBook(), events: [] }, file, drafts, hash);
}

/** A ledger with drafts decided and sealed after its end, all or none. `index` of the drafts counts the lines of the file. */
export function continued(
  ledger: LoadedLedger,
  file: string,
  drafts: readonly Draft[],
  hash: Hash,
  skipped = 0,
): Either<EventInFile, LoadedLedger> {
  for (const [index, draft] of drafts.entries()) {
    const mismatch = textMismatch(draft, hash);
    if (mismatch !== undefined) return left(inLine(file, skipped + index + 1, { _tag: 'TextMismatch', ...mismatch }));
  }
  const proposal = propose(ledger.book, drafts, hash);
  if (isLeft(proposal)) return left(inLine(file, skipped + proposal.left.index + 1, proposal.left));
  return right({ book: proposal.right.book, events: [...ledger.events, ...proposal.right.events] });
}
