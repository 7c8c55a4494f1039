import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { unavailable } from '../shared/engine.js';

/**
 * Looks whether the file at a path is the one that was opened: what is written to a file that was removed, or that another was laid over, is
 * gone when it is closed.
 *
 * @returns what throws a `Refusal` where it is not
 */
export function sameFile(path: string): () => void {
  const file = resolve(path);
  const identity = (): string => {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false });
    return `${found?.dev} ${found?.ino}`;
  };
  const opened = identity();
  return () => {
    if (identity() === opened) return;
    throw unavailable('append', 'a file that is no longer where it was opened: it is to be opened again');
  };
}
