import type { Pool, PoolClient } from 'pg';

/** Rows of a query, by the names of its columns. */
export type Rows = readonly Readonly<Record<string, unknown>>[];

/** Where a statement can be carried out: a connection, or what stands for one. It throws what its driver throws. */
export interface Queryable {
  readonly query: (sql: string, parameters?: readonly unknown[]) => Promise<{ readonly rows: Rows }>;
}

/** A PostgreSQL database as a store needs it: `pg`'s pool, PGlite, or another driver behind the same few calls. */
export interface Database extends Queryable {
  /** Carries out work in one transaction, committed at its end, rolled back where it throws. */
  readonly transaction: <A>(work: (inside: Queryable) => Promise<A>) => Promise<A>;
  /** Calls back at every notice on a channel, and once when no more will come; gives what ends it. Left out where there is no LISTEN. */
  readonly listen?: (channel: string, onNotice: () => void, onEnd: () => void) => Promise<() => void>;
  readonly close: () => Promise<void>;
}

/** `text` needs an own mutable list; the store's lists are not to be changed. */
const ask = async (client: Pool | PoolClient, sql: string, parameters?: readonly unknown[]): Promise<{ readonly rows: Rows }> =>
  client.query<Record<string, unknown>>(sql, parameters === undefined ? undefined : [...parameters]);

/** A pool of `pg` as a database. Closing ends the pool only where it is the store's own. */
export function databaseOfPool(pool: Pool, own: boolean): Database {
  // A connection that breaks while nobody uses it would otherwise end the process; whoever asks next gets the error.
  const onIdleError = (): void => {};
  pool.on('error', onIdleError);
  return {
    query: (sql, parameters) => ask(pool, sql, parameters),
    transaction: async (work) => {
      const client = await pool.connect();
      // While it is checked out, a connection tells its own listeners that it broke.
      client.on('error', onIdleError);
      let broken: Error | undefined;
      try {
        await client.query('BEGIN');
        const done = await work({ query: (sql, parameters) => ask(client, sql, parameters) });
        await client.query('COMMIT');
        return done;
      } catch (error) {
        await client.query('ROLLBACK').catch((failure: unknown) => {
          broken = failure instanceof Error ? failure : new Error('no rollback');
        });
        throw error;
      } finally {
        client.off('error', onIdleError);
        client.release(broken);
      }
    },
    listen: async (channel, onNotice, onEnd) => {
      const client = await pool.connect();
      let ended = false;
      const end = (): void => {
        if (ended) return;
        ended = true;
        client.off('notification', onNotice);
        client.off('error', end);
        // Not given back for others to use: it would go on listening.
        client.release(true);
        onEnd();
      };
      client.on('notification', onNotice);
      client.on('error', end);
      try {
        await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },
    close: async () => {
      if (own) await pool.end();
      pool.off('error', onIdleError);
    },
  };
}
