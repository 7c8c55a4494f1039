import type { Either } from '@driftbok/core';
import { isLeft, right } from '@driftbok/core';
import type { Language } from '../words/language.js';
import type { Blame, Blamed } from './blamed.js';
import { blame } from './blame.js';
import { buildModel } from './build.js';
import { ownersAt } from './conflict.js';
import type { Component } from './components.js';
import { componentsOf } from './components.js';
import type { AuditDocument } from './document.js';
import { implausibleUnits } from './plausible.js';
import type { AuditFinding } from './finding.js';
import { blameFindings, roundingNotes } from './findings.js';
import type { AuditInputError } from './input-error.js';
import type { Model } from './model.js';
import { loadSolver } from './solver.js';
import type { Tell } from './tell.js';
import { tellIn } from './tell.js';
import { wrongBases } from './wrong-base.js';

/** How long, and how much. */
export interface AuditOptions {
  /** Seconds for all of it; 30 where left out. What was not looked at by then is told as `incomplete`. */
  readonly seconds?: number;
  /** The time in milliseconds, from any beginning. Without it each question to the solver has the limit for itself. */
  readonly now?: () => number;
  /** The largest number of sets of cells to blame that are told of one contradiction; 20 where left out. */
  readonly sets?: number;
  /** The language of the messages; English where left out. */
  readonly language?: Language;
}

/** How many identities there are of each kind: sums of rows, columns made of others, shares, and ties and claims. */
export interface Checked {
  readonly sums: number;
  readonly differences: number;
  readonly percentages: number;
  readonly ties: number;
}

/** What an audit found. */
export interface AuditReport {
  /** Whether some ledger could have produced the tables; `unknown` where the time was out before that was clear. */
  readonly feasible: boolean | 'unknown';
  /** How many identities the tables were held against. */
  readonly checked: Checked;
  /** Errors first, then warnings and notes, each in the order of the document. */
  readonly findings: readonly AuditFinding[];
}

/**
 * Whether any ledger could have produced printed tables, apart from rounding; if not, which cells cannot be true. Every finding of an
 * error rests on a contradiction that was checked in whole numbers.
 *
 * Left: `AuditInputError`, naming the table, row and column.
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { audit } from '@driftbok/rules/audit';
 * const columns = [{ id: 'b', label: 'Budget' }];
 * const rows = [
 *   { id: 'in', label: 'Intäkter', cells: { b: '46 185' } },
 *   { id: 'out', label: 'Kostnader', cells: { b: '-419 150' } },
 *   { id: 'net', label: 'Netto', sum: ['in', 'out'], cells: { b: '-372 695' } },
 * ];
 * const report = await audit({ tables: [{ id: 't', unit: 'tkr', columns, rows }] });
 * isRight(report) && report.right.findings.map(({ where, by }) => [where, by]) // => [[['t/net/b'], '270000.00']]
 * ```
 */
export async function audit(document: AuditDocument, options: AuditOptions = {}): Promise<Either<AuditInputError, AuditReport>> {
  const built = buildModel(document);
  if (isLeft(built)) return built;
  const model = built.right;
  const solve = await loadSolver();
  const { seconds = 30, now, sets = 20, language = 'en' } = options;
  const tell = tellIn(language);
  const end = now === undefined ? undefined : now() + seconds * 1000;
  const clock = (): number => (now === undefined || end === undefined ? seconds : (end - now()) / 1000);
  const instead = (steps: ReadonlyMap<string, number>): Model | undefined => {
    const other = buildModel(document, steps);
    return isLeft(other) || other.right.identities.length !== model.identities.length ? undefined : other.right;
  };
  const blames: Blame[] = [];
  const open: AuditFinding[] = [];
  for (const component of componentsOf(model)) {
    const blamed = blame(model, component, { solve, clock, limit: sets, instead });
    blames.push(...blamed.blames);
    if (!blamed.complete) open.push(incomplete(model, component, blamed, tell));
  }
  const order = new Map([...model.owners.keys()].map((id, at) => [id, at]));
  const place = ({ where: [first = ''] }: AuditFinding): number => order.get(first) ?? 0;
  const errors = [...wrongBases(document, model, blameFindings(model, blames, tell), tell)].sort((a, b) => place(a) - place(b));
  const findings = [...errors, ...implausibleUnits(document, model, tell), ...open, ...roundingNotes(model, blames, tell)];
  return right({ feasible: errors.length > 0 ? false : open.length > 0 ? 'unknown' : true, checked: checkedIn(model), findings });
}

function checkedIn({ identities }: Model): Checked {
  const kinds = new Map<string, Set<string>>();
  for (const { kind, about } of identities) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(about));
  const count = (kind: string): number => kinds.get(kind)?.size ?? 0;
  return { sums: count('sum'), differences: count('columns'), percentages: count('ratio'), ties: count('tie') + count('claim') };
}

/** What a limit left open: all the cells of a component, of which some are proven wrong perhaps, and the rest is not known. */
function incomplete(model: Model, component: Component, { blames }: Blamed, tell: Tell): AuditFinding {
  const variables = component.flatMap((identity) => (model.identities[identity]?.terms ?? []).map(([variable]) => variable));
  const where = [...new Set(variables.flatMap((variable) => ownersAt(model, variable)))];
  const words = {
    cell: where[0] ?? '',
    count: String(Math.max(0, where.length - 1)),
    proven: String(blames.reduce((sum, { conflicts }) => sum + conflicts.length, 0)),
  };
  return { code: 'incomplete', severity: 'warning', where, alternatives: [], by: '', message: tell('incomplete', words) };
}
