import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EventStore } from '@driftbok/core';
import { orThrow, verifyLedger } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { migratePostgres, postgresStore } from '../../src/postgres.js';
import { alteredTimes, expectFound, expectRefused, expectUpTo, hurt, missing, missingFrom, refused } from '../support/flipping.js';
import type { Server } from '../support/server.js';
import { startServer } from '../support/server.js';

const { drafts, draftWithText } = samples;

let server: Server;
let raw: pg.Pool;
let store: EventStore;
let hurts = 0;

beforeAll(async () => {
  server = await startServer();
  orThrow(await migratePostgres({ connectionString: server.url() }));
  raw = new pg.Pool({ connectionString: server.url() });
  store = orThrow(await postgresStore({ pool: raw }));
  orThrow(
    await store.append('example', [
      ...drafts(1, 3, { data: { å: 'ärlig', n: [1.5, -2, 1e21, 'x"\\\u001f'] } }),
      draftWithText(4, 'En\u001f text.'),
      ...drafts(5, 6),
    ]),
  );
  for (const table of ['events', 'texts']) await raw.query(`ALTER TABLE driftbok.${table} DISABLE TRIGGER USER`);
}, 120_000);
afterAll(async () => {
  await raw.end();
  await server.remove();
}, 60_000);

const position = fc.integer({ min: 1, max: 6 });
/** A line end and a tab would end a row, or a part of it, of a page that is read as one text. */
const byte = fc.oneof(fc.constantFrom(0x0a, 0x09), fc.integer({ min: 1, max: 0x7f }));

/** Another byte in one place of a column; what PostgreSQL would not take as text, it could not hold either. */
function changed(text: string, at: number, by: number): string {
  const bytes = Buffer.from(text);
  const place = at % bytes.length;
  bytes[place] = bytes[place] === by ? (by === 0x7f ? 0x7e : by + 1) : by;
  return bytes.toString('utf8');
}

async function expectChangeFound(
  table: string,
  column: string,
  where: string,
  at: number,
  change: (text: string) => string,
): Promise<void> {
  const { rows } = await raw.query<{ value: string }>(`SELECT ${column}::text AS value FROM driftbok.${table} WHERE ${where}`);
  const before = rows[0]?.value ?? '';
  const put = (value: string) => raw.query(`UPDATE driftbok.${table} SET ${column} = $1 WHERE ${where}`, [value]);
  await put(change(before));
  try {
    await expectFound(store, 'example', at);
  } finally {
    await put(before);
  }
}

it('any one changed byte of a stored event, its hash, its text or its salt is found, at its position', async () => {
  await fc.assert(
    fc.asyncProperty(position, fc.constantFrom('line', 'hash', 'text', 'salt'), fc.nat(), byte, async (place, column, at, by) => {
      const beside = column === 'text' || column === 'salt';
      const where = beside ? 'true' : `position = ${place}`;
      await expectChangeFound(beside ? 'texts' : 'events', column, where, beside ? 4 : place, (text) => changed(text, at, by));
    }),
    { numRuns: 200 },
  );
  await expect(expectFound(store, 'example', 1)).rejects.toThrow();
}, 180_000);

it.each([
  ['type', 'NoteTaken'],
  ['stream', 'outcome/2025-08'],
  ['recorded_at', '2025-08-02T00:00:00.000Z'],
  ['id', '0198617c-0000-7000-8000-0000000000ff'],
  ['version', '99'],
])('a column that is asked for and is not as the line says is found: %s', async (column, other) => {
  await expectChangeFound('events', column, 'position = 5', 5, () => other);
});

it('the column that says what an event redacts is held against its line, also where it is empty', async () => {
  const erased = draftWithText(7, 'Bort.');
  orThrow(await store.append('redacted', [{ ...erased, id: '0198617c-0000-7000-8000-00000000aaaa' }]));
  const { recordedAt, actor } = erased;
  const request = { id: '0198617c-0000-7000-8000-00000000bbbb', event: '0198617c-0000-7000-8000-00000000aaaa', recordedAt, actor };
  orThrow(await store.redact('redacted', { ...request, legalBasis: 'GDPR art. 17' }));
  await raw.query("UPDATE driftbok.events SET redacts = NULL WHERE ledger = 'redacted' AND position = 2");
  await expectFound(store, 'redacted', 2);
  await raw.query("UPDATE driftbok.events SET redacts = '0198617c-0000-7000-8000-00000000cccc' WHERE ledger = 'redacted' AND position = 2");
  await expectFound(store, 'redacted', 2);
});

it.each(hurt)('%s: that is found', async (_, sql, found, kind) => {
  const schema = `hurt_${++hurts}`;
  orThrow(await migratePostgres({ pool: raw, schema }));
  const its = orThrow(await postgresStore({ pool: raw, schema }));
  orThrow(await its.append('example', [...drafts(1, 3), draftWithText(4, 'En text.'), ...drafts(5, 6)]));
  for (const table of ['events', 'texts', 'heads']) await raw.query(`ALTER TABLE ${schema}.${table} DISABLE TRIGGER USER`);
  await raw.query(sql.replace(/\b(texts|heads)\b/, `${schema}.$1`));
  await expectFound(its, 'example', found, kind);
  if (refused.has(sql)) await expectRefused(its, 'example', found, kind);
});

it('events that are gone are found, wherever a page ends', async () => {
  orThrow(await store.append('missing', drafts(1, missingFrom)));
  for (const [first, last, found, kind] of missing) {
    const these = `ledger = 'missing' AND position BETWEEN ${first} AND ${last}`;
    await raw.query(
      `BEGIN; CREATE TABLE kept AS SELECT * FROM driftbok.events WHERE ${these}; DELETE FROM driftbok.events WHERE ${these}; COMMIT`,
    );
    await expectFound(store, 'missing', found, kind);
    await raw.query('BEGIN; INSERT INTO driftbok.events SELECT * FROM kept; DROP TABLE kept; COMMIT');
  }
  expect(await verifyLedger(store, 'missing')).toMatchObject({ right: { position: missingFrom } });
});

it.each(alteredTimes)(
  'a read up to an instant, where %s, hands out nothing that was not asked for, and ends with a fault',
  async (_, sql, until, most) => {
    const name = `altered-${++hurts}`;
    orThrow(await store.append(name, drafts(1, 5)));
    await raw.query(`${sql.replace('events', 'driftbok.events')} AND ledger = '${name}'`);
    await expectUpTo(store, name, until, most);
  },
);
