import type { Either, EventStore, Recorded, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { LoadedLedger } from './event-file.js';
import { ledgerOfRecorded } from './event-file.js';
import type { Attempt, StoreFailure, UsageError } from './failure.js';
import { failed, usage } from './failure.js';
import type { Io, StoreMode, StorePlace } from './io.js';
import { nearest } from './nearest.js';

/** A ledger in a store; the name may be left out where the store holds one only. */
export interface StoreSource {
  readonly kind: 'store';
  readonly place: StorePlace;
  readonly ledger: string | undefined;
}

/** A ledger of a store that is open. */
export interface OpenLedger {
  readonly store: EventStore;
  readonly name: string;
  /** Where it is, to be shown: without a password. */
  readonly shown: string;
}

/** The name that a store's first ledger gets where nobody names it. */
const firstLedger = 'main';

/** Where a store is, to be shown: without who asks, with which password and how. */
export function shownPlace(place: StorePlace): string {
  if (place.kind === 'sqlite') return `sqlite:${place.path}`;
  const { host, pathname } = new URL(place.url);
  return `postgres://${host}${pathname}`;
}

export const storeFailure = (place: string, error: StoreFailure['error']): StoreFailure => ({ _tag: 'StoreFailure', place, error });

/** Opens a store, does some work with the ledger that is meant, and closes the store, whatever came of it. */
export async function withLedger<A>(
  io: Io,
  { place, ledger }: StoreSource,
  mode: StoreMode,
  work: (open: OpenLedger) => Promise<Attempt<A>>,
): Promise<Attempt<A>> {
  const at = shownPlace(place);
  const opened = await io.stores.open(place, mode);
  if (isLeft(opened)) return failed(storeFailure(at, withHint(opened.left)));
  const store = opened.right;
  try {
    const names = await store.ledgers();
    if (isLeft(names)) return failed(storeFailure(at, names.left));
    const name = mode === 'create' ? nameToWrite(names.right, ledger, at) : nameToRead(names.right, ledger, at);
    if (isLeft(name)) return failed(name.left);
    return await work({ store, name: name.right, shown: isOnly(names.right, name.right) ? at : `${at}?ledger=${name.right}` });
  } finally {
    await store.close();
  }
}

/** Whether a ledger is, or will be, the only one of its store, so that its name can be left out. */
const isOnly = (names: readonly string[], name: string): boolean => names.every((each) => each === name);

/** What to do about it, where that is known. */
function withHint(error: StoreError): StoreError {
  if (error._tag !== 'Unavailable') return error;
  if (error.got === 'no such file') return { ...error, got: 'no such file: import makes one, and --ledger names another' };
  // Stores speak to programs; at a terminal the function is a command.
  return {
    ...error,
    got: error.got.replace('migratePostgres', 'driftbok migrate').replace('open it for writing once', 'driftbok migrate brings it there'),
  };
}

function nameToRead(names: readonly string[], asked: string | undefined, at: string): Either<UsageError, string> {
  if (names.length === 0) return left(usage('--ledger', 'a store that holds a ledger', `${at}, which is empty`));
  if (asked !== undefined && !names.includes(asked)) {
    return left(usage('--ledger', `a ledger of ${at}: ${names.join(' | ')}`, asked, nearest(asked, names)));
  }
  return asked === undefined ? onlyOne(names, at) : right(asked);
}

function nameToWrite(names: readonly string[], asked: string | undefined, at: string): Either<UsageError, string> {
  if (asked !== undefined) return right(asked);
  return names.length === 0 ? right(firstLedger) : onlyOne(names, at);
}

function onlyOne(names: readonly string[], at: string): Either<UsageError, string> {
  const [first = '', second] = names;
  return second === undefined ? right(first) : left(usage('--ledger', `${at}?ledger=<name>, one of ${names.join(' | ')}`, 'no name'));
}

/** A store's ledger whole, verified. */
export const loadFromStore = (io: Io, source: StoreSource): Promise<Attempt<LoadedLedger>> =>
  withLedger(io, source, 'read', (open) => loadOpen(io, open));

export async function loadOpen(io: Io, { store, name, shown }: OpenLedger): Promise<Attempt<LoadedLedger>> {
  const events: Recorded[] = [];
  for await (const item of store.read(name)) {
    if (isLeft(item)) return failed(storeFailure(shown, item.left));
    events.push(item.right);
  }
  const ledger = ledgerOfRecorded(shown, events, io.hash);
  return isLeft(ledger) ? failed(ledger.left) : ledger;
}
