import type { Instant } from '../base/time.js';
import type { RoundId } from '../events/fields.js';

/** A cut of history: all events up to and with `position`. */
export interface Cut {
  readonly position: number;
  /** When the cut's last event was recorded. */
  readonly recordedAt: Instant;
  readonly hash: string;
  /** Where the cut was named by a round. */
  readonly round?: RoundId;
}

/** A cut that history does not hold. */
export interface CutError {
  readonly _tag: 'CutError';
  readonly reason: 'form' | 'empty-ledger' | 'before-ledger' | 'after-head' | 'unknown-round' | 'not-locked' | 'unknown-lock' | 'not-open';
  readonly expected: string;
  readonly got: string;
}
