import { hash as nodeHash, randomBytes } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import type { Io } from './io.js';
import { nodeStores } from './node-stores.js';

/** What a Node process has to do with the world outside. */
export interface Host {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exit: (code: number) => void;
}

/** The Io of a Node process. */
export function nodeIo({ stdout, stderr, env, exit }: Host): Io {
  // A reader such as `head` that has seen enough closes the pipe: nobody is left to write to, and nothing went wrong.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    exit(0);
  });
  return {
    // From a checkout there is no such command to type.
    program: env['npm_package_name'] === 'driftbok-monorepo' ? 'npm run -s driftbok --' : 'driftbok',
    // The callback comes when the text was handed on: a reader that is slow, slows us down.
    out: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    err: (text) => void stderr.write(text),
    read: (path) => createReadStream(path),
    stamp,
    replace,
    stores: nodeStores,
    setting: (name) => env[name],
    clock: () => new Date().toISOString(),
    newId,
    hash: (data) => nodeHash('sha256', data),
    version: (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { readonly version: string }).version,
  };
}

/** A UUIDv7: 48 bits of time, then random ones, with the version and the variant in their places. */
function newId(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = randomBytes(10).toString('hex');
  const variant = (8 + (parseInt(random.charAt(3), 16) % 4)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

async function stamp(path: string): Promise<string | undefined> {
  const found = await stat(path, { bigint: true }).catch(ifMissing);
  return found === undefined ? undefined : `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs}`;
}

/** The file is written beside its place, flushed to the disk, and renamed into it: the one step that is whole or not at all. */
async function replace(path: string, pieces: Iterable<string>, seen?: { readonly stamp: string | undefined }): Promise<boolean> {
  // A link stays a link: what it leads to is replaced.
  const target = (await realpath(path).catch(ifMissing)) ?? path;
  const old = await stat(target).catch(ifMissing);
  // Renaming would put a file in the place of a device or a pipe, such as /dev/null.
  if (old?.isFile() === false) throw new Error('there is something that is no file');
  const beside = `${target}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(beside, 'wx');
    try {
      if (old !== undefined) await file.chmod(old.mode & 0o777);
      for (const batch of batches(pieces)) await file.writeFile(batch);
      await file.sync();
    } finally {
      await file.close();
    }
    const unchanged = seen === undefined || (await stamp(target)) === seen.stamp;
    await (unchanged ? rename(beside, target) : unlink(beside));
    if (unchanged) await syncFolder(dirname(target));
    return unchanged;
  } catch (error) {
    await unlink(beside).catch(ifMissing);
    throw error;
  }
}

/** Pieces joined into larger ones: an event a write would be a system call each. */
function* batches(pieces: Iterable<string>): Generator<string> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < 1_048_576) continue;
    yield batch;
    batch = '';
  }
  yield batch;
}

/** The rename itself lies in the folder. Some systems do not let a folder be opened; there it is on the disk a little later. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

function ifMissing(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
