import type { Watch } from '@driftbok/core/adapter';
import type { Database } from 'libsql';
import { alsoWokenBy } from '../shared/woken.js';
import { valueOf } from './values.js';

/** A look-out that is woken by this process's own writing, and asks the file now and then whether another process wrote. */
export function watchFile(database: Database, watch: () => Watch, milliseconds: number): Watch {
  const own = watch();
  const before = dataVersion(database);
  return alsoWokenBy(own, (wake) => {
    const timer = setInterval(() => {
      if (before === undefined || dataVersion(database) !== before) wake();
    }, milliseconds);
    return () => clearInterval(timer);
  });
}

/** A number that changes when another connection commits; undefined where it cannot be asked, which the read that follows will say. */
function dataVersion(database: Database): unknown {
  try {
    return valueOf(database, 'PRAGMA data_version');
  } catch {
    return undefined;
  }
}
