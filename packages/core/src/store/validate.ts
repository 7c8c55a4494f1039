import { canonicalJson } from '../base/canonical.js';
import type { Codec, Issue } from '../base/codec.js';
import { issues, line, list, object, refined, shortly } from '../base/codec.js';
import type { Either } from '../base/either.js';
import { isLeft, left, right, traverse } from '../base/either.js';
import { isInstant } from '../base/time.js';
import { eventId, instant, label, slug } from '../events/fields.js';
import type { Draft } from '../record/envelope.js';
import { Actor, CopiedDraft, Decision, streamName } from '../record/envelope.js';
import type { Copying } from './plain.js';
import { plainCopy, unreadable } from './plain.js';
import type { Expectation, Expected, ReadQuery, RedactRequest, StoreError, SubscribeOptions } from './port.js';
import { maxBatch, maxBatchBytes, maxEventBytes } from './port.js';
import { utf8Length } from './utf8.js';

type InvalidInput = Extract<StoreError, { readonly _tag: 'InvalidInput' }>;

const count = (u: unknown, from: number): boolean => Number.isSafeInteger(u) && (u as number) >= from;
const words: ReadonlySet<unknown> = new Set<Expectation>(['empty', 'exists', 'any']);

const expectation: Codec<Expectation> = refined('a number of events, empty, exists or any', (u) => words.has(u) || count(u, 0));
const expectations: Codec<Readonly<Record<string, Expectation>>> = refined(
  'expectations by the names of streams',
  (u) =>
    typeof u === 'object' &&
    u !== null &&
    !Array.isArray(u) &&
    Object.entries(u).every(([stream, each]) => streamName.is(stream) && expectation.is(each)),
);
const Expected: Codec<Expected> = object<Expected>('Expected', {}, { head: expectation, streams: expectations });

const ReadQuery: Codec<ReadQuery> = object<ReadQuery>(
  'ReadQuery',
  {},
  {
    stream: streamName,
    from: refined('a position from 1', (u) => count(u, 1)),
    to: refined('a position from 0, or an instant', (u) => count(u, 0) || (typeof u === 'string' && isInstant(u))),
    types: list(line('an event type', 64), 0, 1000),
  },
);

const RedactRequest: Codec<RedactRequest> = object<RedactRequest>(
  'RedactRequest',
  { id: eventId, event: eventId, legalBasis: label, recordedAt: instant, actor: Actor },
  { decision: Decision },
);

/** An issue as what a store gives of it. */
export const invalid = ({ path, expected, got }: Issue): Either<InvalidInput, never> =>
  left({ _tag: 'InvalidInput', where: path, expected, got });

/** Holds a value against a codec; the first issue's path begins with `where`. */
function fit<A>(codec: Codec<A>, value: unknown, where: string): Either<InvalidInput, A> {
  const decoded = codec.decode(value);
  if (decoded._tag === 'Right') return right(decoded.right);
  const [first] = issues(decoded.left);
  const path = first === undefined || first.path === '' ? where : `${where}.${first.path}`;
  return invalid({ path, expected: first?.expected ?? codec.name, got: first?.got ?? shortly(value) });
}

function checked<A>(codec: Codec<A>, value: unknown, where: string, copying?: Copying): Either<InvalidInput, A> {
  const copied = plainCopy(value, where, copying);
  return isLeft(copied) ? invalid(copied.left) : fit(codec, copied.right, where);
}

/** What something gives, where only foreign code can throw: a getter, or a proxy's trap. */
function read<A>(where: string, work: () => Either<InvalidInput, A>): Either<InvalidInput, A> {
  try {
    return work();
  } catch (error) {
    return invalid({ path: where, expected: 'what can be read', got: unreadable(error) });
  }
}

/** A ledger's name: letters, digits, ".", "_" or "-", at most 64. Left: `InvalidInput` at `ledger`. */
export const checkLedger = (ledger: unknown): Either<InvalidInput, string> => fit(slug, ledger, 'ledger');

/** Batches all of whose keys are in canonical order: the engine's own writer spells them so, and nobody has to look again. */
const spelledInOrder = new WeakSet<readonly Draft[]>();

