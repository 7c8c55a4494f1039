import type { Either, StoreError } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import pg from 'pg';
import type { Database } from './database.js';
import { databaseOfPool } from './pool.js';
import type { Place, SchemaOptions } from './place.js';

export function databaseAt(place: Place): Database {
  if (place.database !== undefined) return place.database;
  if (place.pool !== undefined) return databaseOfPool(place.pool, false);
  const { connectionString } = place;
  return databaseOfPool(
    new pg.Pool({ connectionString, connectionTimeoutMillis: 5000, keepAlive: true, application_name: 'driftbok' }),
    true,
  );
}

const invalid = (where: string, expected: string, got: unknown): Either<StoreError, never> =>
  left({ _tag: 'InvalidInput', where, expected, got: JSON.stringify(got) ?? 'nothing' });

/**
 * The schema, where the options name one and say where the database is. Nothing said would have the driver look for one by itself: a variable of
 * the environment that is not set would end in whatever database the machine happens to have.
 *
 * Left: `InvalidInput` at `connectionString` or `schema`.
 */
export function checkPlace({ schema = 'driftbok', connectionString, pool, database }: Place & SchemaOptions): Either<StoreError, string> {
  if (pool === undefined && database === undefined && (typeof connectionString !== 'string' || connectionString === '')) {
    return invalid(
      'connectionString',
      'an address such as postgres://user@host/database, or a pool or a database instead',
      connectionString,
    );
  }
  if (!/^[a-z_][a-z0-9_]{0,39}$/.test(schema)) return invalid('schema', 'small letters, digits and "_", at most 40', schema);
  return right(schema);
}
