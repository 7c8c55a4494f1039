// The embedded store: one SQLite file.
export type { BackupSqliteOptions } from './sqlite/backup.js';
export { backupSqlite } from './sqlite/backup.js';
export type { SqliteStoreOptions } from './sqlite/store.js';
export { sqliteStore } from './sqlite/store.js';
