import type { Either } from './either.js';
import { left, right } from './either.js';

declare const amountBrand: unique symbol;

/**
 * An amount of money in whole öre: a safe integer, never `-0`. Natural signs: income positive, cost negative.
 * Exact up to ±90 071 992 547 409.91 kr.
 */
export type Amount = number & { readonly [amountBrand]: 'öre' };

/** A text or a number that is no amount. `got` is what came, cut to 80 characters. */
export interface AmountError {
  readonly _tag: 'AmountError';
  readonly reason: 'form' | 'third-decimal' | 'overflow';
  readonly expected: string;
  readonly got: string;
}

/** No öre. */
export const zero: Amount = 0 as Amount;

const ZERO = 48;
const NINE = 57;
const MINUS = 45;
const POINT = 46;

/**
 * The öre in an amount's text, or NaN where the text is not in the canonical form. The form is checked and read in one pass,
 * since every line of every import goes through here; {@link parseAmount} says what is wrong.
 */
export function oreOf(text: string): number {
  const end = text.length - 3;
  const negative = text.charCodeAt(0) === MINUS;
  const start = negative ? 1 : 0;
  if (end <= start || text.charCodeAt(end) !== POINT) return Number.NaN;
  // A leading zero would give the same money a second spelling, and so a second hash.
  if (text.charCodeAt(start) === ZERO && end - start > 1) return Number.NaN;
  let ore = 0;
  for (let i = start; i < text.length; i++) {
    if (i === end) continue;
    const digit = text.charCodeAt(i);
    if (digit < ZERO || digit > NINE) return Number.NaN;
    ore = ore * 10 + (digit - ZERO);
  }
  if (ore > Number.MAX_SAFE_INTEGER || (negative && ore === 0)) return Number.NaN;
  return negative ? -ore : ore;
}

const refuse = (reason: AmountError['reason'], expected: string, got: string): Either<AmountError, never> =>
  left({ _tag: 'AmountError', reason, expected, got: got.slice(0, 80) });

/**
 * Reads an amount in kronor with exactly two decimals, as events carry it: no plus sign, no `-0.00`, no leading zeros.
 *
 * Left: `AmountError` with reason `third-decimal` (more than two decimals), `overflow` (beyond a safe integer of öre), or `form`.
 *
 * @example
 * ```ts
 * import { parseAmount } from '@driftbok/core';
 * parseAmount('-1041000.00') // => { _tag: 'Right', right: -104100000 }
 * ```
 */
export function parseAmount(text: string): Either<AmountError, Amount> {
  const ore = oreOf(text);
  if (!Number.isNaN(ore)) return right(ore as Amount);
  if (/^-?\d+\.\d{3,}$/.test(text)) return refuse('third-decimal', 'exactly two decimals', text);
  if (/^-?[1-9]\d*\.\d{2}$/.test(text)) return refuse('overflow', 'at most 90071992547409.91 kr either way', text);
  return refuse('form', 'kronor with two decimals, such as "-1041000.00"', text);
}

/**
 * An amount from a number of whole öre.
 *
 * Left: `AmountError` with reason `third-decimal` (not a whole number), `overflow`, or `form` (NaN or infinite).
 *
 * @example
 * ```ts
 * import { amountFromOre } from '@driftbok/core';
 * amountFromOre(150) // => { _tag: 'Right', right: 150 }
 * ```
 */
export function amountFromOre(ore: number): Either<AmountError, Amount> {
  if (Number.isSafeInteger(ore)) return right((ore === 0 ? 0 : ore) as Amount);
  if (!Number.isFinite(ore)) return refuse('form', 'a whole number of öre', String(ore));
  return Number.isInteger(ore)
    ? refuse('overflow', 'at most 9007199254740991 öre either way', String(ore))
    : refuse('third-decimal', 'a whole number of öre', String(ore));
}

/**
 * The canonical text of an amount: kronor, two decimals, a minus as "-".
 *
 * @example
 * ```ts
 * import { formatAmount, orThrow, parseAmount } from '@driftbok/core';
 * formatAmount(orThrow(parseAmount('-0.05'))) // => '-0.05'
 * ```
 */
export function formatAmount(amount: Amount): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The same money the other way; 0 stays 0 and never becomes -0. */
export function negateAmount(amount: Amount): Amount {
  return (amount === 0 ? 0 : -amount) as Amount;
}

/** The sum of two amounts. Left: `AmountError`, reason `overflow`. */
export function addAmounts(a: Amount, b: Amount): Either<AmountError, Amount> {
  return amountFromOre(a + b);
}

/** `a` less `b`. Left: `AmountError`, reason `overflow`. */
export function subtractAmounts(a: Amount, b: Amount): Either<AmountError, Amount> {
  return amountFromOre(a - b);
}

/**
 * The exact sum of amounts in any order; an overflow on the way that the rest takes back is none.
 *
 * Left: `AmountError`, reason `overflow`, when the sum itself is too large.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount, sumAmounts } from '@driftbok/core';
 * sumAmounts(['1.00', '-0.25'].map((text) => orThrow(parseAmount(text)))) // => { _tag: 'Right', right: 75 }
 * ```
 */
export function sumAmounts(amounts: Iterable<Amount>): Either<AmountError, Amount> {
  let sum = 0n;
  for (const amount of amounts) sum += BigInt(amount);
  return amountFromOre(Number(sum));
}
