import type { Draft, Either, Json, Line, StandardEvents } from '@driftbok/core';
import { amountFromOre, formatAmount, isLeft, isRight, left, linesOf, right, standardCatalogue } from '@driftbok/core';
import { buildModel } from './build.js';
import type { Component } from './components.js';
import { componentsOf } from './components.js';
import type { AuditDocument } from './document.js';
import type { AuditInputError } from './input-error.js';
import type { Model } from './model.js';
import { missOf } from './oracle.js';
import { programmeOf } from './programme.js';
import type { Solve } from './solver.js';
import { loadSolver } from './solver.js';

/** There is no witness: the tables contradict each other (`infeasible`), or none was found in time (`stopped`). */
export interface WitnessError {
  readonly _tag: 'WitnessError';
  readonly reason: 'infeasible' | 'stopped';
}

/** A ledger from which every cell of the tables is printed as it is. */
export interface Witness {
  /** Exact amounts by cell, in öre; only of money. */
  readonly amounts: ReadonlyMap<string, number>;
  /**
   * Drafts of such a ledger: a table's rows and columns are two dimensions, and the amounts of the cells that no others make are one
   * posting in January of `year`. What is derived is left to be derived.
   */
  readonly drafts: readonly Draft[];
}

/**
 * A ledger that could have produced printed tables: the exact amounts nearest the print, checked in whole öre against every cell and
 * every identity.
 *
 * Left: `AuditInputError`, or `WitnessError` where there is none.
 *
 * @param year the year that the amounts are posted in
 */
export async function witness(
  document: AuditDocument,
  year: string,
  seconds = 30,
): Promise<Either<AuditInputError | WitnessError, Witness>> {
  const built = buildModel(document);
  if (isLeft(built)) return built;
  const model = built.right;
  const solve = await loadSolver();
  const values = model.variables.map(({ printed }) => printed);
  for (const component of componentsOf(model)) {
    if (holds(model, component, values)) continue;
    const reason = nearest(model, component, values, solve, seconds);
    if (reason !== undefined) return left({ _tag: 'WitnessError', reason });
  }
  const amounts = new Map(
    [...model.owners, ...model.unknowns].flatMap(([id, { measure, variable }]) =>
      measure.family === 'money' && !id.startsWith('claims/') ? [[id, values[variable] ?? 0] as const] : [],
    ),
  );
  return right({ amounts, drafts: draftsOf(document, model, amounts, year) });
}

/** Puts the values nearest the print in place, first as they come, then in whole numbers; why not, where there are none. */
function nearest(model: Model, component: Component, values: number[], solve: Solve, seconds: number): WitnessError['reason'] | undefined {
  for (const integers of [false, true]) {
    const programme = programmeOf(model, component, () => false, 'nearest', integers);
    const solved = solve(programme.text, seconds);
    if (solved.status !== 'optimal') return solved.status;
    for (const identity of component) {
      for (const [variable] of model.identities[identity]?.terms ?? []) {
        values[variable] = (model.variables[variable]?.printed ?? 0) + Math.round(programme.moveOf(variable, solved));
      }
    }
    if (holds(model, component, values)) return undefined;
  }
  return 'stopped';
}

/** Whether values lie within their cells and satisfy the identities, in whole numbers. */
function holds(model: Model, component: Component, values: readonly number[]): boolean {
  const valued: Model = { ...model, variables: model.variables.map((variable, at) => ({ ...variable, printed: values[at] ?? 0 })) };
  return component.every(
    (identity) =>
      missOf(valued, identity) === 0n &&
      (model.identities[identity]?.terms ?? []).every(([variable]) => {
        const { low, high } = model.variables[variable] ?? { low: 0, high: 0 };
        const value = values[variable] ?? 0;
        return low <= value && value <= high;
      }),
  );
}

const recordedAt = '2000-01-01T00:00:00.000Z';

function draftsOf({ tables }: AuditDocument, { identities }: Model, amounts: ReadonlyMap<string, number>, year: string): readonly Draft[] {
  const drafts: Draft[] = [];
  const derived = new Set(identities.flatMap(({ kind, about }) => (kind === 'sum' || kind === 'columns' ? [about] : [])));
  const add = <T extends keyof StandardEvents>(type: T, data: StandardEvents[T]): void => {
    const serial = (drafts.length + 1).toString(16).padStart(12, '0');
    drafts.push({
      id: `00dc6acf-ac00-7000-8000-${serial}`,
      stream: standardCatalogue.get(type)?.stream(data) ?? '',
      type,
      schemaVersion: 1,
      recordedAt,
      actor: { role: 'audit', id: 'witness' },
      source: { document: 'printed tables', basis: 'inferred' },
      data: data as unknown as Json,
    });
  };
  add('LedgerOpened', { name: 'Witness', municipality: 'Witness', timeZone: 'Europe/Stockholm' });
  for (const [at, table] of tables.entries()) {
    const [rows, columns] = [`row${at + 1}`, `column${at + 1}`];
    const lines = table.rows.flatMap((row) =>
      table.columns.flatMap((column): readonly Line[] => {
        const cell = `${table.id}/${row.id}/${column.id}`;
        const ore = amountFromOre(amounts.get(cell) ?? Number.NaN);
        return isRight(ore) && !derived.has(cell)
          ? [{ codes: { [rows]: row.id, [columns]: column.id }, month: `${year}-01`, amount: formatAmount(ore.right) }]
          : [];
      }),
    );
    // What is no money has no lines, and a ledger of amounts has no place for it.
    if (lines.length === 0) continue;
    add('DimensionDeclared', { dimension: rows, label: `${table.id}: rows` });
    add('DimensionDeclared', { dimension: columns, label: `${table.id}: columns` });
    for (const { id, label } of table.rows) add('CodeOpened', { dimension: rows, code: id, label: label.trim() === '' ? id : label });
    for (const { id, label } of table.columns) add('CodeOpened', { dimension: columns, code: id, label: label.trim() === '' ? id : label });
    add('OutcomePosted', { lines: linesOf(lines), label: table.title ?? table.id });
  }
  return drafts;
}
