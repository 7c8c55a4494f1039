import type { Json } from '../../base/canonical.js';
import { sha256Hex } from '../../base/hash.js';
import type { Instant } from '../../base/time.js';
import type { EventId } from '../../events/fields.js';
import { textHashOf } from '../../record/chain.js';
import type { Draft } from '../../record/envelope.js';
import type { RedactRequest } from '../port.js';

// Everything here follows from a small number: a case reads the same on every run and in every store.

/** The n-th id, of a UUIDv7's form; ids sort as their numbers do. */
export const idOf = (n: number): EventId => `0198617c-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** The n-th minute of August 2025. */
export const timeOf = (n: number): Instant => new Date(Date.UTC(2025, 7, 1) + n * 60_000).toISOString();

export const actor = { role: 'controller', id: 'u-1' } as const;
export const someStream = 'outcome/2025-07';

/** The n-th draft, recorded in the n-th minute; `over` takes the place of its parts. */
export const draft = (n: number, over: Partial<Draft> = {}): Draft => ({
  id: idOf(n),
  stream: someStream,
  type: 'NoteMade',
  schemaVersion: 1,
  recordedAt: timeOf(n),
  actor,
  data: { note: n },
  ...over,
});

/** The drafts from one number to another. */
export const drafts = (from: number, to: number, over: Partial<Draft> = {}): readonly Draft[] =>
  Array.from({ length: to - from + 1 }, (_, index) => draft(from + index, over));

/** The salt of the n-th draft's text: any 16 bytes will do. */
export const saltOf = (n: number): string => n.toString(16).padStart(32, '5');

/** The n-th draft with a free text beside it. */
export function draftWithText(n: number, text: string, over: Partial<Draft> = {}): Draft {
  const salt = saltOf(n);
  const data: Json = { note: n, textHash: textHashOf(text, salt, sha256Hex) };
  return draft(n, { data, text, salt, ...over });
}

/** A draft as it is when its text is gone. */
export function erased(given: Draft): Draft {
  const { text: _text, salt: _salt, ...rest } = given;
  return rest;
}

/** A request, by the n-th id and in the n-th minute, to erase the text of another draft. */
export const redactRequest = (n: number, of: number, over: Partial<RedactRequest> = {}): RedactRequest => ({
  id: idOf(n),
  event: idOf(of),
  legalBasis: 'GDPR art. 17',
  recordedAt: timeOf(n),
  actor,
  ...over,
});
