import type { Amount } from '../base/amount.js';
import { amountFromOre, formatAmount } from '../base/amount.js';
import { Decimal } from '../base/decimal.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Book } from '../replay/book.js';
import type { CutError } from '../replay/cut.js';
import { caveatFindings } from './caveats.js';
import type { Cells } from './cells.js';
import type { Terms } from './columns.js';
import type { DrawOptions, Plan } from './plan.js';
import { planTable } from './plan.js';
import { printedFindings } from './printed.js';
import { restatedFindings } from './restated.js';
import { scan, takesAssumed } from './scan.js';
import type { PlainRow } from './rows.js';
import type { TableSpec } from './spec.js';
import type { Finding, Table, TableError, TableRow } from './table.js';

/**
 * Draws a table: exact cells, each a sum of journal lines; null where no line ever fell.
 *
 * @param book the ledger; what it holds after the cut plays no part
 * @param spec the table as data
 *
 * Left: `TableError` (the specification does not fit the ledger as known at the cut), or `CutError` (a column's cut is not in
 * history, or the ledger is empty).
 */
export function drawTable(book: Book, spec: TableSpec, options: DrawOptions = {}): Either<TableError | CutError, Table> {
  const planned = planTable(book, spec, options);
  if (isLeft(planned)) return planned;
  const plan = planned.right;
  const { cells, linear } = scan(plan);
  const shown = plan.columns.all.filter(({ spec: { hidden } }) => hidden !== true);
  const rows: TableRow[] = [];
  for (const [at, row] of plan.rows.entries()) {
    const drawn = drawRow(row, at, cells, shown);
    if (isLeft(drawn)) return drawn;
    if (isShown(row, drawn.right)) rows.push(drawn.right);
  }
  return right({
    id: spec.id,
    title: spec.title,
    cut: plan.cut,
    columns: shown.map(({ spec: { id, label }, cut, terms, over }) => ({
      id,
      label,
      kind: over === undefined ? 'amount' : 'ratio',
      ...(cut === undefined ? {} : { cut }),
      ...(over === undefined && isOneSided(cells, terms) ? { oneSided: true } : {}),
    })),
    rows,
    findings: [
      ...plan.columns.findings,
      ...linearFindings(plan, linear),
      ...unsplitFindings(plan),
      ...assumedFindings(plan),
      ...restatedFindings(plan.known.state, spec, plan.organisation),
      ...caveatFindings(plan.known, spec, rows),
      ...printedFindings(plan.known, spec, rows),
    ],
  });
}

function drawRow(row: PlainRow, at: number, cells: Cells, columns: Plan['columns']['all']): Either<TableError, TableRow> {
  const drawn: [string, Amount | null][] = [];
  const ratios: [string, string | null][] = [];
  for (const { spec, terms, over } of columns) {
    const cell = cellOf(cells, at, terms, `${row.id}/${spec.id}`);
    if (isLeft(cell)) return cell;
    if (over === undefined) {
      drawn.push([spec.id, cell.right]);
      continue;
    }
    const under = cellOf(cells, at, over, `${row.id}/${spec.id}`);
    if (isLeft(under)) return under;
    ratios.push([spec.id, ratioOf(cell.right, under.right)]);
  }
  const { id, label, level, memo, parent } = row;
  // fromEntries defines its keys, where an assignment of "__proto__" would set the prototype.
  return right({
    id,
    label,
    level,
    ...(memo ? { memo: true } : {}),
    ...(parent === undefined ? {} : { parent }),
    cells: Object.fromEntries(drawn),
    ...(ratios.length === 0 ? {} : { ratios: Object.fromEntries(ratios) }),
  });
}

function cellOf(cells: Cells, row: number, terms: Terms, where: string): Either<TableError, Amount | null> {
  const cell = combine(cells, row, terms);
  if (cell === null) return right(null);
  return isLeft(cell)
    ? left({ _tag: 'TableError', reason: 'overflow', where, expected: 'a cell within a safe integer of öre', got: cell.left.got })
    : cell;
}

/** A share of nothing is none. Of 60 digits reckoned, 20 are given: no presentation rounds as finely. */
function ratioOf(over: Amount | null, under: Amount | null): string | null {
  if (over === null || under === null || under === 0) return null;
  return new Decimal(over).div(under).toSignificantDigits(20).toFixed();
}

function isOneSided(cells: Cells, terms: Terms): boolean {
  const empty = terms.filter(({ column }) => cells.isEmpty(column));
  return empty.length > 0 && empty.length < terms.length;
}

/** A cell from its terms: blank when all of them are, else blanks count as 0. */
function combine(cells: Cells, row: number, terms: Terms): ReturnType<typeof amountFromOre> | null {
  let sum = 0;
  let any = false;
  for (const { column, sign } of terms) {
    const ore = cells.at(row, column);
    if (ore === undefined) continue;
    any = true;
    sum += sign * ore;
  }
  return any ? amountFromOre(sum) : null;
}

function isShown({ shown }: PlainRow, { cells, ratios = {} }: TableRow): boolean {
  if (shown === 'always') return true;
  if (Object.values(ratios).some((ratio) => ratio !== null && (shown === 'any-line' || ratio !== '0'))) return true;
  return Object.values(cells).some((cell) => (shown === 'not-zero' ? cell !== null && cell !== 0 : cell !== null));
}

/** A period's budget that rests on twelfths, since no phasing was given. */
function linearFindings(plan: Plan, linear: ReadonlyMap<number, number>): readonly Finding[] {
  return [...linear].map(([column, ore]) => {
    const id = plan.columns.metrics[column]?.id ?? '';
    const by = formatAmount(ore as Amount);
    return { code: 'linear-default', severity: 'note', where: [`column:${id}`], by, params: { column: id } };
  });
}

/** What a column has beside what was recorded, all of it, whether or not a row takes it. */
function assumedFindings({ assumed, columns }: Plan): readonly Finding[] {
  return columns.metrics.flatMap((column) => {
    const taken = assumed.filter((line) => takesAssumed(column, line));
    const by = formatAmount(taken.reduce((sum, { amount }) => sum + amount, 0) as Amount);
    return taken.length === 0
      ? []
      : [{ code: 'assumed', severity: 'note', where: [`column:${column.id}`], by, params: { column: column.id } }];
  });
}

function unsplitFindings({ places }: Plan): readonly Finding[] {
  return [...places.unsplit].sort().map((code) => {
    const [dimension, name] = [code.slice(0, code.indexOf(':')), code.slice(code.indexOf(':') + 1)];
    return { code: 'split-without-shares', severity: 'note', where: [`row:${name}`], by: '', params: { dimension, code: name } };
  });
}
