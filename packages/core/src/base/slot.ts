import type { Month, Year } from './time.js';

/**
 * Where in time a line falls, as a small integer that sorts: `year × 13 + month`, with month 0 for "the year, month unknown".
 * Thirteen a year keeps whole-year lines apart from January and inside their year.
 */
export type Slot = number;

export const SLOTS_A_YEAR = 13;

const known = new Map<string, Slot>();
// Rows come in runs of a month.
let lastText = '';
let lastSlot: Slot = -1;

/**
 * The slot of `YYYY-MM` or of `YYYY`; -1 where the text is neither. Memoised: a ledger names some hundred months, millions of times.
 */
export function slotOf(text: string): Slot {
  if (text === lastText) return lastSlot;
  const memo = known.get(text);
  if (memo !== undefined) {
    lastText = text;
    return (lastSlot = memo);
  }
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (match === null) return -1;
  const slot = Number(match[1]) * SLOTS_A_YEAR + Number(match[2] ?? 0);
  known.set(text, slot);
  return slot;
}

/** The text of a slot: `YYYY-MM`, or `YYYY` for a whole year. */
export function slotText(slot: Slot): Month | Year {
  const year = String(Math.floor(slot / SLOTS_A_YEAR)).padStart(4, '0');
  const month = slot % SLOTS_A_YEAR;
  return month === 0 ? year : `${year}-${String(month).padStart(2, '0')}`;
}

/** The whole-year slot of a year. */
export const yearSlot = (year: Year): Slot => Number(year) * SLOTS_A_YEAR;

/** The year that a slot lies in, as a number. */
export const yearOfSlot = (slot: Slot): number => Math.floor(slot / SLOTS_A_YEAR);
