import type { Database, PoolClientLike, PoolLike, Rows } from './database.js';
import { quoted } from './schema.js';

/** `pg` wants a list that it may change. */
const ask = async (client: PoolLike | PoolClientLike, sql: string, parameters?: readonly unknown[]): Promise<{ readonly rows: Rows }> =>
  client.query(sql, parameters === undefined ? undefined : [...parameters]);

/** A pool of `pg` as a database. Closing ends the pool only where it is the store's own. */
export function databaseOfPool(pool: PoolLike, own: boolean): Database {
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
        await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
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
      // Listening keeps a connection; where there is no other, whoever follows polls.
      if (pool.options?.max === 1) throw new Error('no connection to spare');
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
        await client.query(`LISTEN ${quoted(channel)}`);
      } catch (error) {
        end();
        throw error;
      }
      return end;
    },
    close: async () => {
      // A pool of our own keeps its listener: its last connections may still be breaking when it has ended, and nobody else listens.
      if (own) await pool.end();
      else pool.off('error', onIdleError);
    },
  };
}
