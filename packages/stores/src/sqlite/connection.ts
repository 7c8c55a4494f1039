import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import type { Database } from 'libsql';
import { unavailable } from '../shared/engine.js';
import { shortWait } from './busy.js';
import { contentsOf, migrations, schemaVersion } from './schema.js';
import { valueOf } from './values.js';

/** How a file is opened. */
export interface ConnectionOptions {
  readonly path: string;
  /** `copy` reads a file of any version there was, to copy it as it stands. */
  readonly mode: 'create' | 'write' | 'read' | 'copy';
  readonly maxBytes: number | undefined;
  /** Whether to read a file as it stands, as `stillFile` finds it: without looking at its log, or at whether others write. */
  readonly still?: boolean;
}

const refuse = (got: string): never => {
  throw unavailable('open', got);
};

/**
 * Opens a file so that what append acknowledges survives a power cut, brings its schema up to date, and makes sure of both.
 * Throws what the driver throws, busy errors among them: it can be tried again.
 */
export function openDatabase({ path, mode, maxBytes, still = false }: ConnectionOptions): Database {
  const inMemory = path === ':memory:';
  // Always a path, never an address: the driver would take one for a server elsewhere.
  const file = inMemory ? path : resolve(path);
  if (!inMemory) {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined && mode !== 'create') refuse('no such file');
    if (found?.isDirectory() === true) refuse('a folder, not a file');
    if (found === undefined && !existsSync(dirname(file))) refuse(`no folder ${dirname(file)}`);
  }
  const reads = mode === 'read' || mode === 'copy';
  const reading = `${pathToFileURL(file).href}?mode=ro${still ? '&immutable=1' : ''}`;
  const database = new Libsql(reads && !inMemory ? reading : file);
  try {
    // The wait comes first: every pragma after it may meet another process.
    database.exec(`PRAGMA busy_timeout = ${shortWait}`);
    // A file that is no database, or another's, is found out before anything is written to it.
    const found = versionOf(database);
    if (found > schemaVersion) refuse(`a file of schema ${found}, newer than ${schemaVersion}, which this version of Driftbok knows`);
    if (reads) {
      if (found === 0 || (mode === 'read' && found < schemaVersion)) {
        refuse(`a file of schema ${found}, older than ${schemaVersion}: open it for writing once`);
      }
      return database;
    }
    // Of a new file only. An event's line is most of a kilobyte: larger pages are fewer writes, an eighth of the time of an append.
    if (found === 0) database.exec('PRAGMA page_size = 8192');
    database.exec('PRAGMA journal_mode = WAL');
    // The log is folded in every 32 MB, not every 4: each time costs a sync of the file beside the log's own.
    database.exec('PRAGMA wal_autocheckpoint = 4000');
    database.exec('PRAGMA synchronous = FULL');
    // An erased text must not linger in pages that are free again.
    database.exec('PRAGMA secure_delete = ON');
    const pageSize = Number(valueOf(database, 'PRAGMA page_size'));
    if (maxBytes !== undefined) database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
    assertSettings(database, inMemory);
    migrate(database, found);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The version of the store that a file holds; 0 where the file is new. Refuses a file of something else. */
function versionOf(database: Database): number {
  const { version, empty, ours, encoding } = contentsOf(database);
  if (!empty && !ours) refuse('a SQLite file that is no store of Driftbok');
  // Texts are held against their bytes, which are UTF-8.
  if (encoding !== 'UTF-8') refuse(`PRAGMA encoding is ${encoding} where UTF-8 is needed`);
  return version;
}

/** Asserted, not hoped for: with synchronous NORMAL a power cut loses acknowledged events. */
function assertSettings(database: Database, inMemory: boolean): void {
  const wanted = { journal_mode: inMemory ? 'memory' : 'wal', synchronous: 2, secure_delete: 1 };
  for (const [name, value] of Object.entries(wanted)) {
    const got = valueOf(database, `PRAGMA ${name}`);
    if (got !== value) refuse(`PRAGMA ${name} is ${String(got)} where ${String(value)} is needed`);
  }
}

function migrate(database: Database, found: number): void {
  // Each step looks again inside its own transaction: two processes may open a file at once.
  for (let version = found; version < schemaVersion; version = versionOf(database)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      if (versionOf(database) === version) database.exec(`${migrations[version] ?? ''}; PRAGMA user_version = ${version + 1}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}
