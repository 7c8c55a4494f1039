import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Engine } from '../shared/engine.js';
import { unavailable } from '../shared/engine.js';
import { wokenAfter } from '../shared/woken.js';

/**
 * Where SQLite cannot make the log that it reads by, since the folder is for reading only, a file that has none can be read as it stands.
 * Others may write to it all the same, where the folder is not for reading only to them, and pages of two states are no answer.
 *
 * @returns what throws a `Refusal` where the file is no longer as it was; undefined where the file can be opened as any other
 */
export function stillFile(path: string): (() => void) | undefined {
  if (!existsSync(path)) return undefined;
  const file = realpathSync(path);
  const logged = existsSync(`${file}-wal`);
  // With both, somebody has the file open, or left it so: SQLite reads what is there.
  if (canWrite(dirname(file)) || (logged && existsSync(`${file}-shm`))) return undefined;
  if (logged)
    throw unavailable('open', 'a file with a log, in a folder that cannot be written: a copy of both, in one that can, is to be read');
  const before = stateOf(file);
  return () => {
    if (stateOf(file) === before) return;
    throw unavailable('read', 'a file that changed while it was read: it is to be opened again');
  };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function stateOf(file: string): string {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false });
  return [found?.ino, found?.size, found?.mtimeNs, existsSync(`${file}-wal`)].join();
}

/** Answers only where `check` finds the file as it was; a subscription looks again and again, since SQLite tells it of no change. */
export function stillEngine(engine: Engine, check: () => void, milliseconds: number): Engine {
  return {
    ...engine,
    page: async (...asked) => engine.page(...asked).finally(check),
    end: async (...asked) => engine.end(...asked).finally(check),
    lastAt: async (...asked) => engine.lastAt(...asked).finally(check),
    ledgers: async () => engine.ledgers().finally(check),
    watch: () => wokenAfter(engine.watch(), milliseconds),
  };
}
