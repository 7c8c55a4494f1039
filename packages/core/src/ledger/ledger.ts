import type { Json } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { sha256Hex } from '../base/hash.js';
import type { Instant } from '../base/time.js';
import type { Catalogue } from '../events/catalogue.js';
import { standardCatalogue } from '../events/families.js';
import type { EventId } from '../events/fields.js';
import { textHashOf } from '../record/chain.js';
import type { Actor, Decision, Draft, Recorded } from '../record/envelope.js';
import type { Book, ReplayError } from '../replay/book.js';
import { advance, emptyBook, findEvent } from '../replay/book.js';
import type { ProposalError } from '../replay/propose.js';
import { headOfBook, propose } from '../replay/propose.js';
import type { EventStore, Receipt, StoreError } from '../store/port.js';
import type { Command, CommandError, StandardCommand } from './command.js';
import { draftOfCommand } from './command.js';

/** What the host gives a ledger, since the core has no clock, no randomness and no storage. */
export interface LedgerHost {
  readonly store: EventStore;
  /** The ledger's name in the store. */
  readonly name: string;
  /** Now, in UTC, to the millisecond: `new Date().toISOString()`. */
  readonly clock: () => Instant;
  /** A new UUIDv7 in lower case. */
  readonly newId: () => EventId;
  /** 16 random bytes as 32 hex digits; needed only where commands carry text. */
  readonly newSalt?: () => string;
  readonly hash?: Hash;
  readonly catalogue?: Catalogue;
}

/** Why something was not recorded. Nothing of its batch was. */
export type RecordError =
  | CommandError
  | ProposalError
  | StoreError
  | ReplayError
  /** The store sealed the batch otherwise than the ledger did: one of the two is broken. */
  | { readonly _tag: 'StoreDiverged'; readonly expected: string; readonly got: string }
  /** Other writers moved the head each time; `attempts` were made. */
  | { readonly _tag: 'Contended'; readonly attempts: number }
  | { readonly _tag: 'SaltMissing'; readonly index: number };

export type OpenError = StoreError | ReplayError;

/** A ledger in a store, open for recording. Calls made at once are carried out one after the other, in order. */
export interface Ledger {
  /** What is known now: a value, to draw tables from. */
  readonly book: () => Book;
  /** Records commands as one batch, all or nothing. Left: {@link RecordError}. */
  readonly record: (commands: readonly (StandardCommand | Command)[]) => Promise<Either<RecordError, Receipt>>;
  /** Records drafts that have their ids and times, as one batch, by the same rules. Left: {@link RecordError}. */
  readonly importDrafts: (drafts: readonly Draft[]) => Promise<Either<RecordError, Receipt>>;
  /** Takes in what other writers recorded. Left: `StoreError` or `ReplayError`. */
  readonly refresh: () => Promise<Either<StoreError | ReplayError, Book>>;
  /** Erases the text of an event, and records that. Left: {@link RecordError}. */
  readonly redact: (request: {
    readonly event: EventId;
    readonly legalBasis: string;
    readonly actor: Actor;
    readonly decision?: Decision;
  }) => Promise<Either<RecordError, Receipt>>;
}

const maxAttempts = 20;

/**
 * Opens a ledger: reads and folds all its events. A name that the store does not know is an empty ledger, whose first command is
 * `LedgerOpened`.
 *
 * Left: `StoreError` (it cannot be read) or `ReplayError` (an event's type, version or form is not known here).
 */
