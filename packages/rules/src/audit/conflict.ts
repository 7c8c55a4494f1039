import type { Model } from './model.js';
import { ownersOf } from './model.js';

/** Identities, each times a whole number, that together ask for what the printed figures do not allow: a proof, checked exactly. */
export interface Conflict {
  /** What takes part: one of these is wrong at least. */
  readonly owners: ReadonlySet<string>;
  readonly identities: readonly (readonly [identity: number, weight: bigint])[];
  /** What the identities come to, by the variable's index. */
  readonly sum: ReadonlyMap<number, bigint>;
}

/** A range of whole numbers; undefined where there is no end. */
export interface Range {
  readonly low: bigint | undefined;
  readonly high: bigint | undefined;
}

/** The figures that a variable rests on, by its index. */
export function ownersAt({ variables }: Model, index: number): readonly string[] {
  const variable = variables[index];
  return variable === undefined ? [] : ownersOf(variable);
}

/** The sum of variables that weighted identities ask to be nothing. */
function sumOf(model: Model, weights: readonly (readonly [number, bigint])[]): ReadonlyMap<number, bigint> {
  const sum = new Map<number, bigint>();
  for (const [identity, weight] of weights) {
    for (const [variable, coefficient] of model.identities[identity]?.terms ?? []) {
      sum.set(variable, (sum.get(variable) ?? 0n) + weight * BigInt(coefficient));
    }
  }
  for (const [variable, coefficient] of sum) if (coefficient === 0n) sum.delete(variable);
  return sum;
}

/** How far a weighted sum of variables can reach, by their bounds, but for those that are free. */
export function reachOf(model: Model, sum: Iterable<readonly [number, bigint]>, free: (variable: number) => boolean): Range {
  let low: bigint | undefined = 0n;
  let high: bigint | undefined = 0n;
  for (const [index, coefficient] of sum) {
    const variable = model.variables[index];
    const unbound = variable === undefined || free(index);
    const least = unbound ? -Infinity : coefficient > 0n ? variable.low : variable.high;
    const most = unbound ? Infinity : coefficient > 0n ? variable.high : variable.low;
    low = low === undefined || !Number.isFinite(least) ? undefined : low + coefficient * BigInt(least);
    high = high === undefined || !Number.isFinite(most) ? undefined : high + coefficient * BigInt(most);
  }
  return { low, high };
}

/** The conflict that weighted identities make, where they make one although some variables are free. */
export function conflictOf(
  model: Model,
  weights: readonly (readonly [number, bigint])[],
  free: (variable: number) => boolean,
): Conflict | undefined {
  const sum = sumOf(model, weights);
  const { low, high } = reachOf(model, sum, free);
  if (!((low !== undefined && low > 0n) || (high !== undefined && high < 0n))) return undefined;
  const owners = new Set([...sum.keys()].flatMap((index) => ownersAt(model, index)));
  return { owners, identities: weights, sum };
}

/** Where a variable would have to lie for a conflict to be none, all else as printed. */
export function impliedBy(model: Model, { sum }: Conflict, variable: number): Range {
  const own = sum.get(variable);
  if (own === undefined) return { low: undefined, high: undefined };
  const rest = reachOf(
    model,
    [...sum].filter(([index]) => index !== variable),
    () => false,
  );
  // own · x = −rest
  const [low, high] = own > 0n ? [rest.high, rest.low] : [rest.low, rest.high];
  return { low: low === undefined ? undefined : ceiling(-low, own), high: high === undefined ? undefined : -ceiling(high, own) };
}

function ceiling(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a > 0n === b > 0n ? quotient + 1n : quotient;
}
