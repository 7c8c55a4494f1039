import type { Proposed, View } from './context.js';
import type { Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/** LedgerOpened comes first, and once: the chain is bound to it. */
export function checkOpening({ state }: View, { type }: Proposed<unknown>): Verdict {
  if (state.opened === undefined)
    return type === 'LedgerOpened' ? accepted : reject('ledger-not-opened', 'type', 'LedgerOpened first', type);
  return type === 'LedgerOpened' ? reject('ledger-opened', 'type', 'a ledger that is not opened', state.opened.name) : accepted;
}
