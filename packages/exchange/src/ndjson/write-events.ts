import type { Draft, Recorded } from '@driftbok/core';
import { draftOf, lineOfEvent } from '@driftbok/core';

/**
 * Writes events as NDJSON, lazily: one line an event, each with its "\n". `ledger` keeps the events' places and the chain; `drafts`
 * leaves out what a store assigns. A ledger file that was read is written byte for byte as it was.
 *
 * @example
 * ```ts
 * import { writeEvents } from '@driftbok/exchange';
 * [...writeEvents([], 'ledger')] // => []
 * ```
 */
export function writeEvents(events: Iterable<Recorded>, as: 'ledger'): Iterable<string>;
export function writeEvents(events: Iterable<Draft | Recorded>, as: 'drafts'): Iterable<string>;
export function* writeEvents(events: Iterable<Draft | Recorded>, as: 'ledger' | 'drafts'): Iterable<string> {
  for (const event of events) yield eventLine(event, as);
}

function eventLine(event: Draft | Recorded, as: 'ledger' | 'drafts'): string {
  return `${lineOfEvent(as === 'drafts' ? draftOf(event as Recorded) : event)}\n`;
}
