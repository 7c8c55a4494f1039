import type { Range } from './conflict.js';
import type { Owner } from './model.js';

/** What may have gone wrong with a printed figure. */
export type Cause =
  'below' | 'above' | 'sign' | 'unit' | 'transposed' | 'digit' | 'dropped-digit' | 'added-digit' | 'column' | 'row' | 'base' | 'unknown';

/** A guess at a wrong figure: what should have been printed, in steps, and how well the cause explains it, from 0 to 1. */
export interface Guess {
  readonly cause: Cause;
  readonly steps: number;
  readonly score: number;
}

/** Printed figures beside one, by which it may have been mistaken; in its own steps. */
export interface Neighbours {
  /** In the other columns of its row. */
  readonly inRow: readonly number[];
  /** In the other rows of its column; only where it is a total. */
  readonly inColumn: readonly number[];
}

const scores: Readonly<Record<Cause, number>> = {
  sign: 1,
  unit: 0.97,
  transposed: 0.95,
  digit: 0.9,
  row: 0.8,
  // Which way something went is what a text gets wrong before its table does.
  below: 0.9,
  above: 0.9,
  'dropped-digit': 0.75,
  'added-digit': 0.75,
  column: 0.7,
  base: 0.9,
  unknown: 0.1,
};

/**
 * The likeliest cause that makes a figure lie where the others need it; `unknown` with the nearest value where none does. Undefined where
 * no value would do. Values that are `refuted` were tried, and do not hold.
 */
export function guessOf(
  owner: Owner,
  range: Range,
  neighbours: Neighbours,
  refuted: (steps: number) => boolean = () => false,
): Guess | undefined {
  const { step, printed } = owner.figure;
  const steps = Math.round(printed / step);
  const { low, high } = stepsIn(range, owner);
  if (low !== undefined && high !== undefined && low > high) return undefined;
  if (low === undefined && high === undefined) return { cause: 'unknown', steps, score: scores.unknown };
  const middle = low === undefined ? (high ?? steps) : high === undefined ? low : (low + high) / 2;
  const reach = low === undefined || high === undefined ? 1 : Math.max((high - low) / 2, 0.5);
  const nearest = nearestTo(Math.round(middle), low, high);
  if (owner.figure.low === -Infinity) return { cause: 'below', steps: nearest, score: scores.below };
  if (owner.figure.high === Infinity) return { cause: 'above', steps: nearest, score: scores.above };
  let best: Guess = { cause: 'unknown', steps: nearest, score: scores.unknown };
  for (const [cause, value] of mistakes(steps, neighbours)) {
    if (value === steps || refuted(value) || (low !== undefined && value < low) || (high !== undefined && value > high)) continue;
    const score = scores[cause] * (1 - 0.3 * Math.min(1, Math.abs(value - middle) / reach));
    if (score > best.score) best = { cause, steps: value, score };
  }
  return best;
}

/** The printed values, in steps, that leave room for a range. */
function stepsIn(range: Range, { figure: { step } }: Owner): { readonly low: number | undefined; readonly high: number | undefined } {
  const half = BigInt(Math.floor(step / 2));
  return {
    low: range.low === undefined ? undefined : Number(range.low - half) / step,
    high: range.high === undefined ? undefined : Number(range.high + half) / step,
  };
}

/** Whether a figure could have been printed as so many steps where the others leave a range. */
export function lets(range: Range, owner: Owner, steps: number): boolean {
  const { low, high } = stepsIn(range, owner);
  return (low === undefined || steps >= low) && (high === undefined || steps <= high);
}

const nearestTo = (value: number, low: number | undefined, high: number | undefined): number =>
  low !== undefined && value < low ? Math.ceil(low) : high !== undefined && value > high ? Math.floor(high) : value;

/** What a figure may have been before one slip of the hand. */
function* mistakes(steps: number, { inRow, inColumn }: Neighbours): Generator<readonly [Cause, number]> {
  yield ['sign', -steps];
  for (const factor of [1000, 1e6]) {
    yield ['unit', steps * factor];
    if (Math.abs(steps) >= factor) yield ['unit', Math.round(steps / factor)];
  }
  const sign = steps < 0 ? -1 : 1;
  const digits = String(Math.abs(steps));
  for (let at = 0; at < digits.length; at++) {
    const [before, after] = [digits.slice(0, at), digits.slice(at + 1)];
    const next = after[0];
    if (next !== undefined) yield ['transposed', sign * Number(`${before}${next}${digits[at]}${after.slice(1)}`)];
    for (let digit = 0; digit <= 9; digit++) yield ['digit', sign * Number(`${before}${digit}${after}`)];
    if (digits.length > 1) yield ['added-digit', sign * Number(before + after)];
  }
  for (let at = 0; at <= digits.length; at++) {
    for (let digit = 0; digit <= 9; digit++) yield ['dropped-digit', sign * Number(`${digits.slice(0, at)}${digit}${digits.slice(at)}`)];
  }
  for (const value of inRow) yield ['column', value];
  for (const value of inColumn) {
    if (value === 0) continue;
    yield ['row', steps + value];
    yield ['row', steps - value];
  }
}
