import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventStore } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { migratePostgres, postgresStore } from '../../src/postgres.js';
import { databaseOfPool } from '../../src/postgres/pool.js';
import { migrations } from '../../src/postgres/schema.js';
import { expectProcessesTogether, expectWritersTogether } from '../support/concurrency.js';
import { eventsOf, itemsOf } from '../support/files.js';
import { expectFound } from '../support/flipping.js';
import { expectKept } from '../support/projection.js';
import type { Server } from '../support/server.js';
import { startServer } from '../support/server.js';

const { draft, drafts, draftWithText, redactRequest } = samples;

const ledger = 'example';
const at = { recordedAt: draft(1).recordedAt };
const unavailable = (operation: string, got: RegExp) => ({ left: { _tag: 'Unavailable', operation, got: expect.stringMatching(got) } });

let server: Server;
let databases = 0;

beforeAll(async () => {
  server = await startServer();
  await server.sql("CREATE ROLE app LOGIN PASSWORD 'app'");
}, 120_000);
afterAll(async () => server.remove(), 60_000);

/** A database of a test's own, made a store, and where an application finds it. */
async function newDatabase(): Promise<{ readonly name: string; readonly owner: string; readonly app: string }> {
  const name = `db_${++databases}`;
  await server.sql(`CREATE DATABASE ${name}`);
  const owner = server.url({ database: name });
  orThrow(await migratePostgres({ connectionString: owner, role: 'app' }));
  return { name, owner, app: server.url({ user: 'app', password: 'app', database: name }) };
}

const open = async (connectionString: string): Promise<EventStore> => orThrow(await postgresStore({ connectionString, pollEvery: 200 }));

/** Every byte of a database's own files. */
async function heapOf(database: string): Promise<Buffer> {
  await server.sql('CHECKPOINT');
  const [row] = await server.sql(`SELECT oid FROM pg_database WHERE datname = '${database}'`);
  const folder = join(server.folder, 'base', String(row?.['oid']));
  return Buffer.concat(
    readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => readFileSync(join(folder, name))),
  );
}

describe('several at once', () => {
  it('two processes that decide on the head lose nothing', async () => {
    const { app } = await newDatabase();
    const store = await open(app);
    await expectProcessesTogether(store, { postgres: app }, { ledgers: 1, writers: 2, batches: 40, size: 5, expecting: true });
    await store.close();
  }, 120_000);

  it('four processes on two ledgers, with no expectation, plan anew where the head moved', async () => {
    const { app } = await newDatabase();
    const store = await open(app);
    await expectProcessesTogether(store, { postgres: app }, { ledgers: 2, writers: 4, batches: 30, size: 3, expecting: false });
    await store.close();
  }, 120_000);

  it.each([1, 16])(
    '16 writers on %i ledgers: no update lost, and a follower sees each event once',
    async (ledgers) => {
      const { app } = await newDatabase();
      await expectWritersTogether(
        async () => open(app),
        { ledgers, writers: 16, each: 8 },
        (writer, n) => [draft(writer * 1000 + n, at)],
      );
    },
    120_000,
  );

  it('a follower is woken by a notice long before it would look for itself', async () => {
    const { app } = await newDatabase();
    const [reader, writer] = [orThrow(await postgresStore({ connectionString: app, pollEvery: 60_000 })), await open(app)];
    const items = reader.subscribe(ledger)[Symbol.asyncIterator]();
    await writer.append(ledger, [draft(1)]);
    expect(await items.next()).toMatchObject({ value: { right: { position: 1 } } });
    const waiting = items.next();
    await writer.append(ledger, [draft(2)]);
    expect(await waiting).toMatchObject({ value: { right: { position: 2 } } });
    await items.return?.();
    await reader.close();
    await writer.close();
  }, 30_000);
});

