import type { Head } from '@driftbok/core';
import type { Database } from 'libsql';
import type { Asked, End, EventRow, PageQuery, StoredEvent } from '../shared/engine.js';
import { endOf } from '../shared/engine.js';
import { ledgersText } from '../shared/ledgers-text.js';
import { pageBytes } from '../shared/page-size.js';
import type { Joined } from '../shared/page-text.js';
import { columnsText, rowText, rowsOfTexts } from '../shared/page-text.js';
import { storedText } from '../shared/stored-line.js';
import { isTooBig } from './faults.js';
import { prepareInserts } from './inserts.js';

/** Everything the store says to its database about events. */
export interface Statements {
  readonly end: (ledger: string) => End;
  readonly lastAt: (ledger: string, until: string) => number;
  readonly versions: (ledger: string, streams: readonly string[]) => ReadonlyMap<string, number>;
  readonly recorded: (ledger: string, ids: Asked['ids']) => readonly EventRow[];
  /** Those of some events that a redaction names. */
  readonly erased: (ledger: string, ids: Asked['texts']) => ReadonlySet<string>;
  readonly page: (ledger: string, query: PageQuery) => readonly EventRow[];
  readonly write: (ledger: string, events: readonly StoredEvent[], head: Head) => void;
  readonly erase: (ledger: string, id: string) => void;
  readonly ledgers: () => readonly string[];
}

type Row = Readonly<Record<string, unknown>>;

/** One call, since each `||` copies all to its left; and not `concat_ws`, which in some SQLites leaves out what is empty. */
const joined: Joined = (...values) => `concat(${values.join(', ')})`;

const withTexts = 'FROM events e LEFT JOIN texts t ON t.ledger = e.ledger AND t.id = e.id ';

// As bytes: the driver ends the process at a text that is no UTF-8, and cuts one off at a NUL.
const withText = `SELECT e.position, CAST(e.line AS BLOB) AS line, CAST(e.hash AS BLOB) AS hash, CAST(t.text AS BLOB) AS text, CAST(t.salt AS BLOB) AS salt,
  CAST(${columnsText(joined)} AS BLOB) AS columns
  ${withTexts}`;

/** The driver's blobs are buffers of its own, looked at where they lie. */
const bytesOf = (blob: unknown): Buffer => Buffer.from(blob as ArrayBuffer);

/** A text from its bytes. What is no UTF-8 gets marks in its place, which its hash will not fit; a mark at the beginning is kept as well. */
const textOf = (blob: unknown): string => bytesOf(blob).toString('utf8');

const lineEnd = 10;

/** The lines of a text from its bytes. Each is decoded by itself: a single letter beyond ASCII makes the decoding of what it stands in slow. */
function linesOf(blob: unknown): readonly string[] {
  const bytes = bytesOf(blob);
  const lines: string[] = [];
  for (let from = 0, to = 0; to >= 0; from = to + 1) {
    to = bytes.indexOf(lineEnd, from);
    lines.push(bytes.toString('utf8', from, to < 0 ? undefined : to));
  }
  return lines;
}

const headOf = (row: Row): Head => ({
  position: Number(row['position']),
  hash: textOf(row['hash']),
  recordedAt: textOf(row['recorded_at']),
});

const rowOf = (row: Row): EventRow => ({
  position: Number(row['position']),
  line: textOf(row['line']),
  hash: textOf(row['hash']),
  text: row['text'] === null ? null : textOf(row['text']),
  salt: row['salt'] === null ? null : textOf(row['salt']),
  columns: textOf(row['columns']),
});

