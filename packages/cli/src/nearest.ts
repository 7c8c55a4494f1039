/**
 * The name that somebody most likely meant: the nearest by edits, or the one that begins so. Undefined where none is near.
 */
export function nearest(given: string, names: Iterable<string>): string | undefined {
  const asked = given.toLowerCase();
  let best: string | undefined;
  // Half of the letters right at least: a suggestion that shares nothing with what was written is no help.
  let least = Math.floor(asked.length / 2) + 1;
  for (const name of names) {
    const distance = name.startsWith(asked) && asked !== '' ? 0 : edits(asked, name.toLowerCase());
    if (distance >= least) continue;
    least = distance;
    best = name;
  }
  return best;
}

/** How many letters to add, remove, change, or swap with their neighbour (optimal string alignment). */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
