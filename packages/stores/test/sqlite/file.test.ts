import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Libsql from 'libsql';
import { describe, expect, it, vi } from 'vitest';
import { memoryStore, orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { backupSqlite, sqliteStore } from '../../src/sqlite.js';
import { sqliteFault } from '../../src/sqlite/faults.js';
import { migrations, schemaVersion } from '../../src/sqlite/schema.js';
import { eventsOf, itemsOf, newPath, openFile } from '../support/files.js';
import { expectKept } from '../support/projection.js';

const { draft, drafts, draftWithText } = samples;

const ledger = 'example';
const unavailable = (operation: string, got: RegExp) => ({ left: { _tag: 'Unavailable', operation, got: expect.stringMatching(got) } });

describe('opening a file', () => {
  it('keeps what was appended, from one opening to the next', async () => {
    const path = newPath();
    const store = await openFile(path);
    await store.append(ledger, [draftWithText(1, 'En text.'), ...drafts(2, 3)]);
    const before = await eventsOf(store, ledger);
    await store.close();
    const again = await openFile(path);
    expect(await eventsOf(again, ledger)).toEqual(before);
    expect(await again.append(ledger, [draft(4)], { head: 3 })).toMatchObject({ right: { first: 4 } });
    await again.close();
  });

  it('leaves a file that can be copied by itself', async () => {
    const [path, copy] = [newPath(), newPath()];
    const store = await openFile(path);
    await store.append(ledger, drafts(1, 3));
    await store.close();
    copyFileSync(path, copy);
    const other = await openFile(copy, { mode: 'read' });
    expect(await eventsOf(other, ledger)).toHaveLength(3);
    await other.close();
  });

  it.each([1, 9, 10, 11, 100, 101, 110, 111, 233])('keeps every event of a batch of %i, in its place', async (count) => {
    const [store, model] = [await openFile(newPath()), memoryStore()];
    for (const each of [store, model]) orThrow(await each.append(ledger, drafts(1, count)));
    expect(await eventsOf(store, ledger)).toEqual(await eventsOf(model, ledger));
    await store.close();
  });

  // Events of one stream and type that follow each other are inserted together, and share what they have in common.
  it('keeps every event in its place, however streams and types change within a batch', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('NoteMade', 'NoteTaken'), fc.integer({ min: 1, max: 130 })), {
          minLength: 1,
          maxLength: 8,
        }),
        async (runs) => {
          const each = runs.flatMap(([stream, type, length]) => Array.from({ length }, () => ({ stream, type })));
          const batch = drafts(1, each.length).map((one, index) => ({ ...one, ...each[index] }));
          const [store, model] = [await openFile(':memory:'), memoryStore()];
          for (const one of [store, model]) orThrow(await one.append(ledger, batch));
          expect(await eventsOf(store, ledger)).toEqual(await eventsOf(model, ledger));
          await store.close();
        },
      ),
      { numRuns: 30 },
    ));

  it.each(['write', 'read'] as const)('for %s makes no file', async (mode) => {
    const path = newPath();
    expect(await sqliteStore({ path, mode })).toMatchObject(unavailable('open', /^no such file$/));
    expect(existsSync(path)).toBe(false);
  });

  it('is refused where there is no folder, or where a folder is', async () => {
    const path = newPath();
    expect(await sqliteStore({ path: join(path, 'a.db') })).toMatchObject(unavailable('open', /^no folder \//));
    expect(existsSync(path)).toBe(false);
    expect(await sqliteStore({ path: join(path, '..') })).toMatchObject(unavailable('open', /^a folder, not a file$/));
  });

  it('takes no address for a path', async () => {
    expect(await sqliteStore({ path: 'libsql://127.0.0.1:1/', mode: 'write' })).toMatchObject(unavailable('open', /^no such file$/));
  });

  it.each([
    ['text', 'hello, this is no database at all'.repeat(100)],
    ['a text that begins as one', `SQLite format 3\0${'x'.repeat(4096)}`],
  ])('that is %s is refused, and nothing in it changes', async (_, content) => {
    const path = newPath();
    writeFileSync(path, content);
    expect(await sqliteStore({ path })).toMatchObject(
      unavailable('open', /^SQLITE_NOTADB: a file that is no SQLite database$|^SQLITE_CORRUPT: a damaged file/),
    );
    expect(readFileSync(path, 'utf8')).toBe(content);
  });

  it.each(
    [-1, 0, 1, schemaVersion, schemaVersion + 1].flatMap((version) => ['DELETE', 'WAL'].map((journal) => [version, journal] as const)),
  )(
    'that is a database of something else, of user_version %i and journal %s, is refused, and nothing in it changes',
    async (version, journal) => {
      const path = newPath();
      const other = new Libsql(path);
      other.exec(
        `PRAGMA journal_mode = ${journal}; CREATE TABLE events (id); PRAGMA user_version = ${version}; PRAGMA wal_checkpoint(TRUNCATE)`,
      );
      other.close();
      const before = readFileSync(path);
      for (const mode of ['create', 'write', 'read'] as const)
        expect(await sqliteStore({ path, mode })).toMatchObject(unavailable('open', /^a SQLite file that is no store of Driftbok$/));
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );

  it.each([
    ['nothing but a version', 'PRAGMA user_version = 1'],
    ['nothing but the number of an application', 'PRAGMA application_id = 1196444487'],
    [
      'tables of the same names',
      'CREATE TABLE heads (a); CREATE TABLE events (id, line); CREATE TABLE texts (a); PRAGMA user_version = 1; PRAGMA journal_mode = WAL',
    ],
    ['tables but one like ours', `${migrations[0] ?? ''}; ALTER TABLE heads RENAME COLUMN hash TO digest; PRAGMA user_version = 1`],
    ['tables like ours and the number', `${migrations[0] ?? ''}; PRAGMA user_version = 1; PRAGMA application_id = 7`],
  ])('that holds %s of something else is refused', async (_, sql) => {
    const path = newPath();
    const other = new Libsql(path);
    other.exec(sql);
    other.close();
    const before = readFileSync(path);
    expect(await sqliteStore({ path })).toMatchObject(unavailable('open', /no store of Driftbok$/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['write', 'DROP TABLE erasing', /no such table/],
    ['read', 'DROP TABLE heads; CREATE TABLE heads (other)', /no store of Driftbok/],
  ] as const)('for %s lets go of a file that is damaged by %s', async (mode, damage, said) => {
    const path = newPath();
    await (await openFile(path)).close();
    const raw = new Libsql(path);
    raw.exec(damage);
    raw.close();
    const close = vi.spyOn(Libsql.prototype, 'close');
    try {
      expect(await sqliteStore({ path, mode })).toMatchObject(unavailable('open', said));
      expect(close).toHaveBeenCalledOnce();
    } finally {
      close.mockRestore();
    }
  });

  it('of a newer schema is refused by its number', async () => {
    const path = newPath();
    await (await openFile(path)).close();
    const raw = new Libsql(path);
    raw.exec(`PRAGMA user_version = ${schemaVersion + 1}`);
    raw.close();
    expect(await sqliteStore({ path })).toMatchObject(
      unavailable('open', new RegExp(`schema ${schemaVersion + 1}, newer than ${schemaVersion}`)),
    );
  });
});

it.each(['abort', 'close'])('a subscription whose reader is between two events holds no timer after %s', async (how) => {
  const store = await openFile(newPath());
  orThrow(await store.append(ledger, drafts(1, 3)));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const stop = new AbortController();
    const items = store.subscribe(ledger, { signal: stop.signal })[Symbol.asyncIterator]();
    await items.next();
    expect(vi.getTimerCount()).toBe(1);
    if (how === 'abort') stop.abort();
    else await store.close();
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
    await store.close();
  }
});

describe('a file of an earlier schema', () => {
  // A store of version 1 as it was written, by SQL: what it holds must be there after every migration since.
  const line =
    '{"actor":{"id":"u-1","role":"controller"},"data":{"note":1},"id":"0198617c-0000-7000-8000-000000000001","position":1,"prevHash":"0000000000000000000000000000000000000000000000000000000000000000","recordedAt":"2025-08-01T00:01:00.000Z","schemaVersion":1,"stream":"outcome/2025-07","type":"NoteMade","version":1}';

  it('is brought to the newest, with all it holds, and can be appended to', async () => {
    const model = await openFile(':memory:');
    const { head } = orThrow(await model.append(ledger, [draft(1)]));
    const path = newPath();
    const raw = new Libsql(path);
    raw.exec(migrations[0] ?? '');
    raw.exec('PRAGMA user_version = 1');
    raw
      .prepare('INSERT INTO events VALUES (?, 1, ?, ?, 1, ?, ?, ?, ?)')
      .run(ledger, draft(1).id, draft(1).stream, 'NoteMade', draft(1).recordedAt, head.hash, line);
    raw.prepare('INSERT INTO heads VALUES (?, 1, ?, ?)').run(ledger, head.hash, draft(1).recordedAt);
    raw.close();

    expect(await sqliteStore({ path, mode: 'read' })).toMatchObject(unavailable('open', /schema 1, older than 2/));
    // What is to be changed can be copied before.
    const kept = newPath();
    orThrow(await backupSqlite({ path, to: kept }));
    expect(await sqliteStore({ path: kept, mode: 'read' })).toMatchObject(unavailable('open', /schema 1, older than 2/));
    const store = await openFile(path);
    expect(await eventsOf(store, ledger)).toEqual(await eventsOf(model, ledger));
    expect(await store.append(ledger, [draft(2)], { head: 1, streams: { 'outcome/2025-07': 1 } })).toMatchObject({ right: { first: 2 } });
    await store.close();
    const after = new Libsql(path);
    expect(after.prepare('PRAGMA user_version').all()).toMatchObject([{ user_version: schemaVersion }]);
    after.close();
  });

  it('that is empty becomes a store', async () => {
    const path = newPath();
    writeFileSync(path, '');
    const store = await openFile(path);
    expect(await store.append(ledger, [draft(1)])).toMatchObject({ right: { first: 1 } });
    await store.close();
  });

  it('gives a receipt and nothing beside it', async () => {
    const store = await openFile(newPath());
    const appended = await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    expect(Object.keys(appended).sort()).toEqual(['_tag', 'right']);
    await store.close();
  });

  it('whose texts are not UTF-8 is refused', async () => {
    const path = newPath();
    const raw = new Libsql(path);
    raw.exec("PRAGMA encoding = 'UTF-16'; CREATE TABLE a (b); DROP TABLE a");
    raw.close();
    const before = readFileSync(path);
    expect(await sqliteStore({ path })).toMatchObject(unavailable('open', /PRAGMA encoding is UTF-16le where UTF-8 is needed/));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('whose migration fails is left as it was', async () => {
    const path = newPath();
    const raw = new Libsql(path);
    raw.exec(`${migrations[0] ?? ''}; CREATE TABLE erasing (mine); PRAGMA user_version = 1`);
    expect(await sqliteStore({ path })).toMatchObject(unavailable('open', /erasing already exists/));
    expect(raw.prepare('PRAGMA user_version').all()).toMatchObject([{ user_version: 1 }]);
    expect(raw.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'heads_never_back'").all()).toMatchObject([{ n: 0 }]);
    raw.close();
  });
});

describe('the file keeps itself', () => {
  it.each([
    ['events are changed', "UPDATE events SET line = ''", /append-only/],
    ['events are deleted', 'DELETE FROM events', /append-only/],
    ['a head goes back', 'UPDATE heads SET position = 1', /forward only/],
    ['heads are deleted', 'DELETE FROM heads', /append-only/],
    ['texts are changed', "UPDATE texts SET text = 'x'", /written once/],
    ['a text goes without a redaction', 'DELETE FROM texts', /redaction only/],
    ['an id comes twice', "INSERT INTO events SELECT ledger, 9, id, 'x', 1, type, recorded_at, hash, line FROM events LIMIT 1", /UNIQUE/],
    [
      'a position comes twice',
      "INSERT INTO events SELECT ledger, position, 'x', 'x', 1, type, recorded_at, hash, line FROM events LIMIT 1",
      /UNIQUE/,
    ],
  ])('when %s by hand', async (_, sql, said) => {
    const path = newPath();
    const store = await openFile(path);
    await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    const before = await eventsOf(store, ledger);
    const raw = new Libsql(path);
    expect(() => raw.exec(sql)).toThrow(said);
    raw.close();
    expect(await eventsOf(store, ledger)).toEqual(before);
    await store.close();
  });
});

describe('what the file cannot do', () => {
  it('full, it says so, half of nothing is written, and it works again after', async () => {
    const path = newPath();
    const store = await openFile(path, { maxBytes: 200_000 });
    await store.append(ledger, drafts(1, 10));
    const large = drafts(11, 400, { data: 'x'.repeat(1000) });
    expect(await store.append(ledger, large)).toMatchObject(unavailable('append', /SQLITE_FULL/));
    expect(await eventsOf(store, ledger)).toHaveLength(10);
    expect(await store.append(ledger, [draft(11)])).toMatchObject({ right: { first: 11 } });
    await store.close();
    const roomier = await openFile(path);
    expect(await roomier.append(ledger, drafts(12, 400, { data: 'x'.repeat(1000) }))).toMatchObject({ right: { last: 400 } });
    await roomier.close();
  });

  it('opened for reading, it reads, and says that it cannot write', async () => {
    const path = newPath();
    const writer = await openFile(path);
    await writer.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    const reader = await openFile(path, { mode: 'read' });
    expect(await eventsOf(reader, ledger)).toEqual(await eventsOf(writer, ledger));
    expect(await reader.append(ledger, [draft(3)])).toMatchObject(unavailable('append', /SQLITE_READONLY/));
    expect(await writer.append(ledger, [draft(3)])).toMatchObject({ right: { first: 3 } });
    expect(await eventsOf(reader, ledger)).toHaveLength(3);
    await reader.close();
    await writer.close();
  });

  it.each([
    ['UNKNOWN_SQLITE_ERROR_1544', 'SQLITE_READONLY_1544: a file, or a store, that is for reading only'],
    ['UNKNOWN_SQLITE_ERROR_520', 'SQLITE_READONLY_520: a file, or a store, that is for reading only'],
    ['SQLITE_READONLY_CANTINIT', 'SQLITE_READONLY_CANTINIT: a file, or a store, that is for reading only'],
    ['UNKNOWN_SQLITE_ERROR_1550', 'SQLITE_CANTOPEN_1550: a file that cannot be opened or made where it is'],
    ['UNKNOWN_SQLITE_ERROR_28', 'UNKNOWN_SQLITE_ERROR_28: as the driver says it'],
  ])('%s, which the driver may have no name for, is said in words', (code, got) => {
    const thrown = Object.assign(new Error('as the driver says it'), { code });
    expect(sqliteFault('head', thrown)).toEqual({ _tag: 'Unavailable', operation: 'head', got });
  });

  it.each(['taken away', 'laid over by another'])('%s, it is written to no more', async (what) => {
    const path = newPath();
    const store = await openFile(path);
    orThrow(await store.append(ledger, drafts(1, 3)));
    renameSync(path, `${path}.moved`);
    if (what !== 'taken away') writeFileSync(path, readFileSync(`${path}.moved`));
    expect(await store.append(ledger, [draft(4)])).toMatchObject(unavailable('append', /^a file that is no longer where it was opened/));
    renameSync(`${path}.moved`, path);
    expect(await store.append(ledger, [draft(4)])).toMatchObject({ right: { first: 4 } });
    await store.close();
  });

  it('held by another writer, it waits, then says so, and works again after', async () => {
    const path = newPath();
    const store = await openFile(path, { busyTimeout: 100 });
    await store.append(ledger, [draft(1)]);
    const raw = new Libsql(path);
    raw.exec('BEGIN IMMEDIATE');
    expect(await store.append(ledger, [draft(2)])).toMatchObject(unavailable('append', /SQLITE_BUSY/));
    expect(await eventsOf(store, ledger)).toHaveLength(1);
    const [waiting, other] = [store.append(ledger, [draft(2)]), store.append(ledger, [draft(3)])];
    raw.exec('COMMIT');
    expect(await waiting).toMatchObject({ right: { first: 2 } });
    expect(await other).toMatchObject({ right: { first: 3 } });
    raw.close();
    await store.close();
  });

  it('with its tables gone in the middle, it says so', async () => {
    const path = newPath();
    const store = await openFile(path);
    await store.append(ledger, drafts(1, 3));
    const raw = new Libsql(path);
    raw.exec('DROP TABLE events');
    raw.close();
    expect(await store.append(ledger, [draft(4)])).toMatchObject(unavailable('append', /no such table/));
    const [item] = await itemsOf(store.read(ledger));
    expect(item).toMatchObject(unavailable('read', /no such table/));
    expect(await store.head(ledger)).toMatchObject(unavailable('head', /no such table/));
    await store.close();
  });
});

it('a table of an embedder in the same file is kept fresh, and held against replay', async () => {
  const path = newPath();
  const store = await openFile(path);
  const database = new Libsql(path);
  database.exec('CREATE TABLE kept (stream TEXT PRIMARY KEY, events INTEGER NOT NULL)');
  await expectKept(store, {
    put: async (stream, events) => void database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?)').run([stream, events]),
    rows: async () => database.prepare('SELECT stream, events FROM kept').all().map(rowOfKept),
  });
  database.close();
  await store.close();
});

const rowOfKept = (row: unknown): readonly [string, number] => {
  const { stream, events } = row as { readonly stream: string; readonly events: number };
  return [stream, events];
};
