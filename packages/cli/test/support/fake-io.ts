import type { EventStore } from '@driftbok/core';
import { draftOf, left, memoryStore, orThrow, right, sha256Hex } from '@driftbok/core';
import { run } from '@driftbok/cli';
import type { Io, StorePlace } from '@driftbok/cli';
import { readAllEvents } from '@driftbok/exchange';

/** A disk in memory, with what a run said. */
export interface FakeHost {
  readonly io: Io;
  readonly files: Map<string, string | Uint8Array>;
  /** By `sqlite:<path>` or the address. */
  readonly stores: Map<string, EventStore>;
  readonly out: () => string;
  readonly err: () => string;
}

let ids = 0;

const keyOf = (place: StorePlace): string => (place.kind === 'sqlite' ? `sqlite:${place.path}` : place.url);

/** A store in memory that lives on when it is closed, as one on a disk does. */
const lasting = (store: EventStore): EventStore => ({ ...store, close: async () => right(undefined) });

type Stores = Io['stores'];

function fakeStores(stores: Map<string, EventStore>): Stores {
  const unavailable = (operation: string, got: string) => left({ _tag: 'Unavailable', operation, got } as const);
  return {
    open: async (place, mode) => {
      const key = keyOf(place);
      const found = stores.get(key);
      if (found !== undefined) return right(lasting(found));
      if (place.kind === 'postgres') return unavailable('open', '42P01: no store of Driftbok in this database');
      if (mode !== 'create') return unavailable('open', 'no such file');
      const made = memoryStore();
      stores.set(key, made);
      return right(lasting(made));
    },
    backup: async (path, to) => {
      const found = stores.get(`sqlite:${path}`);
      if (found === undefined) return unavailable('open', 'no such file');
      if (stores.has(`sqlite:${to}`)) return unavailable('backup', 'there is something at that path already');
      stores.set(`sqlite:${to}`, found);
      return right(undefined);
    },
    migrate: async (url) => {
      if (stores.has(url)) return right({ from: 1, to: 1 });
      stores.set(url, memoryStore());
      return right({ from: 0, to: 1 });
    },
  };
}

async function* bytesOf(content: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(content);
}

/** A store that holds ledgers, each from its file of events. */
export async function storeOf(ledgers: Readonly<Record<string, string>>): Promise<EventStore> {
  const store = memoryStore();
  for (const [name, content] of Object.entries(ledgers)) {
    const file = orThrow(await readAllEvents(bytesOf(content)));
    orThrow(await store.append(name, file.form === 'ledger' ? file.events.map(draftOf) : file.events));
  }
  return store;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What there is beside files. */
export interface World {
  readonly stores?: Map<string, EventStore>;
  readonly settings?: Readonly<Record<string, string>>;
}

/** A host with some files. `replace` is atomic as the real one, and refuses a path in a folder called `locked`; `folder` is one. */
export function fakeHost(given: Files = {}, { stores = new Map(), settings = {} }: World = {}): FakeHost {
  const files = new Map(Object.entries(given));
  const said: string[] = [];
  const warned: string[] = [];
  const stamp = async (path: string): Promise<string | undefined> => {
    const content = files.get(path);
    if (content === undefined) return stores.has(`sqlite:${path}`) ? 'a store' : undefined;
    return sha256Hex(content);
  };
  const io: Io = {
    program: 'driftbok',
    out: async (text) => void said.push(text),
    err: (text) => void warned.push(text),
    read: async function* (path) {
      if (path.startsWith('broken/')) throw new Error(`EIO: i/o error, read '${path}'`);
      if (path === 'folder') throw new Error('EISDIR: illegal operation on a directory, read');
      const content = files.get(path) ?? '';
      yield typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    stamp,
    replace: async (path, pieces, seen) => {
      if (path.startsWith('locked/')) throw new Error(`EACCES: permission denied, open '${path}'`);
      if (seen !== undefined && (await stamp(path)) !== seen.stamp) return false;
      files.set(path, [...pieces].join(''));
      return true;
    },
    stores: fakeStores(stores),
    setting: (name) => settings[name],
    hash: sha256Hex,
    clock: () => '2025-03-10T00:00:00.000Z',
    newId: () => `01900000-0000-7000-9000-${String(++ids).padStart(12, '0')}`,
    version: '1.2.3',
  };
  return { io, files, stores, out: () => said.join(''), err: () => warned.join('') };
}

/** What a run gave. */
export interface Ran {
  readonly code: 0 | 1 | 2;
  readonly out: string;
  readonly err: string;
  readonly files: Map<string, string | Uint8Array>;
  readonly stores: Map<string, EventStore>;
}

/** Runs a command line as it would be typed, without `driftbok`; a word with spaces stands in quotes. */
export async function driftbok(line: string, files: Files = {}, world: World = {}): Promise<Ran> {
  const host = fakeHost(files, world);
  const code = await run(
    (line.match(/(?:"[^"]*"|[^ "])+/g) ?? []).map((word) => word.replaceAll('"', '')),
    host.io,
  );
  return { code, out: host.out(), err: host.err(), files: host.files, stores: host.stores };
}

/** The JSON that a run printed; fails the test where it printed none. */
export async function json(line: string, files: Files = {}, world: World = {}): Promise<unknown> {
  const { code, out, err } = await driftbok(line, files, world);
  if (code !== 0) throw new Error(`"${line}" ended with ${code}: ${err}`);
  return JSON.parse(out) as unknown;
}
