import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR } from '../base/slot.js';
import type { Lines } from '../events/lines.js';
import type { ByRound } from './by-round.js';
import type { CodingId } from './codings.js';
import type { Journal } from './journal.js';
import type { Layer } from './layer.js';
import { rowsByCoding } from './rows.js';

/** Codings beyond those that a revision names, which it sets to 0. */
export type Beneath = (coding: CodingId) => boolean;

const wholeYear = Array.from({ length: SLOTS_A_YEAR }, (_, index) => index);

/** What a revision is of: a layer and year, and for forecasts the ordinal of its round. */
export interface Revision {
  readonly position: number;
  readonly layer: Layer;
  readonly year: number;
  readonly round: number;
  /** Where later rounds have revised the year already: what they left, to be taken back from what this one revises. */
  readonly byRound?: (coding: CodingId, slot: Slot) => ByRound;
}

/**
 * Journals a revision as the difference from what stood before, so that what stands at any cut is a plain sum of lines, and what
 * stood by a round the sum of the lines of rounds up to it. A coding named gets exactly the lines given for the year; one not named,
 * but `beneath` the revision's scope, becomes 0.
 */
export function postRevision(journal: Journal, revision: Revision, lines: Lines, beneath: Beneath): void {
  const { position, layer: target, year, round } = revision;
  /** What stood before, once the later rounds' part is taken back; undefined where blank. */
  const stoodBefore = (coding: CodingId, slot: Slot): number | undefined => {
    if (revision.byRound === undefined) return journal.standing.at(target, coding, slot);
    const { own, later } = revision.byRound(coding, slot);
    for (const [ordinal, ore] of later) if (ore !== 0) journal.append(position, target, coding, slot, -ore, ordinal);
    return own;
  };
  const named = rowsByCoding(journal, lines);
  for (const [coding, { bySlot }] of named) {
    for (const index of wholeYear) {
      const slot = year * SLOTS_A_YEAR + index;
      const before = stoodBefore(coding, slot);
      const row = bySlot.get(slot);
      if (row === undefined && before === undefined) continue;
      const change = (row?.ore ?? 0) - (before ?? 0);
      // A forecast of 0 where none stood is a line too: 0 is not blank.
      if (change === 0 && before !== undefined) continue;
      journal.append(position, target, coding, slot, change, round, journal.reasonId(row?.reason ?? onlyReason(bySlot)));
    }
  }
  const others = [...journal.standing.codings(target, year)].filter((coding) => !named.has(coding) && beneath(coding));
  for (const coding of others) {
    for (const index of wholeYear) {
      const slot = year * SLOTS_A_YEAR + index;
      const before = stoodBefore(coding, slot) ?? 0;
      if (before !== 0) journal.append(position, target, coding, slot, -before, round);
    }
  }
}

/** The reason of a coding's rows where they all name the same: it moves the months that the revision leaves out as well. */
function onlyReason(bySlot: ReadonlyMap<number, { readonly reason: string | null }>): string | null {
  const reasons = new Set([...bySlot.values()].map(({ reason }) => reason));
  return reasons.size === 1 ? ([...reasons][0] ?? null) : null;
}
