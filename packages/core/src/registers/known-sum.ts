import type { Amount, AmountError } from '../base/amount.js';
import { oreOf, sumAmounts } from '../base/amount.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';

/** Amounts of which some are not known. What is known adds up to `known`: null where none is, which is not 0. */
export interface KnownSum {
  /** Öre. */
  readonly known: Amount | null;
  /** How many amounts are said to be there, and are not known. */
  readonly unknown: number;
}

/** The sum of amounts as events carry them; undefined for one that is not known. Left: `AmountError`, reason `overflow`. */
export function knownSum(amounts: Iterable<string | undefined>): Either<AmountError, KnownSum> {
  const known: Amount[] = [];
  let unknown = 0;
  for (const amount of amounts) {
    if (amount === undefined) unknown++;
    else known.push(oreOf(amount) as Amount);
  }
  return summed(known, unknown);
}

/** Sums put together. Left: `AmountError`, reason `overflow`. */
export function addKnown(sums: readonly KnownSum[]): Either<AmountError, KnownSum> {
  return summed(
    sums.flatMap(({ known }) => (known === null ? [] : [known])),
    sums.reduce((count, { unknown }) => count + unknown, 0),
  );
}

function summed(known: readonly Amount[], unknown: number): Either<AmountError, KnownSum> {
  if (known.length === 0) return right({ known: null, unknown });
  const sum = sumAmounts(known);
  return isLeft(sum) ? sum : right({ known: sum.right, unknown });
}
