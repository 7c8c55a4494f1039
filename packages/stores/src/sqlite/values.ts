import type { Database } from 'libsql';

/** Rows of a query. The driver lays keys of its own beside the columns, so rows are read by column, never spread. */
export function rowsOf(database: Database, sql: string): readonly Readonly<Record<string, unknown>>[] {
  return database.prepare(sql).all() as readonly Readonly<Record<string, unknown>>[];
}

/** The first column of a query's first row. */
export function valueOf(database: Database, sql: string): unknown {
  const [row] = rowsOf(database, sql);
  return row === undefined ? undefined : Object.values(row)[0];
}
