/** A small generator of numbers (mulberry32): the same seed gives the same file, on every machine. */
export interface Random {
  /** A whole number from 0 up to, but not with, the bound. */
  readonly below: (bound: number) => number;
  readonly pick: <A>(items: readonly A[]) => A;
}

export function random(seed: number): Random {
  let state = seed;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
  const pick = <A>(items: readonly A[]): A => {
    for (const item of items.slice(below(items.length))) return item;
    throw new Error('nothing to pick from');
  };
  return { below, pick };
}
