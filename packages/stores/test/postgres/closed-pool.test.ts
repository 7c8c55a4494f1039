import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { PoolLike } from '../../src/postgres/database.js';
import { databaseOfPool } from '../../src/postgres/pool.js';

/** A pool whose server goes down while it ends: `pg` tells of it once it has ended. */
const poolOf = (): EventEmitter & PoolLike =>
  Object.assign(new EventEmitter(), {
    end: async () => {},
    connect: async () => Promise.reject(new Error('none')),
    query: async () => ({ rows: [] }),
  }) as never;

describe('a pool that is closed', () => {
  it('does not end the process by a connection that breaks late, where it is our own', async () => {
    const pool = poolOf();
    await databaseOfPool(pool, true).close();
    expect(pool.emit('error', new Error('terminating connection'))).toBe(true);
  });

  it("is left as it was where it is somebody else's", async () => {
    const pool = poolOf();
    await databaseOfPool(pool, false).close();
    expect(pool.listenerCount('error')).toBe(0);
  });
});
