import type { Either } from '../base/either.js';
import { left, right } from '../base/either.js';

/** Why an event that is well-formed is not recorded. */
export type RejectionReason =
  | 'ledger-not-opened'
  | 'ledger-opened'
  | 'wrong-stream'
  | 'year'
  | 'overflow'
  | 'dimension-unknown'
  | 'dimension-declared'
  | 'code-unknown'
  | 'code-exists'
  | 'code-closed'
  | 'code-has-children'
  | 'circular'
  | 'succession'
  | 'shares'
  | 'transfer'
  | 'phasing'
  | 'period-closed'
  | 'period-open'
  | 'posting-unknown'
  | 'posting-reversed'
  | 'round-unknown'
  | 'round-exists'
  | 'round-open'
  | 'round-status'
  | 'round-superseded'
  | 'scope'
  | 'reason-unknown'
  | 'reason-ambiguous'
  | 'driver-item'
  | 'assignment-unknown'
  | 'assignment-exists'
  | 'assignment-ended'
  | 'assignment-due'
  | 'as-of'
  | 'goal-unknown'
  | 'goal-closed'
  | 'goal-not-pursued'
  | 'goal-has-children'
  | 'indicator-unknown'
  | 'follow-up'
  | 'target'
  | 'value'
  | 'window'
  | 'event-unknown'
  | 'use-redact'
  | 'action-exists'
  | 'action-unknown'
  | 'action-status'
  | 'action-year'
  | 'comment-final'
  | 'comment-about'
  | 'decision-stage'
  | 'reference-unknown'
  | 'id-exists'
  | 'time-falls';

/** An event refused by what the ledger already holds. Nothing of its batch was recorded. */
export interface Rejection {
  readonly _tag: 'Rejection';
  readonly reason: RejectionReason;
  /** Where in the event: `data.lines.rows.3.ansvar`. */
  readonly field: string;
  readonly expected: string;
  readonly got: string;
}

/** What a rule of decide answers. */
export type Verdict = Either<Rejection, void>;

export const accepted: Verdict = right(undefined);

export const reject = (reason: RejectionReason, field: string, expected: string, got: string): Either<Rejection, never> =>
  left({ _tag: 'Rejection', reason, field, expected, got });
