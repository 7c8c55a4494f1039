import type { Slot } from '../base/slot.js';
import { yearOfSlot } from '../base/slot.js';
import type { CodingId } from './codings.js';
import type { Journal } from './journal.js';
import { layer } from './layer.js';

/** What the rounds up to one left of a coding's slot, and what each later one did to it. */
export interface ByRound {
  /** Öre; undefined where none of those rounds has a line. */
  readonly own: number | undefined;
  /** Öre by the ordinal of the round. */
  readonly later: ReadonlyMap<number, number>;
}

const nothing: ByRound = { own: undefined, later: new Map() };

/**
 * A year's forecast parted at a round. Two rounds of one year may be open side by side, of one scope each; when a code has moved from
 * one scope to the other, the earlier round may revise what the later has revised. One scan: it is asked for then only.
 */
export function forecastByRound(journal: Journal, year: number, ordinal: number): (coding: CodingId, slot: Slot) => ByRound {
  const { columns, length } = journal;
  const found = new Map<string, { own: number | undefined; later: Map<number, number> }>();
  for (let at = 0; at < length; at++) {
    const slot = columns.slot[at] as number;
    if (columns.layer[at] !== layer.forecast || yearOfSlot(slot) !== year) continue;
    const key = `${columns.coding[at]} ${slot}`;
    let entry = found.get(key);
    if (entry === undefined) found.set(key, (entry = { own: undefined, later: new Map() }));
    const ore = columns.ore[at] as number;
    const round = columns.round[at] as number;
    if (round <= ordinal) entry.own = (entry.own ?? 0) + ore;
    else entry.later.set(round, (entry.later.get(round) ?? 0) + ore);
  }
  return (coding, slot) => found.get(`${coding} ${slot}`) ?? nothing;
}