export async function openLedger(host: LedgerHost): Promise<Either<OpenError, Ledger>> {
  const { store, name, clock, newId, hash = sha256Hex, catalogue = standardCatalogue } = host;
  let book = emptyBook(catalogue);

  const refresh = async (): Promise<Either<StoreError | ReplayError, Book>> => {
    const fresh: Recorded[] = [];
    for await (const event of store.read(name, { from: book.position + 1 })) {
      if (isLeft(event)) return event;
      fresh.push(event.right);
    }
    if (fresh.length === 0) return right(book);
    const advanced = advance(book, fresh);
    if (isLeft(advanced)) return advanced;
    book = advanced.right;
    return right(book);
  };

  // The later of the clock and the head: time never falls, even when a clock is set back.
  const now = (): Instant => {
    const [clockTime, headTime] = [clock(), headOfBook(book)?.recordedAt ?? ''];
    return clockTime > headTime ? clockTime : headTime;
  };

  /** Decides on the head, appends against it, and decides again when it has moved meanwhile. */
  const append = async (make: () => Either<RecordError, readonly Draft[]>): Promise<Either<RecordError, Receipt>> => {
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const drafts = make();
      if (isLeft(drafts)) return drafts;
      // A batch with a known id is a repetition or an error; which of the two the store tells, without deciding on it again.
      if (drafts.right.some(({ id }) => findEvent(book, id) !== undefined)) return store.append(name, drafts.right);
      const proposal = propose(book, drafts.right, hash);
      if (isLeft(proposal)) return proposal;
      const receipt = await store.append(name, drafts.right, { head: book.position });
      if (isLeft(receipt)) {
        proposal.right.withdraw();
        if (receipt.left._tag !== 'VersionConflict') return receipt;
        const refreshed = await refresh();
        if (isLeft(refreshed)) return refreshed;
        continue;
      }
      const sealed = proposal.right.events.at(-1)?.hash ?? '';
      if (receipt.right.head.hash !== sealed) {
        proposal.right.withdraw();
        return left({ _tag: 'StoreDiverged', expected: sealed, got: receipt.right.head.hash });
      }
      book = proposal.right.book;
      return receipt;
    }
    return left({ _tag: 'Contended', attempts: maxAttempts });
  };

  const record = (commands: readonly (StandardCommand | Command)[]): Promise<Either<RecordError, Receipt>> => {
    // Ids and salts are made once: an attempt made again is the same batch, so that a store can tell a repetition.
    const made = commands.map((command) => ({ command, id: newId(), salt: command.text === undefined ? undefined : host.newSalt?.() }));
    return append(() => {
      const drafts: Draft[] = [];
      for (const [index, { command, id, salt }] of made.entries()) {
        const salted = withTextHash(command, salt, hash);
        if (salted === undefined) return left({ _tag: 'SaltMissing', index });
        const draft = draftOfCommand(catalogue, salted, index, { id, recordedAt: now() });
        if (isLeft(draft)) return draft;
        drafts.push(command.text === undefined || salt === undefined ? draft.right : { ...draft.right, text: command.text, salt });
      }
      return right(drafts);
    });
  };

  const redact: Ledger['redact'] = async (request) => {
    const receipt = await store.redact(name, { ...request, id: newId(), recordedAt: now() });
    if (isLeft(receipt)) return receipt;
    const reread = await reopen();
    return isLeft(reread) ? reread : receipt;
  };

  /** Reads everything anew: a book's own events must not keep a text that the store has erased. */
  const reopen = async (): Promise<Either<StoreError | ReplayError, Book>> => {
    book = emptyBook(catalogue);
    return refresh();
  };

  const opened = await refresh();
  if (isLeft(opened)) return opened;

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <A>(work: () => Promise<A>): Promise<A> => {
    const mine = last.then(work);
    last = mine;
    return mine;
  };

  return right({
    book: () => book,
    record: (commands) => inTurn(() => record(commands)),
    importDrafts: (drafts) => inTurn(() => append(() => right(drafts))),
    refresh: () => inTurn(refresh),
    redact: (request) => inTurn(() => redact(request)),
  });
}

/** A command with its text's hash in its data; undefined when it has a text and the host gives no salt. */
function withTextHash(command: Command, salt: string | undefined, hash: Hash): Command | undefined {
  if (command.text === undefined) return command;
  if (salt === undefined) return undefined;
  return { ...command, data: { ...(command.data as { readonly [key: string]: Json }), textHash: textHashOf(command.text, salt, hash) } };
}
