import type { Blame, Blamed } from './blamed.js';
import type { Component } from './components.js';
import type { Conflict } from './conflict.js';
import { minimumHittingSets } from './hitting-sets.js';
import type { Means } from './means.js';
import type { Model } from './model.js';
import type { Verdict } from './oracle.js';
import { holdsAsPrinted, judge, plainConflicts } from './oracle.js';
import type { Ranked } from './rank.js';
import { rank } from './rank.js';
import { settled } from './settle.js';

/**
 * Which cells of a component to blame. Conflicts are gathered until some smallest set that shares a cell with each of them leaves a
 * rest that values were found for: it is then a smallest set altogether, and so is every other that does. Conflicts that share no cell
 * are blamed apart.
 */
export function blame(model: Model, component: Component, means: Means): Blamed {
  const { solve, clock, limit } = means;
  const conflicts: Conflict[] = [...plainConflicts(model, component)].filter(({ owners }) => owners.size > 0);
  if (conflicts.length === 0 && holdsAsPrinted(model, component)) return { blames: [], complete: true };
  const known = new Map<string, Verdict['kind']>();
  const unshown = new Set<string>();
  let complete = true;

  /** Whether it holds without some cells. A new conflict is remembered. */
  const without = (freed: readonly string[]): Verdict['kind'] => {
    const key = keyOf(freed);
    const before = known.get(key);
    if (before !== undefined) return before;
    const verdict = judge(model, component, new Set(freed), solve, clock);
    if (verdict.kind === 'conflict' && verdict.conflict.owners.size > 0) {
      conflicts.push(verdict.conflict);
      return 'conflict';
    }
    if (verdict.kind === 'stopped') complete = false;
    const kind = verdict.kind === 'conflict' ? 'unshown' : verdict.kind;
    known.set(key, kind);
    return kind;
  };

  for (;;) {
    const clusters = clustersOf(conflicts).map((cluster) => {
      const hitting = minimumHittingSets(
        cluster.map(({ owners }) => owners),
        clock,
      );
      if (!hitting.complete) complete = false;
      const shown = hitting.sets.filter((set) => !unshown.has(keyOf(set)));
      // Where no set is shown to explain it, the contradiction stands all the same: then the likeliest are told, and that not all is known.
      if (shown.length === 0) complete = false;
      return {
        conflicts: cluster,
        sets: rank(model, cluster, shown.length === 0 ? hitting.sets : shown, clock),
        all: hitting.complete,
        shown: shown.length > 0,
      };
    });
    const chosen = clusters.map(({ sets }) => sets[0]?.owners ?? []);
    const verdict = without(chosen.flat());
    if (verdict === 'conflict') continue;
    if (verdict === 'unshown' && refute(clusters, chosen)) continue;
    const blames = clusters.map((cluster, at): Blame | undefined => {
      const others = chosen.filter((_, other) => other !== at).flat();
      const sets: Ranked[] = [];
      let left = 0;
      for (const set of cluster.sets) {
        if (sets.length >= limit) break;
        const holds = without([...others, ...set.owners]);
        if (holds === 'conflict') return undefined;
        if (holds !== 'unshown' || !cluster.shown) sets.push(set);
        else left++;
      }
      const { conflicts: proofs, all } = cluster;
      const told = sets.length > 0 ? sets : cluster.sets.slice(0, limit);
      return { conflicts: proofs, sets: told, cut: { known: Math.max(0, cluster.sets.length - told.length - left), all } };
    });
    if (!blames.every((each) => each !== undefined)) continue;
    return { blames: settled(model, component, blames, means), complete };
  }

  /** Which of the chosen sets explain nothing whatever the other contradictions' cells are; whether there is any. */
  function refute(
    clusters: readonly { readonly conflicts: readonly Conflict[]; readonly shown: boolean }[],
    chosen: readonly (readonly string[])[],
  ): boolean {
    const before = unshown.size;
    for (const [at, set] of chosen.entries()) {
      if (clusters[at]?.shown !== true) continue;
      const others = clusters.flatMap(({ conflicts: cluster }, other) =>
        other === at ? [] : cluster.flatMap(({ owners }) => [...owners]),
      );
      const verdict = without([...new Set([...others, ...set])]);
      if (verdict === 'conflict') return true;
      if (verdict === 'unshown') unshown.add(keyOf(set));
    }
    return unshown.size > before;
  }
}

const keyOf = (set: readonly string[]): string => [...set].sort().join('\n');

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
