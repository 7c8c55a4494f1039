import type { Model } from './model.js';

/** Beyond it exact elimination costs more than a proof is worth. */
const maxColumns = 200;

type Weights = readonly (readonly [identity: number, weight: bigint])[];

/**
 * Weights near those given under which some variables vanish from the sum exactly: the weights of as many identities as there are such
 * variables follow from the others'. Undefined where none but nothing does, or there are too many.
 *
 * @param gone which variables have to vanish
 */
export function vanishing(model: Model, near: Weights, gone: (variable: number) => boolean): Weights | undefined {
  const columns = new Map<number, bigint[]>();
  for (const [at, [identity]] of near.entries()) {
    for (const [variable, coefficient] of model.identities[identity]?.terms ?? []) {
      if (!gone(variable)) continue;
      const column = columns.get(variable) ?? near.map(() => 0n);
      column[at] = BigInt(coefficient);
      columns.set(variable, column);
    }
  }
  if (columns.size === 0 || columns.size > maxColumns) return undefined;
  // Each equation says of the weights that a column comes to nothing; each is solved for one weight, without fractions.
  const equations: { readonly row: bigint[]; readonly pivot: number }[] = [];
  for (const column of columns.values()) {
    let row = column;
    for (const { row: known, pivot } of equations) row = without(row, known, pivot);
    const pivot = row.findIndex((coefficient) => coefficient !== 0n);
    if (pivot < 0) continue;
    for (const equation of equations) equation.row.splice(0, equation.row.length, ...without(equation.row, row, pivot));
    equations.push({ row: [...row], pivot });
  }
  const common = equations.reduce((product, { row, pivot }) => lcm(product, size(row[pivot] ?? 1n)), 1n);
  const solved = near.map(([, weight]) => weight * common);
  for (const { row, pivot } of equations) {
    const rest = row.reduce((sum, coefficient, at) => (at === pivot ? sum : sum + coefficient * (solved[at] ?? 0n)), 0n);
    solved[pivot] = -rest / (row[pivot] ?? 1n);
  }
  const weights = near.flatMap(([identity], at) => (solved[at] === 0n ? [] : [[identity, solved[at] ?? 0n] as const]));
  return weights.length === 0 ? undefined : weights;
}

/** A row without its entry at a pivot, divided by what its entries share. */
function without(row: readonly bigint[], known: readonly bigint[], pivot: number): bigint[] {
  const [own, other] = [row[pivot] ?? 0n, known[pivot] ?? 1n];
  const mixed = own === 0n ? [...row] : row.map((coefficient, at) => coefficient * other - (known[at] ?? 0n) * own);
  const shared = mixed.reduce((divisor, coefficient) => gcd(divisor, size(coefficient)), 0n);
  return shared > 1n ? mixed.map((coefficient) => coefficient / shared) : mixed;
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);
const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
