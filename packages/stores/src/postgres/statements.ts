import type { Hash, Head, Recorded } from '@driftbok/core';
import type { Standing } from '@driftbok/core/adapter';
import type { Asked, End, EventRow, PageQuery, StoredPlan } from '../shared/engine.js';
import { endOf, headOrRefusal, standingOf } from '../shared/engine.js';
import { ledgersText } from '../shared/ledgers-text.js';
import { redactedBy } from '../shared/redacted.js';
import { pageBytes } from '../shared/page-size.js';
import type { Joined } from '../shared/page-text.js';
import { columnsText, rowText, rowsOfTexts } from '../shared/page-text.js';
import { eventOrRefusal, storedText } from '../shared/stored-line.js';
import type { Queryable, Rows } from './database.js';
import { isTooLong } from './faults.js';
import { quoted } from './schema.js';

/** Everything the store says to its database about events. */
export interface Statements {
  readonly standing: (on: Queryable, ledger: string, asked: Asked) => Promise<Standing>;
  /** @returns whether the head was where the plan stood; where not, nothing is written */
  readonly write: (on: Queryable, ledger: string, before: Head | undefined, plan: StoredPlan) => Promise<boolean>;
  readonly erase: (on: Queryable, ledger: string, ids: readonly string[]) => Promise<void>;
  readonly page: (on: Queryable, ledger: string, query: PageQuery) => Promise<readonly EventRow[]>;
  readonly end: (on: Queryable, ledger: string) => Promise<End>;
  readonly lastAt: (on: Queryable, ledger: string, until: string) => Promise<number>;
  /** Keeps all others from the texts until the transaction ends; waits for them a little, and throws where they stay. */
  readonly hold: (on: Queryable) => Promise<void>;
  readonly ledgers: (on: Queryable) => Promise<readonly string[]>;
}

/** A bigint comes as a text from one driver and as a number from another. */
const headOf = (row: Rows[number]): Head => ({
  position: Number(row['position']),
  hash: String(row['hash']),
  recordedAt: String(row['text']),
});

const rowOf = (row: Rows[number]): EventRow => ({
  position: Number(row['position']),
  line: String(row['line']),
  hash: String(row['hash']),
  // Both drivers give a text as a text, and nothing as null.
  text: row['text'] as string | null,
  salt: row['salt'] as string | null,
  columns: row['columns'] as string | undefined,
});

/** No rows in place of a text of more than a gigabyte. */
function ifTooLong(error: unknown): { readonly rows: Rows } {
  if (isTooLong(error)) return { rows: [] };
  throw error;
}

// `concat` looks up how to write each value; these are all texts, or soon made so.
const joined: Joined = (...values) => values.join(' || ');

