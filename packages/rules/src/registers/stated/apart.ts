import type { Book } from '@driftbok/core';
import { Decimal } from '@driftbok/core';
import type { PresentedFinding } from '../../present/presented.js';

/**
 * Figures that the texts of two ledgers state under one name, such as a national rate, and not alike: each a warning. The name is the
 * claim's id, so a figure of its own municipality has an id of its own.
 *
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { figuresApart } from '@driftbok/rules';
 * figuresApart(emptyBook(), emptyBook()) // => []
 * ```
 */
export function figuresApart(one: Book, other: Book): readonly PresentedFinding[] {
  return [...one.state.claims.values()].flatMap(({ claim, label, figure, unit }): readonly PresentedFinding[] => {
    const there = other.state.claims.get(claim);
    if (there === undefined || there.unit !== unit || new Decimal(there.figure).eq(figure)) return [];
    const by = new Decimal(there.figure).minus(figure).toString();
    const message = `${label}: ${figure} i den ena texten, ${there.figure} i den andra (${there.figure} − ${figure} = ${by}).`;
    return [{ code: 'figures-apart', severity: 'warning', where: [`claim:${claim}`], by, message }];
  });
}
