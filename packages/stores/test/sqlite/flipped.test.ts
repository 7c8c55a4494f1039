import fc from 'fast-check';
import Libsql from 'libsql';
import { expect, it } from 'vitest';
import { samples } from '@driftbok/core/contract';
import { expectFound } from '../support/flipping.js';
import { newPath, openFile } from '../support/files.js';

const { drafts, draftWithText } = samples;

it('any one flipped byte of a stored event or text is found, at its position', async () => {
  const path = newPath();
  const store = await openFile(path);
  await store.append('example', [
    ...drafts(1, 3, { data: { å: 'ärlig', n: [1.5, -2, 1e21, 'x"\\\u001f'] } }),
    draftWithText(4, 'En\u001f text.'),
    ...drafts(5, 6),
  ]);
  const raw = new Libsql(path);
  raw.exec('DROP TRIGGER events_never_updated; DROP TRIGGER texts_never_updated');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (position, inText, at, mask) => {
        const [table, column, where, key] =
          inText && position === 4
            ? (['texts', 'text', 'ledger = ? AND 4 = ?', 4] as const)
            : (['events', 'line', 'ledger = ? AND position = ?', position] as const);
        const [row] = raw.prepare(`SELECT CAST(${column} AS BLOB) AS bytes FROM ${table} WHERE ${where}`).all('example', key) as {
          bytes: Uint8Array;
        }[];
        const before = Buffer.from(row?.bytes ?? []);
        const after = Buffer.from(before);
        after[at % after.length] = (after[at % after.length] ?? 0) ^ mask;
        const put = raw.prepare(`UPDATE ${table} SET ${column} = CAST(? AS TEXT) WHERE ${where}`);
        put.run(after, 'example', key);
        try {
          await expectFound(store, 'example', position);
        } finally {
          put.run(before, 'example', key);
        }
      },
    ),
    { numRuns: 300 },
  );
  raw.close();
  await expect(expectFound(store, 'example', 1)).rejects.toThrow();
  await store.close();
}, 120_000);
