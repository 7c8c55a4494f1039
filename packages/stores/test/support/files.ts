import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Either, EventStore, Recorded, StoreError } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import type { SqliteStoreOptions } from '../../src/sqlite.js';
import { sqliteStore } from '../../src/sqlite.js';

const folder = mkdtempSync(join(tmpdir(), 'driftbok-stores-'));
let made = 0;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A path where nothing is yet. */
export const newPath = (): string => join(folder, `${++made}.db`);

export const openFile = async (path: string, options: Partial<SqliteStoreOptions> = {}): Promise<EventStore> =>
  orThrow(await sqliteStore({ path, ...options }));

/** Everything that lies under a path's name: the file, its log and its index. */
export function bytesUnder(path: string): Buffer {
  const name = path.slice(folder.length + 1);
  return Buffer.concat(
    readdirSync(folder)
      .filter((each) => each.startsWith(name))
      .map((each) => readFileSync(join(folder, each))),
  );
}

export async function eventsOf(store: EventStore, ledger: string): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for await (const item of store.read(ledger)) events.push(orThrow(item));
  return events;
}

export async function itemsOf(items: AsyncIterable<Either<StoreError, Recorded>>): Promise<readonly Either<StoreError, Recorded>[]> {
  const all: Either<StoreError, Recorded>[] = [];
  for await (const item of items) all.push(item);
  return all;
}
