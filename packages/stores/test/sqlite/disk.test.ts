import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { orThrow } from '@driftbok/core';
import { samples } from '@driftbok/core/contract';
import { sqliteStore } from '../../src/sqlite.js';
import { eventsOf, openFile } from '../support/files.js';

const { draft, drafts } = samples;
const ledger = 'example';

const folder = mkdtempSync(join(tmpdir(), 'driftbok-disk-'));
const [disk, locked] = [join(folder, 'disk'), join(folder, 'locked')];
const mount = (...words: readonly string[]): boolean => spawnSync('mount', words).status === 0;
mkdirSync(disk);
mkdirSync(locked);
// A disk that is really full, or for reading only, takes the right to mount one; elsewhere the file's own limit stands for it (file.test.ts).
const canMount = process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', disk);

afterAll(() => {
  // The driver keeps files open for a while after they are closed.
  if (canMount) spawnSync('umount', ['-l', locked, disk]);
  rmSync(folder, { recursive: true, force: true });
});

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
    expect(mount('--bind', disk, locked) && mount('-o', 'remount,bind,ro', locked)).toBe(true);
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
});
