import type { Measure } from './figure.js';
import type { Variable } from './model.js';

/** An amount times a number of something is an amount: a price for each of a volume. */
export function productOf(a: Measure, b: Measure): Measure | undefined {
  const [amount, count] = a.family === 'money' ? [a, b] : [b, a];
  return amount.family === 'money' && count.family !== 'money' && count.family !== 'percent' ? amount : undefined;
}

/** The product of two figures, and the least and the most that it can be, in whole grains: one of the two is in millionths. */
export function boundsOf(
  a: readonly [number, number],
  b: readonly [number, number],
  printedA: number,
  printedB: number,
): Pick<Variable, 'printed' | 'low' | 'high'> {
  const ends = a.flatMap((x) => b.map((y) => BigInt(x) * BigInt(y)));
  const [least, most] = ends.reduce(([low, high], end) => [end < low ? end : low, end > high ? end : high], [ends[0] ?? 0n, ends[0] ?? 0n]);
  // Each end is doubled.
  const whole = 4n * million;
  const down = (value: bigint): bigint => value / whole - (value % whole < 0n ? 1n : 0n);
  return { printed: Number((BigInt(printedA) * BigInt(printedB)) / million), low: Number(down(least)), high: Number(-down(-most)) };
}

const million = 1_000_000n;
