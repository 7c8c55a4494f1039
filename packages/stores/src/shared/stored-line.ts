import type { Either, Recorded, StoreError } from '@driftbok/core';
import { isLeft, left, lineOfEvent, parseLine, recordedOfJson } from '@driftbok/core';

/** Free text that lies beside an event, apart from its line. */
export interface FreeText {
  readonly text: string;
  readonly salt: string;
}

/** An event's line as databases keep it: the exact bytes that its hash is of, without the free text, which must be erasable. */
export function storedLine(event: Recorded): string {
  const { text: _text, salt: _salt, ...kept } = event;
  return lineOfEvent(kept);
}

/** The free text of an event, or undefined where it has none. */
export function freeTextOf({ text, salt }: Recorded): FreeText | undefined {
  return text === undefined || salt === undefined ? undefined : { text, salt };
}

/**
 * An event from its stored line and the free text beside it.
 *
 * Left: `Corrupt` where the line is no event, or not the one of its place.
 */
export function eventOfLine(line: string, position: number, beside: FreeText | undefined): Either<StoreError, Recorded> {
  const corrupt = (expected: string, got: string): Either<StoreError, never> => left({ _tag: 'Corrupt', position, expected, got });
  const json = parseLine(line);
  if (isLeft(json)) return corrupt('the line of an event', json.left.issues[0]?.got ?? line.slice(0, 80));
  const event = recordedOfJson(json.right);
  if (isLeft(event)) {
    const [issue] = event.left.issues;
    return corrupt(`${issue?.path ?? ''}: ${issue?.expected ?? 'an event'}`, issue?.got ?? '');
  }
  if (event.right.position !== position) return corrupt(`position ${position}`, `position ${event.right.position}`);
  return beside === undefined ? event : { _tag: 'Right', right: { ...event.right, ...beside } };
}
