import type { AuditColumn, AuditRow } from '@driftbok/rules/audit';
import { decimalsOf, valueOf } from './numbers.js';

const totalLabel =
  /^((del|total)?summa|summering|sub-?total|total|totalt|netto|nettokostnad(er)?|nettoresultat|((års|årets|periodens) ?)?resultat|.+ totalt)(?![\p{L}-])/iu;
const grandLabel = /^((total)?summa |total(summa)?$|totalt|.+ totalt)/i;
const memoLabel = /^varav\b/i;
const costLabel = /^(summa |verksamhetens )?(kostnad|utgift)/i;

/** Whether a row is of costs, by its label. */
export const isCost = (label: string): boolean => costLabel.test(label);

/**
 * What labels say of their rows. "Summa", "Totalt", "Netto" and the like are the rows above, up to the total before; or the totals above
 * with what stands loose between them; or, where costs are printed above 0, what is left when costs are taken away: whichever holds in most
 * columns. "Varav" is a part of another row.
 */
export function rowsWithSums(rows: readonly AuditRow[], columns: readonly AuditColumn[]): readonly AuditRow[] {
  let loose: AuditRow[] = [];
  let top: AuditRow[] = [];
  return rows.map((row) => {
    if (memoLabel.test(row.label)) return { ...row, memo: true };
    if (isPercentRow(row, columns)) return row;
    const taken = totalLabel.test(row.label) ? addendsOf(row, loose, top, columns) : undefined;
    if (taken === undefined) {
      loose.push(row);
      top.push(row);
      return row;
    }
    const parts = new Set(taken.map((name) => name.replace(/^-/, '')));
    top = [...top.filter(({ id }) => !parts.has(id)), row];
    loose = [];
    return { ...row, sum: taken };
  });
}

/** A row of percentages beneath its table: all of its figures are, or one in a column of amounts. */
function isPercentRow({ cells }: AuditRow, columns: readonly AuditColumn[]): boolean {
  const figures = columns.filter(({ id }) => /\d/.test(cells[id] ?? ''));
  const percents = figures.filter(({ id }) => cells[id]?.includes('%') === true);
  return percents.length > 0 && (percents.length === figures.length || percents.some(({ unit }) => unit !== 'percent'));
}

/** The rows that a total is made of, with a minus before what is taken away; undefined where it is of none. */
function addendsOf(
  row: AuditRow,
  loose: readonly AuditRow[],
  top: readonly AuditRow[],
  columns: readonly AuditColumn[],
): readonly string[] | undefined {
  const amounts = columns.filter(({ id, unit }) => unit !== 'percent' && isFigure(row.cells[id]));
  const totals = top.filter((each) => !loose.includes(each));
  const isGrand = grandLabel.test(row.label);
  let best: { readonly sum: readonly string[]; readonly holds: number } | undefined;
  for (const group of isGrand ? [top, loose, totals] : [loose, top, totals]) {
    for (const less of [false, true]) {
      const parts = group.map((part) => ({ part, sign: less && isPositiveCost(part, columns) ? (-1 as const) : (1 as const) }));
      if (parts.length === 0 || (less && parts.every(({ sign }) => sign === 1))) continue;
      const holds = amounts.filter(({ id }) => holdsIn(id, row, parts)).length;
      // What nothing shows is said of two rows at least, all of a grand total or those above; of one row where all shows it.
      if (parts.length === 1 ? holds < amounts.length : holds === 0 && group !== (isGrand ? top : loose)) continue;
      if (best === undefined || holds > best.holds)
        best = { sum: parts.map(({ part, sign }) => `${sign < 0 ? '-' : ''}${part.id}`), holds };
    }
  }
  return best?.sum;
}

interface Part {
  readonly part: AuditRow;
  readonly sign: 1 | -1;
}

const isFigure = (cell: string | null | undefined): cell is string => cell !== null && cell !== undefined && /\d/.test(cell);

/** Whether a row is of costs, printed above 0. */
export function isPositiveCost({ label, cells }: AuditRow, columns: readonly AuditColumn[]): boolean {
  const levels = columns.filter(({ label: heading, unit }) => unit !== 'percent' && !isDifference(heading));
  const values = levels.flatMap(({ id }) => (isFigure(cells[id]) ? [valueOf(cells[id])] : []));
  return isCost(label) && values.some((value) => value > 0) && values.every((value) => value >= 0);
}

/** Whether a heading is of a difference, which has either sign. */
const isDifference = (heading: string): boolean => /^(avvik|diff|förändr)/i.test(heading);

/** Whether a total is its parts in a column, up to rounding; what is withheld or blank throughout shows nothing. */
function holdsIn(column: string, total: AuditRow, parts: readonly Part[]): boolean {
  const cells = parts.map(({ part, sign }) => ({ cell: part.cells[column] ?? null, sign }));
  const shown = total.cells[column] ?? '';
  if (cells.some(({ cell }) => cell === '*') || !cells.some(({ cell }) => isFigure(cell))) return false;
  const sum = cells.reduce((all, { cell, sign }) => all + (isFigure(cell) ? sign * valueOf(cell) : 0), 0);
  const apart = [shown, ...cells.map(({ cell }) => cell)].reduce((all, cell) => all + 0.5 * 10 ** -decimalsOf(cell), 0);
  return Math.abs(sum - valueOf(shown)) <= apart + 1e-9;
}
