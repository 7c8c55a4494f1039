import type { LedgerState } from '../evolve/state.js';
import type { Journal } from '../journal/journal.js';
import type { Draft, Recorded } from '../record/envelope.js';

/** What decide looks at: the ledger as it is before the event, the batch's earlier events included. */
export interface View {
  readonly state: LedgerState;
  readonly journal: Journal;
  /** An event recorded before, by id; a posting without its rows. */
  readonly find: (id: string) => Recorded | undefined;
}

/** A draft with its data decoded to the newest form. */
export type Proposed<D> = Omit<Draft, 'data'> & { readonly data: D };
