import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Book, Draft } from '@driftbok/core';
import { actionPlan, bookAt, eventsOf, isLeft, orThrow, propose, replay } from '@driftbok/core';
import { charted } from '../support/books.js';
import { draft, lock, round } from '../support/drafts.js';
import type { Card, Intent } from './naive.js';
import { modelRounds, takeStep } from './naive.js';

const start = (): Book => charted(round('r24-locked', '2024'), lock('r24-locked'), round('r25-open', '2025'));

const amountOf = (kronor: number): string => `${kronor}.00`;

function draftOf({ type, action, year, kronor, round: of, from, period }: Intent): Draft {
  const effects = [{ year, ...(kronor === undefined ? {} : { amount: amountOf(kronor) }) }];
  const amount = amountOf(kronor ?? 0);
  switch (type) {
    case 'Proposed':
      return draft('ActionProposed', { action, label: action, effects });
    case 'EffectRevised':
      return draft('ActionEffectRevised', { action, effects });
    case 'EffectRealised':
      return draft('ActionEffectRealised', { action, year, amount, evidence: 'booked', ...(period === undefined ? {} : { period }) });
    case 'Included':
      return draft('ActionIncludedInForecast', { action, round: of, amount });
    case 'Decided':
    case 'Suspended':
    case 'Resumed':
    case 'Started':
    case 'Completed':
    case 'Cancelled':
      return draft(`Action${type}`, { action, ...(from === undefined ? {} : { from }) });
  }
}

const intent: fc.Arbitrary<Intent> = fc.record({
  type: fc.constantFrom<Intent['type'][]>(
    'Proposed',
    'Proposed',
    'Decided',
    'Decided',
    'Suspended',
    'Resumed',
    'Started',
    'Completed',
    'Cancelled',
    'EffectRevised',
    'EffectRealised',
    'Included',
  ),
  action: fc.constantFrom('a', 'b'),
  year: fc.constantFrom('2024', '2024', '2025', '2025', '2026'),
  kronor: fc.option(fc.constantFrom(0, 560, -40, 4200), { nil: undefined }),
  round: fc.constantFrom(...Object.keys(modelRounds), 'no-such-round'),
  from: fc.constantFrom(undefined, undefined, '2024-06-01', '2024-10-01', '2025-01-01', '2025-01-02', '2026-01-01'),
  period: fc.constantFrom(undefined, undefined, '2024-07', '2025-01', '2025-02'),
});

const words: Readonly<Record<Card['at'], string>> = {
  proposed: 'proposed',
  decided: 'decided',
  started: 'started',
  waiting: 'suspended',
  done: 'completed',
  dropped: 'cancelled',
};

const kronor = (ore: number | null): number | undefined => (ore === null ? undefined : ore / 100);

/** What the plan says of a year and the open round, next to what the cards say. */
function expectSame(book: Book, cards: ReadonlyMap<string, Card>, year: string): void {
  const { rows, totals } = orThrow(actionPlan(book, { year, round: 'r25-open' }));
  const listed = [...cards].filter(([, { expected, realised }]) => expected.has(year) || realised.has(year));
  expect(
    rows.map((row) => ({
      id: row.id,
      status: row.status,
      expected: row.expected === null ? 'nothing said' : (kronor(row.expected.known) ?? 'unknown'),
      realised: kronor(row.realised),
      included: kronor(row.included),
    })),
  ).toEqual(
    listed.map(([id, { at, expected, realised, included }]) => ({
      id,
      status: words[at],
      expected: expected.has(year) ? (expected.get(year) ?? 'unknown') : 'nothing said',
      realised: realised.get(year),
      included: included.get('r25-open'),
    })),
  );
  const counted = listed.filter(([, { at }]) => at !== 'waiting' && at !== 'dropped').map(([, { expected }]) => expected);
  const known = counted.flatMap((expected) => expected.get(year) ?? []);
  expect(kronor(totals.expected.known) ?? 'none').toBe(known.length === 0 ? 'none' : known.reduce((a, b) => a + b, 0));
  expect(totals.expected.unknown).toBe(counted.filter((expected) => expected.has(year) && expected.get(year) === undefined).length);
}

describe('the life of an action', () => {
  it('is what a naive model makes of the same steps, illegal ones refused by both', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 40 }), (intents) => {
        let book = start();
        const cards = new Map<string, Card>();
        for (const each of intents) {
          const proposed = propose(book, [draftOf(each)]);
          expect(isLeft(proposed)).toBe(!takeStep(cards, each));
          if (!isLeft(proposed)) book = proposed.right.book;
        }
        expectSame(book, cards, '2024');
        expectSame(book, cards, '2025');
      }),
      { numRuns: 300 },
    );
  });

  it('is the same live, rebuilt, and folded again to any position', () => {
    fc.assert(
      fc.property(fc.array(intent, { maxLength: 25 }), (intents) => {
        const books = [start()];
        for (const each of intents) {
          const proposed = propose(books.at(-1) as Book, [draftOf(each)]);
          if (!isLeft(proposed)) books.push(proposed.right.book);
        }
        const newest = books.at(-1) as Book;
        expect(orThrow(replay(eventsOf(newest))).state).toEqual(newest.state);
        for (const book of books) expect(bookAt(newest, book.position).state).toEqual(book.state);
      }),
      { numRuns: 30 },
    );
  });
});
