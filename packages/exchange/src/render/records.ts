import { canonicalJson } from '@driftbok/core';
import type { Grid } from './grid.js';
import type { CsvOptions } from './grid-csv.js';
import { gridAsCsv } from './grid-csv.js';
import { gridAsMarkdown } from './grid-markdown.js';
import type { TextOptions } from './grid-text.js';
import { defaultWidth, gridAsText } from './grid-text.js';

/** A column of a list. */
export interface RecordColumn {
  /** The key of the records that it shows. */
  readonly id: string;
  /** Its heading; the id where left out. */
  readonly label?: string;
  /** `number` is set to the right; `text` where left out. */
  readonly kind?: 'text' | 'number';
}

/**
 * A list of objects of plain JSON for the terminal, in columns: numbers to the right, null and undefined blank, what is no text as JSON.
 * Control characters are replaced, so that no text can command a terminal. Ends with "\n".
 *
 * @example
 * ```ts
 * import { recordsAsText } from '@driftbok/exchange';
 * recordsAsText([{ id: 'round' }, { id: 'events', kind: 'number' }], [{ round: '2025-P3', events: 12 }]).split('\n') // => ['round    events', '-------  ------', '2025-P3      12', '']
 * ```
 */
export const recordsAsText = (columns: readonly RecordColumn[], records: readonly object[], options: TextOptions = {}): string =>
  gridAsText(gridOf(columns, records), options.width ?? defaultWidth);

/**
 * A list of plain objects as a table of GitHub's Markdown.
 *
 * @example
 * ```ts
 * import { recordsAsMarkdown } from '@driftbok/exchange';
 * recordsAsMarkdown([{ id: 'a', label: 'A|B' }], [{ a: 1 }]) // => '| A\\|B |\n| --- |\n| 1 |\n'
 * ```
 */
export const recordsAsMarkdown = (columns: readonly RecordColumn[], records: readonly object[]): string =>
  gridAsMarkdown(gridOf(columns, records));

/**
 * A list of plain objects as CSV for Swedish Excel: ";" between cells, "\r\n" after each line, the headings first. A text that a
 * spreadsheet would compute (it begins with = + - @ or a tab, and is no number) gets a "'" before it.
 *
 * @example
 * ```ts
 * import { recordsAsCsv } from '@driftbok/exchange';
 * recordsAsCsv([{ id: 'what' }, { id: 'kr', kind: 'number' }], [{ what: '=1+1', kr: '-10.50' }]) // => "what;kr\r\n'=1+1;-10,50\r\n"
 * ```
 */
export const recordsAsCsv = (columns: readonly RecordColumn[], records: readonly object[], options: CsvOptions = {}): string =>
  gridAsCsv(gridOf(columns, records), options);

/**
 * A list of plain objects as JSON to read and to compare: two blanks a level, the columns' keys in their order, values as they are,
 * "\n" last. Keys whose value is undefined are left out.
 *
 * @example
 * ```ts
 * import { recordsAsJson } from '@driftbok/exchange';
 * recordsAsJson([{ id: 'b' }, { id: 'a' }], [{ a: 1, b: [2], c: 3 }]) // => '[\n  {\n    "b": [\n      2\n    ],\n    "a": 1\n  }\n]\n'
 * ```
 */
export const recordsAsJson = (columns: readonly RecordColumn[], records: readonly object[]): string =>
  `${JSON.stringify(
    records.map((record) => Object.fromEntries(columns.map(({ id }) => [id, member(record, id)]))),
    null,
    2,
  )}\n`;

function gridOf(columns: readonly RecordColumn[], records: readonly object[]): Grid {
  return {
    columns: columns.map(({ id, label = id, kind = 'text' }) => ({ label, numeric: kind === 'number' })),
    rows: records.map((record) => ({ level: 0, cells: columns.map(({ id }) => shown(member(record, id))) })),
  };
}

/** A record's own: a column called "constructor" shows nothing where the record has no such key. */
const member = (record: object, id: string): unknown =>
  Object.hasOwn(record, id) ? (record as Readonly<Record<string, unknown>>)[id] : undefined;

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}
