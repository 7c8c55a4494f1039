import type { Component } from './components.js';
import { vanishing } from './elimination.js';
import type { Conflict } from './conflict.js';
import { conflictOf } from './conflict.js';
import type { Model } from './model.js';
import type { Solved } from './solver.js';

/** A conflict in whole numbers from a programme's duals; undefined where none of them proves one. */
export function proofOf(
  model: Model,
  component: Component,
  norms: readonly number[],
  solved: Solved,
  free: (variable: number) => boolean,
): Conflict | undefined {
  const weights = component.map((identity, at) => [identity, solved.dual(at) / (norms[at] ?? 1)] as const);
  const largest = weights.reduce((most, [, weight]) => Math.max(most, Math.abs(weight)), 0);
  const used = weights.filter(([, weight]) => Math.abs(weight) > 1e-9 * largest);
  // Several conflicts at once come as one sum: apart they blame fewer cells.
  for (const part of apart(model, used)) {
    for (const whole of inWholeNumbers(model, part, free)) {
      const conflict = conflictOf(model, whole, free);
      if (conflict !== undefined) return fewer(model, conflict, free);
    }
  }
  return undefined;
}

/** Identities with the weights that a solver gave them. */
type Weighted = readonly (readonly [number, number])[];

/**
 * Multipliers of sums and differences are small fractions of each other; of percentages, whatever they are: then what has no bounds has
 * to vanish from their sum exactly, which no rounding of weights alone does.
 */
function* inWholeNumbers(
  model: Model,
  weights: Weighted,
  free: (variable: number) => boolean,
): Generator<readonly (readonly [number, bigint])[]> {
  const least = Math.min(...weights.map(([, weight]) => Math.abs(weight)));
  for (const times of [1, 2, 3, 4, 6, 12]) {
    const scaled = weights.map(([identity, weight]) => [identity, (weight / least) * times] as const);
    if (scaled.every(([, weight]) => Math.abs(weight - Math.round(weight)) < 1e-6 * times)) {
      yield scaled.map(([identity, weight]) => [identity, BigInt(Math.round(weight))] as const);
    }
  }
  const largest = Math.max(...weights.map(([, weight]) => Math.abs(weight)));
  const near = weights.map(([identity, weight]) => [identity, BigInt(Math.round((weight / largest) * 2 ** 50))] as const);
  yield near;
  const unbounded = (index: number): boolean => {
    const variable = model.variables[index];
    return free(index) || (variable?.low === -Infinity && variable.high === Infinity);
  };
  const exact = vanishing(model, near, unbounded);
  if (exact !== undefined) yield exact;
}

/** Weighted identities in groups that share no variable that counts. */
function apart(model: Model, weights: Weighted): readonly Weighted[] {
  const groups: { readonly variables: Set<number>; readonly weights: (readonly [number, number])[] }[] = [];
  for (const each of weights) {
    const variables = new Set((model.identities[each[0]]?.terms ?? []).map(([variable]) => variable));
    const mine = { variables, weights: [each] };
    for (const group of groups.filter((other) => [...variables].some((variable) => other.variables.has(variable)))) {
      for (const variable of group.variables) mine.variables.add(variable);
      mine.weights.push(...group.weights);
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push(mine);
  }
  return groups.map((group) => group.weights);
}

/** Leaves out the identities without which a conflict remains. */
function fewer(model: Model, conflict: Conflict, free: (variable: number) => boolean): Conflict {
  let kept = conflict;
  for (const [identity] of conflict.identities) {
    if (kept.identities.length === 1) break;
    const without = conflictOf(
      model,
      kept.identities.filter(([other]) => other !== identity),
      free,
    );
    if (without !== undefined) kept = without;
  }
  return kept;
}