export function statementsIn(schema: string, hash: Hash): Statements {
  const s = quoted(schema);
  // The page's events first, then their texts: a planner that knows nothing of a new table yet would else join and sort the whole rest.
  const withText = (these: string): string =>
    `FROM (SELECT * FROM ${s}.events e ${these}) e LEFT JOIN ${s}.texts t ON t.ledger = e.ledger AND t.id = e.id`;
  // A text has at most a gigabyte, and a client takes less: a page of more is read row by row, ended where it holds enough bytes.
  // Weighed by its lines: a row's text that is asked for twice is made twice.
  const pageText = (these: string): string => `SELECT count(*)::int AS count,
    CASE WHEN coalesce(sum(octet_length(line) + coalesce(octet_length(text), 0)), 0) < ${4 * pageBytes} THEN string_agg(row, E'\\n' ORDER BY position) END AS rows
    FROM (SELECT e.position, e.line, t.text, ${rowText(joined, 'e.redacts')} AS row ${withText(these)}) AS page`;
  const boundedPage = (these: string): string =>
    `SELECT * FROM (SELECT e.position, e.line, e.hash, t.text, t.salt, ${columnsText(joined, 'e.redacts')} AS columns,
      sum(octet_length(e.line)) OVER (ORDER BY e.position) - octet_length(e.line) AS before ${withText(these)}) AS page WHERE before < ${pageBytes}`;

  const ends = `
    SELECT 'head' AS kind, position, NULL AS line, hash, recorded_at AS text, NULL AS salt FROM ${s}.heads WHERE ledger = $1
    UNION ALL
    (SELECT 'last', position, NULL, hash, recorded_at, NULL FROM ${s}.events WHERE ledger = $1 ORDER BY position DESC LIMIT 1)`;
  // One statement, so one look: head, versions and events fit each other.
  const standing = `${ends}
    UNION ALL
    SELECT 'stream', coalesce((SELECT max(v.version) FROM ${s}.events v WHERE v.ledger = $1 AND v.stream = asked.stream), 0), asked.stream, NULL, NULL, NULL
    FROM (SELECT unnest($2::text[]) COLLATE "C" UNION SELECT stream FROM ${s}.events WHERE ledger = $1 AND id = ANY ($3::text[])) AS asked (stream)
    UNION ALL
    SELECT 'erased', 0, redacts, NULL, NULL, NULL FROM ${s}.events WHERE ledger = $1 AND redacts IS NOT NULL AND redacts = ANY ($4::text[])
    UNION ALL
    SELECT 'event', e.position, e.line, e.hash, t.text, t.salt
    FROM ${s}.events e LEFT JOIN ${s}.texts t ON t.ledger = e.ledger AND t.id = e.id WHERE e.ledger = $1 AND e.id = ANY ($3::text[])`;

  const ledgers = ledgersText(`${s}.heads`, `${s}.events`);

  // A column comes as one text with a value a line: none of them writes a line end as it is, and an array's text would quote every
  // quote of a line a second time.
  const column = (place: number): string => `string_to_array($${place}, E'\\n')`;
  const swap = (head: string): string => `
    WITH head AS (${head} RETURNING 1),
    written AS (
      INSERT INTO ${s}.events (ledger, position, id, stream, version, type, recorded_at, redacts, hash, line)
      SELECT $1, $5::bigint + n - 1, id, stream, version::bigint, type, recorded_at, nullif(redacts, ''), hash, line
      FROM unnest(${[6, 7, 8, 9, 10, 11, 12, 13].map(column).join(', ')})
        WITH ORDINALITY AS given (id, stream, version, type, recorded_at, redacts, hash, line, n)
      WHERE EXISTS (SELECT 1 FROM head)
    ),
    beside AS (
      INSERT INTO ${s}.texts (ledger, id, text, salt)
      SELECT $1, * FROM unnest(${[14, 15, 16].map(column).join(', ')}) WHERE EXISTS (SELECT 1 FROM head)
    )
    SELECT count(*)::int AS moved FROM head`;
  const first = swap(`INSERT INTO ${s}.heads (ledger, position, hash, recorded_at) VALUES ($1, $4::bigint, $2, $3)
      ON CONFLICT (ledger) DO NOTHING`);
  const next = swap(`UPDATE ${s}.heads SET position = $4::bigint, hash = $2, recorded_at = $3
      WHERE ledger = $1 AND position = $17::bigint AND hash = $18`);

  return {
    standing: async (on, ledger, { ids, texts, streams }) => {
      const { rows } = await on.query(standing, [ledger, streams, ids, texts]);
      const erased = new Set<string>();
      const versions = new Map<string, number>();
      const events = new Map<string, Recorded>();
      for (const row of rows) {
        if (row['kind'] === 'erased') erased.add(String(row['line']));
        else if (row['kind'] === 'stream') versions.set(String(row['line']), Number(row['position']));
        else if (row['kind'] === 'event') {
          const event = eventOrRefusal(rowOf(row), hash);
          events.set(event.id, event);
        }
      }
      return standingOf(headOrRefusal(endOf(rows, headOf)), versions, events, erased);
    },
    write: async (on, ledger, before, { events, receipt: { head } }) => {
      const beside = events.flatMap(({ event }) => {
        const text = storedText(event);
        return text === undefined ? [] : [{ id: event.id, ...text }];
      });
      const columnOf = (value: (event: Recorded) => string | number): string => events.map(({ event }) => value(event)).join('\n');
      const parameters = [
        ledger,
        head.hash,
        head.recordedAt,
        head.position,
        head.position - events.length + 1,
        columnOf(({ id }) => id),
        columnOf(({ stream }) => stream),
        columnOf(({ version }) => version),
        columnOf(({ type }) => type),
        columnOf(({ recordedAt }) => recordedAt),
        columnOf((event) => redactedBy(event) ?? ''),
        columnOf(({ hash: own }) => own),
        events.map(({ line }) => line).join('\n'),
        // An empty text is no row.
        beside.map(({ id }) => id).join('\n'),
        beside.map(({ text }) => text).join('\n'),
        beside.map(({ salt }) => salt).join('\n'),
      ];
      const { rows } = await (before === undefined
        ? on.query(first, parameters)
        : on.query(next, [...parameters, before.position, before.hash]));
      return rows[0]?.['moved'] === 1;
    },
    erase: async (on, ledger, ids) => void (await on.query(`SELECT ${s}.driftbok_erase($1, $2)`, [ledger, ids])),
    page: async (on, ledger, { from, to, stream, types, limit }) => {
      const parameters: unknown[] = [ledger, from, to];
      const where = ['e.ledger = $1', 'e.position BETWEEN $2::bigint AND $3::bigint'];
      const also = (condition: (place: string) => string, value: unknown): void => {
        if (value !== undefined) where.push(condition(`$${parameters.push(value)}`));
      };
      also((place) => `e.stream = ${place}`, stream);
      also((place) => `e.type = ANY (${place}::text[])`, types);
      const these = `WHERE ${where.join(' AND ')} ORDER BY e.position LIMIT ${limit}`;
      const [page] = (await on.query(pageText(these), parameters).catch(ifTooLong)).rows;
      const count = Number(page?.['count']);
      if (count === 0) return [];
      const rows = typeof page?.['rows'] === 'string' ? rowsOfTexts(page['rows'].split('\n'), count) : undefined;
      return rows ?? (await on.query(`${boundedPage(these)} ORDER BY position`, parameters)).rows.map(rowOf);
    },
    end: async (on, ledger) => endOf((await on.query(ends, [ledger])).rows, headOf),
    lastAt: async (on, ledger, until) => {
      const last = `SELECT position FROM ${s}.events WHERE ledger = $1 AND recorded_at <= $2 ORDER BY position DESC LIMIT 1`;
      return Number((await on.query(last, [ledger, until])).rows[0]?.['position'] ?? 0);
    },
    hold: async (on) => void (await on.query(`SELECT ${s}.driftbok_hold()`)),
    ledgers: async (on) => (await on.query(ledgers)).rows.map((row) => String(row['ledger'])),
  };
}
