import { recordsAsCsv, recordsAsMarkdown, recordsAsText, tableAsCsv, tableAsJson, tableAsMarkdown, tableAsText } from '@driftbok/exchange';
import type { PresentedTable } from '@driftbok/rules';

/** A value as JSON to read and to compare. */
export const printJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A table in the form that `--format` asks for. */
export function printTable(table: PresentedTable, format = 'text'): string {
  switch (format) {
    case 'json':
      return tableAsJson(table);
    case 'csv':
      return tableAsCsv(table);
    case 'md':
      return tableAsMarkdown(table);
    default:
      return tableAsText(table);
  }
}

/**
 * A list in the form that `--format` asks for, but JSON, which has a form of its own for each list. In a text a record is one line, however
 * wide: lists are searched and cut to columns by other programs, and an id broken in two is none.
 *
 * @param figures the columns that hold numbers, which are set to the right
 */
export function printRecords<Id extends string>(
  ids: readonly Id[],
  records: readonly Readonly<Record<Id, string>>[],
  format = 'text',
  figures: readonly NoInfer<Id>[] = [],
): string {
  const columns = ids.map((id) => ({ id, kind: figures.includes(id) ? 'number' : 'text' }) as const);
  switch (format) {
    case 'csv':
      return recordsAsCsv(columns, records);
    case 'md':
      return recordsAsMarkdown(columns, records);
    default:
      return recordsAsText(columns, records, { width: Number.MAX_SAFE_INTEGER });
  }
}

/** A list as {@link printRecords} has it, its columns headed by words instead of by their ids. No two headings may be the same. */
export function printHeaded<Id extends string>(
  ids: readonly Id[],
  headingOf: (id: Id) => string,
  records: readonly Readonly<Record<Id, string>>[],
  format?: string,
  figures: readonly NoInfer<Id>[] = [],
): string {
  const headed = records.map((record) => Object.fromEntries(ids.map((id) => [headingOf(id), record[id]])));
  return printRecords(ids.map(headingOf), headed, format, figures.map(headingOf));
}
