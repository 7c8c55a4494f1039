import * as t from 'io-ts';
import type { Codec } from '../base/codec.js';
import { oreOf } from '../base/amount.js';
import { slotOf } from '../base/slot.js';
import { code, dimensionId, reservedColumns, slug } from './fields.js';

/**
 * Lines as events carry them: a header and rows. Columns are dimensions, `month` (`YYYY-MM`, or `YYYY` for a whole year), `amount`
 * (kronor with two decimals, natural sign) and perhaps `reason`. A cell of a dimension is null where the code is not known.
 * A month's import is so one event, at a tenth of the bytes of an event a line.
 */
export interface Lines {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The same line as an object: what a person writes. Öre-exact text amounts, as in the rows. */
export interface Line {
  readonly codes: Readonly<Record<string, string | null>>;
  readonly month: string;
  readonly amount: string;
  readonly reason?: string;
}

/** At most this many rows an event; a larger import is several events. */
export const maxRows = 200_000;

/**
 * Lines from objects: the columns are the dimensions in order of first use, then `month`, `amount` and, where any line has one, `reason`.
 *
 * @example
 * ```ts
 * import { linesOf } from '@driftbok/core';
 * linesOf([{ codes: { ansvar: '51' }, month: '2025-07', amount: '-10.00' }]).rows // => [['51', '2025-07', '-10.00']]
 * ```
 */
export function linesOf(items: readonly Line[]): Lines {
  const dimensions = [...new Set(items.flatMap(({ codes }) => Object.keys(codes)))];
  const reasoned = items.some(({ reason }) => reason !== undefined);
  return {
    columns: [...dimensions, 'month', 'amount', ...(reasoned ? ['reason'] : [])],
    rows: items.map(({ codes, month, amount, reason }) => [
      ...dimensions.map((dimension) => (Object.hasOwn(codes, dimension) ? (codes[dimension] ?? null) : null)),
      month,
      amount,
      ...(reasoned ? [reason ?? null] : []),
    ]),
  };
}

/** Lines as objects, in order. */
export function lineObjects(lines: Lines): readonly Line[] {
  return lines.rows.map((row) => {
    const cell = (column: string): string | null => row[lines.columns.indexOf(column)] ?? null;
    const reason = cell('reason');
    return {
      codes: Object.fromEntries(dimensionsOf(lines).map((dimension) => [dimension, cell(dimension)])),
      month: cell('month') ?? '',
      amount: cell('amount') ?? '',
      ...(reason === null ? {} : { reason }),
    };
  });
}

/** The dimensions among the columns, in their order. */
export const dimensionsOf = (lines: Lines): readonly string[] => lines.columns.filter((column) => !reservedColumns.has(column));

type CellTest = (cell: string | null | undefined) => boolean;

const isCode: CellTest = (cell) => cell === null || code.is(cell);
const isSlot: CellTest = (cell) => typeof cell === 'string' && slotOf(cell) >= 0;
const isAmount: CellTest = (cell) => typeof cell === 'string' && !Number.isNaN(oreOf(cell));
const isReason: CellTest = (cell) => cell === null || slug.is(cell);

const cellTests: Readonly<Record<string, { readonly test: CellTest; readonly expected: string }>> = {
  month: { test: isSlot, expected: 'a month YYYY-MM or a year YYYY' },
  amount: { test: isAmount, expected: 'kronor with two decimals' },
  reason: { test: isReason, expected: 'the id of a reason, or null' },
};
const codeCell = { test: isCode, expected: `${code.name}, or null` };

const cellOf = (column: string): { readonly test: CellTest; readonly expected: string } =>
  (Object.hasOwn(cellTests, column) ? cellTests[column] : undefined) ?? codeCell;

/** What is wrong with lines: where in them, what was expected there, and the value that came. */
interface Fault {
  readonly path: string;
  readonly expected: string;
  readonly value: unknown;
}

/** What is wrong with a header, or nothing. */
function headerFault(columns: unknown): Fault | undefined {
  const expected = 'dimensions, "month", "amount" and perhaps "reason", each once';
  const wrong = (value: unknown): Fault => ({ path: 'columns', expected, value });
  if (!Array.isArray(columns) || columns.length < 2 || columns.length > 34) return wrong(columns);
  const names = new Set<unknown>(columns);
  if (names.size !== columns.length || !names.has('month') || !names.has('amount')) return wrong(columns);
  for (const name of columns as unknown[])
    if (!(typeof name === 'string' && reservedColumns.has(name)) && !dimensionId.is(name)) return wrong(name);
  return undefined;
}

// Codes recur: a ledger has thousands of them and millions of cells. What was seen to be a code is not looked at again; the set
// is dropped when it grows past any real chart, so that hostile input cannot fill the memory.
const seenCodes = new Set<string>();
const seenLimit = 100_000;

function isSeenCode(cell: string | null): boolean {
  if (cell === null || seenCodes.has(cell)) return true;
  if (!code.is(cell)) return false;
  if (seenCodes.size >= seenLimit) seenCodes.clear();
  seenCodes.add(cell);
  return true;
}

/** A row's test made once per header: a plain loop over the columns by their role. The codec's per-cell tests are its oracle. */
function rowTest(columns: readonly string[]): (row: unknown) => boolean {
  const width = columns.length;
  const monthAt = columns.indexOf('month');
  const amountAt = columns.indexOf('amount');
  const reasonAt = columns.indexOf('reason');
  const codesAt = columns.map((_, index) => index).filter((index) => index !== monthAt && index !== amountAt && index !== reasonAt);
  // Rows come in runs of one unit, one month: to compare with the cell above costs less than to look it up.
  const above: (string | null | undefined)[] = [];
  return (row) => {
    if (!Array.isArray(row) || row.length !== width) return false;
    const cells = row as readonly (string | null)[];
    for (let index = 0; index < codesAt.length; index++) {
      const cell = cells[codesAt[index] as number];
      if (cell === above[index] && cell !== undefined) continue;
      if (cell === undefined || (cell !== null && typeof cell !== 'string') || !isSeenCode(cell)) return false;
      above[index] = cell;
    }
    return isSlot(cells[monthAt]) && isAmount(cells[amountAt]) && (reasonAt < 0 || isReason(cells[reasonAt]));
  };
}

/** Whether two lists hold the same texts in the same order. */
export const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index]);

