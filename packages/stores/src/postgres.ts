// The store for many: PostgreSQL, 15 or later.
export type { Database, PoolClientLike, PoolLike, Queryable, Rows } from './postgres/database.js';
export type { MigrateOptions } from './postgres/migrate.js';
export { migratePostgres } from './postgres/migrate.js';
export type { Place, SchemaOptions } from './postgres/place.js';
export type { PostgresStoreOptions } from './postgres/store.js';
export { postgresStore } from './postgres/store.js';
