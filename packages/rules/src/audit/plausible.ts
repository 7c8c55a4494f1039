import type { AuditDocument } from './document.js';
import type { AuditFinding } from './finding.js';
import { unitsOf } from './finding.js';
import type { Model, Owner } from './model.js';
import type { Tell } from './tell.js';
import { printedAs } from './tell.js';

/** 100 miljarder kronor in öre: more than any municipality turns over in a year. */
const most = 1e13;

/**
 * Tables whose figures no municipality has: a heading in mnkr over kronor. Such a table adds up in any unit, so this is no proof but a
 * warning, at its largest figure; `by` is what is too much if the figures are kronor.
 */
export function implausibleUnits({ tables }: AuditDocument, model: Model, tell: Tell): readonly AuditFinding[] {
  return tables.flatMap(({ id, unit }): readonly AuditFinding[] => {
    let largest: Owner | undefined;
    for (const owner of model.owners.values()) {
      if (owner.table !== id || owner.measure.family !== 'money') continue;
      if (largest === undefined || Math.abs(owner.figure.printed) > Math.abs(largest.figure.printed)) largest = owner;
    }
    if (largest === undefined || Math.abs(largest.figure.printed) <= most || largest.measure.grains === 100) return [];
    const { printed, step } = largest.figure;
    const by = unitsOf(largest.measure, Math.abs(printed) - (Math.abs(printed) / largest.measure.grains) * 100);
    const message = tell('implausible-unit', { cell: largest.id, printed: printedAs(largest, printed / step), unit });
    return [{ code: 'unit', severity: 'warning', where: [largest.id], alternatives: [], by, message }];
  });
}
