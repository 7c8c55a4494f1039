import { hash as nodeHash } from 'node:crypto';
import type { Either, EventStore, Hash, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { Standing } from '@driftbok/core/adapter';
import { bell } from '@driftbok/core/adapter';
import type { Database } from 'libsql';
import type { Asked, Engine, Written } from '../shared/engine.js';
import { headOrRefusal, standingOf } from '../shared/engine.js';
import { inTurn } from '../shared/serial.js';
import { storeOn } from '../shared/store.js';
import { eventOrRefusal } from '../shared/stored-line.js';
import { patiently } from './busy.js';
import { openDatabase } from './connection.js';
import { clearErased, isErasing, noteErasure, whatRemains } from './erasure.js';
import { isTaken, sqliteFault } from './faults.js';
import { prepareStatements } from './statements.js';
import { sameFile } from './same-file.js';
import { stillEngine, stillFile } from './still.js';
import { rowsOf } from './values.js';
import { watchFile } from './watch.js';

/** What a SQLite store can be given. */
export interface SqliteStoreOptions {
  /** A file, or `:memory:` for a store that is gone when it closes. */
  readonly path: string;
  /** `create` (the default) makes the file where there is none; `write` and `read` refuse to. */
  readonly mode?: 'create' | 'write' | 'read';
  /** SHA-256; Node's own where left out. */
  readonly hash?: Hash;
  /** Milliseconds to wait for other processes that write; 10 000 where left out. */
  readonly busyTimeout?: number;
  /** The greatest size of the file; no limit where left out. */
  readonly maxBytes?: number;
  /** How often, in milliseconds, a subscription looks for what other processes appended; 100 where left out. */
  readonly pollEvery?: number;
}

const sha256: Hash = (data) => nodeHash('sha256', data, 'hex');

/**
 * Opens a store in one SQLite file: many ledgers, durable when append returns (WAL, synchronous FULL, asserted), safe with other
 * processes on the same file. Events are append-only by trigger; free texts lie apart and can be erased.
 *
 * Left: `Unavailable`: the file cannot be opened, is no store, is of a newer schema, or is busy for too long. One that cannot be written can be
 * opened all the same, where it is whole; to append to it gives the error.
 *
 * @example
 * ```ts
 * import { sqliteStore } from '@driftbok/stores/sqlite';
 * const opened = await sqliteStore({ path: ':memory:' });
 * opened._tag // => 'Right'
 * ```
 */
export async function sqliteStore(options: SqliteStoreOptions): Promise<Either<StoreError, EventStore>> {
  const { path, mode = 'create', hash = sha256, busyTimeout = 10_000, maxBytes, pollEvery = 100 } = options;
  try {
    const unchanged = mode === 'read' ? stillFile(path) : undefined;
    const database = await patiently(busyTimeout, () => openDatabase({ path, mode, maxBytes, still: unchanged !== undefined }));
    try {
      if (mode !== 'read' && isErasing(database)) clearErased(database);
      const isThere = path === ':memory:' ? () => {} : sameFile(path);
      const engine = engineOf(database, { mode, hash, busyTimeout, pollEvery, isThere });
      return right(storeOn(unchanged === undefined ? engine : stillEngine(engine, unchanged, pollEvery), hash));
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    return left(sqliteFault('open', error));
  }
}

type Settings = Required<Pick<SqliteStoreOptions, 'mode' | 'hash' | 'busyTimeout' | 'pollEvery'>> & {
  /** Throws where the file was taken away. */
  readonly isThere: () => void;
};

/** What came of a transaction, and whether it erased a text. */
type Attempted = Either<StoreError, Written> & { readonly erased?: boolean };

function engineOf(database: Database, { mode, hash, busyTimeout, pollEvery, isThere }: Settings): Engine {
  const statements = prepareStatements(database);
  const turn = inTurn();
  const { ring, watch } = bell();
  /** Whether bytes of an erased text are left to be cleared by this store. */
  let erasing = false;

  /** Tries for as long as another process may hold an earlier state; a reader that stays is not waited for at the next write. */
  async function clear(milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    let cleared = clearErased(database);
    while (!cleared && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      cleared = clearErased(database);
    }
    erasing = !cleared;
    return cleared;
  }

  /** Plans on the ledger as it stands and writes the plan, as one transaction; `look` as in {@link Asked}. */
  function attempt(...[ledger, asked, planned, look]: [...Parameters<Engine['write']>, boolean]): Attempted {
    database.exec('BEGIN IMMEDIATE'); // the file's only writing place: nothing moves until the end
    try {
      let plan = planned(standing(ledger, asked, look));
      // A batch that is there already is refused nothing.
      if (isLeft(plan) && !look) plan = planned(standing(ledger, asked, true));
      if (isLeft(plan) || plan.right.events.length === 0) {
        database.exec('ROLLBACK');
        return isLeft(plan) ? plan : right(plan.right.receipt);
      }
      const { events: sealed, erase, receipt } = plan.right;
      statements.write(ledger, sealed, receipt.head);
      for (const id of erase) statements.erase(ledger, id);
      if (erase.length > 0) noteErasure(database);
      database.exec('COMMIT');
      erasing ||= erase.length > 0;
      return { ...right(receipt), erased: erase.length > 0 };
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      if (!look && isTaken(error)) return attempt(ledger, asked, planned, true);
      throw error;
    }
  }

  function standing(ledger: string, { ids, texts, streams }: Asked, look: boolean): Standing {
    const recorded = look ? statements.recorded(ledger, ids).map((row) => eventOrRefusal(row, hash)) : [];
    const all = new Set([...streams, ...recorded.map(({ stream }) => stream)]);
    return standingOf(
      headOrRefusal(statements.end(ledger)),
      statements.versions(ledger, [...all]),
      new Map(recorded.map((event) => [event.id, event])),
      statements.erased(ledger, texts),
    );
  }

  const write: Engine['write'] = (ledger, asked, planned) =>
    turn(async () => {
      isThere();
      const written = await patiently(busyTimeout, () => attempt(ledger, asked, planned, asked.look));
      ring();
      // Committed: from here on nothing may say otherwise.
      if (isLeft(written)) return written;
      if (!erasing) return right(written.right);
      const remains = whatRemains(await clear(written.erased === true ? busyTimeout / 10 : 0));
      return right(remains === undefined || written.erased !== true ? written.right : { ...written.right, remains });
    });

  return {
    write,
    page: (ledger, query) => patiently(busyTimeout, () => statements.page(ledger, query)),
    readsAhead: false,
    end: (ledger) => patiently(busyTimeout, () => statements.end(ledger)),
    lastAt: (ledger, until) => patiently(busyTimeout, () => statements.lastAt(ledger, until)),
    ledgers: () => patiently(busyTimeout, () => statements.ledgers()),
    watch: () => watchFile(database, watch, pollEvery),
    close: () =>
      turn(async () => {
        ring();
        if (erasing) clearErased(database);
        // So that the file can be copied by itself; where another process is reading, the log stays, and nothing is lost.
        else if (mode !== 'read') rowsOf(database, 'PRAGMA wal_checkpoint(TRUNCATE)');
        database.close();
      }),
    faultOf: sqliteFault,
  };
}
