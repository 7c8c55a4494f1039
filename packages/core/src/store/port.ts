import type { Either } from '../base/either.js';
import type { Instant } from '../base/time.js';
import type { EventId } from '../events/fields.js';
import type { Head } from '../record/chain.js';
import type { Actor, Decision, Draft, Recorded } from '../record/envelope.js';

/**
 * What a place must hold before a batch is appended to it: a number of events exactly, no event, at least one, or anything.
 * `0` is the same as `empty`.
 */
export type Expectation = number | 'empty' | 'exists' | 'any';

/** What the appender has seen. Left out, or with `any`, nothing is asked. */
export interface Expected {
  /** The ledger's head position. */
  readonly head?: Expectation;
  /** Versions of streams, by name; streams not named are not asked about. */
  readonly streams?: Readonly<Record<string, Expectation>>;
}

/** What an append did. */
export interface Receipt {
  /** The position of the batch's first event. */
  readonly first: number;
  /** The position of the batch's last event. */
  readonly last: number;
  /** The head right after the batch. */
  readonly head: Head;
  /** Whether the batch was already there, whole: nothing was written, and this is its first receipt. */
  readonly repeated: boolean;
  /** Where bytes of a text that this erased may still lie, out of every reader's reach; left out where they lie nowhere. */
  readonly remains?: readonly Remains[];
}

/** A place beside the store's own tables where an erased text lives on for a time, and what ends it. */
export interface Remains {
  /** Such as `log`, `replicas` or `backups`. */
  readonly where: string;
  readonly until: string;
}

/** Which events to read, forward in order of position. All bounds are inclusive. */
export interface ReadQuery {
  readonly stream?: string;
  /** From this position on; 1 where left out. */
  readonly from?: number;
  /** Up to this position, or up to all that was recorded at or before an instant. */
  readonly to?: number | Instant;
  readonly types?: readonly string[];
}

/** What tells a subscription to end: an `AbortSignal`, or anything like it. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** Where a subscription begins, and what ends it. */
export interface SubscribeOptions {
  /** From this position on; 1 where left out. It may lie after the head. */
  readonly from?: number;
  readonly signal?: StopSignal;
}

/** The erasure of one event's free text. */
export interface RedactRequest {
  /** The id of the `TextRedacted` event to append. */
  readonly id: EventId;
  /** The event whose text goes. */
  readonly event: EventId;
  readonly legalBasis: string;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly decision?: Decision;
}

/**
 * How what is stored fails. `content`: it cannot be read back as the event that was recorded. `gap`: events are missing before it. `cut`: events
 * are missing from here to the head. `head`: the head is another than the events that are there.
 */
export type CorruptKind = 'content' | 'gap' | 'cut' | 'head';

/**
 * Something a store refuses or cannot do. Nothing was written; but where `Unavailable` is a connection that broke before it
 * answered, the batch may be there, whole. Appending it again is safe: a batch that is there gives its first receipt.
 */
export type StoreError =
  /** The head or a stream is not as expected; `actual` counts its events. `where` is `head` or the stream. */
  | { readonly _tag: 'VersionConflict'; readonly where: string; readonly expected: Expectation; readonly actual: number }
  /**
   * An id is already recorded with other content, or the batch is there in part or in another order, or the id stands twice in the
   * batch; `position` is where it is recorded.
   */
  | {
      readonly _tag: 'DuplicateId';
      readonly id: EventId;
      readonly position: number | undefined;
      readonly expected: string;
      readonly got: string;
    }
  /** A draft is older than the event before it. */
  | { readonly _tag: 'TimeFalls'; readonly id: EventId; readonly expected: string; readonly got: Instant }
  /** Text, salt and `data.textHash` disagree. */
  | { readonly _tag: 'TextMismatch'; readonly id: EventId; readonly expected: string; readonly got: string }
  /** The ledger says that the text which a draft brings was erased: it is never taken in again. */
  | { readonly _tag: 'TextErased'; readonly id: EventId }
  /** There is no such event, or it has no text. */
  | { readonly _tag: 'NothingToRedact'; readonly event: EventId; readonly expected: string; readonly got: string }
  /** A draft is not of the envelope's form, or a batch or query is out of bounds; `where` is a path. */
  | { readonly _tag: 'InvalidInput'; readonly where: string; readonly expected: string; readonly got: string }
  /** What is stored is not what was recorded; `position` is where. */
  | { readonly _tag: 'Corrupt'; readonly kind: CorruptKind; readonly position: number; readonly expected: string; readonly got: string }
  /** The store is closed, or what it stands on failed; trying again may help. */
  | { readonly _tag: 'Unavailable'; readonly operation: string; readonly got: string };

