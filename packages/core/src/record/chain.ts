import { canonicalJson } from '../base/canonical.js';
import { shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import { genesisHash, saltedBytes } from '../base/hash.js';
import type { Instant } from '../base/time.js';
import type { Draft, Recorded } from './envelope.js';

/** The end of a ledger: its last position, that event's hash, and when it was recorded. */
export interface Head {
  readonly position: number;
  readonly hash: string;
  readonly recordedAt: Instant;
}

/** An event that does not fit the chain before it. */
export interface ChainError {
  readonly _tag: 'ChainError';
  readonly reason: 'position' | 'prev-hash' | 'hash' | 'time-falls' | 'version' | 'text-hash';
  readonly position: number;
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

/** The hash of an event: SHA-256 of the canonical JSON of all but `hash`, `text` and `salt`. */
export function hashOf(event: Omit<Recorded, 'hash'> & { readonly hash?: string }, hash: Hash): string {
  const { text: _text, salt: _salt, hash: _hash, ...hashed } = event;
  return hash(canonicalJson(hashed));
}

/**
 * Gives drafts their places after a head: positions, versions in their streams, `prevHash` and `hash`.
 *
 * @param head the ledger's end, or undefined when it is empty
 * @param versionOf the number of events a stream already has
 * @param textOf canonical JSON; another writer of it where more is known of the drafts
 */
export function seal(
  drafts: readonly Draft[],
  head: Head | undefined,
  versionOf: (stream: string) => number,
  hash: Hash,
  textOf: (placed: object) => string = canonicalJson,
): readonly Recorded[] {
  const versions = new Map<string, number>();
  let position = head?.position ?? 0;
  let prevHash = head?.hash ?? genesisHash;
  return drafts.map((draft) => {
    const version = (versions.get(draft.stream) ?? versionOf(draft.stream)) + 1;
    versions.set(draft.stream, version);
    const placed = placedAt(draft, version, ++position, prevHash);
    prevHash = hash(textOf(placed));
    const sealed: Mutable<Recorded> = placed as Omit<Recorded, 'hash'> as Recorded;
    sealed.hash = prevHash;
    if (draft.text !== undefined) sealed.text = draft.text;
    if (draft.salt !== undefined) sealed.salt = draft.salt;
    return sealed;
  });
}

type Mutable<A> = { -readonly [K in keyof A]: A[K] };

/** What an event's hash is of, with its keys in canonical order, so that its text is written in one go. */
function placedAt(draft: Draft, version: number, position: number, prevHash: string): Omit<Recorded, 'hash' | 'text' | 'salt'> {
  const { actor, cause, correlation, data, decision, id, recordedAt, schemaVersion, source, stream, type } = draft;
  const placed: Partial<Mutable<Recorded>> = { actor };
  if (cause !== undefined) placed.cause = cause;
  if (correlation !== undefined) placed.correlation = correlation;
  placed.data = data;
  if (decision !== undefined) placed.decision = decision;
  placed.id = id;
  placed.position = position;
  placed.prevHash = prevHash;
  placed.recordedAt = recordedAt;
  placed.schemaVersion = schemaVersion;
  if (source !== undefined) placed.source = source;
  placed.stream = stream;
  placed.type = type;
  placed.version = version;
  return placed as Omit<Recorded, 'hash' | 'text' | 'salt'>;
}

/** The head after some events. */
export const headOf = ({ position, hash, recordedAt }: Recorded): Head => ({ position, hash, recordedAt });

/**
 * A checker of the chain, event by event, from a head on: positions without gaps, versions without gaps in each stream, links,
 * contents, and time that never falls. Each call gives the first thing wrong with that event.
 */
export function chainChecker(hash: Hash, from?: Head): (event: Recorded) => Either<ChainError, Recorded> {
  let head = from;
  const versions = new Map<string, number>();
  return (event) => {
    const refuse = (reason: ChainError['reason'], expected: string | number, got: string | number): Either<ChainError, never> =>
      left({ _tag: 'ChainError', reason, position: event.position, id: event.id, expected: String(expected), got: String(got) });
    const position = (head?.position ?? 0) + 1;
    if (event.position !== position) return refuse('position', position, event.position);
    const prevHash = head?.hash ?? genesisHash;
    if (event.prevHash !== prevHash) return refuse('prev-hash', prevHash, event.prevHash);
    if (head !== undefined && event.recordedAt < head.recordedAt)
      return refuse('time-falls', `at or after ${head.recordedAt}`, event.recordedAt);
    // A stream that began before `from` is first met somewhere in its middle.
    const before = versions.get(event.stream) ?? (from === undefined ? 0 : event.version - 1);
    if (event.version !== before + 1) return refuse('version', before + 1, event.version);
    const computed = hashOf(event, hash);
    if (event.hash !== computed) return refuse('hash', computed, event.hash);
    const textFault = textMismatch(event, hash);
    if (textFault !== undefined) return refuse('text-hash', textFault.expected, textFault.got);
    versions.set(event.stream, event.version);
    head = headOf(event);
    return right(event);
  };
}

/** What `data.textHash` holds for a text and its salt (32 hex digits): SHA-256 of the 16 salt bytes and the text's UTF-8 bytes. */
export const textHashOf = (text: string, salt: string, hash: Hash): string => hash(saltedBytes(salt, text));

/** What an event holds as the hash of its text, whatever it is. */
export const heldTextHash = ({ data }: Pick<Draft, 'data'>): unknown =>
  typeof data === 'object' && data !== null && 'textHash' in data ? data.textHash : undefined;

/** How a draft's text, salt and `data.textHash` disagree, or nothing. Text and salt may both be gone: then it was erased. */
export function textMismatch(event: Draft, hash: Hash): { readonly expected: string; readonly got: string } | undefined {
  const { text, salt } = event;
  if (text === undefined && salt === undefined) return undefined;
  if (text === undefined || salt === undefined)
    return { expected: 'text and salt together, or neither', got: text === undefined ? 'salt alone' : 'text alone' };
  const held = heldTextHash(event);
  const computed = textHashOf(text, salt, hash);
  if (held === computed) return undefined;
  return { expected: computed, got: held === undefined ? 'no data.textHash' : typeof held === 'string' ? held : shortly(held) };
}
