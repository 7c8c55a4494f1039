import type { Either, StoreError } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import pg from 'pg';
import type { Database } from './database.js';
import { databaseOfPool } from './pool.js';
import type { Place } from './place.js';

export function databaseAt(place: Place): Database {
  if (place.database !== undefined) return place.database;
  if (place.pool !== undefined) return databaseOfPool(place.pool, false);
  const { connectionString } = place;
  return databaseOfPool(
    new pg.Pool({ connectionString, connectionTimeoutMillis: 5000, keepAlive: true, application_name: 'driftbok' }),
    true,
  );
}

/** Left: `InvalidInput` at `schema`. */
export const checkSchema = (schema: string): Either<StoreError, string> =>
  /^[a-z_][a-z0-9_]{0,39}$/.test(schema)
    ? right(schema)
    : left({
        _tag: 'InvalidInput',
        where: 'schema',
        expected: 'small letters, digits and "_", at most 40',
        got: JSON.stringify(schema) ?? 'nothing',
      });
