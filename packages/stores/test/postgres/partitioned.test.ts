import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import pg from 'pg';
import type { EventStore } from '@driftbok/core';
import { orThrow, verifyLedger } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { migratePostgres, postgresStore } from '../../src/postgres.js';
import type { Server } from '../support/server.js';
import { startServer } from '../support/server.js';
import { describeContract } from '../support/stores.js';

// What docs/scale.md tells an owner to carry out, as it stands there.
const page = readFileSync(new URL('../../../../docs/scale.md', import.meta.url), 'utf8');
const recipe = /```sql\n(BEGIN;[^`]*COMMIT;)\n```/.exec(page)?.[1] ?? 'there is no recipe in docs/scale.md';
/** The same, of another schema; in four partitions, since each case makes its own. */
const partition = (schema: string): string =>
  recipe.replaceAll('driftbok.', `${schema}.`).replace('0..15', '0..3').replace('MODULUS 16', 'MODULUS 4');

let server: Server;
let pool: pg.Pool;
let schemas = 0;

beforeAll(async () => {
  server = await startServer();
  pool = new pg.Pool({ connectionString: server.url(), max: 8 });
}, 120_000);
afterAll(async () => {
  await pool.end();
  await server.remove();
}, 60_000);

async function open(): Promise<EventStore> {
  const schema = `case_${++schemas}`;
  orThrow(await migratePostgres({ pool, schema }));
  await pool.query(partition(schema));
  return orThrow(await postgresStore({ pool, schema }));
}

describeContract('PostgreSQL in partitions', open);

it('what was recorded before lies in partitions after, each ledger in one, and is gone on with by the restricted role', async () => {
  const schema = 'moved';
  await server.sql("CREATE ROLE moved_app LOGIN PASSWORD 'secret'");
  orThrow(await migratePostgres({ pool, schema, role: 'moved_app' }));
  const ledgers = Array.from({ length: 12 }, (_, at) => `ledger-${at}`);
  const before = orThrow(await postgresStore({ pool, schema }));
  for (const ledger of ledgers) orThrow(await before.append(ledger, samples.drafts(1, 3)));
  const heads = await Promise.all(ledgers.map(async (ledger) => orThrow(await before.head(ledger))));
  await pool.query(partition(schema));
  orThrow(await migratePostgres({ pool, schema, role: 'moved_app' }));
  const after = orThrow(await postgresStore({ connectionString: server.url({ user: 'moved_app' }), schema }));
  for (const [at, ledger] of ledgers.entries()) {
    expect(orThrow(await after.head(ledger))).toEqual(heads[at]);
    expect(orThrow(await after.append(ledger, samples.drafts(4, 5)))).toMatchObject({ first: 4, last: 5 });
    expect(await verifyLedger(after, ledger)).toMatchObject({ _tag: 'Right' });
  }
  const { rows } = await pool.query<{ ledger: string; parts: string }>(
    `SELECT ledger, count(DISTINCT tableoid) AS parts FROM ${schema}.events GROUP BY ledger`,
  );
  expect(rows).toHaveLength(12);
  expect(new Set(rows.map(({ parts }) => parts))).toEqual(new Set(['1']));
  const { rows: used } = await pool.query(`SELECT DISTINCT tableoid FROM ${schema}.events`);
  expect(used.length).toBeGreaterThan(1);
  await after.close();
});
