import type { Slot } from '../base/slot.js';
import { SLOTS_A_YEAR } from '../base/slot.js';
import type { Code } from '../events/fields.js';
import type { CodeState, Dimension, Since } from './state.js';

/** The month in whose organisation a slot lies: a whole year lies in its December's. */
export const monthSlot = (slot: Slot): Slot => (slot % SLOTS_A_YEAR === 0 ? slot + 12 : slot);

/** What holds in a month. Before the first entry, the first: a code that is opened later is shown where it will be. */
function holding<A>(entries: readonly Since<A>[], month: Slot): A | undefined {
  let held = entries[0];
  for (const entry of entries) {
    if (entry.from > month) break;
    held = entry;
  }
  return held?.value;
}

/** A code's label in a month. */
export const labelIn = (code: CodeState, month: Slot): string => holding(code.labels, month) ?? code.code;

/** A code's parent in a month; undefined for a root. */
export const parentIn = (code: CodeState, month: Slot): Code | undefined => holding(code.parents, month);

/** A code and all above it in a month, nearest first. A circle, which decide refuses, is cut where it closes. */
export function pathUp(dimension: Dimension, code: Code, month: Slot): readonly Code[] {
  const path: Code[] = [];
  let at: Code | undefined = code;
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    const state: CodeState | undefined = dimension.codes.get(at);
    at = state === undefined ? undefined : parentIn(state, month);
  }
  return path;
}

/** Whether a code takes lines for a slot: for a whole year, in any of its months. */
export function isOpenIn(code: CodeState, slot: Slot): boolean {
  const [first, last] = slot % SLOTS_A_YEAR === 0 ? [slot + 1, slot + 12] : [slot, slot];
  return code.opened <= last && (code.closed === undefined || code.closed > first);
}

/** The codes right beneath each in a month, sorted by code (UTF-16 units), as a chart of accounts is; beneath undefined lie the roots. */
export function childrenIn(dimension: Dimension, month: Slot): ReadonlyMap<Code | undefined, readonly CodeState[]> {
  const children = new Map<Code | undefined, CodeState[]>();
  for (const code of dimension.codes.values()) {
    const parent = parentIn(code, month);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [code]);
    else siblings.push(code);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => (a.code < b.code ? -1 : 1));
  return children;
}

/** The codes with any beneath them that is open in a month. */
export function parentsIn(dimension: Dimension, month: Slot): ReadonlySet<Code> {
  const parents = new Set<Code>();
  for (const code of dimension.codes.values()) {
    const parent = parentIn(code, month);
    if (parent !== undefined && isOpenIn(code, month)) parents.add(parent);
  }
  return parents;
}
