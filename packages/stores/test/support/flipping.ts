import { expect } from 'vitest';
import type { EventStore } from '@driftbok/core';
import { verifyLedger } from '@driftbok/core';

/** That a ledger's first fault is found at a position, and nowhere else. */
export async function expectFound(store: EventStore, ledger: string, position: number): Promise<void> {
  const verified = await verifyLedger(store, ledger);
  expect(verified).toMatchObject({ _tag: 'Left', left: { position } });
}
