import type { EventId } from '../events/fields.js';
import type { Draft } from '../record/envelope.js';
import type { RedactRequest } from './port.js';

const TYPE = 'TextRedacted';

/** The event that records a redaction; it goes to the stream of the event that it is about. */
export function redactionDraft(request: RedactRequest, stream: string): Draft {
  const { id, event, legalBasis, recordedAt, actor, decision } = request;
  const data = Object.freeze({ event, legalBasis });
  return { id, stream, type: TYPE, schemaVersion: 1, recordedAt, actor, ...(decision === undefined ? {} : { decision }), data };
}

/** The events whose texts a batch says are erased. */
export function erasedBy(batch: readonly Draft[]): ReadonlySet<EventId> {
  const erased = new Set<EventId>();
  for (const { type, data } of batch) {
    if (type === TYPE && typeof data === 'object' && data !== null && 'event' in data && typeof data.event === 'string')
      erased.add(data.event);
  }
  return erased;
}

/** A draft or a recorded event as it is once its text was erased. */
export function withoutText<E extends Draft>(event: E): Omit<E, 'text' | 'salt'> {
  const { text: _text, salt: _salt, ...rest } = event;
  return rest;
}
