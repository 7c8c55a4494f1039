import { expect } from 'vitest';
import type { EventStore, LedgerFault } from '@driftbok/core';
import { verifyLedger } from '@driftbok/core';

/** That a ledger's first fault is found at a position, and nowhere else. */
export async function expectFound(store: EventStore, ledger: string, position: number, kind?: LedgerFault['kind']): Promise<void> {
  const verified = await verifyLedger(store, ledger);
  expect(verified).toMatchObject({ _tag: 'Left', left: kind === undefined ? { position } : { position, kind } });
}

/** How long a ledger is in which events go missing: pages of 100, 1 000, 1 000 and what remains, as the stores read it. */
export const missingFrom = 2300;

/** First and last of the events that are gone: one, the last of a page, the first, whole pages, all but the last; and where that is found. */
export const missing: readonly (readonly [first: number, last: number, found: number, kind: LedgerFault['kind']])[] = [
  [1, 1, 2, 'gap'],
  [50, 50, 51, 'gap'],
  [100, 100, 101, 'gap'],
  [101, 101, 102, 'gap'],
  [1100, 1100, 1101, 'gap'],
  [101, 1100, 1101, 'gap'],
  [1, 2299, 2300, 'gap'],
  [2300, 2300, 2300, 'cut'],
  [90, 2300, 90, 'cut'],
];
