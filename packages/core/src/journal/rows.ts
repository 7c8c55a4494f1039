import { oreOf } from '../base/amount.js';
import type { Slot } from '../base/slot.js';
import { slotOf } from '../base/slot.js';
import type { Lines } from '../events/lines.js';
import type { CodingId } from './codings.js';
import type { Journal } from './journal.js';

/** Goes through the rows of decoded lines: coding, slot, öre, and the reason named or null. */
export function eachRow(
  journal: Journal,
  lines: Lines,
  visit: (coding: CodingId, slot: Slot, ore: number, reason: string | null) => void,
): void {
  const { coding, monthAt, amountAt, reasonAt } = journal.codings.reader(lines);
  for (const row of lines.rows) {
    visit(coding(row), slotOf(row[monthAt] as string), oreOf(row[amountAt] as string), reasonAt < 0 ? null : (row[reasonAt] ?? null));
  }
}

/** One coding's rows in an event: its öre by slot, and the reason that each slot's rows name. */
export interface CodingRows {
  readonly bySlot: Map<Slot, { ore: number; reason: string | null }>;
}

/** Rows gathered by coding, in order of first use; rows of the same coding and slot add up. */
export function rowsByCoding(journal: Journal, lines: Lines): ReadonlyMap<CodingId, CodingRows> {
  const gathered = new Map<CodingId, CodingRows>();
  eachRow(journal, lines, (coding, slot, ore, reason) => {
    let rows = gathered.get(coding);
    if (rows === undefined) gathered.set(coding, (rows = { bySlot: new Map() }));
    const before = rows.bySlot.get(slot);
    if (before === undefined) rows.bySlot.set(slot, { ore, reason });
    else {
      before.ore += ore;
      if (!Number.isSafeInteger(before.ore)) journal.overflow();
    }
  });
  return gathered;
}
