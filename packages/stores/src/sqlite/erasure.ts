import type { Remains } from '@driftbok/core';
import type { Database } from 'libsql';
import { rowsOf, valueOf } from './values.js';

const remains: readonly Remains[] = [
  {
    where: 'file and log',
    until: 'no other reader holds an earlier state of the file: tried again at every write, and when the file is opened or closed',
  },
];

/** Notes, in the transaction that erases, that bytes are left to be cleared: should the process end here, the next one does it. */
export const noteErasure = (database: Database): void => {
  database.exec('INSERT INTO erasing (id, vacuumed) VALUES (1, 0) ON CONFLICT (id) DO UPDATE SET vacuumed = 0');
};

/** Whether bytes are left to be cleared. */
export const isErasing = (database: Database): boolean => valueOf(database, 'SELECT count(*) FROM erasing') !== 0;

/**
 * Clears what an erasure leaves: VACUUM writes the file anew, since pages keep scraps of what moved between them, and the log, which
 * holds the text as it was once appended, is folded into the file and cut. Another reader of an old state may stand in the way.
 *
 * @returns whether nothing is left
 */
export function clearErased(database: Database): boolean {
  try {
    if (valueOf(database, 'SELECT vacuumed FROM erasing') === 0) {
      database.exec('VACUUM');
      database.exec('UPDATE erasing SET vacuumed = 1');
    }
    const [checkpoint] = rowsOf(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
    if (checkpoint?.['busy'] !== 0) return false;
    database.exec('DELETE FROM erasing');
    return true;
  } catch {
    // A busy file, a full disk, a failing one: the text is gone for every reader all the same, and its bytes are for the next time.
    return false;
  }
}

/** Where bytes of an erased text lie until they can be cleared. */
export const whatRemains = (cleared: boolean): readonly Remains[] | undefined => (cleared ? undefined : remains);
