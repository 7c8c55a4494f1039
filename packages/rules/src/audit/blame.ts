import type { Component } from './components.js';
import type { Conflict } from './conflict.js';
import { minimumHittingSets } from './hitting-sets.js';
import type { Model } from './model.js';
import type { Clock } from './oracle.js';
import { holdsAsPrinted, judge, plainConflicts } from './oracle.js';
import type { Ranked } from './rank.js';
import { rank } from './rank.js';
import type { Solve } from './solver.js';

/** What cannot all be true, with every smallest set of cells that would explain it. */
export interface Blame {
  readonly conflicts: readonly Conflict[];
  /** Likeliest first; at most as many as were asked for. */
  readonly sets: readonly Ranked[];
}

/** What is known of a component. `complete` is false where the time was out before all was known. */
export interface Blamed {
  readonly blames: readonly Blame[];
  readonly complete: boolean;
}

/**
 * Which cells of a component to blame. Conflicts are gathered until some smallest set that shares a cell with each of them leaves the
 * rest without contradiction: it is then a smallest set altogether, and so is every other that does. Conflicts that share no cell
 * are blamed apart.
 */
export function blame(model: Model, component: Component, solve: Solve, clock: Clock, limit: number): Blamed {
  const conflicts: Conflict[] = [...plainConflicts(model, component)].filter(({ owners }) => owners.size > 0);
  if (conflicts.length === 0 && holdsAsPrinted(model, component)) return { blames: [], complete: true };
  const feasible = new Set<string>();
  let complete = true;

  /** Whether it holds without some cells. A new conflict is remembered. */
  const holds = (freed: readonly string[]): boolean => {
    const key = [...freed].sort().join('\n');
    if (feasible.has(key)) return true;
    const verdict = judge(model, component, new Set(freed), solve, clock);
    if (verdict.kind === 'conflict' && verdict.conflict.owners.size > 0) {
      conflicts.push(verdict.conflict);
      return false;
    }
    if (verdict.kind === 'stopped') complete = false;
    feasible.add(key);
    return true;
  };

  for (;;) {
    const clusters = clustersOf(conflicts).map((cluster) => {
      const hitting = minimumHittingSets(cluster.map(({ owners }) => owners));
      if (!hitting.complete) complete = false;
      return { conflicts: cluster, sets: rank(model, cluster, hitting.sets) };
    });
    const chosen = clusters.map(({ sets }) => sets[0]?.owners ?? []);
    if (!holds(chosen.flat())) continue;
    const blames = clusters.map((cluster, at): Blame | undefined => {
      const others = chosen.filter((_, other) => other !== at).flat();
      const sets: Ranked[] = [];
      for (const set of cluster.sets) {
        if (sets.length >= limit) break;
        if (!holds([...others, ...set.owners])) return undefined;
        sets.push(set);
      }
      return { conflicts: cluster.conflicts, sets };
    });
    if (blames.every((each) => each !== undefined)) return { blames, complete };
  }
}

/** Conflicts in groups that share no cell. */
function clustersOf(conflicts: readonly Conflict[]): readonly (readonly Conflict[])[] {
  let clusters: { readonly owners: ReadonlySet<string>; readonly conflicts: readonly Conflict[] }[] = [];
  for (const conflict of conflicts) {
    const joined = clusters.filter(({ owners }) => [...conflict.owners].some((owner) => owners.has(owner)));
    clusters = [
      ...clusters.filter((cluster) => !joined.includes(cluster)),
      {
        owners: new Set([...joined.flatMap(({ owners }) => [...owners]), ...conflict.owners]),
        conflicts: [...joined.flatMap((cluster) => cluster.conflicts), conflict],
      },
    ];
  }
  return clusters.map((cluster) => cluster.conflicts);
}