describe("a host's own pool", () => {
  it('follows by polling where its pool has one connection, which stays free', async () => {
    const { app } = await newDatabase();
    const pool = new pg.Pool({ connectionString: app, max: 1 });
    const store = orThrow(await postgresStore({ pool, pollEvery: 50 }));
    const items = store.subscribe(ledger)[Symbol.asyncIterator]();
    const first = items.next();
    orThrow(await store.append(ledger, [draft(1)]));
    expect((await first).value).toMatchObject({ right: { position: 1 } });
    const second = items.next();
    const other = await open(app);
    orThrow(await other.append(ledger, [draft(2)]));
    expect((await second).value).toMatchObject({ right: { position: 2 } });
    expect(await store.head(ledger)).toMatchObject({ right: { position: 2 } });
    await items.return?.();
    await store.close();
    await other.close();
    await pool.end();
  });

  it('refuses a server before PostgreSQL 15', async () => {
    const { app } = await newDatabase();
    const pool = new pg.Pool({ connectionString: app });
    const database = databaseOfPool(pool, true);
    const older = {
      ...database,
      query: async (sql: string, parameters?: readonly unknown[]) => {
        const { rows } = await database.query(sql, parameters);
        return { rows: rows.map((row) => ('server' in row ? { ...row, server: '140012' } : row)) };
      },
    };
    expect(await postgresStore({ database: older })).toMatchObject(unavailable('open', /version 140012, before PostgreSQL 15/));
    await database.close();
  });

  it('gets every connection back when the store closes, also while a subscription waits', async () => {
    const { app } = await newDatabase();
    const pool = new pg.Pool({ connectionString: app });
    const store = orThrow(await postgresStore({ pool }));
    await store.append(ledger, [draft(1)]);
    const items = store.subscribe(ledger)[Symbol.asyncIterator]();
    await items.next();
    const waiting = items.next();
    expect(await store.close()).toMatchObject({ _tag: 'Right' });
    expect(await waiting).toMatchObject({ value: { left: { _tag: 'Unavailable' } } });
    expect(pool.totalCount - pool.idleCount).toBe(0);
    await pool.end();
  }, 30_000);
});

describe("an application's role", () => {
  it.each([
    ['change events', "UPDATE driftbok.events SET line = ''"],
    ['delete events', 'DELETE FROM driftbok.events'],
    ['empty the events', 'TRUNCATE driftbok.events'],
    ['change texts', "UPDATE driftbok.texts SET text = ''"],
    ['delete texts', 'DELETE FROM driftbok.texts'],
    ['delete heads', 'DELETE FROM driftbok.heads'],
    ['drop a table', 'DROP TABLE driftbok.texts'],
    ['drop a trigger', 'DROP TRIGGER never ON driftbok.events'],
    ['say another schema version', 'UPDATE driftbok.schema_version SET version = 9'],
    ['make a table', 'CREATE TABLE driftbok.mine (x int)'],
  ])('cannot %s', async (_, sql) => {
    const { app, name } = shared;
    const client = new pg.Client(app);
    await client.connect();
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    await client.end();
    expect(await server.sql('SELECT count(*)::int AS n FROM driftbok.events', name)).toEqual([{ n: 2 }]);
  });

  it.each([
    ['events are changed', "UPDATE driftbok.events SET line = ''", /append-only/],
    ['events are deleted', 'DELETE FROM driftbok.events', /append-only/],
    ['all is emptied', 'TRUNCATE driftbok.events, driftbok.texts, driftbok.heads', /append-only/],
    ['a head goes back', 'UPDATE driftbok.heads SET position = 1', /forward only/],
    ['a text goes without a redaction', 'DELETE FROM driftbok.texts', /redaction only/],
  ])('nor can its owner by mistake, when %s', async (_, sql, said) => {
    await expect(server.sql(sql, shared.name)).rejects.toThrow(said);
    expect(await server.sql('SELECT count(*)::int AS n FROM driftbok.events', shared.name)).toEqual([{ n: 2 }]);
  });

  it('erases no text that no redaction names, by the function that erases', async () => {
    const client = new pg.Client(shared.app);
    await client.connect();
    const { rows } = await client.query('SELECT driftbok.driftbok_erase($1, $2) AS gone', [ledger, [draft(1).id, draft(2).id]]);
    expect(rows).toEqual([{ gone: '0' }]);
    await client.end();
  });

  let shared: Awaited<ReturnType<typeof newDatabase>>;
  beforeAll(async () => {
    shared = await newDatabase();
    const store = await open(shared.app);
    await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]);
    await store.close();
  });
});

