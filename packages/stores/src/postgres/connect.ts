import type { Either, StoreError } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import pg from 'pg';
import type { Pool } from 'pg';
import type { Database } from './database.js';
import { databaseOfPool } from './database.js';

/** Where a PostgreSQL database is: one of the three. */
export type Place =
  | { readonly connectionString: string; readonly pool?: never; readonly database?: never }
  /** A pool of `pg`, which stays the host's: closing the store leaves it open. */
  | { readonly pool: Pool; readonly connectionString?: never; readonly database?: never }
  /** Another driver, or PGlite. The store closes it. */
  | { readonly database: Database; readonly connectionString?: never; readonly pool?: never };

/** What stands in a database's options beside its place. */
export interface SchemaOptions {
  /** The schema that holds the tables; `driftbok` where left out. */
  readonly schema?: string;
}

export function databaseAt(place: Place): Database {
  if (place.database !== undefined) return place.database;
  if (place.pool !== undefined) return databaseOfPool(place.pool, false);
  const { connectionString } = place;
  return databaseOfPool(new pg.Pool({ connectionString, connectionTimeoutMillis: 5000, keepAlive: true, application_name: 'driftbok' }), true);
}

/** Left: `InvalidInput` at `schema`. */
export const checkSchema = (schema: string): Either<StoreError, string> =>
  /^[a-z_][a-z0-9_]{0,39}$/.test(schema)
    ? right(schema)
    : left({ _tag: 'InvalidInput', where: 'schema', expected: 'small letters, digits and "_", at most 40', got: JSON.stringify(schema) ?? 'nothing' });
