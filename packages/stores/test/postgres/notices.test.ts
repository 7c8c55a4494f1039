import { expect, it, vi } from 'vitest';
import { noticesOf } from '../../src/postgres/notices.js';

it('a look-out holds no timer once the store is closed, whether or not its reader asks again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const database = { query: async () => ({ rows: [] }), transaction: () => expect.unreachable(), close: async () => {} };
    const notices = noticesOf(database, 'channel', 1000);
    notices.watch();
    expect(vi.getTimerCount()).toBe(1);
    await notices.close();
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});
