import type { Watch } from '@driftbok/core/adapter';
import { bell } from '@driftbok/core/adapter';
import { wokenAfter } from '../shared/woken.js';
import type { Database } from './database.js';

/** Wakes those who follow a ledger. A notice is a wake-up only: a lost one costs a poll's wait, never an event. */
export interface Notices {
  /** Says that something was appended: to this process at once, to others by NOTIFY. */
  readonly appended: () => void;
  readonly watch: () => Watch;
  readonly close: () => Promise<void>;
}

export function noticesOf(database: Database, channel: string, pollEvery: number): Notices {
  const { ring, watch } = bell();
  let listening: Promise<(() => void) | undefined> | undefined;
  let sending: Promise<void> | undefined;
  let again = false;
  let closed = false;

  /** Once somebody follows, and again where the connection broke. */
  function listen(): void {
    // Whoever is woken by the closing looks out once more before it reads that the store is closed.
    if (closed) return;
    listening ??= database.listen?.(channel, ring, () => (listening = undefined)).catch(() => (listening = undefined));
  }

  /**
   * Apart from the append's own transaction, since NOTIFY makes commits wait for each other, and without a wait for the disk; while
   * one is on its way, all that is appended shares the next.
   */
  async function send(): Promise<void> {
    do {
      again = false;
      await database.query("SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, '')", [channel]).catch(() => undefined);
    } while (again);
    sending = undefined;
  }

  return {
    appended: () => {
      ring();
      if (database.listen === undefined) return;
      again = true;
      sending ??= send();
    },
    watch: () => {
      listen();
      return wokenAfter(watch(), pollEvery);
    },
    close: async () => {
      closed = true;
      ring();
      (await listening)?.();
      await sending;
    },
  };
}
