import type { Expectation, Expected, StoreError } from './port.js';

/** Whether a place that holds `actual` events is as expected. */
function meets(expectation: Expectation, actual: number): boolean {
  switch (expectation) {
    case 'any':
      return true;
    case 'empty':
      return actual === 0;
    case 'exists':
      return actual > 0;
    default:
      return actual === expectation;
  }
}

/**
 * The first thing that is not as expected, the head before the streams, or nothing.
 *
 * @param position the head's position, 0 where the ledger is empty
 * @param versionOf the number of events a stream has
 */
export function conflictOf(expected: Expected, position: number, versionOf: (stream: string) => number): StoreError | undefined {
  const { head = 'any', streams = {} } = expected;
  if (!meets(head, position)) return { _tag: 'VersionConflict', where: 'head', expected: head, actual: position };
  for (const [stream, expectation] of Object.entries(streams)) {
    const actual = versionOf(stream);
    if (!meets(expectation, actual)) return { _tag: 'VersionConflict', where: stream, expected: expectation, actual };
  }
  return undefined;
}
