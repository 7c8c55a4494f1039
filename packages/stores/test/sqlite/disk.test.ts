import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { backupSqlite, sqliteStore } from '../../src/sqlite.js';
import { bundled } from '../support/child.js';
import { eventsOf, itemsOf, openFile } from '../support/files.js';

const { draft, drafts } = samples;
const ledger = 'example';

const folder = mkdtempSync(join(tmpdir(), 'driftbok-disk-'));
const [disk, locked] = [join(folder, 'disk'), join(folder, 'locked')];
const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0;
mkdirSync(disk);
mkdirSync(locked);
const canMount = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk);

afterAll(() => {
  // The driver keeps files open for a while after they are closed.
  if (canMount) spawnSync('umount', ['-l', locked, disk]);
  rmSync(folder, { recursive: true, force: true });
});

const isLocked = canMount && mount('--bind', disk, locked) && mount('-o', 'remount,bind,ro', locked);

// A disk that is really full, or for reading only, takes the right to mount one; elsewhere the file's own limit stands for it (file.test.ts).
describe.skipIf(!canMount)('a disk', () => {
  it('that is full is said, half of nothing is written, and the store works again after', async () => {
    const path = join(disk, 'full.db');
    const store = await openFile(path);
    orThrow(await store.append(ledger, drafts(1, 10)));
    const large = drafts(11, 900, { data: 'x'.repeat(1000) });
    expect(await store.append(ledger, large)).toMatchObject({
      left: { _tag: 'Unavailable', got: expect.stringMatching(/^SQLITE_(FULL|IOERR)/) },
    });
    expect(await eventsOf(store, ledger)).toHaveLength(10);
    expect(mount('-o', 'remount,size=40m', disk)).toBe(true);
    expect(await store.append(ledger, large)).toMatchObject({ right: { first: 11, last: 900, repeated: false } });
    await store.close();
  });

  it('that is for reading only is read; that it cannot be written is said, and what is on it is as it was', async () => {
    const path = join(disk, 'read.db');
    const before = await openFile(path);
    orThrow(await before.append(ledger, drafts(1, 3)));
    await before.close();
    expect(isLocked).toBe(true);
    const refused = { left: { _tag: 'Unavailable', got: expect.stringMatching(/^SQLITE_(READONLY|CANTOPEN): a file/) } };
    const store = await openFile(join(locked, 'read.db'));
    expect(await store.append(ledger, [draft(4)])).toMatchObject(refused);
    expect(await eventsOf(store, ledger)).toHaveLength(3);
    await store.close();
    expect(await sqliteStore({ path: join(locked, 'new.db') })).toMatchObject(refused);
    expect(existsSync(join(disk, 'new.db'))).toBe(false);
    const after = await openFile(path);
    expect(await after.append(ledger, [draft(4)])).toMatchObject({ right: { first: 4 } });
    expect(await eventsOf(after, ledger)).toHaveLength(4);
    await after.close();
  });

  it('that is for reading only holds a copy without a log: it is read until somebody writes to it, which is said, and again after', async () => {
    const path = await copied('copy.db', 101); // more than a page
    const reader = await openFile(join(locked, 'copy.db'), { mode: 'read' });
    expect(await eventsOf(reader, ledger)).toHaveLength(101);
    expect(await reader.head(ledger)).toMatchObject({ right: { position: 101 } });
    expect(await reader.ledgers()).toEqual({ _tag: 'Right', right: [ledger] });
    expect(await reader.append(ledger, [draft(102)])).toMatchObject({
      left: { _tag: 'Unavailable', got: expect.stringMatching(/^SQLITE_READONLY/) },
    });
    expect(readdirSync(disk).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);

    const following = reader.subscribe(ledger, { from: 102 })[Symbol.asyncIterator]();
    const next = following.next();
    const begun = reader.read(ledger)[Symbol.asyncIterator]();
    expect((await begun.next()).value).toMatchObject({ right: { position: 1 } });
    const writer = await openFile(path);
    orThrow(await writer.append(ledger, [draft(102)]));
    const changed = { left: { _tag: 'Unavailable', got: 'a file that changed while it was read: it is to be opened again' } };
    expect((await next).value).toMatchObject(changed);
    expect((await itemsOf({ [Symbol.asyncIterator]: () => begun })).at(-1)).toMatchObject(changed);
    expect(await itemsOf(reader.read(ledger))).toMatchObject([changed]);
    expect(await reader.head(ledger)).toMatchObject(changed);
    expect(await reader.ledgers()).toMatchObject(changed);
    await reader.close();
    await writer.close();
    const again = await openFile(join(locked, 'copy.db'), { mode: 'read' });
    expect(await eventsOf(again, ledger)).toHaveLength(102);
    await again.close();
  });

  it('that is for reading only holds a copy without a log: it can be backed up elsewhere', async () => {
    await copied('kept.db');
    const to = join(disk, 'backup-of-kept.db');
    orThrow(await backupSqlite({ path: join(locked, 'kept.db'), to }));
    const backup = await openFile(to, { mode: 'read' });
    expect(await eventsOf(backup, ledger)).toHaveLength(3);
    await backup.close();
  });

  it('that is for reading only holds a copy and its log: it is said what to read', async () => {
    const path = await copied('logged.db');
    copyFileSync(path, `${path}-wal`);
    const refused = {
      left: {
        _tag: 'Unavailable',
        got: 'a file with a log, in a folder that cannot be written: a copy of both, in one that can, is to be read',
      },
    };
    expect(await sqliteStore({ path: join(locked, 'logged.db'), mode: 'read' })).toMatchObject(refused);
    expect(await backupSqlite({ path: join(locked, 'logged.db'), to: join(disk, 'none.db') })).toMatchObject(refused);
  });

  it.each(['file', 'folder'])('on which another user may not write to the %s: it is said', async (what) => {
    const path = await copied(`${what}.db`);
    chmodSync(path, 0o444);
    chmodSync(folder, 0o755);
    chmodSync(disk, what === 'folder' ? 0o755 : 0o777);
    const asked = JSON.stringify({ store: { sqlite: path }, ledger: 'another', batches: 1, size: 1 });
    const { stdout } = spawnSync(process.execPath, [await bundled('writer'), asked], { uid: 65534, gid: 65534 });
    expect(String(stdout)).toMatch(/"SQLITE_READONLY_?\w*: a file, or a store, that is for reading only"/);
  });
});

/** A path on the disk, of a store that was closed and copied by itself. */
async function copied(name: string, count = 3): Promise<string> {
  const [path, made] = [join(disk, name), join(disk, `of-${name}`)];
  const store = await openFile(made);
  orThrow(await store.append(ledger, drafts(1, count)));
  await store.close();
  copyFileSync(made, path);
  return path;
}
