import type { Draft, Recorded } from '@driftbok/core';

/** Drafts in their places, with no chain: enough to be replayed, which asks nobody whether they were allowed. */
export const placed = (drafts: readonly Draft[]): readonly Recorded[] =>
  drafts.map((draft, index) => ({ ...draft, position: index + 1, version: 1, prevHash: '', hash: `hash ${index + 1}` }));
