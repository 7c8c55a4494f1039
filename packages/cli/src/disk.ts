import { isLeft, right } from '@driftbok/core';
import type { Attempt } from './failure.js';
import { failed, reasonOf } from './failure.js';
import type { Io } from './io.js';

/** The stamp of a file; undefined where there is none. Left: `DiskError` where the disk does not say. */
export async function stampOf(io: Io, file: string): Promise<Attempt<string | undefined>> {
  try {
    return right(await io.stamp(file));
  } catch (error) {
    return failed({ _tag: 'DiskError', operation: 'read', file, reason: reasonOf(error) });
  }
}

/** What keeps a file from being read, before a stream of it would tell the same in Node's own words; undefined where nothing does. */
export async function missingFile(io: Io, file: string): Promise<Attempt<never> | undefined> {
  const stamp = await stampOf(io, file);
  if (isLeft(stamp)) return stamp;
  return stamp.right === undefined ? failed({ _tag: 'DiskError', operation: 'read', file, reason: 'there is no such file' }) : undefined;
}

/** Puts a file's new content in its place. Left: `DiskError`, or `FileChanged` where it is no longer the one that was `seen`. */
export async function replaceFile(
  io: Io,
  file: string,
  pieces: Iterable<string>,
  seen?: { readonly stamp: string | undefined },
): Promise<Attempt<void>> {
  try {
    return (await io.replace(file, pieces, seen)) ? right(undefined) : failed({ _tag: 'FileChanged', file });
  } catch (error) {
    return failed({ _tag: 'DiskError', operation: 'write', file, reason: reasonOf(error) });
  }
}
