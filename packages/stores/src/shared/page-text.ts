import type { EventRow } from './engine.js';

// A page as one text costs a driver a fraction of what as many rows do. A row is `position TAB columns TAB hash TAB salt TAB text TAB line`, and rows
// lie on lines: canonical JSON, and so a line and a text, writes neither tab nor line end as it is.

/** The SQL of an event's columns as one text, to be held against its line. `redacts` is the SQL of a column of an engine's own. */
export const columnsText = (character: 'char' | 'chr', redacts?: string): string => {
  // Said also where there is none: a redaction whose column is empty must not look like an engine without that column.
  const own = redacts === undefined ? [] : [`coalesce(${redacts}, '')`];
  return joined(`${character}(31)`, 'e.id', 'e.stream', 'e.version', 'e.type', 'e.recorded_at', ...own);
};

/** One call, since each `||` copies all to its left; and not `concat_ws`, which in some SQLites leaves out what is empty. */
const joined = (separator: string, ...values: readonly string[]): string => `concat(${values.join(`, ${separator}, `)})`;

/** The SQL of a row's text, from an event `e` and its free text `t`; `char(n)` and `chr(n)` are each engine's own. */
export const rowText = (character: 'char' | 'chr', redacts?: string): string =>
  joined(
    `${character}(9)`,
    'e.position',
    columnsText(character, redacts),
    'e.hash',
    `coalesce(t.salt, '')`,
    `coalesce(t.text, '')`,
    'e.line',
  );

/**
 * The rows of a page's text; undefined where they are not as many as the page has, or not in order: a byte was changed, and the page has
 * to be read row by row to know where.
 */
export function rowsOfText(text: string, count: number): readonly EventRow[] | undefined {
  const rows = text.split('\n').map(rowOfText);
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
