import type { Command, EventStore, Ledger, LedgerHost, StandardCommand } from '@driftbok/core';
import { memoryStore, openLedger, orThrow } from '@driftbok/core';
import { nextId } from './drafts.js';

export const who = { role: 'controller', id: 'c1' };

/** A host whose clock goes a second a look, from 2025 on, and whose salts are counted. */
export function host(store: EventStore, more: Partial<LedgerHost> = {}): LedgerHost {
  let seconds = 0;
  let salts = 0;
  return {
    store,
    name: 'prov',
    clock: () => new Date(Date.UTC(2025, 0, 1) + 1000 * seconds++).toISOString(),
    newId: nextId,
    newSalt: () => String(++salts).padStart(32, '0'),
    ...more,
  };
}

export const ledgerOf = async (store: EventStore = memoryStore(), more: Partial<LedgerHost> = {}): Promise<Ledger> =>
  orThrow(await openLedger(host(store, more)));

export const open: StandardCommand = {
  type: 'LedgerOpened',
  data: { name: 'prov', municipality: 'Exempel', timeZone: 'Europe/Stockholm' },
  actor: who,
};
export const close = (month: string): StandardCommand => ({ type: 'PeriodClosed', data: { month }, actor: who });
export const reopen = (month: string): StandardCommand => ({ type: 'PeriodReopened', data: { month }, actor: who });

/** A stated figure with its wording beside it. */
export const claim = (text?: string, id = 'x'): Command => ({
  type: 'FigureStated',
  data: { claim: id, label: 'x', figure: '1', unit: 'kr', precision: '1' },
  actor: who,
  ...(text === undefined ? {} : { text }),
});

/** A store some of whose calls do something else first, or instead. */
export const storeWith = (store: EventStore, changes: Partial<EventStore>): EventStore => ({
  append: (...args) => store.append(...args),
  read: (...args) => store.read(...args),
  subscribe: (...args) => store.subscribe(...args),
  head: (...args) => store.head(...args),
  ledgers: () => store.ledgers(),
  redact: (...args) => store.redact(...args),
  close: () => store.close(),
  ...changes,
});
