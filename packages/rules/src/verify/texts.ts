import type { Recorded } from '@driftbok/core';
import type { Fault, Pass } from './finding.js';

const textHashIn = ({ data }: Recorded): string | undefined =>
  typeof data === 'object' && data !== null && 'textHash' in data && typeof data.textHash === 'string' ? data.textHash : undefined;

const erasedIn = ({ type, data }: Recorded): readonly string[] =>
  type === 'TextRedacted' && typeof data === 'object' && data !== null && 'event' in data && typeof data.event === 'string'
    ? [data.event]
    : [];

/**
 * A text that an event holds the hash of is there, or an event says that it was erased. The chain does not cover texts, so that they can
 * be erased: one that went in any other way shows nowhere else. What erased it may be the ledger's last event, so this is of a whole ledger,
 * not of one that was cut.
 */
export function textFindings(events: readonly Recorded[]): Pass {
  const erased = new Set(events.flatMap(erasedIn));
  const held = events.filter((event) => textHashIn(event) !== undefined);
  const faults = held.flatMap(({ id, position, text }): readonly Fault[] =>
    text !== undefined || erased.has(id)
      ? []
      : [{ code: 'texts', where: [`position:${position}`], by: '', said: { sentence: 'text-gone', words: { position } } }],
  );
  return { checked: held.length, faults };
}
