import type { Clock } from './oracle.js';

/** Some minimum hitting sets, and whether they are all. */
export interface HittingSets {
  readonly sets: readonly (readonly string[])[];
  readonly complete: boolean;
}

/** Beyond it the search is broken off: a table with so many errors at once is no table that was printed. */
const maxSteps = 200_000;
const maxSets = 2000;

/** The smallest sets that share something with each of the sets given; each sorted, in the order in which their members come. */
export function minimumHittingSets(sets: readonly ReadonlySet<string>[], clock: Clock): HittingSets {
  if (sets.length === 0) return { sets: [[]], complete: true };
  const bySize = [...sets].sort((a, b) => a.size - b.size);
  let steps = 0;
  let late = false;
  const broken = (): boolean => {
    // The clock is asked now and then: asking costs as much as a step.
    if (steps % 256 === 0 && clock() <= 0) late = true;
    return late || steps > maxSteps;
  };
  for (let size = 1; size <= sets.length; size++) {
    const found = new Map<string, readonly string[]>();
    const extend = (chosen: readonly string[]): void => {
      if (broken() || found.size >= maxSets) return;
      const open = bySize.find((set) => !chosen.some((each) => set.has(each)));
      if (open === undefined) {
        const sorted = [...chosen].sort();
        found.set(sorted.join('\n'), sorted);
        return;
      }
      if (chosen.length === size) return;
      for (const each of open) {
        steps++;
        extend([...chosen, each]);
      }
    };
    extend([]);
    const complete = !late && steps <= maxSteps && found.size < maxSets;
    if (found.size > 0) return { sets: [...found.values()], complete };
    if (late || steps > maxSteps) break;
  }
  return { sets: [greedy(bySize)], complete: false };
}

function greedy(sets: readonly ReadonlySet<string>[]): readonly string[] {
  const chosen: string[] = [];
  let open = sets;
  while (open.length > 0) {
    const counts = new Map<string, number>();
    for (const set of open) for (const each of set) counts.set(each, (counts.get(each) ?? 0) + 1);
    const [best] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0]);
    if (best === '') break;
    chosen.push(best);
    open = open.filter((set) => !set.has(best));
  }
  return chosen.sort();
}
