import type { Draft, Recorded } from '@driftbok/core';
import { lineOfEvent } from '@driftbok/core';

/**
 * The canonical line of an event where the text it was read from is another, else nothing. `lineOfEvent` is what decides; but it costs
 * twice what parsing does, so a text is first held against what the engine itself writes, which is the same where all keys stand in
 * order already.
 */
export function otherCanonicalLine(text: string, event: Draft | Recorded): string | undefined {
  const order = Object.keys(event).join(' ');
  if (canonicalOrders.has(order) && membersAreSorted(event) && JSON.stringify(event) === text) return undefined;
  const canonical = lineOfEvent(event);
  if (canonical !== text) return canonical;
  canonicalOrders.add(order);
  return undefined;
}

// Orders of a line's own keys that were seen to be right: one for each choice among the optional keys, some hundred at most.
const canonicalOrders = new Set<string>();

/** Whether the keys within each member are in canonical order: by UTF-16 code units. The event's own keys have an order of their own. */
const membersAreSorted = (event: object): boolean => Object.values(event).every((member) => isSorted(member));

function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) if (typeof item === 'object' && !isSorted(item)) return false;
    return true;
  }
  const members = value as Readonly<Record<string, unknown>>;
  let before = '';
  for (const key of Object.keys(members)) {
    if (key < before || !isSorted(members[key])) return false;
    before = key;
  }
  return true;
}