describe('an erased text', () => {
  it.each([
    ['short', 'Handläggaren bedömer att Ärendet 4711 rör en enskild.'],
    ['kept beside its row', Array.from({ length: 400 }, (_, n) => `Ärendet 4711 ${n * n}`).join(', ')],
  ])(
    '%s is in no file of the database, and the receipt says where it lives on',
    async (_, text) => {
      const { app, name } = await newDatabase();
      // Not compressed, so that the search would find it where it is.
      await server.sql('ALTER TABLE driftbok.texts ALTER COLUMN text SET STORAGE EXTERNAL', name);
      const store = await open(app);
      await store.append(ledger, [draft(1), draftWithText(2, text), draftWithText(3, 'En annan text.')]);
      // Statistics would keep what they are of.
      await server.sql('ANALYZE', name);
      expect((await eventsOf(store, ledger))[1]?.text).toBe(text);
      expect((await heapOf(name)).includes('rendet 4711')).toBe(true);

      const receipt = orThrow(await store.redact(ledger, redactRequest(4, 2)));
      expect(receipt.remains?.map(({ where }) => where)).toEqual(['write-ahead log', 'replicas', 'backups']);
      expect((await heapOf(name)).includes('rendet 4711')).toBe(false);
      expect((await eventsOf(store, ledger)).map((event) => event.text)).toEqual([undefined, undefined, 'En annan text.', undefined]);
      expect(await store.append(ledger, [draftWithText(2, text)])).toMatchObject({ left: { _tag: 'TextErased' } });
      await expect(server.sql(`INSERT INTO driftbok.texts VALUES ('${ledger}', '${draft(2).id}', '"x"', 'x')`, name)).rejects.toThrow(
        /not taken in again/,
      );
      await store.close();
    },
    60_000,
  );
});

describe('erasing', () => {
  it('waits for whoever reads the texts in short turns, while others read and append, and says so at last', async () => {
    const { app, name } = await newDatabase();
    const store = orThrow(await postgresStore({ connectionString: app, patience: 600 }));
    orThrow(await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]));
    const reader = new pg.Client(server.url({ database: name }));
    await reader.connect();
    await reader.query('BEGIN; SELECT count(*) FROM driftbok.texts');
    const redacting = store.redact(ledger, redactRequest(3, 2));
    const other = orThrow(await postgresStore({ connectionString: app }));
    orThrow(await other.append('other', [draftWithText(1, 'En annan.')]));
    expect(await eventsOf(other, 'other')).toHaveLength(1);
    expect(await redacting).toMatchObject(
      unavailable('redact', /^55P03: a table that others have locked, such as a backup that is running: /),
    );
    expect((await eventsOf(store, ledger)).map(({ text }) => text)).toEqual([undefined, 'En text.']);
    await reader.query('COMMIT');
    await reader.end();
    expect(await store.redact(ledger, redactRequest(3, 2))).toMatchObject({ right: { first: 3 } });
    await store.close();
    await other.close();
  });

  it('takes the texts before the head, so that it and an append do not wait for each other', async () => {
    const { app, owner, name } = await newDatabase();
    const store = await open(app);
    orThrow(await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]));
    const pool = new pg.Pool({ connectionString: owner });
    const database = databaseOfPool(pool, true);
    let appending: Promise<unknown> | undefined;
    // Another appends as soon as the redaction has moved the head, and waits.
    const between = async (sql: string): Promise<void> => {
      if (!sql.includes('WITH head AS') || appending !== undefined) return;
      appending = store.append(ledger, [draft(9)]);
      let waiting: readonly unknown[] = [];
      while (waiting.length === 0) waiting = await server.sql('SELECT 1 FROM pg_locks WHERE NOT granted', name);
    };
    const redacting = orThrow(
      await postgresStore({
        patience: 2000,
        database: {
          ...database,
          transaction: (work) =>
            database.transaction((inside) =>
              work({
                query: async (sql, parameters) => {
                  const done = await inside.query(sql, parameters);
                  await between(sql);
                  return done;
                },
              }),
            ),
        },
      }),
    );
    expect(await redacting.redact(ledger, redactRequest(3, 2))).toMatchObject({ right: { first: 3 } });
    expect(await appending).toMatchObject({ right: { first: 4 } });
    await store.close();
    await redacting.close();
  });

  it('by a redaction that is no event of the ledger, since it lies beyond the head, is refused', async () => {
    const { app, name } = await newDatabase();
    const store = await open(app);
    orThrow(await store.append(ledger, [draft(1), draftWithText(2, 'En text.')]));
    const values = `'${ledger}', 99, '${draft(9).id}', 's', 1, 'TextRedacted', '${draft(9).recordedAt}', '${draft(2).id}', 'x', '{}'`;
    const client = new pg.Client(app);
    await client.connect();
    await client.query(`INSERT INTO driftbok.events VALUES (${values})`);
    const { rows } = await client.query('SELECT driftbok.driftbok_erase($1, $2) AS gone', [ledger, [draft(2).id]]);
    await client.end();
    expect(rows).toEqual([{ gone: '0' }]);
    expect(await server.sql('SELECT count(*)::int AS n FROM driftbok.texts', name)).toEqual([{ n: 1 }]);
    await store.close();
  });
});

