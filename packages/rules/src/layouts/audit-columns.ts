import type { AuditColumn } from '../audit/document.js';
import type { SignFactor } from '../signs/preset.js';
import type { GivenColumn, Layout, LayoutColumn } from './layout.js';

/**
 * The columns of a layout as an audit takes them: each with what it equals, in the signs it is printed with. A percentage against the
 * elapsed share is the quotient of what was used beyond it: twelve parts less a base for each month, over twelve bases.
 *
 * @param months how many months of the year have passed, from 1 to 12
 * @example
 * ```ts
 * import { auditColumns, layouts } from '@driftbok/rules/audit';
 * const [monthly] = layouts;
 * monthly && auditColumns(monthly, 7)[2]?.equals // => 'outcome_period - budget_period'
 * ```
 */
export function auditColumns(layout: Layout, months: number): readonly AuditColumn[] {
  return layout.columns.map((column): AuditColumn => {
    const { id, label } = column;
    const equals = equalsOf(layout, column, months);
    if ('part' in column) return { id, label, unit: 'percent', decimals: column.decimals, ...(equals === undefined ? {} : { equals }) };
    return { id, label, ...(equals === undefined ? {} : { equals }) };
  });
}

/** The sign that a column is printed with, against the natural one. */
const factorOf = ({ signs }: Layout, column: GivenColumn): SignFactor => signs.factors[column.metric];

function equalsOf(layout: Layout, column: LayoutColumn, months: number): string | undefined {
  const factor = (name: string): SignFactor => {
    const found = layout.columns.find(({ id }) => id === name);
    return found === undefined || 'part' in found ? 1 : factorOf(layout, found);
  };
  if ('minuend' in column) {
    const own = factorOf(layout, column);
    const { minuend, subtrahend } = column;
    return sumOf([...term(minuend, own * factor(minuend)), ...term(subtrahend, -own * factor(subtrahend))]);
  }
  if (!('part' in column)) return undefined;
  const { part, base, against } = column;
  const [over, below] = [factor(part), factor(base)];
  if (against === undefined) return `${sumOf(term(part, over))} / ${sumOf(term(base, below))}`;
  return `${sumOf([...term(part, over, 12), ...term(base, -below, months)])} / ${sumOf(term(base, below, 12))}`;
}

interface Signed {
  readonly name: string;
  readonly sign: number;
}

const term = (name: string, sign: number, times = 1): readonly Signed[] => [{ name: times === 1 ? name : `${times} * ${name}`, sign }];

/** As an expression is written: what is added first, since a difference is read so. */
function sumOf(terms: readonly Signed[]): string {
  const ordered = [...terms].sort((a, b) => b.sign - a.sign);
  return ordered.map(({ name, sign }, at) => `${sign < 0 ? '- ' : at > 0 ? '+ ' : ''}${name}`).join(' ');
}
