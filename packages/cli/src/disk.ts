import { right } from '@driftbok/core';
import type { Attempt } from './failure.js';
import { failed, reasonOf } from './failure.js';
import type { Io } from './io.js';

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
