import type { Model } from './model.js';
import { ownersOf } from './model.js';

/** Part of a model that shares no variable and no printed figure with the rest: identities by their index. */
export type Component = readonly number[];

/** The model's independent parts, in the order of their first identity. */
export function componentsOf({ variables, identities }: Model): readonly Component[] {
  const leader = variables.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) {
      const next = leader[at] ?? at;
      leader[at] = leader[next] ?? next;
      at = next;
    }
    return at;
  };
  for (const { terms } of identities) {
    const [first, ...others] = terms;
    if (first === undefined) continue;
    for (const [variable] of others) leader[find(variable)] = find(first[0]);
  }
  // What one printed figure answers for is blamed as one.
  const owned = new Map<string, number>();
  for (const [index, variable] of variables.entries()) {
    for (const owner of ownersOf(variable)) {
      const first = owned.get(owner);
      if (first === undefined) owned.set(owner, index);
      else leader[find(index)] = find(first);
    }
  }
  const parts = new Map<number, number[]>();
  for (const [index, { terms }] of identities.entries()) {
    const root = find(terms[0]?.[0] ?? 0);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [index]);
    else part.push(index);
  }
  return [...parts.values()];
}
