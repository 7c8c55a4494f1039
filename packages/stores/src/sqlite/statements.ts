import type { Head, Recorded } from '@driftbok/core';
import type { Database } from 'libsql';
import { freeTextOf, storedLine } from '../shared/stored-line.js';

/** A row of an event with the text beside it. */
export interface EventRow {
  readonly position: number;
  readonly line: string;
  readonly text: string | null;
  readonly salt: string | null;
}

/** Everything the store says to its database, prepared once. */
export interface Statements {
  readonly head: (ledger: string) => Head | undefined;
  readonly version: (ledger: string, stream: string) => number;
  readonly byId: (ledger: string, id: string) => EventRow | undefined;
  readonly write: (ledger: string, events: readonly Recorded[], head: Head) => void;
  readonly erase: (ledger: string, id: string) => void;
  readonly ledgers: () => readonly string[];
}

const withText = 'SELECT e.position, e.line, t.text, t.salt FROM events e LEFT JOIN texts t ON t.ledger = e.ledger AND t.id = e.id';

export function prepareStatements(database: Database): Statements {
  const head = database.prepare('SELECT position, hash, recorded_at AS recordedAt FROM heads WHERE ledger = ?');
  const version = database.prepare('SELECT max(version) AS version FROM events WHERE ledger = ? AND stream = ?');
  const byId = database.prepare(`${withText} WHERE e.ledger = ? AND e.id = ?`);
  const insert = database.prepare('INSERT INTO events (ledger, position, id, stream, version, type, recorded_at, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const insertText = database.prepare('INSERT INTO texts (ledger, id, text, salt) VALUES (?, ?, ?, ?)');
  const setHead = database.prepare(
    'INSERT INTO heads (ledger, position, hash, recorded_at) VALUES (?, ?, ?, ?) ON CONFLICT (ledger) DO UPDATE SET position = excluded.position, hash = excluded.hash, recorded_at = excluded.recorded_at',
  );
  const erase = database.prepare('DELETE FROM texts WHERE ledger = ? AND id = ?');
  const ledgers = database.prepare('SELECT ledger FROM heads');
  return {
    head: (ledger) => head.get(ledger) as Head | undefined,
    version: (ledger, stream) => (version.get(ledger, stream) as { readonly version: number | null } | undefined)?.version ?? 0,
    byId: (ledger, id) => byId.get(ledger, id) as EventRow | undefined,
    write: (ledger, events, { position, hash, recordedAt }) => {
      for (const event of events) {
        insert.run(ledger, event.position, event.id, event.stream, event.version, event.type, event.recordedAt, storedLine(event));
        const beside = freeTextOf(event);
        if (beside !== undefined) insertText.run(ledger, event.id, beside.text, beside.salt);
      }
      setHead.run(ledger, position, hash, recordedAt);
    },
    erase: (ledger, id) => void erase.run(ledger, id),
    // Sorted by code units here: SQLite compares bytes of UTF-8, which sorts some characters otherwise.
    ledgers: () => (ledgers.all() as readonly { readonly ledger: string }[]).map(({ ledger }) => ledger).sort(),
  };
}

/** A query for a page of events: its text and its parameters. */
export function pageQuery(
  ledger: string,
  from: number,
  to: number,
  { stream, until, types }: { readonly stream: string | undefined; readonly until: string | undefined; readonly types: readonly string[] | undefined },
  limit: number,
): { readonly sql: string; readonly parameters: readonly (string | number)[] } {
  const where = ['e.ledger = ?', 'e.position >= ?', 'e.position <= ?'];
  const parameters: (string | number)[] = [ledger, from, to];
  if (stream !== undefined) {
    where.push('e.stream = ?');
    parameters.push(stream);
  }
  if (until !== undefined) {
    where.push('e.recorded_at <= ?');
    parameters.push(until);
  }
  if (types !== undefined) {
    where.push(`e.type IN (SELECT value FROM json_each(?))`);
    parameters.push(JSON.stringify(types));
  }
  return { sql: `${withText} WHERE ${where.join(' AND ')} ORDER BY e.position LIMIT ${limit}`, parameters };
}
