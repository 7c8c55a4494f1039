import type { Codec } from '../base/codec.js';
import { object } from '../base/codec.js';
import { label, timeZone } from './fields.js';

/** The first event of every ledger: the chain is bound to it. */
export interface LedgerOpened {
  readonly name: string;
  readonly municipality: string;
  /** IANA name; a date as a cut ends where this zone's day ends. */
  readonly timeZone: string;
}
export const LedgerOpened: Codec<LedgerOpened> = object('LedgerOpened', { name: label, municipality: label, timeZone });
