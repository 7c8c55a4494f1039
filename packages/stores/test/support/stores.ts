import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventStore } from '@driftbok/core';
import { naiveStore, storeContract } from '@driftbok/core/contract';
import { all, steps, take } from '@driftbok/fixtures/arbitraries';

/** Holds a store against every case of the contract, each on stores of its own. */
export function describeContract(name: string, open: () => Promise<EventStore>): void {
  describe(`${name}: the contract`, () => {
    it.each(storeContract.map((each) => [each.id, each.behaviour, each] as const))(
      '%s: %s',
      async (_id, _behaviour, each) => {
        expect(await each.run(open)).toEqual([]);
      },
      30_000,
    );
  });
}

/** Holds a store against the naive model, on sequences of calls. */
export function describeModel(name: string, open: () => Promise<EventStore>, numRuns: number): void {
  it(`${name} answers every sequence of calls as the naive model does`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const [store, model] = [await open(), naiveStore()];
        for (const step of sequence) expect((await take(store, step)).map(withoutRemains)).toEqual(await take(model, step));
        for (const ledger of ['one', 'other']) expect(await all(store.read(ledger))).toEqual(await all(model.read(ledger)));
        await store.close();
      }),
      { numRuns },
    );
  }, 180_000);
}

/** Where an erased text's bytes remain is each store's own. */
function withoutRemains(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('right' in answer)) return answer;
  const { right } = answer;
  if (typeof right !== 'object' || right === null || !('remains' in right)) return answer;
  const { remains: _remains, ...rest } = right;
  return { right: rest };
}
