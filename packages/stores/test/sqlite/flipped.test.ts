import fc from 'fast-check';
import Libsql from 'libsql';
import { expect, it } from 'vitest';
import { orThrow, verifyLedger } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { alteredTimes, expectFound, expectRefused, expectUpTo, hurt, refused, missing, missingFrom } from '../support/flipping.js';
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

it.each([
  ['type', 'NoteTaken'],
  ['stream', 'outcome/2025-08'],
  ['recorded_at', '2025-08-02T00:00:00.000Z'],
  ['id', '0198617c-0000-7000-8000-0000000000ff'],
  ['version', 99],
  ['line', '\n'],
  ['line', 'a\tb'],
  ['hash', '\n'.repeat(64)],
])('a column that is not as it was is found: %s', async (column, other) => {
  const path = newPath();
  const store = await openFile(path);
  await store.append('example', drafts(1, 9));
  const raw = new Libsql(path);
  raw.exec('DROP TRIGGER events_never_updated');
  raw.prepare(`UPDATE events SET ${column} = ? WHERE position = 5`).run(other);
  raw.close();
  await expectFound(store, 'example', 5);
  await store.close();
});

it('a salt that is none is found', async () => {
  const path = newPath();
  const store = await openFile(path);
  await store.append('example', [...drafts(1, 3), draftWithText(4, 'En text.')]);
  const raw = new Libsql(path);
  raw.exec(`DROP TRIGGER texts_never_updated; UPDATE texts SET salt = 'x' || substr(salt, 2)`);
  raw.close();
  await expectFound(store, 'example', 4);
  await store.close();
});

it.each(hurt)('%s: that is found', async (_, sql, found, kind) => {
  const path = newPath();
  const store = await openFile(path);
  orThrow(await store.append('example', [...drafts(1, 3), draftWithText(4, 'En text.'), ...drafts(5, 6)]));
  const raw = new Libsql(path);
  const triggers = raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all() as readonly { readonly name: string }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.exec(sql);
  raw.close();
  await expectFound(store, 'example', found, kind);
  if (refused.has(sql)) await expectRefused(store, 'example', found, kind);
  await store.close();
});

it('events that are gone are found, wherever a page ends', async () => {
  const path = newPath();
  const store = await openFile(path);
  orThrow(await store.append('example', drafts(1, missingFrom)));
  const raw = new Libsql(path);
  raw.exec('DROP TRIGGER events_never_deleted');
  for (const [first, last, found, kind] of missing) {
    raw.exec(`BEGIN; CREATE TABLE kept AS SELECT * FROM events WHERE position BETWEEN ${first} AND ${last};
      DELETE FROM events WHERE position BETWEEN ${first} AND ${last}; COMMIT`);
    await expectFound(store, 'example', found, kind);
    raw.exec('BEGIN; INSERT INTO events SELECT * FROM kept; DROP TABLE kept; COMMIT');
  }
  raw.close();
  expect(await verifyLedger(store, 'example')).toMatchObject({ right: { position: missingFrom } });
  await store.close();
});

it.each(alteredTimes)(
  'a read up to an instant, where %s, hands out nothing that was not asked for, and ends with a fault',
  async (_, sql, until, most) => {
    const path = newPath();
    const store = await openFile(path);
    orThrow(await store.append('example', drafts(1, 5)));
    const raw = new Libsql(path);
    raw.exec(`DROP TRIGGER events_never_updated; ${sql}`);
    raw.close();
    await expectUpTo(store, 'example', until, most);
    await store.close();
  },
);
