import type { Draft } from '@driftbok/core';

const idForm = /^[0-9a-f-]{36}$/;

/** The event whose text an event says is erased; undefined where it says no such thing, or names what no event can be called. */
export function redactedBy({ type, data }: Draft): string | undefined {
  if (type !== 'TextRedacted' || typeof data !== 'object' || data === null || !('event' in data)) return undefined;
  return typeof data.event === 'string' && idForm.test(data.event) ? data.event : undefined;
}
