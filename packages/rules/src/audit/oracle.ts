import type { Component } from './components.js';
import type { Conflict } from './conflict.js';
import { conflictOf, ownersAt } from './conflict.js';
import type { Model } from './model.js';
import { programmeOf } from './programme.js';
import type { Solve, Solved } from './solver.js';

/** Seconds left; below 0 when the time is out. */
export type Clock = () => number;

/** Whether a component can hold with some of what is printed left out of account; if not, why. */
export type Verdict = { readonly kind: 'feasible' | 'stopped' } | { readonly kind: 'conflict'; readonly conflict: Conflict };

/** Every conflict that one identity makes alone: exact, without a solver. Most errors show here. */
export function plainConflicts(model: Model, component: Component): readonly Conflict[] {
  return component.flatMap((identity) => conflictOf(model, [[identity, 1n]], () => false) ?? []);
}

/** Whether what is printed holds exactly, so that nothing has to be solved. */
export const holdsAsPrinted = (model: Model, component: Component): boolean =>
  component.every((identity) => {
    const { terms = [] } = model.identities[identity] ?? {};
    return terms.every(([index]) => inBounds(model, index)) && missOf(model, identity) === 0n;
  });

const inBounds = (model: Model, index: number): boolean => {
  const { low, high, printed, owner } = model.variables[index] ?? { low: 0, high: 0, printed: 0, owner: undefined };
  return owner !== undefined && low <= printed && printed <= high;
};

/** By how much printed figures miss an identity, in grains times its coefficients. */
export const missOf = (model: Model, identity: number): bigint =>
  (model.identities[identity]?.terms ?? []).reduce((sum, [index, c]) => sum + BigInt(c) * BigInt(model.variables[index]?.printed ?? 0), 0n);

/** Asks the solver. A conflict comes back only when it is proven in whole numbers; what cannot be proven is feasible. */
export function judge(model: Model, component: Component, freed: ReadonlySet<string>, solve: Solve, clock: Clock): Verdict {
  const free = (variable: number): boolean => ownersAt(model, variable).some((owner) => freed.has(owner));
  for (const identity of component) {
    const conflict = conflictOf(model, [[identity, 1n]], free);
    if (conflict !== undefined) return { kind: 'conflict', conflict };
  }
  const seconds = clock();
  if (seconds <= 0) return { kind: 'stopped' };
  const programme = programmeOf(model, component, free, 'bend');
  // Presolve costs such programmes several times what it saves.
  const solved = solve(programme.text, seconds, { presolve: 'off' });
  if (solved.status !== 'optimal') return { kind: 'stopped' };
  if (solved.objective < 1e-7) return { kind: 'feasible' };
  const conflict = proofOf(model, component, programme.norms, solved, free);
  return conflict === undefined ? { kind: 'feasible' } : { kind: 'conflict', conflict };
}

function proofOf(
  model: Model,
  component: Component,
  norms: readonly number[],
  solved: Solved,
  free: (variable: number) => boolean,
): Conflict | undefined {
  const weights = component.map((identity, at) => [identity, solved.dual(at) / (norms[at] ?? 1)] as const);
  const largest = Math.max(...weights.map(([, weight]) => Math.abs(weight)));
  const used = weights.filter(([, weight]) => Math.abs(weight) > 1e-9 * largest);
  // Several conflicts at once come as one sum: apart they blame fewer cells.
  for (const part of apart(model, used)) {
    for (const whole of inWholeNumbers(part)) {
      const conflict = conflictOf(model, whole, free);
      if (conflict !== undefined) return fewer(model, conflict, free);
    }
  }
  return undefined;
}

type Weighted = readonly (readonly [number, number])[];

/** Multipliers of sums and differences are small fractions of each other; of percentages, whatever they are. */
function* inWholeNumbers(weights: Weighted): Generator<readonly (readonly [number, bigint])[]> {
  const least = Math.min(...weights.map(([, weight]) => Math.abs(weight)));
  for (const times of [1, 2, 3, 4, 6, 12]) {
    const scaled = weights.map(([identity, weight]) => [identity, (weight / least) * times] as const);
    if (scaled.every(([, weight]) => Math.abs(weight - Math.round(weight)) < 1e-6 * times)) {
      yield scaled.map(([identity, weight]) => [identity, BigInt(Math.round(weight))] as const);
    }
  }
  const largest = Math.max(...weights.map(([, weight]) => Math.abs(weight)));
  yield weights.map(([identity, weight]) => [identity, BigInt(Math.round((weight / largest) * 2 ** 50))] as const);
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
