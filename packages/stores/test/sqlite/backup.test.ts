import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { backupSqlite } from '../../src/sqlite.js';
import { eventsOf, newPath, openFile } from '../support/files.js';

const { drafts, draftWithText, redactRequest } = samples;

it('a copy taken while the store is open holds all ledgers, and is a store of its own', async () => {
  const [path, to] = [newPath(), newPath()];
  const store = await openFile(path);
  await store.append('one', [...drafts(1, 5), draftWithText(6, 'hemligt ord')]);
  await store.append('other', drafts(1, 2));
  await store.redact('one', redactRequest(7, 6));
  orThrow(await backupSqlite({ path, to }));
  await store.append('one', drafts(8, 9));

  expect(readFileSync(to).includes('hemligt ord')).toBe(false);
  const copy = await openFile(to, { mode: 'write' });
  expect(orThrow(await copy.ledgers())).toEqual(['one', 'other']);
  expect(await eventsOf(copy, 'one')).toEqual((await eventsOf(store, 'one')).slice(0, 7));
  expect(await copy.append('one', drafts(8, 8))).toMatchObject({ right: { first: 8 } });
  await copy.close();
  await store.close();
});

it('nothing is written over, and nothing is left beside', async () => {
  const [path, to] = [newPath(), newPath()];
  const store = await openFile(path);
  await store.append('one', drafts(1, 5));
  writeFileSync(to, 'mine');
  expect(await backupSqlite({ path, to })).toEqual({
    _tag: 'Left',
    left: { _tag: 'Unavailable', operation: 'backup', got: 'there is something at that path already' },
  });
  expect(readFileSync(to, 'utf8')).toBe('mine');
  expect(await backupSqlite({ path, to: `${newPath()}/none/a.db` })).toMatchObject({ left: { operation: 'backup' } });
  expect(readdirSync(dirname(to)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  await store.close();
});

it('a folder that is not there is said', async () => {
  const path = newPath();
  await (await openFile(path)).close();
  expect(await backupSqlite({ path, to: join(newPath(), 'copy.db') })).toMatchObject({
    left: { _tag: 'Unavailable', operation: 'backup', got: expect.stringMatching(/^no folder \//) },
  });
});

it('a file that is not there is said, and none is made', async () => {
  const [path, to] = [newPath(), newPath()];
  expect(await backupSqlite({ path, to })).toMatchObject({ left: { _tag: 'Unavailable', got: 'no such file' } });
  expect([existsSync(path), existsSync(to)]).toEqual([false, false]);
});

it.each([0o600, 0o640, 0o644])('a copy is for those who may read the store: mode %o', async (mode) => {
  const [path, to] = [newPath(), newPath()];
  await (await openFile(path)).close();
  chmodSync(path, mode);
  orThrow(await backupSqlite({ path, to }));
  expect(statSync(to).mode & 0o777).toBe(process.platform === 'win32' ? statSync(path).mode & 0o777 : mode);
});

it('no path is said', async () => {
  const missing = { path: newPath() } as unknown as Parameters<typeof backupSqlite>[0];
  expect(await backupSqlite(missing)).toEqual({
    _tag: 'Left',
    left: { _tag: 'InvalidInput', where: 'to', expected: 'a path', got: 'none' },
  });
});
