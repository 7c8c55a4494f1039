import type { Stores } from './io.js';

/** The databases of a Node process. A driver is loaded when it is asked for: reports of files do without. */
export const nodeStores: Stores = {
  open: async (place, mode) => {
    if (place.kind === 'sqlite') {
      const { sqliteStore } = await import('@driftbok/stores/sqlite');
      return sqliteStore({ path: place.path, mode });
    }
    const { postgresStore } = await import('@driftbok/stores/postgres');
    return postgresStore({ connectionString: place.url });
  },
  backup: async (path, to) => {
    const { backupSqlite } = await import('@driftbok/stores/sqlite');
    return backupSqlite({ path, to });
  },
  migrate: async (url, role) => {
    const { migratePostgres } = await import('@driftbok/stores/postgres');
    return migratePostgres({ connectionString: url, ...(role === undefined ? {} : { role }) });
  },
};
