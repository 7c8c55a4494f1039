import type { Database } from 'libsql';
import { rowsOf } from './values.js';

/**
 * Each entry brings a file from the version before it: the first makes version 1 of an empty file. Never edited once released, only
 * added to, since files of every version are out there.
 */
export const migrations: readonly string[] = [
  `
  -- The end of each ledger. Appending is a compare-and-swap on this row.
  CREATE TABLE heads (
    ledger TEXT NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL,
    hash TEXT NOT NULL,
    recorded_at TEXT NOT NULL
  ) WITHOUT ROWID;

  -- One row an event: its line, which its hash is of, and what is asked for.
  CREATE TABLE events (
    ledger TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    hash TEXT NOT NULL,
    line TEXT NOT NULL,
    UNIQUE (ledger, position),
    UNIQUE (ledger, id),
    UNIQUE (ledger, stream, version)
  );

  -- Free texts, as JSON strings, lie apart, since they alone may be erased.
  CREATE TABLE texts (
    ledger TEXT NOT NULL,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    salt TEXT NOT NULL,
    PRIMARY KEY (ledger, id)
  ) WITHOUT ROWID;

  CREATE TRIGGER events_never_updated BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER events_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER texts_never_updated BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'texts are written once'); END;
  -- A text goes only when the ledger says that it went.
  CREATE INDEX events_redacting ON events (ledger, json_extract(line, '$.data.event')) WHERE type = 'TextRedacted';
  CREATE TRIGGER texts_only_redacted BEFORE DELETE ON texts
    WHEN NOT EXISTS (
      SELECT 1 FROM events
      WHERE ledger = OLD.ledger AND type = 'TextRedacted' AND json_extract(line, '$.data.event') = OLD.id
    )
  BEGIN SELECT RAISE(ABORT, 'a text is erased by redaction only'); END;
  `,
  `
  -- A row while bytes of an erased text may lie in the file or its log: whoever opens the file finishes the work.
  CREATE TABLE erasing (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), vacuumed INTEGER NOT NULL);
  -- No text is taken in again once it was erased.
  CREATE TRIGGER texts_never_again BEFORE INSERT ON texts
    WHEN EXISTS (
      SELECT 1 FROM events
      WHERE ledger = NEW.ledger AND type = 'TextRedacted' AND json_extract(line, '$.data.event') = NEW.id
    )
  BEGIN SELECT RAISE(ABORT, 'an erased text is not taken in again'); END;
  CREATE TRIGGER heads_never_back BEFORE UPDATE ON heads WHEN NEW.ledger <> OLD.ledger OR NEW.position <= OLD.position
  BEGIN SELECT RAISE(ABORT, 'a head goes forward only'); END;
  CREATE TRIGGER heads_never_deleted BEFORE DELETE ON heads BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  `,
];

/** The schema version that this adapter writes. Older files are brought to it when opened; newer ones are refused. */
export const schemaVersion: number = migrations.length;

/** What a file says it holds. */
export interface Contents {
  readonly version: number;
  readonly encoding: string;
  /** Whether nothing was ever made in it, and no application has put its number on it. */
  readonly empty: boolean;
  /** Whether the tables are there that a store of any version has, with their columns. */
  readonly ours: boolean;
}

const ownColumns: Readonly<Record<string, readonly string[]>> = {
  heads: ['ledger', 'position', 'hash', 'recorded_at'],
  events: ['ledger', 'position', 'id', 'stream', 'version', 'type', 'recorded_at', 'hash', 'line'],
  texts: ['ledger', 'id', 'text', 'salt'],
};

const columnsFound = Object.entries(ownColumns)
  .map(([table, names]) => `(SELECT count(*) FROM pragma_table_info('${table}') WHERE name IN ('${names.join("', '")}'))`)
  .join(' + ');

/** One statement, so one state of the file: between two, another process may make a store of it. */
export function contentsOf(database: Database): Contents {
  const [row] = rowsOf(
    database,
    `SELECT user_version AS version, (SELECT encoding FROM pragma_encoding) AS encoding, (SELECT application_id FROM pragma_application_id) AS application,
      (SELECT count(*) FROM sqlite_schema) AS things, ${columnsFound} AS columns
    FROM pragma_user_version`,
  );
  const version = Number(row?.['version']);
  const nobodys = row?.['application'] === 0;
  return {
    version,
    encoding: String(row?.['encoding']),
    empty: nobodys && version === 0 && row['things'] === 0,
    ours: nobodys && version > 0 && row['columns'] === Object.values(ownColumns).flat().length,
  };
}
