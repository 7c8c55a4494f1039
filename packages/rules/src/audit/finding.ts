import type { Measure } from './figure.js';

/**
 * What a finding is. `rounding`: shown parts miss a shown total, exact ones do not. `error`: a figure of a table that cannot be true.
 * `missing-row`: a total that a row explains. `contradiction`: two places, a text or a percentage disagree. `unit`, `sign`: a figure
 * that is right in another unit or with the other sign. `incomplete`: the time was out before all was looked at.
 */
export type FindingCode = 'rounding' | 'error' | 'missing-row' | 'contradiction' | 'unit' | 'sign' | 'incomplete';

/** Something that an audit found. */
export interface AuditFinding {
  readonly code: FindingCode;
  readonly severity: 'note' | 'warning' | 'error';
  /** The likeliest cells to blame, together: `table/row/column`, or `claims/<index>`. */
  readonly where: readonly string[];
  /** The other smallest sets of cells that would explain it, likeliest first. */
  readonly alternatives: readonly (readonly string[])[];
  /** Kronor with two decimals; in the table's own unit where that is not money. */
  readonly by: string;
  readonly message: string;
}

/** Grains as a decimal text: kronor with two decimals, or the unit's own figure without zeros at its end. */
export function unitsOf({ family }: Measure, grains: number): string {
  const decimals = family === 'money' ? 2 : 6;
  const digits = String(Math.round(grains)).padStart(decimals + 1, '0');
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return family === 'money' ? text : text.replace(/\.?0+$/, '');
}

/** The same for people: with its unit. */
export const kronorOf = (measure: Measure, grains: number): string =>
  `${unitsOf(measure, grains)} ${measure.family === 'money' ? 'kr' : measure.family}`.trim();
