import type { Draft } from '@driftbok/core';
import { lineOfEvent } from '@driftbok/core';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { otherCanonicalLine } from '../../src/ndjson/canonical-line.js';
import { arbitraryLedger } from '../support/events.js';

/** The same JSON value with the keys of its objects in another order. */
function shuffled(value: unknown, turn: (keys: readonly string[]) => readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, turn));
  if (typeof value !== 'object' || value === null) return value;
  const members = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(turn(Object.keys(members)).map((key) => [key, shuffled(members[key], turn)]));
}

it('agrees with lineOfEvent on every spelling of an event', () => {
  const orders = fc.constantFrom(
    (keys: readonly string[]) => keys,
    (keys: readonly string[]) => [...keys].reverse(),
    (keys: readonly string[]) => [...keys].sort(),
  );
  fc.assert(
    fc.property(arbitraryLedger, orders, fc.constantFrom(0, 1), (events, turn, blanks) => {
      for (const event of events) {
        const canonical = lineOfEvent(event);
        for (const text of [canonical, JSON.stringify(shuffled(event, turn), null, blanks)]) {
          const read = JSON.parse(text) as Draft;
          expect(otherCanonicalLine(text, read)).toBe(text === canonical ? undefined : canonical);
        }
      }
    }),
  );
});

it('knows the order of keys that look like numbers, which an engine does not keep', () => {
  const event = { data: { '10': 1, '9': 2 } } as unknown as Draft;
  expect(otherCanonicalLine('{"data":{"10":1,"9":2}}', event)).toBeUndefined();
  expect(otherCanonicalLine('{"data":{"9":2,"10":1}}', event)).toBe('{"data":{"10":1,"9":2}}');
});
