import type { Json } from '../base/canonical.js';
import type { Issue } from '../base/codec.js';
import { shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right, traverse } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { sha256Hex } from '../base/hash.js';
import type { Instant } from '../base/time.js';
import type { Catalogue } from '../events/catalogue.js';
import { standardCatalogue } from '../events/families.js';
import type { EventId } from '../events/fields.js';
import { textHashOf } from '../record/chain.js';
import type { Actor, Decision, Draft, Recorded } from '../record/envelope.js';
import { saltText } from '../record/envelope.js';
import type { Book, ReplayError } from '../replay/book.js';
import { advance, beginReplay, emptyBook, holds } from '../replay/book.js';
import type { Proposal, ProposalError } from '../replay/propose.js';
import { headOfBook, propose } from '../replay/propose.js';
import { plainCopy } from '../store/plain.js';
import type { EventStore, Receipt, StoreError } from '../store/port.js';
import { checkBatch } from '../store/validate.js';
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
  /** A command has a text, and the host gave no salt of 32 lower-case hex digits; `index` counts the commands from 0. */
  | { readonly _tag: 'SaltMissing'; readonly index: number };

export type OpenError = StoreError | ReplayError;

/** A ledger in a store, open for recording. Calls made at once are carried out one after the other, in order. */
export interface Ledger {
  /** What is known now: a value, to draw tables from. */
  readonly book: () => Book;
  /** Records commands as one batch, all or nothing; they are copied when this is called. Left: {@link RecordError}. */
  readonly record: (commands: readonly (StandardCommand | Command)[]) => Promise<Either<RecordError, Receipt>>;
  /**
   * Records drafts that have their ids and times, as one batch, by the same rules; they are copied when this is called. A batch that
   * is there already, whole, gives its first receipt. Left: {@link RecordError}.
   */
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

  /** All events, each folded as it comes: none is held but in the book. */
  const readAnew = async (): Promise<Either<StoreError | ReplayError, Book>> => {
    const replaying = beginReplay(catalogue);
    for await (const event of store.read(name)) {
      if (isLeft(event)) return event;
      const refused = replaying.take(event.right);
      if (refused !== undefined) return left(refused);
    }
    return right(replaying.book());
  };

  /** The events after a book, folded as one step. */
  const readOn = async (from: Book): Promise<Either<StoreError | ReplayError, Book>> => {
    const fresh: Recorded[] = [];
    for await (const event of store.read(name, { from: from.position + 1 })) {
      if (isLeft(event)) return event;
      // A book's own events must not keep a text that the store has erased: it is read anew.
      if (event.right.type === 'TextRedacted') return readAnew();
      fresh.push(event.right);
    }
    return fresh.length === 0 ? right(from) : advance(from, fresh);
  };