describe('a store of schema 1', () => {
  it('is brought to this one with all that it holds, loses the statistics of its texts, and goes on', async () => {
    const { owner, app, name } = await newDatabase();
    const store = await open(app);
    orThrow(await store.append(ledger, [draft(1), draftWithText(2, 'En hemlighet.'), draftWithText(3, 'En annan text.')]));
    const [first] = migrations;
    await server.sql('CREATE SCHEMA old', name);
    for (const sql of first?.('old') ?? []) await server.sql(sql, name);
    await server.sql('CREATE TABLE old.schema_version AS SELECT 1 AS version', name);
    for (const table of ['heads', 'events', 'texts']) await server.sql(`INSERT INTO old.${table} SELECT * FROM driftbok.${table}`, name);
    await server.sql('ANALYZE old.texts', name);
    const stats = `SELECT count(*)::int AS n FROM pg_stats WHERE schemaname = 'old' AND attname IN ('text', 'salt')`;
    expect(await server.sql(stats, name)).toEqual([{ n: 2 }]);
    expect(await postgresStore({ connectionString: owner, schema: 'old' })).toMatchObject(unavailable('open', /schema 1, older than 2/));
    expect(await migratePostgres({ connectionString: owner, schema: 'old', role: 'app' })).toEqual({
      _tag: 'Right',
      right: { from: 1, to: 2 },
    });
    await server.sql('ANALYZE old.texts', name);
    expect(await server.sql(stats, name)).toEqual([{ n: 0 }]);
    const old = orThrow(await postgresStore({ connectionString: app, schema: 'old' }));
    expect(await eventsOf(old, ledger)).toEqual(await eventsOf(store, ledger));
    expect(await old.redact(ledger, redactRequest(4, 2))).toMatchObject({ right: { first: 4 } });
    await old.close();
    await store.close();
  });
});

