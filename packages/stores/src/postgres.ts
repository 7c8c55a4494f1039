// The store for many: PostgreSQL, 15 or later.
export type { Place, SchemaOptions } from './postgres/connect.js';
export type { Database, Queryable, Rows } from './postgres/database.js';
export type { MigrateOptions } from './postgres/migrate.js';
export { migratePostgres } from './postgres/migrate.js';
export type { PostgresStoreOptions } from './postgres/store.js';
export { postgresStore } from './postgres/store.js';