export function prepareStatements(database: Database): Statements {
  const end = database.prepare(
    `SELECT 'head' AS kind, position, CAST(hash AS BLOB) AS hash, CAST(recorded_at AS BLOB) AS recorded_at FROM heads WHERE ledger = ?1
     UNION ALL
     SELECT 'last', position, CAST(hash AS BLOB), CAST(recorded_at AS BLOB) FROM events
     WHERE ledger = ?1 AND position = (SELECT max(position) FROM events WHERE ledger = ?1)`,
  );
  const lastAt = database.prepare('SELECT position FROM events WHERE ledger = ? AND recorded_at <= ? ORDER BY position DESC LIMIT 1');
  const version = database.prepare('SELECT max(version) AS version FROM events WHERE ledger = ? AND stream = ?');
  const byId = database.prepare(`${withText} WHERE e.ledger = ? AND e.id IN (SELECT value FROM json_each(?))`);
  const erased = database.prepare(
    `SELECT value AS id FROM json_each(?2) WHERE EXISTS (
       SELECT 1 FROM events WHERE ledger = ?1 AND type = 'TextRedacted' AND json_extract(line, '$.data.event') = value)`,
  );
  const insertEvents = prepareInserts(database);
  const insertText = database.prepare('INSERT INTO texts (ledger, id, text, salt) VALUES (?, ?, ?, ?)');
  const setHead = database.prepare(
    `INSERT INTO heads (ledger, position, hash, recorded_at) VALUES (?, ?, ?, ?) ON CONFLICT (ledger)
     DO UPDATE SET position = excluded.position, hash = excluded.hash, recorded_at = excluded.recorded_at`,
  );
  const erase = database.prepare('DELETE FROM texts WHERE ledger = ? AND id = ?');
  const ledgers = database.prepare(`SELECT CAST(ledger AS BLOB) AS ledger FROM (${ledgersText('heads', 'events')})`);
  return {
    // `all` reads to the end; `get` would leave the statement, and with it a lock, open.
    end: (ledger) => endOf(end.all(ledger) as readonly Row[], headOf),
    lastAt: (ledger, until) => Number((lastAt.all(ledger, until) as readonly Row[])[0]?.['position'] ?? 0),
    versions: (ledger, streams) =>
      new Map(streams.map((stream) => [stream, Number((version.all(ledger, stream) as readonly Row[])[0]?.['version'] ?? 0)])),
    recorded: (ledger, ids) => (byId.all(ledger, JSON.stringify(ids)) as readonly Row[]).map(rowOf),
    erased: (ledger, ids) =>
      new Set(ids.length === 0 ? [] : (erased.all(ledger, JSON.stringify(ids)) as readonly Row[]).map(({ id }) => String(id))),
    page: (ledger, query) => {
      const { where, parameters } = pageStatement(ledger, query);
      const rows = pageAtOnce(database, where, parameters);
      return rows ?? (database.prepare(boundedPage(where)).all(parameters) as readonly Row[]).map(rowOf);
    },
    write: (ledger, events, { position, hash, recordedAt }) => {
      insertEvents(ledger, events);
      for (const { event } of events) {
        const beside = storedText(event);
        if (beside !== undefined) insertText.run(ledger, event.id, beside.text, beside.salt);
      }
      setHead.run(ledger, position, hash, recordedAt);
    },
    erase: (ledger, id) => void erase.run(ledger, id),
    ledgers: () => (ledgers.all() as readonly Row[]).map((row) => textOf(row['ledger'])),
  };
}

/** A page row by row, ended where it holds enough bytes. */
const boundedPage = (where: string): string =>
  `SELECT * FROM (${withText.replace('FROM events', `, sum(octet_length(e.line)) OVER (ORDER BY e.position) - octet_length(e.line) AS before FROM events`)}${where}) WHERE before < ${pageBytes}`;

/** A page as one text; undefined where that cannot be: more than SQLite makes a text of, or a changed byte that ends a row. */
function pageAtOnce(database: Database, where: string, parameters: readonly (string | number)[]): readonly EventRow[] | undefined {
  try {
    const sql = `SELECT count(*) AS count, CAST(group_concat(row, char(10)) AS BLOB) AS rows FROM (SELECT ${rowText(joined)} AS row ${withTexts}${where})`;
    const [page] = database.prepare(sql).all(parameters) as readonly Row[];
    const count = Number(page?.['count']);
    return count === 0 ? [] : rowsOfTexts(linesOf(page?.['rows']), count);
  } catch (error) {
    if (isTooBig(error)) return undefined;
    throw error;
  }
}

function pageStatement(
  ledger: string,
  { from, to, stream, types, limit }: PageQuery,
): { readonly where: string; readonly parameters: readonly (string | number)[] } {
  const where = ['e.ledger = ?', 'e.position BETWEEN ? AND ?'];
  const parameters: (string | number)[] = [ledger, from, to];
  if (stream !== undefined) {
    where.push('e.stream = ?');
    parameters.push(stream);
  }
  if (types !== undefined) {
    where.push('e.type IN (SELECT value FROM json_each(?))');
    parameters.push(JSON.stringify(types));
  }
  return { where: `WHERE ${where.join(' AND ')} ORDER BY e.position LIMIT ${limit}`, parameters };
}
