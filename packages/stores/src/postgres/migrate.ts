import type { Either, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import { unavailable } from '../shared/engine.js';
import { checkPlace, databaseAt } from './connect.js';
import type { Queryable } from './database.js';
import { postgresFault } from './faults.js';
import type { Place, SchemaOptions } from './place.js';
import { grantsTo, migrations, quoted, schemaVersion } from './schema.js';

/** What a migration can be given. */
export type MigrateOptions = Place &
  SchemaOptions & {
    /** An application's role, there already, that is to read and append and do nothing else. */
    readonly role?: string;
  };

/**
 * Makes a database a store, or brings an older one to this version, as the role that is to own the tables. All of it or nothing;
 * two at once wait for each other. Gives the version before and after.
 *
 * Left: `InvalidInput` (no place given, a schema's name that is none), `Unavailable`.
 */
export async function migratePostgres(
  options: MigrateOptions,
): Promise<Either<StoreError, { readonly from: number; readonly to: number }>> {
  const { role } = options;
  const place = checkPlace(options);
  if (isLeft(place)) return place;
  try {
    const database = databaseAt(options);
    try {
      return right({ from: await database.transaction((inside) => migrated(inside, place.right, role)), to: schemaVersion });
    } finally {
      // Another driver's database is its host's, who may want a store on it next.
      if (options.database === undefined) await database.close();
    }
  } catch (error) {
    return left(postgresFault('migrate', error));
  }
}

async function migrated(inside: Queryable, schema: string, role: string | undefined): Promise<number> {
  await inside.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`driftbok ${schema}`]);
  await inside.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`);
  await inside.query(`CREATE TABLE IF NOT EXISTS ${quoted(schema)}.schema_version (version integer NOT NULL)`);
  const { rows } = await inside.query(`SELECT version FROM ${quoted(schema)}.schema_version`);
  const from = Number(rows[0]?.['version'] ?? 0);
  if (from > schemaVersion) {
    throw unavailable('migrate', `schema ${from}, newer than ${schemaVersion}`);
  }
  for (const statements of migrations.slice(from)) for (const sql of statements(schema)) await inside.query(sql);
  if (rows.length === 0) await inside.query(`INSERT INTO ${quoted(schema)}.schema_version VALUES (${schemaVersion})`);
  else await inside.query(`UPDATE ${quoted(schema)}.schema_version SET version = ${schemaVersion}`);
  if (role !== undefined) for (const sql of grantsTo(schema, role)) await inside.query(sql);
  return from;
}
