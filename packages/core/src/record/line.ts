import type { Json } from '../base/canonical.js';
import { canonicalJson } from '../base/canonical.js';
import type { Codec, Issue } from '../base/codec.js';
import { issues, shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import { Draft, Recorded } from './envelope.js';

/** The order of the keys of a line; absent keys are left out, everything inside a key is in canonical order. */
const lineOrder = [
  'id',
  'stream',
  'version',
  'position',
  'type',
  'schemaVersion',
  'recordedAt',
  'actor',
  'source',
  'decision',
  'cause',
  'correlation',
  'data',
  'prevHash',
  'hash',
  'text',
  'salt',
] as const satisfies readonly (keyof Recorded)[];

/** A line that is no JSON, or no event. `reason` `json`: it could not be read at all. */
export interface LineError {
  readonly _tag: 'LineError';
  readonly reason: 'json' | 'form';
  readonly issues: readonly Issue[];
}

/** The line of an event (NDJSON, without the line's end): a ledger line of a recorded event, a draft line of a draft. */
export function lineOfEvent(event: Draft | Recorded): string {
  const members = event as Partial<Recorded>;
  let out = '';
  for (const key of lineOrder) {
    const value = members[key];
    if (value !== undefined) out += `${out === '' ? '{' : ','}"${key}":${canonicalJson(value)}`;
  }
  return `${out}}`;
}

/** What a recorded event was before it had its place. */
export function draftOf(event: Recorded): Draft {
  const { version: _version, position: _position, prevHash: _prevHash, hash: _hash, ...draft } = event;
  return draft;
}

/** Which of the two forms a line has, told by its keys. */
export const isLedgerLine = (value: Json): boolean =>
  typeof value === 'object' && value !== null && ('hash' in value || 'position' in value || 'version' in value || 'prevHash' in value);

/**
 * Reads the JSON of one line.
 *
 * Left: `LineError`, reason `json`.
 */
export function parseLine(text: string): Either<LineError, Json> {
  try {
    return right(JSON.parse(text) as Json);
  } catch (error) {
    const got = error instanceof Error ? `${shortly(text)} (${error.message.slice(0, 120)})` : shortly(text);
    return left({ _tag: 'LineError', reason: 'json', issues: [{ path: '', expected: 'one JSON object a line', got }] });
  }
}

function decode<A>(codec: Codec<A>, value: Json): Either<LineError, A> {
  if (codec.is(value)) return right(value);
  const decoded = codec.decode(value);
  if (decoded._tag === 'Right') return right(decoded.right);
  return left({ _tag: 'LineError', reason: 'form', issues: issues(decoded.left) });
}

/** A recorded event from a ledger line's JSON. Left: `LineError`, reason `form`. Its data is not yet held against its type. */
export const recordedOfJson = (value: Json): Either<LineError, Recorded> => decode(Recorded, value);

/** A draft from a draft line's JSON. Left: `LineError`, reason `form`. Its data is not yet held against its type. */
export const draftOfJson = (value: Json): Either<LineError, Draft> => decode(Draft, value);