// Most events have the header of the one before, so the last one's check and test are kept.
let lastHeader: { readonly columns: readonly string[]; readonly test: (row: unknown) => boolean } | undefined;

/** The row test of a header, or undefined where the header is wrong. */
function rowTestFor(columns: unknown): ((row: unknown) => boolean) | undefined {
  if (lastHeader !== undefined && Array.isArray(columns) && sameTexts(lastHeader.columns, columns)) return lastHeader.test;
  if (headerFault(columns) !== undefined) return undefined;
  lastHeader = { columns: [...(columns as readonly string[])], test: rowTest(columns as readonly string[]) };
  return lastHeader.test;
}

function isLines(u: unknown): u is Lines {
  if (typeof u !== 'object' || u === null || Array.isArray(u)) return false;
  if (!Object.hasOwn(u, 'columns') || !Object.hasOwn(u, 'rows')) return false;
  for (const key in u) if (key !== 'columns' && key !== 'rows' && Object.hasOwn(u, key)) return false;
  const { columns, rows } = u as Partial<Lines>;
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > maxRows) return false;
  const test = rowTestFor(columns);
  if (test === undefined) return false;
  for (const row of rows as readonly unknown[]) if (!test(row)) return false;
  return true;
}

/** The first wrong cells, at most ten: a file with one column shifted would else report each of its rows. */
function rowFaults(columns: readonly string[], rows: readonly unknown[]): readonly Fault[] {
  const found: Fault[] = [];
  for (let at = 0; at < rows.length && found.length < 10; at++) {
    const row: unknown = rows[at];
    if (!Array.isArray(row) || row.length !== columns.length) {
      found.push({ path: `rows.${at}`, expected: `${columns.length} cells: ${columns.join(', ')}`, value: row });
      continue;
    }
    columns.forEach((column, index) => {
      const cell = row[index] as string | null | undefined;
      const { test, expected } = cellOf(column);
      if (!test(cell)) found.push({ path: `rows.${at}.${column}`, expected, value: cell });
    });
  }
  return found.slice(0, 10);
}

function faultsOf(u: unknown): readonly Fault[] {
  if (typeof u !== 'object' || u === null || Array.isArray(u)) return [{ path: '', expected: 'lines: columns and rows', value: u }];
  const { columns, rows, ...others } = u as Partial<Lines>;
  const unknown = Object.entries(others).map(([path, value]): Fault => ({ path, expected: 'no such key', value }));
  if (unknown.length > 0) return unknown;
  const header = headerFault(columns);
  if (header !== undefined) return [header];
  if (!Array.isArray(rows)) return [{ path: 'rows', expected: 'a list of rows', value: rows }];
  if (rows.length === 0 || rows.length > maxRows) return [{ path: 'rows', expected: `1 to ${maxRows} rows`, value: rows.length }];
  return rowFaults(columns as readonly string[], rows);
}

/** The codec of {@link Lines}. */
export const lines: Codec<Lines> = new t.Type<Lines, unknown>(
  'lines',
  isLines,
  (u, context) => {
    if (isLines(u)) return t.success(u);
    const errors = faultsOf(u).map(({ path, expected, value }): t.ValidationError => {
      const keys = path === '' ? [] : path.split('.');
      const within = keys.reduce((so, key) => t.appendContext(so, key, named(expected)), context);
      return { value, context: [...within.slice(0, -1), { key: within.at(-1)?.key ?? '', type: named(expected) }] };
    });
    return t.failures(errors);
  },
  t.identity,
);

const named = (expected: string): t.Type<unknown, unknown> => new t.Type(expected, t.unknown.is, t.success, t.identity);
