import type { Codec, Either } from '@driftbok/core';
import { Decimal, isLeft, object, oneOf, right } from '@driftbok/core';
import { whole as wholeNumber } from '../codec/scalars.js';
import type { Notation } from './notation.js';
import { notationFields, setDigits } from './notation.js';
import type { NumberError, Printed } from './printed.js';
import { numberError, scan } from './scan.js';

/** How ratios, percentages and counts are printed. */
export interface DecimalFormat extends Notation {
  /** From 0 to 20. */
  readonly decimals: number;
  /** The mark of a percentage, whose value is a hundredth of what is printed; empty for a plain number. */
  readonly percent: '' | '%' | ' %';
}

/** The codec of {@link DecimalFormat}. */
export const decimalFormat: Codec<DecimalFormat> = object<DecimalFormat>('DecimalFormat', {
  decimals: wholeNumber(0, 20),
  percent: oneOf('', '%', ' %'),
  ...notationFields,
});

const scaleOf = ({ percent }: DecimalFormat): number => (percent === '' ? 1 : 100);

/**
 * Prints a ratio, a percentage or a count: rounded half away from zero, never "-0". What is no finite number, such as a share of
 * nothing, is shown as "-".
 *
 * @example
 * ```ts
 * import { Decimal } from '@driftbok/core';
 * import { formatDecimal, swedishNotation } from '@driftbok/rules';
 * formatDecimal(new Decimal('9600').div('342880'), { ...swedishNotation, decimals: 1, percent: ' %' }) // => '2,8 %'
 * ```
 */
export function formatDecimal(value: Decimal, format: DecimalFormat): string {
  if (!value.isFinite()) return '-';
  const [whole = '0', fraction = ''] = value.abs().times(scaleOf(format)).toFixed(format.decimals, Decimal.ROUND_HALF_UP).split('.');
  return `${setDigits(value.isNegative(), whole, fraction, format)}${format.percent}`;
}

/**
 * Reads a printed ratio, percentage or count, by the same rules as {@link parseNumber}. A percentage may be printed without its "%",
 * as in a column headed by one. Decimals may be fewer than the format's.
 *
 * Left: `NumberError` with reason `form`, `grouping`, `decimals`, or `percent` (a "%" where the format has none).
 *
 * @example
 * ```ts
 * import { isRight } from '@driftbok/core';
 * import { parseDecimal, swedishNotation } from '@driftbok/rules';
 * const read = parseDecimal('- 0,5%', { ...swedishNotation, decimals: 1, percent: ' %' });
 * isRight(read) && read.right.kind === 'number' && read.right.value.toString() // => '-0.005'
 * ```
 */
export function parseDecimal(text: string, format: DecimalFormat): Either<NumberError, Printed<Decimal>> {
  const scanned = scan(text, format.decimal);
  if (isLeft(scanned)) return scanned;
  if (scanned.right.kind !== 'number') return right(scanned.right);
  const { negative, whole, fraction, percent } = scanned.right.value;
  if (percent && format.percent === '') return numberError('percent', 'a plain number', text);
  if (fraction.length > format.decimals) return numberError('decimals', `at most ${format.decimals} decimals`, text);
  const value = new Decimal(`${whole}.${fraction}0`).div(scaleOf(format));
  return right({ kind: 'number', value: negative && !value.isZero() ? value.negated() : value });
}
