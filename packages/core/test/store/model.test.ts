import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isLeft, isRight } from '../../src/base/either.js';
import { sha256Hex } from '../../src/base/hash.js';
import { naiveStore } from '../../src/contract.js';
import { chainChecker } from '../../src/record/chain.js';
import { memoryStore } from '../../src/store/memory-store.js';
import type { Answer } from '@driftbok/fixtures/arbitraries';
import { all, steps, take } from '@driftbok/fixtures/arbitraries';

/** The kinds of answer that are worth meeting. */
function kindOf(answer: Answer): string {
  if ('left' in answer) return String(answer.left['_tag']);
  const { right } = answer;
  if (typeof right !== 'object' || right === null) return 'nothing';
  if ('repeated' in right) return right.repeated === true ? 'repeated' : 'written';
  return Array.isArray(right) ? 'ledgers' : 'place';
}

it('the memory store answers every sequence of calls as the naive model does', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const [store, model] = [memoryStore(), naiveStore()];
      for (const step of sequence) {
        const answers = await take(store, step);
        expect(answers).toEqual(await take(model, step));
        for (const answer of answers) met.add(kindOf(answer));
      }
      for (const ledger of ['one', 'other']) {
        expect(await all(store.read(ledger))).toEqual(await all(model.read(ledger)));
      }
    }),
    { numRuns: 300 },
  );
  // A property says nothing about what it never met.
  const kinds = [
    'DuplicateId',
    'InvalidInput',
    'NothingToRedact',
    'TextErased',
    'TextMismatch',
    'TimeFalls',
    'Unavailable',
    'VersionConflict',
  ];
  expect([...met].sort()).toEqual([...kinds, 'ledgers', 'nothing', 'place', 'repeated', 'written']);
}, 60_000);

it('what the memory store holds is a chain, and no text outlives its redaction', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const store = memoryStore();
      for (const step of sequence) if (step.call !== 'close') await take(store, step);
      for (const ledger of ['one', 'other']) {
        const events = (await all(store.read(ledger))).filter(isRight).map(({ right }) => right);
        const check = chainChecker(sha256Hex);
        expect(events.map(check).filter(isLeft)).toEqual([]);
        const erasures = events.filter(({ type }) => type === 'TextRedacted');
        const outlived = events.filter(
          ({ id, position, text }) =>
            text !== undefined &&
            erasures.some((each) => each.position > position && (each.data as { readonly event: string }).event === id),
        );
        expect(outlived).toEqual([]);
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);
