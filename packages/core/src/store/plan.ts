import type { Either } from '../base/either.js';
import { isLeft, left, right } from '../base/either.js';
import type { Hash } from '../base/hash.js';
import type { EventId } from '../events/fields.js';
import type { Head } from '../record/chain.js';
import { headOf, seal, textMismatch } from '../record/chain.js';
import type { Draft, Recorded } from '../record/envelope.js';
import { conflictOf } from './expectations.js';
import type { Expected, Receipt, RedactRequest, StoreError } from './port.js';
import { erasedBy, redactionDraft, withoutText } from './redaction.js';
import { isInOrder } from './validate.js';
import { repeatOf } from './repeats.js';

/** A ledger as it stands. It must not change until what is planned on it is written. */
export interface Standing {
  readonly head: Head | undefined;
  /** The number of events a stream has. */
  readonly versionOf: (stream: string) => number;
  /** The event recorded by an id; asked about the ids of a batch and those of the events it redacts. */
  readonly recorded: (id: EventId) => Recorded | undefined;
  /** Whether a recorded `TextRedacted` names an event; asked about those of a batch that bring a text. */
  readonly erased: (id: EventId) => boolean;
}

/** What a store has to write, as one step, before it hands out the receipt. */
export interface Plan {
  /** The batch's events in their places; none where the batch is repeated. */
  readonly events: readonly Recorded[];
  /** Events recorded earlier whose text and salt go. */
  readonly erase: readonly EventId[];
  readonly receipt: Receipt;
}

/**
 * What appending a batch to a ledger comes to. Every adapter plans with it and writes what it says, so that all of them refuse the
 * same things in the same order. The batch and the expectations are checked before, by `checkBatch` and `checkExpected`.
 *
 * Left: `TextMismatch`, `DuplicateId`, `TextErased`, `VersionConflict`, `TimeFalls`, asked in this order.
 */
export function planAppend(given: readonly Draft[], expected: Expected, standing: Standing, hash: Hash): Either<StoreError, Plan> {
  const fault = textFault(given, hash);
  if (fault !== undefined) return left(fault);
  const erased = erasedBy(given);
  const batch: readonly Draft[] = erased.size === 0 ? given : given.map((draft) => (erased.has(draft.id) ? withoutText(draft) : draft));

  const repeat = repeatOf(batch, standing.recorded);
  if (isLeft(repeat)) return repeat;
  if (repeat.right !== undefined) return right({ events: [], erase: [], receipt: repeat.right });

  const gone = batch.find(({ id, text }) => text !== undefined && standing.erased(id));
  if (gone !== undefined) return left({ _tag: 'TextErased', id: gone.id });

  const { head, versionOf } = standing;
  const refusal = conflictOf(expected, head?.position ?? 0, versionOf) ?? timeFault(batch, head);
  if (refusal !== undefined) return left(refusal);

  const events = seal(batch, head, versionOf, hash, isInOrder(batch) ? JSON.stringify : undefined);
  const last = headOf(events.at(-1) as Recorded); // checkBatch lets no empty batch through
  const erase = [...erased].filter((id) => standing.recorded(id)?.text !== undefined);
  return right({ events, erase, receipt: { first: (head?.position ?? 0) + 1, last: last.position, head: last, repeated: false } });
}

/**
 * What erasing a text comes to: appending `TextRedacted`, which takes the text with it.
 *
 * Left: `NothingToRedact`, `DuplicateId`, `TimeFalls`, asked in this order.
 */
export function planRedact(request: RedactRequest, standing: Standing, hash: Hash): Either<StoreError, Plan> {
  const event = standing.recorded(request.event);
  const nothing = (expected: string, got: string): Either<StoreError, never> =>
    left({ _tag: 'NothingToRedact', event: request.event, expected, got });
  if (event === undefined) return nothing('an event in the ledger', 'no such event');
  // Where the request's id is taken, this is the same request again, or a DuplicateId: the plan tells them apart.
  if (event.text === undefined && standing.recorded(request.id) === undefined)
    return nothing('an event with a text', 'no text, or an erased one');
  return planAppend([redactionDraft(request, event.stream)], {}, standing, hash);
}

function textFault(batch: readonly Draft[], hash: Hash): StoreError | undefined {
  for (const draft of batch) {
    const mismatch = textMismatch(draft, hash);
    if (mismatch !== undefined) return { _tag: 'TextMismatch', id: draft.id, ...mismatch };
  }
  return undefined;
}

function timeFault(batch: readonly Draft[], head: Head | undefined): StoreError | undefined {
  let latest = head?.recordedAt ?? '';
  for (const { id, recordedAt } of batch) {
    if (recordedAt < latest) return { _tag: 'TimeFalls', id, expected: `at or after ${latest}`, got: recordedAt };
    latest = recordedAt;
  }
  return undefined;
}
