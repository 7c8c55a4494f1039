import { afterAll, beforeAll } from 'vitest';
import pg from 'pg';
import type { EventStore } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import { migratePostgres, postgresStore } from '../../src/postgres.js';
import type { Server } from '../support/server.js';
import { startServer } from '../support/server.js';
import { describeContract, describeModel } from '../support/stores.js';

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
  return orThrow(await postgresStore({ pool, schema }));
}

describeContract('PostgreSQL', open);
describeModel('PostgreSQL', open, 30);
