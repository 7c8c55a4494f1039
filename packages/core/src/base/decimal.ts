import { Decimal as Shared } from 'decimal.js';

/**
 * Driftbok's own Decimal: 60 digits, half away from zero. A clone, since any host may change the settings of decimal.js's shared
 * constructor, and its default of 20 digits would round products. For ratios, prices and rounding; money itself is {@link Amount}.
 */
export const Decimal: typeof Shared = Shared.clone({ defaults: true, precision: 60, rounding: Shared.ROUND_HALF_UP });
export type Decimal = Shared;

/**
 * Spreads a whole number over weights so that the parts add up to it exactly: part k is the rounded running share up to k less
 * the one up to k − 1. Weights that sum to 0 are taken as equal. Integers in BigInt, since amount × weight passes 2^53.
 *
 * @example
 * ```ts
 * import { spread } from '@driftbok/core';
 * spread(100, [1, 1, 1]) // => [33, 34, 33]
 * ```
 */
export function spread(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
  const equal = sum === 0n;
  const whole = equal ? BigInt(weights.length) : sum;
  let running = 0n;
  let given = 0n;
  return weights.map((weight) => {
    running += equal ? 1n : BigInt(weight);
    const upTo = divideRounded(BigInt(total) * running, whole);
    const part = upTo - given;
    given = upTo;
    return Number(part);
  });
}

/** `a / b` to the nearest whole number, halves away from zero. */
export function divideRounded(a: bigint, b: bigint): bigint {
  const negative = a < 0n !== b < 0n;
  const [over, under] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const rounded = (2n * over + under) / (2n * under);
  return negative ? -rounded : rounded;
}
