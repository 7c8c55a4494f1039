import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Book } from '@driftbok/core';
import { commentsOf, decisionsOf, eventsOf, isLeft, latestComment, orThrow, propose, replay } from '@driftbok/core';
import { charted } from '../support/books.js';
import { draft, round } from '../support/drafts.js';

const days = ['2025-04-30', '2025-07-31', '2025-08-31'] as const;

describe('comments', () => {
  it('are what a list of cards makes of them: a final card is never written on again', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      final: fc.boolean(),
      about: fc.constantFrom('p3', 'p4', 'unknown'),
      asOf: fc.constantFrom(...days),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let book: Book = charted(round('p3', '2025'), round('p4', '2026'));
        // In the order they were last written, newest last.
        let cards: typeof steps = [];
        for (const each of steps) {
          const { id, final, about, asOf } = each;
          const standing = final ? 'final' : 'draft';
          const data = { comment: id, about: { round: about }, standing, kind: 'status', asOf, textHash: 'a'.repeat(64) } as const;
          const made = propose(book, [draft('CommentMade', data)]);
          const card = cards.find((other) => other.id === id);
          const legal = about !== 'unknown' && (card === undefined || (!card.final && card.about === about));
          expect(isLeft(made)).toBe(!legal);
          if (isLeft(made)) continue;
          book = made.right.book;
          cards = [...cards.filter((other) => other !== card), each];
        }
        for (const about of ['p3', 'p4']) {
          const mine = days.flatMap((day) => cards.filter((card) => card.about === about && card.asOf === day));
          expect(commentsOf(book, { about: { round: about } }).map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
          expect(latestComment(book, { round: about })?.id).toBe(mine.filter(({ final }) => final).at(-1)?.id);
        }
        expect(orThrow(replay(eventsOf(book))).state).toEqual(book.state);
      }),
    );
  });
});

describe('decisions', () => {
  it('climb a stair that nobody walks down, and stop at its top', () => {
    const stairs = ['proposed', 'planned', 'decided'] as const;
    const step = fc.record({ id: fc.constantFrom('a', 'b'), to: fc.constantFrom(...stairs), body: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let book: Book = charted();
        const climbed = new Map<string, readonly string[]>();
        for (const { id, to, body } of steps) {
          const decision = { body: 'Nämnden', date: '2025-03-01' } as const;
          const recorded = draft('DecisionRecorded', { decision: id, label: id, stage: to }, body ? { decision } : {});
          const made = propose(book, [recorded]);
          const before = climbed.get(id)?.at(-1) ?? 'proposed';
          const legal =
            before !== 'decided' &&
            stairs.findIndex((s) => s === to) >= stairs.findIndex((s) => s === before) &&
            (to !== 'decided' || body);
          expect(isLeft(made)).toBe(!legal);
          if (isLeft(made)) continue;
          book = made.right.book;
          climbed.set(id, [...(climbed.get(id) ?? []), to]);
        }
        expect(decisionsOf(book).map(({ id, stage, steps: told }) => [id, stage, told.map((each) => each.stage)])).toEqual(
          [...climbed].map(([id, stages]) => [id, stages.at(-1), stages]),
        );
        expect(orThrow(replay(eventsOf(book))).state).toEqual(book.state);
      }),
    );
  });
});