describe('what goes wrong', () => {
  it('a wrong password, an unknown database and no server are said', async () => {
    expect(await postgresStore({ connectionString: server.url({ password: 'wrong' }) })).toMatchObject(
      unavailable('open', /^28P01: a wrong password: /),
    );
    expect(await postgresStore({ connectionString: server.url({ database: 'none' }) })).toMatchObject(
      unavailable('open', /^3D000: no such database: /),
    );
    expect(await postgresStore({ connectionString: 'postgres://a:b@127.0.0.1:1/none' })).toMatchObject(
      unavailable('open', /^ECONNREFUSED: no server answers there: /),
    );
    expect(await migratePostgres({ connectionString: 'postgres://a:b@127.0.0.1:1/none' })).toMatchObject(
      unavailable('migrate', /ECONNREFUSED/),
    );
  });

  it('no address is none, and not whatever database the machine has', async () => {
    for (const nowhere of [{}, { connectionString: '' }, { connectionString: undefined }]) {
      const given = nowhere as { readonly connectionString: string };
      expect(await postgresStore(given)).toMatchObject({ left: { _tag: 'InvalidInput', where: 'connectionString' } });
      expect(await migratePostgres(given)).toMatchObject({ left: { _tag: 'InvalidInput', where: 'connectionString' } });
    }
  });

  it('a database that is no store, an older and a newer schema are said', async () => {
    const connectionString = server.url();
    expect(await postgresStore({ connectionString })).toMatchObject(unavailable('open', /migratePostgres/));
    expect(await postgresStore({ connectionString, schema: 'a"b' })).toMatchObject({ left: { _tag: 'InvalidInput', where: 'schema' } });
    const { name, owner } = await newDatabase();
    await server.sql('UPDATE driftbok.schema_version SET version = 0', name);
    expect(await postgresStore({ connectionString: owner })).toMatchObject(unavailable('open', /schema 0, older than 2/));
    await server.sql('UPDATE driftbok.schema_version SET version = 3', name);
    expect(await postgresStore({ connectionString: owner })).toMatchObject(unavailable('open', /schema 3, newer than 2/));
    expect(await migratePostgres({ connectionString: owner })).toMatchObject(unavailable('migrate', /newer/));
    await server.sql('UPDATE driftbok.schema_version SET version = 2', name);
    expect(await migratePostgres({ connectionString: owner })).toMatchObject({ right: { from: 2, to: 2 } });
    await (await open(owner)).close();
  });

  // A statement of theirs looks before it waits, and an erasure writes the texts anew meanwhile: texts were missed that were there.
  it.each(['repeatable read', 'serializable'])('transactions that are %s where nothing else is said are refused', async (isolation) => {
    const { name, app } = await newDatabase();
    await server.sql(`ALTER DATABASE ${name} SET default_transaction_isolation = '${isolation}'`);
    expect(await postgresStore({ connectionString: app })).toMatchObject(
      unavailable('open', new RegExp(`^default_transaction_isolation ${isolation} where read committed is needed`)),
    );
  });

  it('a server that would not keep what it acknowledged is refused', async () => {
    const { name, app } = await newDatabase();
    await server.sql(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await postgresStore({ connectionString: app })).toMatchObject(unavailable('open', /not durable/));
    await orThrow(await postgresStore({ connectionString: app, durable: false })).close();
  });

  it('a database set to reading only: said, nothing written, works again after', async () => {
    const { name, app } = await newDatabase();
    await server.sql(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    const store = await open(app);
    expect(await store.append(ledger, [draft(1)])).toMatchObject(unavailable('append', /^25006: a database that is for reading only: /));
    expect(await eventsOf(store, ledger)).toEqual([]);
    await store.close();
    await server.sql(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
    const again = await open(app);
    expect(await again.append(ledger, [draft(1)])).toMatchObject({ right: { first: 1 } });
    await again.close();
  });

  it('a connection cut in the middle of a batch: said, nothing written, works again after', async () => {
    const { name, app } = await newDatabase();
    const store = await open(app);
    await store.append(ledger, drafts(1, 3));
    const blocker = new pg.Client(server.url({ database: name }));
    await blocker.connect();
    await blocker.query('BEGIN');
    await blocker.query('SELECT * FROM driftbok.heads FOR UPDATE');
    const appending = store.append(ledger, drafts(4, 40));
    let cut: readonly unknown[] = [];
    while (cut.length === 0) {
      cut = (
        await blocker.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = $1", [
          name,
        ])
      ).rows;
    }
    expect(await appending).toMatchObject(unavailable('append', /./));
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect(await eventsOf(store, ledger)).toHaveLength(3);
    expect(await store.append(ledger, drafts(4, 40))).toMatchObject({ right: { first: 4, last: 40, repeated: false } });
    await store.close();
  }, 30_000);

  it('a server that is killed and comes back: said, nothing lost, works again after', async () => {
    const { app } = await newDatabase();
    const store = await open(app);
    await store.append(ledger, drafts(1, 3));
    const items = store.subscribe(ledger, { from: 4 })[Symbol.asyncIterator]();
    const waiting = items.next();
    await server.kill();
    expect(await store.append(ledger, drafts(4, 6))).toMatchObject(unavailable('append', /./));
    expect(await waiting).toMatchObject({ value: unavailable('read', /./) });
    await server.start();
    expect(await store.append(ledger, drafts(4, 6))).toMatchObject({ right: { first: 4 } });
    expect(await eventsOf(store, ledger)).toHaveLength(6);
    await store.close();
  }, 60_000);

  it.each([
    ['a full disk', '53100', /^53100: a full disk: /],
    ['a role that may not write', '42501', /^42501/],
  ])('%s in the middle: said, and works again after', async (_, code, said) => {
    const { owner } = await newDatabase();
    const pool = new pg.Pool({ connectionString: owner });
    const inner = databaseOfPool(pool, true);
    let failing = false;
    const store = orThrow(
      await postgresStore({
        database: {
          ...inner,
          query: async (sql, parameters) => {
            if (failing && sql.includes('INSERT')) throw Object.assign(new Error('could not extend file'), { code });
            return inner.query(sql, parameters);
          },
        },
      }),
    );
    failing = true;
    expect(await store.append(ledger, [draft(1)])).toMatchObject(unavailable('append', said));
    failing = false;
    expect(await store.append(ledger, [draft(1)])).toMatchObject({ right: { first: 1 } });
    await store.close();
  });

  it('a batch that is there already is told at once, also by a store without patience', async () => {
    const { app } = await newDatabase();
    const store = orThrow(await postgresStore({ connectionString: app, patience: 0 }));
    // At one time: nothing but their ids says that they are there.
    const at = { recordedAt: draft(1).recordedAt };
    const first = orThrow(await store.append(ledger, drafts(1, 3, at)));
    expect(await store.append(ledger, drafts(1, 3, at))).toEqual({ _tag: 'Right', right: { ...first, repeated: true } });
    expect(await store.append(ledger, [draft(4, at), draft(2, at)])).toMatchObject({ left: { _tag: 'DuplicateId' } });
    expect(await eventsOf(store, ledger)).toHaveLength(3);
    await store.close();
  });

  it.each(['40001', '40P01', '23505', 'XX000'])('%s once is planned anew, and nobody notices', async (code) => {
    const { owner } = await newDatabase();
    const inner = databaseOfPool(new pg.Pool({ connectionString: owner }), true);
    let failures = 0;
    const store = orThrow(
      await postgresStore({
        database: {
          ...inner,
          query: async (sql, parameters) => {
            if (sql.includes('INSERT') && failures++ === 0) throw Object.assign(new Error('duplicate key value'), { code });
            return inner.query(sql, parameters);
          },
        },
      }),
    );
    expect(await store.append(ledger, [draft(1)])).toMatchObject({ right: { first: 1 } });
    expect(failures).toBe(2);
    await store.close();
  });

  it('a line changed in the table is found, at its position', async () => {
    const { name, app } = await newDatabase();
    const store = await open(app);
    await store.append(ledger, drafts(1, 9));
    await server.sql('ALTER TABLE driftbok.events DISABLE TRIGGER never', name);
    await server.sql(`UPDATE driftbok.events SET line = replace(line, '"note":5', '"note":6') WHERE position = 5`, name);
    await expectFound(store, ledger, 5);
    await server.sql(`UPDATE driftbok.events SET line = 'x' WHERE position = 5`, name);
    expect((await itemsOf(store.read(ledger))).at(-1)).toMatchObject({ left: { _tag: 'Corrupt', position: 5 } });
    await store.close();
  });
});

it('a table of an embedder in the same database is kept fresh, and held against replay', async () => {
  const { owner, app } = await newDatabase();
  const store = await open(app);
  const pool = new pg.Pool({ connectionString: owner });
  await pool.query('CREATE TABLE kept (stream text PRIMARY KEY, events integer NOT NULL)');
  await expectKept(store, {
    put: async (stream, events) =>
      void (await pool.query('INSERT INTO kept VALUES ($1, $2) ON CONFLICT (stream) DO UPDATE SET events = excluded.events', [
        stream,
        events,
      ])),
    rows: async () => {
      const { rows } = await pool.query<{ readonly stream: string; readonly events: number }>('SELECT stream, events FROM kept');
      return rows.map(({ stream, events }) => [stream, events] as const);
    },
  });
  await pool.end();
  await store.close();
});
