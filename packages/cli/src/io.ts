import type { Either, EventId, EventStore, Hash, Instant, StoreError } from '@driftbok/core';

/** Where a store is. A PostgreSQL address may hold a password: it is for opening, never for showing. */
export type StorePlace = { readonly kind: 'sqlite'; readonly path: string } | { readonly kind: 'postgres'; readonly url: string };

/** What a store is opened for. */
export type StoreMode = 'read' | 'write' | 'create';

/** The databases as commands see them. */
export interface Stores {
  /** Opens a store; only `create` makes a SQLite file where there is none. */
  readonly open: (place: StorePlace, mode: StoreMode) => Promise<Either<StoreError, EventStore>>;
  /** Copies a SQLite file as it stands at one moment to a path where nothing is yet. */
  readonly backup: (path: string, to: string) => Promise<Either<StoreError, void>>;
  /** Makes a PostgreSQL database a store, or brings an older one to this version; `role` is given what an application needs. */
  readonly migrate: (url: string, role: string | undefined) => Promise<Either<StoreError, { readonly from: number; readonly to: number }>>;
}

/** The world outside as commands see it: a process and its disk in `bin`, a fake in tests. */
export interface Io {
  /** How the program was called, for the commands that it tells people to try. */
  readonly program: string;
  /** Writes to standard output. Resolves when it is time to write more, so that a large output never waits in memory. */
  readonly out: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly err: (text: string) => void;
  /** The bytes of a file, in pieces. Iterating fails, as Node's streams do, where the file cannot be read. */
  readonly read: (path: string) => AsyncIterable<Uint8Array>;
  /** A mark that changes whenever the file is written or replaced; undefined where there is none. */
  readonly stamp: (path: string) => Promise<string | undefined>;
  /**
   * Puts a new content in a file's place as one step: whoever reads sees all of the old or all of the new, also after a crash. Writes
   * nothing and answers false when the file's stamp is no longer the one `seen`. Fails as Node does where the disk refuses.
   */
  readonly replace: (path: string, pieces: Iterable<string>, seen?: { readonly stamp: string | undefined }) => Promise<boolean>;
  readonly stores: Stores;
  /** The value of an environment variable; undefined where it is not set. */
  readonly setting: (name: string) => string | undefined;
  /** SHA-256, as fast as the host has it. */
  readonly hash: Hash;
  /** Now, in UTC, to the millisecond. */
  readonly clock: () => Instant;
  /** A new UUIDv7 in lower case. */
  readonly newId: () => EventId;
  /** The version of this package. */
  readonly version: string;
}
