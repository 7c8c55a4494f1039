import { describe, expect, it } from 'vitest';
import { naiveStore, storeContract } from '../../src/contract.js';
import type { EventStore } from '../../src/store/port.js';
import { memoryStore } from '../../src/store/memory-store.js';

const stores: Readonly<Record<string, () => Promise<EventStore>>> = {
  'the memory store': async () => memoryStore(),
  'the naive model': async () => naiveStore(),
};

describe.each(Object.entries(stores))('%s', (_, open) => {
  it.each(storeContract.map((each) => [each.id, each.behaviour, each] as const))('%s: %s', async (_id, _behaviour, each) => {
    expect(await each.run(open)).toEqual([]);
  });
});

describe('the contract', () => {
  it('names each of its cases once', () => {
    const ids = storeContract.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('covers the port in at least 100 cases', () => {
    expect(storeContract.length).toBeGreaterThanOrEqual(100);
  });

  it('says what holds, in a sentence', () => {
    expect(storeContract.filter(({ behaviour }) => !/^\S.*\.$/.test(behaviour))).toEqual([]);
  });

  it('gives what a store throws as a broken claim', async () => {
    const throwing = async (): Promise<EventStore> => {
      throw new Error('no such place');
    };
    expect(await storeContract[0]?.run(throwing)).toEqual(['nothing throws, but this did: Error: no such place']);
  });
});
