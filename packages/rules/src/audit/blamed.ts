import type { Conflict } from './conflict.js';
import type { Ranked } from './rank.js';

/** What cannot all be true, with every smallest set of cells that would explain it. */
export interface Blame {
  readonly conflicts: readonly Conflict[];
  /** Likeliest first; at most as many as were asked for. */
  readonly sets: readonly Ranked[];
  /** The sets beyond those asked for: how many are known, and whether there may be others. */
  readonly cut: { readonly known: number; readonly all: boolean };
}

/** What is known of a component. `complete` is false where the time was out before all was known. */
export interface Blamed {
  readonly blames: readonly Blame[];
  readonly complete: boolean;
}
