import type { Component } from './components.js';
import type { Conflict } from './conflict.js';
import { conflictOf, ownersAt } from './conflict.js';
import type { Model } from './model.js';
import type { Programme } from './programme.js';
import { programmeOf } from './programme.js';
import { proofOf } from './proof.js';
import type { Solve, Solved } from './solver.js';

/** Seconds left; below 0 when the time is out. */
export type Clock = () => number;

/**
 * Whether a component can hold with some of what is printed left out of account; if not, why. `unshown` where the solver's values do not
 * satisfy it, and its multipliers prove no contradiction.
 */
export type Verdict = { readonly kind: 'feasible' | 'stopped' | 'unshown' } | { readonly kind: 'conflict'; readonly conflict: Conflict };

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
export const missOf = (model: Pick<Model, 'variables' | 'identities'>, identity: number): bigint =>
  (model.identities[identity]?.terms ?? []).reduce((sum, [index, c]) => sum + BigInt(c) * BigInt(model.variables[index]?.printed ?? 0), 0n);

/** Asks the solver. A conflict comes back only when it is proven in whole numbers, `feasible` only when its values were checked. */
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
  const conflict = solved.objective < 1e-7 ? undefined : proofOf(model, component, programme.norms, solved, free);
  if (conflict !== undefined) return { kind: 'conflict', conflict };
  return { kind: satisfied(model, component, programme, solved, free) ? 'feasible' : 'unshown' };
}

/** Whether the solver's values, drawn into their bounds, satisfy each identity to half a grain: reckoned here, whatever the solver says. */
function satisfied(
  { variables, identities }: Model,
  component: Component,
  programme: Programme,
  solved: Solved,
  free: (variable: number) => boolean,
): boolean {
  return component.every((identity) => {
    const { terms = [] } = identities[identity] ?? {};
    const miss = terms.reduce((sum, [index, coefficient]) => {
      const { low, high, printed } = variables[index] ?? { low: 0, high: 0, printed: 0 };
      const moved = programme.moveOf(index, solved);
      // Far figures cancel out: what is printed is summed apart from how far it is moved.
      return sum + coefficient * (free(index) ? moved : Math.min(high - printed, Math.max(low - printed, moved)));
    }, 0);
    const printed = Number(missOf({ variables, identities }, identity));
    return Math.abs(printed + miss) <= terms.reduce((most, [, coefficient]) => Math.max(most, Math.abs(coefficient)), 1) / 2;
  });
}
