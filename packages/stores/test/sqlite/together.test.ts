import { describe, expect, it } from 'vitest';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { sqliteStore } from '../../src/sqlite.js';
import { expectProcessesTogether, expectWritersTogether } from '../support/concurrency.js';
import { newPath, openFile } from '../support/files.js';

const { draft, drafts } = samples;

const at = { recordedAt: draft(1).recordedAt };

describe('one file, several at once', () => {
  it('two processes that decide on the head lose nothing', async () => {
    const path = newPath();
    const store = await openFile(path);
    await expectProcessesTogether(store, { sqlite: path }, { ledgers: 1, writers: 2, batches: 40, size: 5, expecting: true });
    await store.close();
  }, 120_000);

  it('four processes on two ledgers, with no expectation, wait for each other', async () => {
    const path = newPath();
    const store = await openFile(path);
    await expectProcessesTogether(store, { sqlite: path }, { ledgers: 2, writers: 4, batches: 30, size: 3, expecting: false });
    await store.close();
  }, 120_000);

  it.each([1, 16])(
    '16 writers on %i ledgers: no update lost, and a follower sees each event once',
    async (ledgers) => {
      const path = newPath();
      const first = await openFile(path);
      await expectWritersTogether(
        async () => openFile(path),
        { ledgers, writers: 16, each: 8 },
        (writer, n) => [draft(writer * 1000 + n, at)],
      );
      await first.close();
    },
    120_000,
  );

  it('two that open a new file at the same moment make one store of it', async () => {
    const path = newPath();
    const stores = (await Promise.all([sqliteStore({ path }), sqliteStore({ path }), sqliteStore({ path })])).map(orThrow);
    const results = await Promise.all(stores.map(async (store, n) => store.append('example', drafts(n * 10, n * 10 + 4, at))));
    expect(results.map((result) => orThrow(result).first).sort((a, b) => a - b)).toEqual([1, 6, 11]);
    for (const store of stores) await store.close();
  });
});
