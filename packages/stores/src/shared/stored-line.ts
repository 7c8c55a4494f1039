import type { Either, Recorded, StoreError } from '@driftbok/core';
import { isLeft, left, lineOfEvent, parseLine, recordedOfJson, right } from '@driftbok/core';
import type { EventRow } from './engine.js';
import { Refusal } from './engine.js';

/** Free text that lies beside an event, apart from its line. */
export interface FreeText {
  readonly text: string;
  readonly salt: string;
}

/** An event's line as databases keep it: what its hash is of, without the free text, which must be erasable. */
export function storedLine(event: Recorded): string {
  const { text: _text, salt: _salt, ...kept } = event;
  return lineOfEvent(kept);
}

/** The free text of an event as databases keep it, or undefined where it has none. */
export function storedText({ text, salt }: Recorded): FreeText | undefined {
  return text === undefined || salt === undefined ? undefined : { text: JSON.stringify(text), salt };
}

/** What JSON reads alike in two forms of the same length: the letters of an escape or of an exponent, `\\u001f` and `1e+21`. */
const mayVary = /\\u|\d[eE]/;

/**
 * An event from its row.
 *
 * Left: `Corrupt` where the line is no event, not in the form it was written in, or not the one of its place.
 */
export function eventOfRow({ position, line, text, salt }: EventRow): Either<StoreError, Recorded> {
  const corrupt = (expected: string, got: string): Either<StoreError, never> => left({ _tag: 'Corrupt', position, expected, got });
  const json = parseLine(line);
  if (isLeft(json)) return corrupt('the line of an event', json.left.issues[0]?.got ?? '');
  const read = recordedOfJson(json.right);
  if (isLeft(read)) {
    const [issue] = read.left.issues;
    return corrupt(`${issue?.path ?? ''}: ${issue?.expected ?? 'an event'}`, issue?.got ?? '');
  }
  const event = read.right;
  if (event.position !== position) return corrupt(`position ${position}`, `position ${event.position}`);
  // One value can be written in several ways; a line is written in one.
  if (mayVary.test(line) && lineOfEvent(event) !== line) return corrupt('the line as it was written', 'the same in other letters');
  if (event.text !== undefined || event.salt !== undefined) return corrupt('a line without a text', 'a text in the line');
  if (text === null || salt === null) return right(frozen(event));
  const free = parseLine(text);
  if (isLeft(free) || typeof free.right !== 'string') return corrupt('a text as a JSON string', text.slice(0, 80));
  if (mayVary.test(text) && JSON.stringify(free.right) !== text) return corrupt('the text as it was written', 'the same in other letters');
  return right(frozen({ ...event, text: free.right, salt }));
}

/** An event from its row, where nothing can be done without it. Throws a {@link Refusal}. */
export function eventOrRefusal(row: EventRow): Recorded {
  const event = eventOfRow(row);
  if (isLeft(event)) throw new Refusal(event.left);
  return event.right;
}

/** Frozen down to the last list: no reader can change what another is given. */
function frozen<A>(value: A): A {
  if (typeof value !== 'object' || value === null) return value;
  for (const member of Object.values(value)) if (typeof member === 'object') frozen(member);
  return Object.freeze(value);
}
