import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll } from 'vitest';
import type { EventStore } from '@driftbok/core';
import { orThrow } from '@driftbok/core';
import type { Database, Queryable } from '../../src/postgres.js';
import { migratePostgres, postgresStore } from '../../src/postgres.js';
import { describeContract, describeModel } from '../support/stores.js';

let lite: PGlite;
let schemas = 0;

beforeAll(async () => {
  lite = await PGlite.create();
}, 120_000);
afterAll(async () => lite.close());

const queryable = (on: Pick<PGlite, 'query'>): Queryable => ({
  query: (sql, parameters) => on.query<Record<string, unknown>>(sql, parameters === undefined ? undefined : [...parameters]),
});

/** PGlite behind the store's few calls; one instance for all stores, since it is what takes time. */
const database = (): Database => ({
  ...queryable(lite),
  transaction: (work) => lite.transaction((inside) => work(queryable(inside))),
  close: async () => {},
});

async function open(): Promise<EventStore> {
  const schema = `case_${++schemas}`;
  orThrow(await migratePostgres({ database: database(), schema }));
  return orThrow(await postgresStore({ database: database(), schema, durable: false }));
}

describeContract('PGlite', open);
describeModel('PGlite', open, 30);
