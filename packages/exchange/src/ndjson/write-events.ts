import type { Draft, Recorded } from '@driftbok/core';
import { draftOf, lineOfEvent } from '@driftbok/core';

/**
 * Writes events as NDJSON, lazily: one line an event, each with its "\n". `ledger` keeps the events' places and the chain; `drafts`
 * leaves out what a store assigns. A ledger file that was read is written byte for byte as it was.
 *
 * @example
 * ```ts
 * import { writeEvents } from '@driftbok/exchange';
 * const data = { name: 'Skolan', municipality: 'Norrtälje', timeZone: 'Europe/Stockholm' };
 * const envelope = { schemaVersion: 1, recordedAt: '2025-08-01T08:00:00.000Z', actor: { role: 'controller', id: 'u-1' } };
 * const draft = { data, ...envelope, type: 'LedgerOpened', stream: 'ledger', id: '018f0000-0000-7000-8000-000000000000' };
 * [...writeEvents([draft], 'drafts')].map((line) => line.slice(0, 63)) // => ['{"id":"018f0000-0000-7000-8000-000000000000","stream":"ledger",']
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
