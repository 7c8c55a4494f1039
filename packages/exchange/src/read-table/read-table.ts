import type { Either } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { AuditColumn, AuditRow, AuditTable } from '@driftbok/rules/audit';
import { identitiesOf, knownRows, rowsWithSums, unitsOf } from './identities.js';
import type { Separator } from './lines.js';
import { cut, isRule, separatorOf } from './lines.js';
import { plainMarks } from '@driftbok/rules';
import { headerOf, isYears } from './header.js';
import type { ReadNote } from './notes.js';
import { decimalsOf, isCell } from './numbers.js';
import { fits, settingOf, splitRow } from './row-split.js';

/** What is known of a table beside its text. */
export interface ReadTableOptions {
  readonly id: string;
  /** `tkr` where left out and the text names none. */
  readonly unit?: string;
  readonly decimals?: number;
  /** The columns, with what they equal. Without them the lines above the rows are their header. */
  readonly columns?: readonly AuditColumn[];
  /** What a "-" stands for: what rounds to nothing (the default), or an empty cell. */
  readonly dash?: AuditTable['dash'];
  /** Rows that are known by their labels: such a row has this id, and this sum where all its parts are there. */
  readonly rows?: readonly Pick<AuditRow, 'id' | 'label' | 'sum' | 'memo'>[];
}

export interface TableRead {
  readonly table: AuditTable;
  readonly notes: readonly ReadNote[];
}

/** A text that is no table; `line` is 1-based. */
export interface ReadTableError {
  readonly _tag: 'ReadTableError';
  readonly line: number;
  readonly expected: string;
  readonly got: string;
}

/**
 * Reads a table pasted as text, Markdown, CSV or tab-separated. Any minus and any space will do. Where nothing but spaces stands
 * between figures, a row is split so that the columns' own identities hold in it; where more than one split does, or none, it says so and
 * takes the likeliest. Headings and labels may run over several lines.
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
  const { columns, rows, header, notes } = read.right;
  const unit = options.unit ?? /\b(tkr|mnkr|mkr|kr)\b/i.exec(header)?.[1]?.toLowerCase() ?? 'tkr';
  const decimals = options.decimals ?? Math.max(0, ...rows.flatMap(({ cells }) => Object.values(cells).map(decimalsOf)));
  const named = options.rows === undefined ? rowsWithSums(rows) : knownRows(rows, options.rows);
  const places = new Map(rows.map(({ id }, at) => [id, named[at]?.id ?? id]));
  return right({
    table: {
      id: options.id,
      unit,
      decimals: Math.min(decimals, 4),
      ...(options.dash === undefined ? {} : { dash: options.dash }),
      columns,
      rows: named,
    },
    notes: notes.map((note) => ({ ...note, where: `${options.id}/${places.get(note.where) ?? note.where}` })),
  });
}

interface Line {
  readonly content: string;
  readonly line: number;
}

interface Parts {
  readonly header: string;
  readonly columns: readonly AuditColumn[];
  readonly rows: readonly AuditRow[];
  readonly notes: readonly ReadNote[];
}

const refuse = (line: number, expected: string, got: string): Either<ReadTableError, never> =>
  left({ _tag: 'ReadTableError', line, expected, got: got.slice(0, 80) });

const columnsOf = (labels: readonly string[]): readonly AuditColumn[] =>
  identitiesOf(unitsOf(labels.map((label, at) => ({ id: `c${at + 1}`, label }))));

const rowOf = (at: number, label: string, cells: readonly (string | null)[], columns: readonly AuditColumn[]): AuditRow => ({
  id: `r${at + 1}`,
  label,
  cells: Object.fromEntries(columns.map(({ id }, index) => [id, cells[index] === undefined || cells[index] === '' ? null : cells[index]])),
});

function separated(
  lines: readonly Line[],
  separator: Exclude<Separator, 'spaces'>,
  options: ReadTableOptions,
): Either<ReadTableError, Parts> {
  const given = options.columns;
  // A title above the table has no cells beside it; where the columns are known, their header has no figures either.
  const isRow = (cells: readonly string[]): boolean =>
    cells.some((cell) => cell !== '') && cells.every((cell) => cell === '' || isCell(cell));
  const from = Math.max(
    0,
    lines.findIndex(({ content }) => (given === undefined ? cut(content, separator).length > 1 : isRow(cut(content, separator).slice(1)))),
  );
  const [header, ...rest] = lines.slice(from);
  const columns = given ?? columnsOf(cut(header?.content ?? '', separator).slice(1));
  const body = given === undefined ? rest : lines.slice(from);
  if (columns.length === 0) return refuse(header?.line ?? 1, 'a header with a column at least', header?.content ?? '');
  if (body.length === 0) return refuse(header?.line ?? 1, 'rows beneath the header', header?.content ?? '');
  const rows: AuditRow[] = [];
  for (const { content, line } of body) {
    const [label = '', ...cells] = cut(content, separator);
    const wrong = cells.findIndex((cell) => cell !== '' && !isCell(cell));
    const column = columns[wrong]?.label ?? '';
    if (wrong >= 0)
      return refuse(line, `a figure in column ${wrong + 1}${column === '' ? '' : ` (${column})`} of row "${label}"`, cells[wrong] ?? '');
    if (cells.slice(columns.length).some((cell) => cell !== '')) return refuse(line, `a label and ${columns.length} figures`, content);
    rows.push(rowOf(rows.length, label, cells, columns));
  }
  return right({
    header: lines
      .slice(0, from + 1)
      .map(({ content }) => content)
      .join(' '),
    columns,
    rows,
    notes: [],
  });
}

/** Rows without separators: lines without figures go before the label of the next. */
function spaced(lines: readonly Line[], options: ReadTableOptions): Either<ReadTableError, Parts> {
  const plain = settingOf(lines.map(({ content }) => content).join('\n'));
  const setting = options.dash === undefined ? plain : { ...plain, dash: options.dash };
  const given = options.columns;
  const found =
    given === undefined
      ? headerOf(
          lines.map(({ content }) => content),
          setting,
        )
      : undefined;
  const columns = given ?? columnsOf(found?.headings ?? []);
  const [first] = lines;
  if (columns.length === 0)
    return refuse(first?.line ?? 1, 'a header with a column at least, above rows of as many figures', first?.content ?? '');
  const start =
    found?.rows ??
    Math.max(
      0,
      lines.findIndex(({ content }) => fits(content, columns.length, setting)),
    );
  const rows: AuditRow[] = [];
  const notes: ReadNote[] = [];
  let before: string[] = [];
  for (const { content, line } of lines.slice(start)) {
    if (!/[\d*-]( ?%)?\s*$/.test(content) || (isYears(content) && !fits(content, columns.length, setting))) {
      before.push(content.trim());
      continue;
    }
    const split = splitRow(content, columns, setting);
    if (split === undefined) return refuse(line, `a label and ${columns.length} figures`, content);
    const label = [...before, split.way.label].filter((part) => part !== '').join(' ');
    before = [];
    const row = rowOf(rows.length, label, split.way.cells, columns);
    rows.push(row);
    if (!split.holds || split.ways.length > 1) {
      const ways = split.ways.map(({ cells }) => cells);
      notes.push({ where: row.id, label, reason: split.holds ? 'several' : 'none', ways });
    }
  }
  if (rows.length === 0) return refuse(first?.line ?? 1, `rows of ${columns.length} figures beneath the header`, first?.content ?? '');
  return right({
    header: lines
      .slice(0, start)
      .map(({ content }) => content)
      .join(' '),
    columns,
    rows,
    notes,
  });
}
