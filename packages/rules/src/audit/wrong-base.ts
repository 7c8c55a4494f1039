import type { AuditDocument } from './document.js';
import type { Term } from './expression.js';
import { parseExpression } from './expression.js';
import type { AuditFinding } from './finding.js';
import { unitsOf } from './finding.js';
import { measureOf } from './figure.js';
import type { Model, Owner } from './model.js';
import type { Tell } from './tell.js';

/**
 * Findings of percentages that hold against another base, told so: the later year's instead of the earlier's. A finding is only looked
 * at where the share itself is among the cells to blame.
 */
export function wrongBases(document: AuditDocument, model: Model, findings: readonly AuditFinding[], tell: Tell): readonly AuditFinding[] {
  const shares = sharesOf(document);
  return findings.map((finding) => {
    const sets = [finding.where, ...finding.alternatives];
    for (const set of sets) {
      const owner = set.length === 1 ? model.owners.get(set[0] ?? '') : undefined;
      const base = owner === undefined ? undefined : baseOf(owner, shares.get(owner.id), model);
      if (owner === undefined || base === undefined) continue;
      const message = tell('base', { cell: owner.id, printed: owner.text, should: base.name });
      const by = unitsOf(owner.measure, base.off);
      return { ...finding, code: 'contradiction', by, where: set, alternatives: sets.filter((other) => other !== set), message };
    }
    return finding;
  });
}

/** The formula of each share, in cells. */
function sharesOf({ tables, ties = [], claims = [] }: AuditDocument): ReadonlyMap<string, string> {
  const shares = new Map<string, string>();
  for (const tie of ties) if ('equals' in tie) shares.set(tie.cell, tie.equals);
  for (const [index, { equals }] of claims.entries()) if (equals !== undefined) shares.set(`claims/${index}`, equals);
  for (const { id, columns, rows } of tables) {
    for (const column of columns) {
      if (column.equals === undefined) continue;
      const inRow = (row: string): string =>
        (column.equals ?? '')
          .split(/\s+/)
          .map((word) => (/^[-+*/−–]$|^\d+$/.test(word) ? word : `${id}/${row}/${word}`))
          .join(' ');
      for (const row of rows) shares.set(`${id}/${row.id}/${column.id}`, inRow(row.id));
    }
  }
  return shares;
}

interface OtherBase {
  readonly name: string;
  /** How far the printed share is from the one that was meant, in grains. */
  readonly off: number;
}

/** Another figure of the formula that the printed share is a share of. */
function baseOf(owner: Owner, formula: string | undefined, model: Model): OtherBase | undefined {
  const read = formula === undefined ? undefined : parseExpression(formula);
  if (read === undefined || read._tag === 'Left' || typeof read.right.by !== 'object') return undefined;
  const { terms, by } = read.right;
  if ([...terms, ...by].some(({ times }) => times !== undefined)) return undefined;
  const families = new Set([...terms, ...by].map(({ name }) => model.owners.get(name)?.measure.family));
  // What is counted in another unit is no other base.
  if (families.size > 1) return undefined;
  const sum = (over: readonly Term[]): number =>
    over.reduce((total, { name, sign }) => total + sign * (model.owners.get(name)?.figure.printed ?? Number.NaN), 0);
  const whole = owner.measure.family === measureOf('%').family ? 1e8 : 1e6;
  const { printed, step, low, high } = owner.figure;
  const bases = new Set(by.map(({ name }) => name));
  const other = terms.find(({ name }) => {
    const share = (whole * sum(terms)) / sum([{ name, sign: 1 }]);
    return !bases.has(name) && share >= low && share <= high;
  });
  const meant = Math.round((whole * sum(terms)) / sum(by) / step) * step;
  return other === undefined ? undefined : { name: other.name, off: Math.abs(meant - printed) };
}
