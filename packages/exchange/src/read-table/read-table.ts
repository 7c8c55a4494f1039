import type { Either } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import type { AuditColumn, AuditRow, AuditTable } from '@driftbok/rules/audit';
import { identitiesOf, rowsWithSums } from './identities.js';
import { cut, isRule, separatorOf } from './lines.js';
import { isCell, splits, valueOf } from './numbers.js';

/** What is known of a table beside its text. */
export interface ReadTableOptions {
  readonly id: string;
  /** `tkr` where left out and the text names none. */
  readonly unit?: string;
  readonly decimals?: number;
  /** The columns, with what they equal. Without them the first line is their header. */
  readonly columns?: readonly AuditColumn[];
}

/** A row that could be read in more ways than one. */
export interface ReadNote {
  /** `table/row`. */
  readonly where: string;
  readonly message: string;
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
 * Reads a table pasted as text, Markdown, CSV or tab-separated. Where nothing but spaces stands between figures, a row is split so that
 * the columns' own identities hold in it; where more than one split does, or none, it says so and takes the first.
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
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((content, at) => ({ content: content.replace(/<\/?b>/g, ''), line: at + 1 }))
    .filter(({ content }) => content.trim() !== '' && !isRule(content));
  const [header, ...rest] = lines;
  if (header === undefined) return refuse(1, 'a header and rows', '');
  const separator = separatorOf(lines.map(({ content }) => content));
  const body = options.columns === undefined ? rest : lines;
  const columns =
    options.columns ?? columnsOf(separator === 'spaces' ? header.content.trim().split(/\s{2,}/) : cut(header.content, separator));
  if (columns.length === 0) return refuse(header.line, 'a header with a column at least', header.content);
  if (body.length === 0) return refuse(header.line, 'rows beneath the header', header.content);
  const notes: ReadNote[] = [];
  const rows: AuditRow[] = [];
  for (const [at, { content, line }] of body.entries()) {
    const id = `r${at + 1}`;
    const read = separator === 'spaces' ? spaced(content, columns) : separated(cut(content, separator), columns);
    if (read === undefined) return refuse(line, `a label and ${columns.length} figures`, content);
    if (read.note !== undefined) notes.push({ where: `${options.id}/${id}`, message: `${options.id}/${id} (${read.label}): ${read.note}` });
    rows.push({
      id,
      label: read.label,
      cells: Object.fromEntries(columns.map((column, index) => [column.id, blankOr(read.cells[index])])),
    });
  }
  const unit = options.unit ?? /\b(tkr|mnkr|mkr|kr)\b/i.exec(header.content)?.[1]?.toLowerCase() ?? 'tkr';
  const decimals = options.decimals ?? Math.max(0, ...rows.flatMap(({ cells }) => Object.values(cells).map(decimalsOf)));
  return right({ table: { id: options.id, unit, decimals: Math.min(decimals, 4), columns, rows: rowsWithSums(rows) }, notes });
}

const refuse = (line: number, expected: string, got: string): Either<ReadTableError, never> =>
  left({ _tag: 'ReadTableError', line, expected, got: got.slice(0, 80) });

const blankOr = (cell: string | undefined): string | null => (cell === undefined || cell === '' ? null : cell);

const decimalsOf = (cell: string | null): number => /[,.](\d+)/.exec(cell ?? '')?.[1]?.length ?? 0;

/** The columns that a header names; the first cell heads the labels. */
function columnsOf([, ...labels]: readonly string[]): readonly AuditColumn[] {
  return identitiesOf(labels.map((label, at) => ({ id: `c${at + 1}`, label })));
}

interface RowRead {
  readonly label: string;
  readonly cells: readonly string[];
  readonly note?: string;
}

function separated([label = '', ...cells]: readonly string[], columns: readonly AuditColumn[]): RowRead | undefined {
  return cells.length > columns.length || cells.some((cell) => cell !== '' && !isCell(cell)) ? undefined : { label, cells };
}

/** A row without separators: its label ends where a split of the rest begins. */
function spaced(content: string, columns: readonly AuditColumn[]): RowRead | undefined {
  const words = content.trim().split(/\s+/);
  const ways: RowRead[] = [];
  for (let at = 1; at < words.length; at++) {
    const label = words.slice(0, at).join(' ');
    for (const cells of splits(words.slice(at).join(' '), columns.length)) ways.push({ label, cells });
    // A word without a digit before figures belongs to the label, and so do all before it.
    if (ways.length > 0 && !/\d/.test(words[at] ?? '')) break;
  }
  const holding = columns.some(({ equals }) => equals !== undefined) ? ways.filter(({ cells }) => holds(cells, columns)) : ways;
  const [first] = holding.length > 0 ? holding : ways;
  if (first === undefined) return undefined;
  if (holding.length === 1 || ways.length === 1) return first;
  const note = holding.length === 0 ? `none of ${ways.length} ways to split its figures makes the columns hold` : told(holding);
  return { ...first, note };
}

const told = (ways: readonly RowRead[]): string =>
  `its figures can be split in ${ways.length} ways: ${ways
    .slice(0, 3)
    .map(({ cells }) => cells.join(' | '))
    .join(' or ')}`;

/** Whether the differences among the columns hold in a row, up to rounding. */
function holds(cells: readonly string[], columns: readonly AuditColumn[]): boolean {
  const value = new Map(columns.map(({ id }, at) => [id, valueOf(cells[at] ?? '')]));
  return columns.every(({ id, equals }) => {
    if (equals === undefined || equals.includes('/')) return true;
    const words = equals.split(/\s+/);
    let sign = 1;
    let sum = 0;
    let terms = 0;
    for (const word of words) {
      if (word === '+' || word === '-') sign = word === '-' ? -1 : 1;
      else {
        sum += sign * (value.get(word) ?? Number.NaN);
        terms++;
      }
    }
    // One unit of the last digit a figure is apart at most by half of it, and so is what they make.
    return Math.abs(sum - (value.get(id) ?? Number.NaN)) <= (terms + 1) / 2;
  });
}
