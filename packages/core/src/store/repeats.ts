import { canonicalJson } from '../base/canonical.js';
import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';
import type { EventId } from '../events/fields.js';
import { headOf } from '../record/chain.js';
import type { Draft, Recorded } from '../record/envelope.js';
import { draftOf } from '../record/line.js';
import type { Receipt, StoreError } from './port.js';

type Members = Readonly<Record<string, unknown>>;

/** What makes an event the same as a draft: all that its appender said but the free text, whose hash is in `data`. */
function contentOf(draft: Draft): Members {
  const { text: _text, salt: _salt, ...content } = draft;
  return content;
}

/** The keys in which a draft is not what is recorded. */
function differences(draft: Draft, event: Recorded): readonly string[] {
  const [asked, held] = [contentOf(draft), contentOf(draftOf(event))];
  return Object.keys({ ...held, ...asked }).filter((key) => canonicalJson(asked[key]) !== canonicalJson(held[key]));
}

const duplicate = (id: EventId, position: number | undefined, expected: string, got: string): Either<StoreError, never> =>
  left({ _tag: 'DuplicateId', id, position, expected, got });

function twiceIn(batch: readonly Draft[]): EventId | undefined {
  const seen = new Set<EventId>();
  return batch.find(({ id }) => seen.size === seen.add(id).size)?.id;
}

/**
 * The first receipt of a batch that is already there, whole, in order and adjacent, with the same content; undefined where nothing
 * of it is there.
 *
 * Left: `DuplicateId` when an id stands twice in the batch, or is recorded with other content, elsewhere or without the rest;
 * `TextErased` when the batch brings a text that its event no longer has.
 */
export function repeatOf(
  batch: readonly Draft[],
  recorded: (id: EventId) => Recorded | undefined,
): Either<StoreError, Receipt | undefined> {
  const twice = twiceIn(batch);
  if (twice !== undefined) return duplicate(twice, undefined, 'each id once in a batch', 'the same id again');
  const found = batch.map(({ id }) => recorded(id));
  const events = found.filter((event) => event !== undefined);
  const [first] = events;
  const last = events.at(-1);
  if (first === undefined || last === undefined) return right(undefined);

  for (const [index, draft] of batch.entries()) {
    const event = found[index];
    const differing = event === undefined ? [] : differences(draft, event);
    if (differing.length > 0) return duplicate(draft.id, event?.position, 'what is recorded by this id', `another ${differing.join(', ')}`);
  }
  if (events.length < batch.length) {
    return duplicate(first.id, first.position, 'the batch recorded whole, or not at all', `${events.length} of ${batch.length} recorded`);
  }
  const strayed = events.find(({ position }, index) => position !== first.position + index);
  if (strayed !== undefined) {
    return duplicate(
      strayed.id,
      strayed.position,
      `position ${first.position + events.indexOf(strayed)}, as in the batch`,
      `position ${strayed.position}`,
    );
  }
  const erased = batch.find(({ text }, index) => text !== undefined && events[index]?.text === undefined);
  if (erased !== undefined) return left({ _tag: 'TextErased', id: erased.id });
  return right({ first: first.position, last: last.position, head: headOf(last), repeated: true });
}
