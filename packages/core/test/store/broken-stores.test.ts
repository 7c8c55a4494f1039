import { describe, expect, it } from 'vitest';
import { right } from '../../src/base/either.js';
import type { ContractCase } from '../../src/contract.js';
import { storeContract } from '../../src/contract.js';
import { memoryStore } from '../../src/store/memory-store.js';
import type { EventStore } from '../../src/store/port.js';
import { appendMistakes } from './broken/appends.js';
import { readMistakes } from './broken/reads.js';
import { otherMistakes } from './broken/rest.js';
import { textMistakes } from './broken/texts.js';

const brokenStores = [...appendMistakes, ...readMistakes, ...textMistakes, ...otherMistakes];

const caseOf = (id: string): ContractCase | undefined => storeContract.find((each) => each.id === id);

describe('the contract finds a store that', () => {
  it.each(brokenStores.map((each) => [each.mistake, each.caughtBy, each.open] as const))('%s, by %s', async (_, caughtBy, open) => {
    const violations = await caseOf(caughtBy)?.run(async () => open());
    expect(violations).not.toEqual([]);
    expect(violations).toBeDefined();
  });
});

describe('no case holds by itself', () => {
  const head = { position: 1, hash: '', recordedAt: '' };
  /** Says yes to everything and keeps nothing. */
  const yes: EventStore = {
    append: async () => right({ first: 1, last: 1, head, repeated: false }),
    redact: async () => right({ first: 1, last: 1, head, repeated: false }),
    read: async function* () {},
    subscribe: async function* () {},
    head: async () => right(head),
    ledgers: async () => right(['example']),
    close: async () => right(undefined),
  };
  /** Says no to everything. */
  const closed = async (): Promise<EventStore> => {
    const store = memoryStore();
    await store.close();
    return store;
  };

  it.each(storeContract.map((each) => [each.id, each] as const))('%s', async (_, each) => {
    const violations = [...(await each.run(async () => yes)), ...(await each.run(closed))];
    expect(violations).not.toEqual([]);
  });
});