  const refresh = async (): Promise<Either<StoreError | ReplayError, Book>> => {
    const newest = book.position === 0 ? await readAnew() : await readOn(book);
    if (!isLeft(newest)) book = newest.right;
    return newest;
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
      if (drafts.right.some(({ id }) => holds(book, id))) return store.append(name, drafts.right);
      const { position } = book;
      const proposal = propose(book, drafts.right, hash);
      const receipt = isLeft(proposal) ? proposal : await stored(proposal.right, drafts.right);
      if (isLeft(receipt) ? !isOfThisHead(receipt.left) : !receipt.right.repeated) return receipt;
      const refreshed = await refresh();
      if (isLeft(refreshed)) return refreshed;
      // Recorded before by another hand; or refused, by what is the newest still.
      if (!isLeft(receipt) || (receipt.left._tag === 'ProposalError' && book.position === position)) return receipt;
    }
    return left({ _tag: 'Contended', attempts: maxAttempts });
  };

  /** Appends what was proposed on the book. What the store does not take as proposed is withdrawn. */
  const stored = async (proposal: Proposal, drafts: readonly Draft[]): Promise<Either<RecordError, Receipt>> => {
    let kept = false;
    try {
      const receipt = await store.append(name, drafts, { head: book.position });
      if (isLeft(receipt) || receipt.right.repeated) return receipt;
      const sealed = proposal.events.at(-1)?.hash ?? '';
      if (receipt.right.head.hash !== sealed) return left({ _tag: 'StoreDiverged', expected: sealed, got: receipt.right.head.hash });
      book = proposal.book;
      kept = true;
      return receipt;
    } finally {
      if (!kept) proposal.withdraw();
    }
  };

  const record = (commands: readonly Command[]): Promise<Either<RecordError, Receipt>> => {
    // Ids and salts are made once: an attempt made again is the same batch, so that a store can tell a repetition.
    const made = commands.map((command) => ({ command, id: newId(), salt: command.text === undefined ? undefined : host.newSalt?.() }));
    return append(() => {
      const drafts: Draft[] = [];
      const recordedAt = now(); // one for the batch: a clock set back in its midst would make it fall
      for (const [index, { command, id, salt }] of made.entries()) {
        const salted = withTextHash(command, salt, hash);
        if (salted === undefined) return left({ _tag: 'SaltMissing', index });
        const draft = draftOfCommand(catalogue, salted, index, { id, recordedAt });
        if (isLeft(draft)) return draft;
        drafts.push(command.text === undefined || salt === undefined ? draft.right : { ...draft.right, text: command.text, salt });
      }
      return right(drafts);
    });
  };

  const redact: Ledger['redact'] = async (request) => {
    // The head's time is asked for first: another writer's clock may be ahead of this one's.
    const before = await refresh();
    if (isLeft(before)) return before;
    const receipt = await store.redact(name, { ...request, id: newId(), recordedAt: now() });
    if (isLeft(receipt)) return receipt;
    const after = await refresh();
    return isLeft(after) ? after : receipt;
  };

  const opened = await refresh();
  if (isLeft(opened)) return opened;

  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <A>(work: () => Promise<A>): Promise<A> => {
    const mine = last.then(work);
    // What one call throws (a host's clock, a store that breaks its word) is its caller's, and does not stop the next.
    last = mine.catch(() => undefined);
    return mine;
  };

  return right({
    book: () => book,
    record: (commands) => {
      const own = ownCommands(commands);
      return inTurn(async () => (isLeft(own) ? own : record(own.right)));
    },
    importDrafts: (drafts) => {
      const own = checkBatch(drafts);
      return inTurn(async () => append(() => own));
    },
    refresh: () => inTurn(refresh),
    redact: (request) => inTurn(() => redact(request)),
  });
}

/** Whether something was refused by where the head was: on another it may be recorded. */
const isOfThisHead = ({ _tag }: RecordError): boolean => _tag === 'ProposalError' || _tag === 'VersionConflict';

/** Copies of commands that their giver can change no more, taken when they are given: their turn may come later. */
function ownCommands(commands: readonly Command[]): Either<CommandError, readonly Command[]> {
  return traverse(commands, (command: unknown, index) => {
    const refuse = (issue: Issue): Either<CommandError, never> =>
      left({ _tag: 'CommandError', index, type: typeOf(command), issues: [issue] });
    const own = plainCopy(command, 'command');
    if (isLeft(own)) return refuse({ ...own.left, path: own.left.path.replace(/^command\.?/, '') });
    if (typeOf(own.right) === '') return refuse({ path: 'type', expected: 'a command with the type of an event', got: shortly(command) });
    return right(own.right as unknown as Command);
  });
}

const typeOf = (command: unknown): string =>
  typeof command === 'object' && command !== null && 'type' in command && typeof command.type === 'string' ? command.type : '';

/** A command with its text's hash in its data; undefined when it has a text and the host gives no good salt. */
function withTextHash(command: Command, salt: string | undefined, hash: Hash): Command | undefined {
  if (command.text === undefined) return command;
  if (salt === undefined || !saltText.is(salt)) return undefined;
  return { ...command, data: { ...(command.data as { readonly [key: string]: Json }), textHash: textHashOf(command.text, salt, hash) } };
}
