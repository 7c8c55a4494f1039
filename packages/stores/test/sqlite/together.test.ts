import Libsql from 'libsql';
import { describe, expect, it, vi } from 'vitest';
import { isLeft, orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { sqliteStore } from '../../src/sqlite.js';
import { openDatabase } from '../../src/sqlite/connection.js';
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

  it('one that opens a new file opens it, at whichever of its steps another makes a store of it', async () => {
    const refused: unknown[] = [];
    const steps = await eachStep(async (path, arm) => {
      arm(() => openDatabase({ path, mode: 'create', maxBytes: undefined }).close());
      const opened = await sqliteStore({ path });
      if (isLeft(opened)) return void refused.push(opened.left);
      expect(await opened.right.append('example', drafts(1, 3))).toMatchObject({ right: { last: 3 } });
      await opened.right.close();
    });
    expect(refused).toEqual([]);
    expect(steps).toBeGreaterThan(5);
  });
});

/** Runs work again and again, with something done before the first thing that is asked of a database, the second, and so on to the last. */
async function eachStep(work: (path: string, arm: (interfere: () => void) => void) => Promise<void>): Promise<number> {
  for (let step = 1; ; step++) {
    let [left, interfere] = [0, (): void => {}];
    const spies = (['exec', 'prepare'] as const).map((method) => {
      const asked = Libsql.prototype[method] as (this: Libsql.Database, sql: string) => never;
      return vi.spyOn(Libsql.prototype, method).mockImplementation(function (this: Libsql.Database, sql) {
        left -= 1;
        // Where the one who opens is in a transaction, the other is turned away.
        if (left === 0) expect([undefined, 'SQLITE_BUSY']).toContain(codeThrown(interfere));
        return asked.call(this, sql);
      });
    });
    try {
      await work(newPath(), (interfering) => {
        [left, interfere] = [step, interfering];
      });
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    if (left > 0) return step;
  }
}

function codeThrown(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
}
