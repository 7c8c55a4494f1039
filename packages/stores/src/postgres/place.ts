import type { Database, PoolLike } from './database.js';

/** Where a PostgreSQL database is: one of the three. */
export type Place =
  | { readonly connectionString: string; readonly pool?: never; readonly database?: never }
  /** A pool of `pg`, which stays the host's: closing the store leaves it open. */
  | { readonly pool: PoolLike; readonly connectionString?: never; readonly database?: never }
  /** Another driver, or PGlite. The store closes it. */
  | { readonly database: Database; readonly connectionString?: never; readonly pool?: never };

/** What stands in a database's options beside its place. */
export interface SchemaOptions {
  /** The schema that holds the tables; `driftbok` where left out. */
  readonly schema?: string;
}
