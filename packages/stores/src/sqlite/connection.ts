import type { Either, StoreError } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import Libsql from 'libsql';
import type { Database } from 'libsql';
import { migrations, schemaVersion, versionOf } from './schema.js';

/** How a SQLite store is opened. */
export interface ConnectionOptions {
  readonly path: string;
  /** How long, in milliseconds, to wait for another process's writing to end. */
  readonly busyTimeout: number;
}

const unavailable = (got: string): Either<StoreError, never> => left({ _tag: 'Unavailable', operation: 'open', got });

/**
 * Opens a file so that what append acknowledges survives a power cut, brings its schema up to date, and makes sure of both.
 *
 * Left: `Unavailable`: the file cannot be opened or written, is no database, is of a newer schema, or will not be durable here.
 */
export function openDatabase({ path, busyTimeout }: ConnectionOptions): Either<StoreError, Database> {
  let database: Database | undefined;
  try {
    database = new Libsql(path);
    // The wait comes first: every pragma after it may meet another process.
    database.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
    // An erased text must not linger in pages that are free again.
    database.exec('PRAGMA secure_delete = ON');
    const fault = settingFault(database, path);
    if (fault !== undefined) {
      database.close();
      return unavailable(fault);
    }
    return migrate(database);
  } catch (error) {
    database?.close();
    return unavailable(messageOf(error));
  }
}

/** Asserted, not hoped for: with synchronous NORMAL a power cut loses acknowledged events. */
function settingFault(database: Database, path: string): string | undefined {
  const wanted = { journal_mode: path === ':memory:' ? 'memory' : 'wal', synchronous: 2, secure_delete: 1 };
  for (const [name, value] of Object.entries(wanted)) {
    const [row] = database.prepare(`PRAGMA ${name}`).all() as readonly Readonly<Record<string, unknown>>[];
    const got = row === undefined ? undefined : Object.values(row)[0];
    if (got !== value) return `PRAGMA ${name} is ${String(got)} where ${String(value)} is needed`;
  }
  return undefined;
}

function migrate(database: Database): Either<StoreError, Database> {
  // Each step looks again inside its own transaction: two processes may open a new file at once.
  for (let version = versionOf(database); version < schemaVersion; version = versionOf(database)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      if (versionOf(database) === version) database.exec(`${migrations[version] ?? ''}; PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    }
  }
  const found = versionOf(database);
  if (found === schemaVersion) return right(database);
  database.close();
  return unavailable(`a file of schema ${found}, newer than ${schemaVersion}, which this version of Driftbok knows`);
}

/** What something thrown says, on one line. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replaceAll('\n', ' ').slice(0, 300);
