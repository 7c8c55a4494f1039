import type { Amount, AmountError, Codec, Either } from '@driftbok/core';
import { amountFromOre, isLeft, object, oneOf, refined, right } from '@driftbok/core';
import type { Notation } from './notation.js';
import { notationFields, setDigits, swedishNotation } from './notation.js';
import type { NumberError, Printed } from './printed.js';
import { numberError, scan } from './scan.js';

/** Kronor, thousands of them (tkr) or millions (mnkr, also written mkr). */
export type Unit = 'kr' | 'tkr' | 'mnkr';

/** How amounts are printed: the unit, how many of its decimals, and how the digits are set. */
export interface NumberFormat extends Notation {
  readonly unit: Unit;
  readonly decimals: 0 | 1 | 2;
}

/** The codec of {@link NumberFormat}. */
export const numberFormat: Codec<NumberFormat> = object<NumberFormat>('NumberFormat', {
  unit: oneOf('kr', 'tkr', 'mnkr'),
  decimals: refined<0 | 1 | 2>('0 | 1 | 2', (u) => u === 0 || u === 1 || u === 2),
  ...notationFields,
});

/** Thousands of kronor without decimals, as most reports print them. */
export const tkr: NumberFormat = { ...swedishNotation, unit: 'tkr', decimals: 0 };

/** A format as the JSON contract shows figures: U+0020 between thousands and "-", whatever a municipality prints with. */
export const contractFormat = (format: NumberFormat): NumberFormat => ({ ...format, thousands: ' ', minus: '-' });

/** The öre in one of a unit. */
export const oreIn: Readonly<Record<Unit, number>> = { kr: 100, tkr: 100_000, mnkr: 100_000_000 };

/**
 * The öre in one step of a format's last printed digit: from 1 (kr with two decimals) to 100 000 000 (whole mnkr).
 *
 * @example
 * ```ts
 * import { stepOf, tkr } from '@driftbok/rules';
 * stepOf(tkr) // => 100000
 * ```
 */
export const stepOf = ({ unit, decimals }: Pick<NumberFormat, 'unit' | 'decimals'>): number => oreIn[unit] / 10 ** decimals;

/**
 * How many steps of a format's last printed digit an exact amount is shown as: rounded half away from zero, never -0.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { stepsOf, tkr } from '@driftbok/rules';
 * stepsOf(orThrow(parseAmount('-500.00')), tkr) // => -1
 * ```
 */
export function stepsOf(amount: Amount, format: Pick<NumberFormat, 'unit' | 'decimals'>): number {
  const step = stepOf(format);
  const ore = Math.abs(amount);
  // Whole numbers all the way: the quotient and the remainder of safe integers are exact, a division would not be.
  const rest = ore % step;
  const steps = (ore - rest) / step + (2 * rest >= step ? 1 : 0);
  return amount < 0 && steps > 0 ? -steps : steps;
}

/**
 * The amount that a format shows for an exact one: rounded half away from zero to whole steps of its last digit.
 *
 * Left: `AmountError` with reason `overflow`, where the rounded amount passes the largest one.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { roundAmount, tkr } from '@driftbok/rules';
 * roundAmount(orThrow(parseAmount('-1041500.00')), tkr) // => { _tag: 'Right', right: -104200000 }
 * ```
 */
export function roundAmount(amount: Amount, format: Pick<NumberFormat, 'unit' | 'decimals'>): Either<AmountError, Amount> {
  return amountFromOre(stepsOf(amount, format) * stepOf(format));
}

/**
 * Prints an exact amount, given in öre: rounded half away from zero in the format's unit, its digits set as the format says. What
 * rounds to nothing is "0", never "-0".
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { formatNumber, tkr } from '@driftbok/rules';
 * formatNumber(orThrow(parseAmount('-1041000.00')), tkr) // => '-1 041'
 * formatNumber(orThrow(parseAmount('499.99')), tkr) // => '0'
 * formatNumber(orThrow(parseAmount('-216509000.00')), { ...tkr, unit: 'mnkr', decimals: 1 }) // => '-216,5'
 * ```
 */
export function formatNumber(amount: Amount, format: NumberFormat): string {
  const digits = String(Math.abs(stepsOf(amount, format))).padStart(format.decimals + 1, '0');
  const point = digits.length - format.decimals;
  return setDigits(amount < 0, digits.slice(0, point), digits.slice(point), format);
}

/**
 * Reads a printed amount: öre, of what the digits say in the format's unit. Takes a space, U+00A0 or U+202F between thousands, or
 * nothing; "-", "−" or "–" as a minus and "+", each perhaps with a space after it. Decimals may be fewer than the format's.
 * A blank, a dash and an asterisk are no numbers and come back as what they are.
 *
 * Left: `NumberError` with reason `form` (also zeros before the number), `grouping` ("1 0000": the groups are of three digits, or there
 * are none), `decimals` (more than the format's), `percent` (an amount is none), or `overflow`.
 *
 * @example
 * ```ts
 * import { parseNumber, tkr } from '@driftbok/rules';
 * parseNumber('−1 041', tkr) // => { _tag: 'Right', right: { kind: 'number', value: -104100000 } }
 * parseNumber('*', tkr) // => { _tag: 'Right', right: { kind: 'asterisk' } }
 * ```
 */
export function parseNumber(text: string, format: NumberFormat): Either<NumberError, Printed<Amount>> {
  const scanned = scan(text, format.decimal);
  if (isLeft(scanned)) return scanned;
  if (scanned.right.kind !== 'number') return right(scanned.right);
  const { negative, whole, fraction, percent } = scanned.right.value;
  if (percent) return numberError('percent', `an amount in ${format.unit}`, text);
  if (fraction.length > format.decimals) return numberError('decimals', `at most ${format.decimals} decimals`, text);
  const ore = BigInt(whole + fraction.padEnd(format.decimals, '0')) * BigInt(stepOf(format));
  const amount = amountFromOre(Number(negative ? -ore : ore));
  if (isLeft(amount)) return numberError('overflow', `an amount: ${amount.left.expected}`, text);
  return right({ kind: 'number', value: amount.right });
}
