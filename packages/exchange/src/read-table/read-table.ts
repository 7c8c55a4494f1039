import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import { plainMarks } from '@driftbok/rules';
import type { AuditColumn, AuditRow, AuditTable, MadeOf } from '@driftbok/rules/audit';
import type { ReadConvention } from './conventions.js';
import { takenIn, tiedBy } from './conventions.js';
import { knownRows } from './identities.js';
import { isRule, separatorOf } from './lines.js';
import type { ReadNote } from './notes.js';
import { decimalsOf } from './numbers.js';
import type { ReadTableError, ReadTableOptions } from './options.js';
import { refuse } from './parts.js';
import { separated } from './separated.js';
import { spaced } from './spaced.js';
import { rowsWithSums } from './totals.js';

export interface TableRead {
  readonly table: AuditTable;
  /** What holds in some rows only, which no column can say: the deviation of costs that are printed above 0. */
  readonly ties: readonly MadeOf[];
  readonly notes: readonly ReadNote[];
  /** The differences and totals that were taken with other signs than the usual, since so they hold in most rows. */
  readonly conventions: readonly ReadConvention[];
}

/**
 * Reads a table pasted as text, Markdown, CSV or tab-separated. Any minus and any space will do. Where nothing but spaces stands
 * between figures, a row has a figure in each column where that can be; of several splits that are so, the columns' own identities choose,
 * and where they do not, it says so and takes the likeliest. A deviation, and a total with costs, has the signs that hold in most rows. Headings and labels may run over several lines.
 *
 * Left: `ReadTableError`.
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { readTable } from '@driftbok/exchange';
 * const columns = [{ id: 'b', label: 'Budget' }, { id: 'o', label: 'Utfall' }, { id: 'd', label: 'Avvikelse', equals: 'o - b' }];
 * const read = readTable('Ekonomiskt bistånd -55 933 -55 009 924', { id: 't', columns });
 * isRight(read) && read.right.table.rows[0]?.cells // => { b: '-55 933', o: '-55 009', d: '924' }
 * ```
 */
export function readTable(text: string, options: ReadTableOptions): Either<ReadTableError, TableRead> {
  const lines = plainMarks(text)
    .split(/\r?\n/)
    .map((content, at) => ({ content: content.replace(/<\/?(b|strong|i|em)>/g, ''), line: at + 1 }))
    .filter(({ content }) => content.trim() !== '' && !isRule(content));
  const [first] = lines;
  if (first === undefined) return refuse(1, 'a header and rows', '');
  const separator = separatorOf(lines.map(({ content }) => content));
  const read = separator === 'spaces' ? spaced(lines, options) : separated(lines, separator, options);
  if (isLeft(read)) return read;
  const { convention, rows, header, notes } = read.right;
  const unit = options.unit ?? /\b(tkr|mnkr|mkr|kr)\b/i.exec(header)?.[1]?.toLowerCase() ?? 'tkr';
  const amounts = convention.columns.filter((column) => column.unit !== 'percent');
  const decimals = options.decimals ?? mostDecimals(rows, amounts);
  const named = options.rows === undefined ? rowsWithSums(rows, convention.columns) : knownRows(rows, options.rows);
  const places = new Map(rows.map(({ id }, at) => [id, named[at]?.id ?? id]));
  const { columns, rows: tied, ties } = tiedBy(convention, options.id, named);
  return right({
    table: {
      id: options.id,
      unit,
      decimals: Math.min(decimals, 4),
      ...(options.dash === undefined ? {} : { dash: options.dash }),
      columns: columns.map((column) =>
        column.unit === 'percent' && column.decimals === undefined ? { ...column, decimals: mostDecimals(rows, [column]) } : column,
      ),
      rows: tied,
    },
    ties,
    notes: notes.map((note) => ({ ...note, where: `${options.id}/${places.get(note.where) ?? note.where}` })),
    conventions:
      options.columns === undefined ? takenIn(convention, named).map((each) => ({ ...each, where: `${options.id}/${each.where}` })) : [],
  });
}

const mostDecimals = (rows: readonly AuditRow[], columns: readonly AuditColumn[]): number =>
  Math.min(4, Math.max(0, ...rows.flatMap(({ cells }) => columns.map(({ id }) => decimalsOf(cells[id] ?? null)))));
