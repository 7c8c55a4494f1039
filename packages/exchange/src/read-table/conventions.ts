import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { AuditColumn, AuditRow, MadeOf } from '@driftbok/rules/audit';
import type { Formula } from './held.js';
import { formulasOf, heldBy } from './held.js';
import { differenceOf } from './identities.js';
import { isCost, isPositiveCost } from './totals.js';

/** What the columns equal; in rows of costs that are printed above 0, perhaps something else. */
export interface Convention {
  readonly columns: readonly AuditColumn[];
  readonly costs: readonly AuditColumn[];
}

/** A difference that is not outcome less budget, as the rows showed. */
export interface ReadConvention {
  /** `table/column`, or `table/row` for a total. */
  readonly where: string;
  readonly label: string;
  /** What it was read as, in headings or labels. */
  readonly formula: string;
}

/** Rows as they are read by a convention. */
export type RowsBy<E, R extends { readonly rows: readonly AuditRow[] }> = (convention: Convention) => Either<E, R>;

/**
 * Reads rows by the signs that hold in most of them: for each deviation outcome less budget, or budget less outcome, or the one for
 * income and the other for costs that are printed above 0. The first where the rows do not say.
 */
export function byMost<E, R extends { readonly rows: readonly AuditRow[] }>(
  columns: readonly AuditColumn[],
  read: RowsBy<E, R>,
): Either<E, R & { readonly convention: Convention }> {
  let convention: Convention = { columns, costs: columns };
  for (const at of columns.keys()) {
    const made = differenceOf(columns, at);
    if (made === undefined) continue;
    const { budget, outcome, beside } = made;
    const natural = `${outcome.id} - ${budget.id}`;
    const turned = `${budget.id} - ${outcome.id}`;
    const tried: readonly (readonly [equals: string, ofCosts: string])[] = [
      [natural, natural],
      [turned, turned],
      [natural, turned],
      [turned, natural],
    ];
    let best: { readonly convention: Convention; readonly kept: number } | undefined;
    let costsAbove = false;
    for (const [equals, ofCosts] of tried) {
      if (equals !== ofCosts && !costsAbove) continue;
      const trial = { columns: withEquals(convention.columns, at, equals), costs: withEquals(convention.costs, at, ofCosts) };
      const found = read(trial);
      if (isLeft(found)) return found;
      const { rows } = found.right;
      costsAbove ||= rows.some((row) => isPositiveCost(row, columns));
      const id = columns[at]?.id ?? '';
      const [usual, costs] = [formulasOf(trial.columns), formulasOf(trial.costs)].map((all) => all.filter(({ own }) => own === id));
      const held = rows.map((row) => keeps(row, columns, (isCost(row.label) ? costs : usual) ?? []));
      const kept = held.filter((each) => each === true).length;
      // Columns that do not stand together are taken for a difference where most rows are one.
      if (!beside && (kept < 2 || kept * 2 <= held.filter((each) => each !== undefined).length)) continue;
      if (best === undefined || kept > best.kept) best = { convention: trial, kept };
    }
    convention = best?.convention ?? convention;
  }
  const found = read(convention);
  return isLeft(found) ? found : right({ ...found.right, convention });
}

function keeps(row: AuditRow, columns: readonly AuditColumn[], formulas: readonly Formula[]): boolean | undefined {
  const { kept, broken } = heldBy(
    columns.map(({ id }) => row.cells[id] ?? null),
    columns,
    formulas,
  );
  return kept + broken === 0 ? undefined : broken === 0;
}

const withEquals = (columns: readonly AuditColumn[], at: number, equals: string): readonly AuditColumn[] =>
  columns.map((column, index) => (index === at ? { ...column, equals } : column));

/** A table by a convention: what does not hold in all rows or columns alike is tied cell by cell. */
export function tiedBy(
  { columns, costs }: Convention,
  table: string,
  rows: readonly AuditRow[],
): { readonly columns: readonly AuditColumn[]; readonly rows: readonly AuditRow[]; readonly ties: readonly MadeOf[] } {
  const apart = new Set(columns.flatMap(({ id, equals }, at) => (equals === costs[at]?.equals ? [] : [id])));
  if (apart.size === 0) return { columns, rows, ties: [] };
  const ties: MadeOf[] = [];
  const filled = (row: AuditRow | undefined, column: string): boolean => (row?.cells[column] ?? null) !== null;
  for (const row of rows) {
    const own = isCost(row.label) ? costs : columns;
    for (const { own: id, terms } of formulasOf(own.filter((column) => apart.has(column.id)))) {
      if (![id, ...terms.map(({ name }) => name)].every((name) => filled(row, name))) continue;
      const parts = terms.map(({ name, times }) => `${times < 0 ? '- ' : '+ '}${table}/${row.id}/${name}`);
      ties.push({ cell: `${table}/${row.id}/${id}`, equals: parts.join(' ').replace(/^\+ /, '') });
    }
  }
  // Costs are taken away from a total; their deviations are good or bad as the others' are, and are added.
  const known = new Map(rows.map((row) => [row.id, row]));
  const plain = rows.map((row): AuditRow => {
    const { sum, ...rest } = row;
    if (sum?.some((part) => part.startsWith('-')) !== true) return row;
    for (const { id, unit } of columns) {
      const parts = sum.filter((part) => filled(known.get(part.replace(/^-/, '')), id));
      if (unit === 'percent' || !filled(row, id) || parts.length === 0) continue;
      const signed = parts.map((part) => `${part.startsWith('-') && !apart.has(id) ? '- ' : '+ '}${table}/${part.replace(/^-/, '')}/${id}`);
      ties.push({ cell: `${table}/${row.id}/${id}`, equals: signed.join(' ').replace(/^\+ /, '') });
    }
    return rest;
  });
  const bare = columns.map((column): AuditColumn => {
    if (!apart.has(column.id)) return column;
    const { equals: _, ...rest } = column;
    return rest;
  });
  return { columns: bare, rows: plain, ties };
}

/** What was taken that is not the usual: a deviation that is budget less outcome, a total from which costs are taken away. */
export function takenIn({ columns, costs }: Convention, rows: readonly AuditRow[]): readonly ReadConvention[] {
  const heading = (id: string): string => columns.find((column) => column.id === id)?.label ?? id;
  const spelt = (equals = ''): string =>
    equals
      .split(' ')
      .map((word) => (word === '-' ? '−' : heading(word)))
      .join(' ');
  const turned = columns.flatMap(({ id, label, equals }, at): readonly ReadConvention[] => {
    const made = differenceOf(columns, at);
    if (made === undefined || equals === undefined) return [];
    const usual = `${made.outcome.id} - ${made.budget.id}`;
    const ofCosts = costs[at]?.equals;
    if (equals === usual && ofCosts === usual) return [];
    const formula = equals === ofCosts ? spelt(equals) : `${spelt(equals)}; Kostnader: ${spelt(ofCosts)}`;
    return [{ where: id, label, formula }];
  });
  const labels = new Map(rows.map(({ id, label }) => [id, label]));
  const less = rows.flatMap(({ id, label, sum = [] }): readonly ReadConvention[] => {
    if (!sum.some((part) => part.startsWith('-'))) return [];
    const formula = sum
      .map((part, at) => `${part.startsWith('-') ? '− ' : at > 0 ? '+ ' : ''}${labels.get(part.replace(/^-/, '')) ?? part}`)
      .join(' ');
    return [{ where: id, label, formula }];
  });
  return [...turned, ...less];
}
