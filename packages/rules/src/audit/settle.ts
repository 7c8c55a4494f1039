import type { Blame } from './blamed.js';
import type { Means } from './means.js';
import type { Component } from './components.js';
import type { Model } from './model.js';
import { judge } from './oracle.js';
import type { Ranked } from './rank.js';
import { rank } from './rank.js';

/** So many likely values are tried on the whole problem before none is told. */
const maxTries = 12;

/**
 * Blames whose sets stand in their order once what is to be told of the likeliest is tried: the values they should have had are put in
 * their places, and all that is tied to them has to hold. A value that does not is no cause, and the next likeliest is tried. What holds
 * of many contradictions at once holds of each: they are tried together first, then in halves.
 */
export function settled(model: Model, component: Component, blames: readonly Blame[], means: Means): readonly Blame[] {
  const chosen = blames.map(({ sets }) => sets[0]);
  const all = chosen.flatMap((set) => set?.owners ?? []);
  const done = [...blames];
  const tryOut = (from: number, to: number): void => {
    const sets = chosen.slice(from, to).flatMap((set) => set ?? []);
    if (means.clock() > 0 && holds(component, sets, all, means)) return;
    if (to - from > 1 && means.clock() > 0) {
      const middle = Math.floor((from + to) / 2);
      tryOut(from, middle);
      tryOut(middle, to);
      return;
    }
    for (const [at, one] of blames.entries()) {
      if (at < from || at >= to) continue;
      const own = new Set(one.sets[0]?.owners);
      const others = all.filter((owner) => !own.has(owner));
      done[at] = { ...one, sets: settle(model, component, one, others, means) };
    }
  };
  if (blames.length > 0) tryOut(0, blames.length);
  return done;
}

/** Whether all holds with the values that sets are guessed to have had in their places, and without what else is blamed. */
function holds(component: Component, sets: readonly Ranked[], others: readonly string[], { solve, clock, instead }: Means): boolean {
  const steps = new Map<string, number>();
  const freed = new Set(others);
  for (const { owners, guesses } of sets) {
    for (const [at, owner] of owners.entries()) {
      const guess = guesses[at];
      if (guess === undefined || guess.cause === 'unknown') freed.add(owner);
      else {
        freed.delete(owner);
        steps.set(owner, guess.steps);
      }
    }
  }
  if (steps.size === 0) return true;
  const other = instead(steps);
  return other !== undefined && judge(other, component, freed, solve, clock).kind === 'feasible';
}

function settle(
  model: Model,
  component: Component,
  { conflicts, sets }: Blame,
  others: readonly string[],
  means: Means,
): readonly Ranked[] {
  const refuted = new Set<string>();
  const { clock } = means;
  let ranked = sets;
  for (let tries = 0; tries < maxTries && clock() > 0; tries++) {
    const [first] = ranked;
    if (first === undefined || holds(component, [first], others, means)) return ranked;
    const alone = first.owners.map((_, at) => {
      const only = { ...first, guesses: first.guesses.map((guess, other) => (other === at ? guess : undefined)) };
      return first.owners.length > 1 && holds(component, [only], others, means);
    });
    for (const [at, owner] of first.owners.entries()) {
      // Where each would hold alone, they do not together: then all of them are refuted.
      if (alone[at] !== true || alone.every(Boolean)) refuted.add(valueOf(first.owners, owner, first.guesses[at]?.steps));
    }
    const sure = ranked.map(({ owners }) => owners);
    ranked = rank(model, conflicts, sure, clock, (owners, owner, steps) => refuted.has(valueOf(owners, owner, steps)));
  }
  // What was not tried to the end is blamed without a word of what it should have been.
  return ranked.map((set, at) => (at === 0 ? { ...set, guesses: set.guesses.map(() => undefined) } : set));
}

const valueOf = (owners: readonly string[], owner: string, steps: number | undefined): string =>
  [...owners, `${owner} = ${steps ?? ''}`].join('\n');
