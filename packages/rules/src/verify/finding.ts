import type { Said } from './sentences.js';

/** What does not hold in a ledger. `code` names the invariant. */
export interface VerifyFinding {
  readonly code:
    | 'positions'
    | 'chain'
    | 'texts'
    | 'transfers'
    | 'rounds'
    | 'periods'
    | 'trees'
    | 'kinds'
    | 'totals'
    | 'actions'
    | 'comments'
    | 'decisions'
    | 'assignments'
    | 'goals'
    | 'drivers';
  readonly severity: 'error';
  /** `position:12`, `outcome/2025`, `ansvar:513`, `round:2025-P3`. */
  readonly where: readonly string[];
  /** Kronor with two decimals where the fault has a size, else empty. */
  readonly by: string;
  readonly message: string;
}

/** A fault, before it has its severity and is put in words. */
export interface Fault extends Omit<VerifyFinding, 'severity' | 'message'> {
  readonly said: Said;
}

/** An invariant that was looked at, with how many things it was held against. */
export interface Verified {
  readonly code: VerifyFinding['code'];
  readonly checked: number;
}

/** What a verification gives: what was looked at, and what does not hold. */
export interface Verification {
  readonly verified: readonly Verified[];
  readonly findings: readonly VerifyFinding[];
}

/** One invariant's pass over a ledger. */
export interface Pass {
  readonly checked: number;
  readonly faults: readonly Fault[];
}
