import { hash as nodeHash } from 'node:crypto';
import type { Either, EventStore, Hash, Receipt, Recorded, ReadQuery, StoreError } from '@driftbok/core';
import { isLeft, left, right } from '@driftbok/core';
import type { Plan, Standing } from '@driftbok/core/adapter';
import { checkBatch, checkExpected, checkLedger, checkQuery, checkRedactRequest, planAppend, planRedact } from '@driftbok/core/adapter';
import type { Database } from 'libsql';
import { eventOfLine } from '../shared/stored-line.js';
import { messageOf, openDatabase } from './connection.js';
import type { EventRow, Statements } from './statements.js';
import { pageQuery, prepareStatements } from './statements.js';

/** What a SQLite store can be given. */
export interface SqliteStoreOptions {
  /** A file, made where there is none; `:memory:` for one that is gone with the store. */
  readonly path: string;
  /** SHA-256; Node's own where left out. */
  readonly hash?: Hash;
  /** Milliseconds to wait for another process's writing to end; 5 000 where left out. */
  readonly busyTimeout?: number;
}

const pageSize = 500;

const unavailable = (operation: string, got: string): Either<StoreError, never> => left({ _tag: 'Unavailable', operation, got });

/**
 * A store in one SQLite file: many ledgers, durable when append returns (WAL, synchronous FULL, asserted), safe with other processes
 * on the same file. Events are append-only by trigger; free texts lie apart and can be erased.
 *
 * Left: `Unavailable`: the file cannot be opened or written, is no database, or is of a newer schema.
 */
export function sqliteStore({ path, hash = sha256, busyTimeout = 5000 }: SqliteStoreOptions): Either<StoreError, EventStore> {
  const opened = openDatabase({ path, busyTimeout });
  if (isLeft(opened)) return opened;
  try {
    return right(storeOf(opened.right, prepareStatements(opened.right), hash));
  } catch (error) {
    opened.right.close();
    return unavailable('open', messageOf(error));
  }
}

const sha256: Hash = (data) => nodeHash('sha256', data, 'hex');

function storeOf(database: Database, statements: Statements, hash: Hash): EventStore {
  let closed = false;

  async function step<A>(operation: string, work: () => Either<StoreError, A>): Promise<Either<StoreError, A>> {
    if (closed) return unavailable(operation, 'a closed store');
    try {
      return work();
    } catch (error) {
      return unavailable(operation, messageOf(error));
    }
  }

  /** Plans on the ledger as it stands and writes the plan, in one transaction that holds the file's only writing place. */
  function carryOut(ledger: string, planned: (standing: Standing) => Either<StoreError, Plan>): Either<StoreError, Receipt> {
    database.exec('BEGIN IMMEDIATE');
    try {
      const plan = planned(standingOf(statements, ledger));
      if (isLeft(plan)) {
        database.exec('ROLLBACK');
        return plan;
      }
      const { events, erase, receipt } = plan.right;
      if (events.length > 0) statements.write(ledger, events, receipt.head);
      for (const id of erase) statements.erase(ledger, id);
      database.exec('COMMIT');
      if (erase.length > 0) forget();
      return right(receipt);
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  /** An erased text is in the log until it is folded in and cut; VACUUM leaves nothing in freed pages either. */
  function forget(): void {
    database.exec('VACUUM');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  async function* items(ledger: Either<StoreError, string>, query: Either<StoreError, ReadQuery>): AsyncGenerator<Either<StoreError, Recorded>> {
    if (closed) return yield unavailable('read', 'a closed store');
    if (isLeft(ledger)) return yield ledger;
    if (isLeft(query)) return yield query;
    const { from = 1, to, stream, types } = query.right;
    try {
      const end = Math.min(statements.head(ledger.right)?.position ?? 0, typeof to === 'number' ? to : Number.MAX_SAFE_INTEGER);
      const filter = { stream, types, until: typeof to === 'string' ? to : undefined };
      for (let next = from; next <= end; ) {
        const { sql, parameters } = pageQuery(ledger.right, next, end, filter, pageSize);
        const rows = database.prepare(sql).all(...parameters) as readonly EventRow[];
        for (const row of rows) {
          if (closed) return yield unavailable('read', 'a closed store');
          const event = eventOfRow(row);
          yield event;
          if (isLeft(event)) return;
        }
        if (rows.length < pageSize) return;
        next = (rows.at(-1)?.position ?? end) + 1;
      }
    } catch (error) {
      yield unavailable('read', messageOf(error));
    }
  }

  return {
    append: (ledger, batch, expected = {}) => {
      // Checked and copied when called, before anything is awaited: the caller may reuse its batch.
      const name = checkLedger(ledger);
      const drafts = checkBatch(batch);
      const asked = checkExpected(expected);
      return step('append', () => {
        if (isLeft(name)) return name;
        if (isLeft(drafts)) return drafts;
        if (isLeft(asked)) return asked;
        return carryOut(name.right, (standing) => planAppend(drafts.right, asked.right, standing, hash));
      });
    },
    read: (ledger, query = {}) => items(checkLedger(ledger), checkQuery(query)),
    head: (ledger) =>
      step('head', () => {
        const name = checkLedger(ledger);
        return isLeft(name) ? name : right(statements.head(name.right));
      }),
    ledgers: () => step('ledgers', () => right(statements.ledgers())),
    redact: (ledger, request) =>
      step('redact', () => {
        const name = checkLedger(ledger);
        if (isLeft(name)) return name;
        const asked = checkRedactRequest(request);
        return isLeft(asked) ? asked : carryOut(name.right, (standing) => planRedact(asked.right, standing, hash));
      }),
    close: async () => {
      try {
        if (!closed) database.close();
        closed = true;
        return right(undefined);
      } catch (error) {
        return unavailable('close', messageOf(error));
      }
    },
  };
}

/** A ledger as it stands in the transaction that asks. */
function standingOf(statements: Statements, ledger: string): Standing {
  return {
    head: statements.head(ledger),
    versionOf: (stream) => statements.version(ledger, stream),
    recorded: (id) => {
      const row = statements.byId(ledger, id);
      if (row === undefined) return undefined;
      const event = eventOfRow(row);
      if (isLeft(event)) throw new Error(`position ${row.position} cannot be read`); // caught by step: nothing is planned on it
      return event.right;
    },
  };
}

function eventOfRow({ position, line, text, salt }: EventRow): Either<StoreError, Recorded> {
  return eventOfLine(line, position, text === null || salt === null ? undefined : { text, salt });
}