/** At most this many events a batch. */
export const maxBatch = 100_000;

/** At most this many bytes an event: of the UTF-8 of its draft's canonical JSON, free text included. 32 MiB. */
export const maxEventBytes = 33_554_432;

/** At most this many bytes a batch, all its events together. 64 MiB: a larger import takes several. */
export const maxBatchBytes = 67_108_864;

/**
 * A place that keeps ledgers: append-only, each ledger with its own order and its own ids. A ledger's name is made of letters,
 * digits, ".", "_" and "-", the first a letter or a digit, at most 64; a ledger comes to be with its first event. Nothing throws:
 * results are `Either`, and a read yields one left, as its last item, when it cannot go on.
 */
export interface EventStore {
  /**
   * Appends a batch whole or not at all, as one step. A batch that is already there, whole, in order and adjacent with the same
   * content, gives its first receipt again, whatever was expected; text and salt do not count as content, since their hash does.
   * An appended `TextRedacted` erases the text of the event it names, as {@link EventStore.redact} does, so that a ledger's copy
   * never keeps what the ledger erased. The batch is copied when this is called.
   *
   * Left: `VersionConflict`, `DuplicateId`, `TimeFalls`, `TextMismatch`, `TextErased`, `InvalidInput`, `Corrupt`, `Unavailable`.
   */
  append(ledger: string, batch: readonly Draft[], expected?: Expected): Promise<Either<StoreError, Receipt>>;
  /**
   * Reads lazily, forward. An unknown ledger has no events. What is appended after the read began may or may not be seen; what
   * is seen has no gaps beside those that the query makes. Where events are missing that should be there, it ends with a left; one that asks for a
   * stream or for types sees only that they are missing at the ledger's end: `verifyLedger` reads all.
   *
   * Yields one left at the end: `InvalidInput`, `Corrupt` or `Unavailable`.
   */
  read(ledger: string, query?: ReadQuery): AsyncIterable<Either<StoreError, Recorded>>;
  /**
   * Reads forward and goes on, without end, with what is appended later, in this process or in another: every event once, in order
   * of position. It ends when its signal is aborted, and when its consumer leaves, also while it waits; then nothing is held.
   *
   * Yields one left at the end: `InvalidInput`, `Corrupt` or `Unavailable`, the last also when the store closes.
   */
  subscribe(ledger: string, options?: SubscribeOptions): AsyncIterable<Either<StoreError, Recorded>>;
  /** The end of a ledger, undefined when it is empty. Left: `InvalidInput`, `Corrupt`, `Unavailable`. */
  head(ledger: string): Promise<Either<StoreError, Head | undefined>>;
  /** The names of the ledgers that hold events, or that have a head, sorted by code units. Left: `Unavailable`. */
  ledgers(): Promise<Either<StoreError, readonly string[]>>;
  /**
   * Erases the text and salt of an event and appends `TextRedacted`, as one step. Redacting again by the same id gives the first
   * receipt.
   *
   * Left: `NothingToRedact`, `DuplicateId`, `TimeFalls`, `InvalidInput`, `Corrupt`, `Unavailable`.
   */
  redact(ledger: string, request: RedactRequest): Promise<Either<StoreError, Receipt>>;
  /** Lets go of what the store holds; every call after gives `Unavailable`. Closing twice is no error. */
  close(): Promise<Either<StoreError, void>>;
}
