import type { Codec, Issue } from '../base/codec.js';
import { issues, shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Json } from '../base/canonical.js';
import type { Lines } from './lines.js';
import { lines as linesCodec } from './lines.js';
import type { Upcaster } from './upcast.js';
import { upcast } from './upcast.js';

/** The layer of the journal that lines go to. */
export type PostingLayer = 'budget' | 'outcome' | 'plan';

/** Lines that an event of an embedder's own puts into the journal. */
export interface Posting {
  readonly layer: PostingLayer;
  readonly lines: Lines;
}

/** A type of event: its form, where it is recorded, and how older forms become the newest. */
export interface EventType<D = unknown> {
  readonly type: string;
  /** `outcome`, `forecast`, or an embedder's own. */
  readonly family: string;
  /** One sentence: what it records. */
  readonly about: string;
  readonly schemaVersion: number;
  readonly codec: Codec<D>;
  /** The stream's pattern as people read it: `outcome/<YYYY-MM>`. */
  readonly streamForm: string;
  /** Whether the event may be recorded in a stream. */
  readonly fits: (stream: string, data: D) => boolean;
  /** The stream where the caller names none; undefined where only the caller can know. */
  readonly stream: (data: D) => string | undefined;
  /** From schema version 1 on: the first makes version 2 of version 1. */
  readonly upcasters?: readonly Upcaster[];
  /** For an embedder's own events: the lines they mean. */
  readonly posts?: (data: D) => readonly Posting[];
}

/** The types of event that a ledger knows, by name. */
export type Catalogue = ReadonlyMap<string, EventType>;

/** An event whose type or version is not known, or whose data is not of its type's form. */
export interface DecodeError {
  readonly _tag: 'DecodeError';
  readonly reason: 'unknown-type' | 'newer-version' | 'form';
  readonly type: string;
  readonly issues: readonly Issue[];
}

/** A catalogue of an embedder's own types could not be joined to another: a name is taken twice, or upcasters are missing. */
export interface CatalogueError {
  readonly _tag: 'CatalogueError';
  readonly reason: 'duplicate-type' | 'upcasters';
  readonly type: string;
  readonly expected: string;
  readonly got: string;
}

/**
 * Joins types of event to a catalogue, all or none.
 *
 * Left: `CatalogueError`, reason `duplicate-type` (a name is taken), or `upcasters` (a type of version n needs n − 1 of them).
 */
export function extendCatalogue(base: Catalogue, types: readonly EventType[]): Either<CatalogueError, Catalogue> {
  const joined = new Map(base);
  for (const entry of types) {
    if (joined.has(entry.type)) {
      return left({ _tag: 'CatalogueError', reason: 'duplicate-type', type: entry.type, expected: 'a name of its own', got: entry.type });
    }
    const steps = entry.upcasters?.length ?? 0;
    if (!Number.isSafeInteger(entry.schemaVersion) || steps !== entry.schemaVersion - 1) {
      const expected = `${entry.schemaVersion - 1} upcasters for schema version ${entry.schemaVersion}`;
      return left({ _tag: 'CatalogueError', reason: 'upcasters', type: entry.type, expected, got: String(steps) });
    }
    joined.set(entry.type, entry);
  }
  return right(joined);
}

/** A type of event from its parts, with the data's type forgotten, as a catalogue holds it. */
export function eventType<D>(entry: EventType<D>): EventType {
  return entry as unknown as EventType; // functions of D are only ever called with data that the entry's own codec took
}

/**
 * Reads an event's data by its type: upcast to the newest version, then held against the codec.
 *
 * Left: `DecodeError`, reason `unknown-type`, `newer-version`, or `form` with one issue a wrong place.
 */
export function decodeData(catalogue: Catalogue, type: string, schemaVersion: number, data: Json): Either<DecodeError, unknown> {
  const entry = catalogue.get(type);
  if (entry === undefined) return refuse('unknown-type', type, [{ path: 'type', expected: 'a type in the catalogue', got: shortly(type) }]);
  if (schemaVersion > entry.schemaVersion) {
    const expected = `at most ${entry.schemaVersion} for ${type}`;
    return refuse('newer-version', type, [{ path: 'schemaVersion', expected, got: String(schemaVersion) }]);
  }
  if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1) {
    return refuse('form', type, [{ path: 'schemaVersion', expected: 'a whole number from 1', got: String(schemaVersion) }]);
  }
  const upcasted = schemaVersion === entry.schemaVersion ? right(data) : upcast(entry.upcasters ?? [], schemaVersion, data);
  if (isLeft(upcasted)) {
    return refuse('form', type, [{ path: 'data', expected: `${type} of schema version ${schemaVersion}`, got: shortly(data) }]);
  }
  const newest = upcasted.right;
  if (entry.codec.is(newest)) return right(newest);
  const decoded = entry.codec.decode(newest);
  if (decoded._tag === 'Right') return right(decoded.right);
  return refuse(
    'form',
    type,
    issues(decoded.left).map((issue) => ({ ...issue, path: issue.path === '' ? 'data' : `data.${issue.path}` })),
  );
}

const noPosts: Either<never, readonly Posting[]> = right([]);

/**
 * The lines that an event of an embedder's own posts; none for any other. Its data is decoded.
 *
 * Left: `DecodeError`, reason `form`, where what the type makes of valid data are no lines: its `posts` is wrong.
 */
export function postsOf(catalogue: Catalogue, type: string, data: unknown): Either<DecodeError, readonly Posting[]> {
  const posts = catalogue.get(type)?.posts?.(data);
  if (posts === undefined) return noPosts;
  for (const [index, posting] of posts.entries()) {
    if (linesCodec.is(posting.lines)) continue;
    const decoded = linesCodec.decode(posting.lines);
    const found = isLeft(decoded) ? issues(decoded.left) : [];
    return refuse(
      'form',
      type,
      found.map((issue) => ({ ...issue, path: `posts.${index}.lines${issue.path === '' ? '' : `.${issue.path}`}` })),
    );
  }
  return right(posts);
}

const refuse = (reason: DecodeError['reason'], type: string, found: readonly Issue[]): Either<DecodeError, never> =>
  left({ _tag: 'DecodeError', reason, type, issues: found });
