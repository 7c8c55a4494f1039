import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, open, stat, unlink } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Either, StoreError } from '@driftbok/core';
import { left, right } from '@driftbok/core';
import { patiently } from './busy.js';
import { openDatabase } from './connection.js';
import { sqliteFault } from './faults.js';
import { stillFile } from './still.js';

/** What is copied, and where to. */
export interface BackupSqliteOptions {
  /** The store's file. */
  readonly path: string;
  /** A path where nothing is yet. */
  readonly to: string;
  /** Milliseconds to wait for processes that hold the file; 10 000 where left out. */
  readonly busyTimeout?: number;
}

/**
 * Copies a store as it stands at one moment, whole and on disk, while others go on writing to it. The copy is a store of its own, all
 * ledgers in one file, without the bytes of erased texts, of the same schema, and readable by the same users. It appears under its name only when it
 * is complete.
 *
 * To restore one, take away the file, its `-wal` and its `-shm` while nobody has it open, and put the copy there: SQLite would read the old log into it.
 *
 * Left: `Unavailable`: the store cannot be read, there is something at `to` already, or the disk refuses; `InvalidInput`: no path.
 */
export async function backupSqlite({ path, to, busyTimeout = 10_000 }: BackupSqliteOptions): Promise<Either<StoreError, void>> {
  if (typeof path !== 'string' || typeof to !== 'string') {
    return left({ _tag: 'InvalidInput', where: typeof path === 'string' ? 'to' : 'path', expected: 'a path', got: 'none' });
  }
  const target = resolve(to);
  if (!existsSync(dirname(target))) return left({ _tag: 'Unavailable', operation: 'backup', got: `no folder ${dirname(target)}` });
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const unchanged = stillFile(path);
    const database = await patiently(busyTimeout, () =>
      openDatabase({ path, mode: 'copy', maxBytes: undefined, still: unchanged !== undefined }),
    );
    try {
      // SQLite writes into a file that is there and empty: nobody else may read what is written, nor the copy where they may not read the store.
      await (await open(beside, 'wx', 0o600)).close();
      await patiently(busyTimeout, () => database.prepare('VACUUM INTO ?').run(beside));
      unchanged?.();
    } finally {
      database.close();
    }
    await chmod(beside, (await stat(path)).mode);
    await synced(beside);
    // A link is refused where there is something; a rename would put the copy in its place.
    await link(beside, target);
    await synced(dirname(target)).catch(() => undefined); // some systems do not let a folder be opened
    return right(undefined);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return left({ _tag: 'Unavailable', operation: 'backup', got: 'there is something at that path already' });
    return left(sqliteFault('backup', error));
  } finally {
    await unlink(beside).catch(() => undefined);
  }
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