/** Whether a batch is one of {@link checkBatch}'s, whose drafts `JSON.stringify` writes canonically. */
export const isInOrder = (batch: readonly Draft[]): boolean => spelledInOrder.has(batch);

/**
 * A private copy of a batch whose drafts are of the envelope's form. Whether data is of its type's form is not asked.
 *
 * @param frozen whether the copy is frozen, on where left out; a store that hands out none of it can do without
 *
 * Left: `InvalidInput` at `batch` (no list, empty, over {@link maxBatch} or {@link maxBatchBytes}), at a draft over
 * {@link maxEventBytes}, `batch.3`, or at a place in one, `batch.3.recordedAt`.
 */
export const checkBatch = (batch: unknown, frozen = true): Either<InvalidInput, readonly Draft[]> =>
  read('batch', () => batchOf(batch, frozen));

function batchOf(batch: unknown, frozen: boolean): Either<InvalidInput, readonly Draft[]> {
  const expected = `1 to ${maxBatch} drafts`;
  if (!Array.isArray(batch)) return invalid({ path: 'batch', expected, got: shortly(batch) });
  if (batch.length < 1 || batch.length > maxBatch) return invalid({ path: 'batch', expected, got: `${batch.length} drafts` });
  let total = 0;
  let inOrder = true;
  const drafts = traverse<unknown, InvalidInput, Draft>(batch, (draft, index) => {
    const copying: Copying = { order: 'canonical', weight: 0, frozen };
    const copied = checked(CopiedDraft, draft, `batch.${index}`, copying);
    if (isLeft(copied)) return copied;
    inOrder &&= copying.numbered !== true;
    const { weight } = copying;
    // Only what might be too large is measured.
    const bytes = weight > maxEventBytes ? bytesOf(copied.right) : weight;
    total += bytes;
    return bytes <= maxEventBytes ? copied : tooLarge(`batch.${index}`, 'a draft', maxEventBytes, bytes);
  });
  if (isLeft(drafts)) return drafts;
  if (inOrder) spelledInOrder.add(drafts.right);
  if (total <= maxBatchBytes) return drafts;
  const bytes = drafts.right.reduce((sum, draft) => sum + bytesOf(draft), 0);
  return bytes <= maxBatchBytes ? drafts : tooLarge('batch', 'drafts', maxBatchBytes, bytes);
}

const bytesOf = (draft: Draft): number => utf8Length(canonicalJson(draft));

const tooLarge = (path: string, what: string, most: number, bytes: number): Either<InvalidInput, never> =>
  invalid({ path, expected: `${what} of at most ${most} bytes`, got: `${bytes} bytes` });

/** A private copy of what an appender expects. Left: `InvalidInput` at `expected.head` or `expected.streams`. */
export const checkExpected = (expected: unknown): Either<InvalidInput, Expected> => checked(Expected, expected, 'expected');

/** A private copy of a query. Left: `InvalidInput` at `query.<key>`. */
export const checkQuery = (query: unknown): Either<InvalidInput, ReadQuery> => checked(ReadQuery, query, 'query');

/** Where a subscription begins and what ends it. Left: `InvalidInput` at `options`, `options.from` or `options.signal`. */
export const checkSubscribe = (options: unknown): Either<InvalidInput, SubscribeOptions> => read('options', () => subscribed(options));

function subscribed(options: unknown): Either<InvalidInput, SubscribeOptions> {
  if (typeof options !== 'object' || options === null) return invalid({ path: 'options', expected: 'options', got: shortly(options) });
  const { from = 1, signal } = options as SubscribeOptions;
  if (!count(from, 1)) return invalid({ path: 'options.from', expected: 'a position from 1', got: shortly(from) });
  if (signal === undefined) return right({ from });
  const fits = typeof signal === 'object' && signal !== null && typeof signal.addEventListener === 'function';
  return fits ? right({ from, signal }) : invalid({ path: 'options.signal', expected: 'an AbortSignal', got: shortly(signal) });
}

/** A private copy of a request to redact. Left: `InvalidInput` at `request.<key>`. */
export const checkRedactRequest = (request: unknown): Either<InvalidInput, RedactRequest> => checked(RedactRequest, request, 'request');
