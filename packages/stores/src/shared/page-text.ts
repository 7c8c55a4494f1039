import type { EventRow } from './engine.js';

// A page as one text costs a driver a fraction of what as many rows do. A row is `position TAB columns TAB hash TAB salt TAB text TAB line`, and rows
// lie on lines: canonical JSON, and so a line and a text, writes neither tab nor line end as it is.

/** How an engine joins texts soonest. */
export type Joined = (...values: readonly string[]) => string;

const tab = `'\t'`;
const unit = `'\u001f'`;

/** What is kept beside an event's line. `redacts` is the SQL of a column of an engine's own. */
function columnParts(redacts: string | undefined): readonly string[] {
  const all = ['e.id', unit, 'e.stream', unit, 'e.version', unit, 'e.type', unit, 'e.recorded_at'];
  // Said also where there is none: a redaction whose column is empty must not look like an engine without that column.
  return redacts === undefined ? all : [...all, unit, `coalesce(${redacts}, '')`];
}

/** The SQL of an event's columns as one text, to be held against its line. */
export const columnsText = (joined: Joined, redacts?: string): string => joined(...columnParts(redacts));

/** The SQL of a row's text, from an event `e` and its free text `t`. */
export const rowText = (joined: Joined, redacts?: string): string =>
  joined(
    'e.position',
    tab,
    ...columnParts(redacts),
    tab,
    'e.hash',
    tab,
    `coalesce(t.salt, '')`,
    tab,
    `coalesce(t.text, '')`,
    tab,
    // The last: what joins two by two copies all before it again.
    'e.line',
  );

/**
 * The rows of a page by their texts; undefined where they are not as many as the page has, or not in order: a byte was changed, and the page
 * has to be read row by row to know where.
 */
export function rowsOfTexts(texts: readonly string[], count: number): readonly EventRow[] | undefined {
  const rows = texts.map(rowOfText);
  let last = 0;
  for (const { position } of rows) {
    if (!(position > last)) return undefined;
    last = position;
  }
  return rows.length === count ? rows : undefined;
}

function rowOfText(row: string): EventRow {
  const columns = row.indexOf('\t') + 1;
  const hash = row.indexOf('\t', columns) + 1;
  const salt = row.indexOf('\t', hash) + 1;
  const text = row.indexOf('\t', salt) + 1;
  const line = row.indexOf('\t', text) + 1;
  const hasText = line - 1 > text;
  return {
    position: Number(row.slice(0, columns - 1)),
    columns: row.slice(columns, hash - 1),
    hash: row.slice(hash, salt - 1),
    salt: hasText ? row.slice(salt, text - 1) : null,
    text: hasText ? row.slice(text, line - 1) : null,
    line: row.slice(line),
  };
}
