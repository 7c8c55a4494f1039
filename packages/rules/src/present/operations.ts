import type { Book, Codes, Month, Selection } from '@driftbok/core';
import { codePath } from '@driftbok/core';
import type { Preset } from '../presets/preset.js';

/**
 * The running operations, as far as a ledger has their codes: an investment is part of no result. Only dimensions in which the ledger has
 * more than these roots: elsewhere the selection would say nothing.
 *
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { norrtalje, operationsIn } from '@driftbok/rules';
 * operationsIn(emptyBook(), norrtalje) // => {}
 * ```
 */
export function operationsIn({ state }: Book, { operations = {} }: Pick<Preset, 'operations'>): Selection {
  return Object.fromEntries(
    Object.entries(operations).filter(([dimension, codes]) => {
      const known = state.dimensions.get(dimension)?.codes;
      const others = [...(known?.values() ?? [])].some(
        ({ code, parents }) => !codes.includes(code) && parents.some(({ value }) => value === undefined),
      );
      return others && codes.every((code) => known?.has(code) === true);
    }),
  );
}

/**
 * Whether codes are of income or of cost, in a month's organisation; undefined where they do not say, or the preset does not.
 *
 * @example
 * ```ts
 * import { emptyBook } from '@driftbok/core';
 * import { incomeOrCost, norrtalje } from '@driftbok/rules';
 * incomeOrCost(emptyBook(), norrtalje, { konto: 'intakter' }, '2025-07') // => 'income'
 * ```
 */
export function incomeOrCost(book: Book, { kinds }: Pick<Preset, 'kinds'>, codes: Codes, month: Month): 'income' | 'cost' | undefined {
  const code = kinds === undefined ? undefined : codes[kinds.dimension];
  if (kinds === undefined || code === undefined) return undefined;
  const path = codePath(book, kinds.dimension, code, month);
  if (path.includes(kinds.income)) return 'income';
  return path.includes(kinds.cost) ? 'cost' : undefined;
}
