import type { TextRedacted } from '../events/text.js';
import type { Proposed, View } from './context.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/** An erasure is recorded only where the text is gone already: the store's `redact` does both in one step, an import brings both. */
export function textRedacted({ find }: View, { stream, data }: Proposed<TextRedacted>): Verdict {
  const event = find(data.event);
  if (event === undefined) return reject('event-unknown', 'data.event', 'the id of an event recorded before', data.event);
  if (stream !== event.stream) return reject('wrong-stream', 'stream', event.stream, stream);
  return event.text === undefined
    ? accepted
    : reject('use-redact', 'data.event', 'an event whose text is erased; redact erases and records', data.event);
}
