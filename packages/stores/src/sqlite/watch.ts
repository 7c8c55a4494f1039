import type { Watch } from '@driftbok/core/adapter';
import type { Database } from 'libsql';
import { valueOf } from './values.js';

/** A look-out that is woken by this process's own writing, and asks the file now and then whether another process wrote. */
export function watchFile(database: Database, watch: () => Watch, milliseconds: number): Watch {
  const { changed, cancel } = watch();
  const before = dataVersion(database);
  let timer: NodeJS.Timeout | undefined;
  const elsewhere = new Promise<void>((resolve) => {
    timer = setInterval(() => {
      if (before === undefined || dataVersion(database) !== before) resolve();
    }, milliseconds);
  });
  void changed.then(() => clearInterval(timer)); // also when the store closes, whether or not its reader asks again
  return {
    changed: Promise.race([changed, elsewhere]),
    cancel: () => {
      clearInterval(timer);
      cancel();
    },
  };
}

/** A number that changes when another connection commits; undefined where it cannot be asked, which the read that follows will say. */
function dataVersion(database: Database): unknown {
  try {
    return valueOf(database, 'PRAGMA data_version');
  } catch {
    return undefined;
  }
}
