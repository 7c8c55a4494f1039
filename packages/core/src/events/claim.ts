import type { Codec } from '../base/codec.js';
import { object, oneOf } from '../base/codec.js';
import type { Month, Year } from '../base/time.js';
import type { AssignmentCount } from './assignment-count.js';
import { AssignmentCount as assignmentCount } from './assignment-count.js';
import type { RoundId } from './fields.js';
import { decimalText, label, month, roundId, sha256Text, slug, year } from './fields.js';
import type { Metric } from './forecast.js';
import { metric } from './forecast.js';
import type { Codes } from './reason.js';
import { codes } from './reason.js';

/** What a stated figure can be held against: a metric of some codings, for the months up to `period` or for all of `year`. */
export interface ClaimSubject {
  readonly metric: Metric;
  readonly year: Year;
  readonly period?: Month;
  readonly round?: RoundId;
  readonly about?: Codes;
}
export const ClaimSubject: Codec<ClaimSubject> = object('ClaimSubject', { metric, year }, { period: month, round: roundId, about: codes });

/**
 * A figure as a report's text states it, with its own precision, to be checked against the ledger. The wording itself may lie
 * beside the event, held by `textHash`.
 */
export interface FigureStated {
  readonly claim: string;
  readonly label: string;
  /** Kronor for money, else in `unit`. */
  readonly figure: string;
  readonly unit: 'kr' | 'percent' | 'count';
  /** The unit of the last digit stated: 100000 for hundreds of tkr, in the same unit as `figure`. */
  readonly precision: string;
  readonly subject?: ClaimSubject;
  /** The assignments that a stated count is of. */
  readonly assignments?: AssignmentCount;
  readonly textHash?: string;
}
export const FigureStated: Codec<FigureStated> = object(
  'FigureStated',
  { claim: slug, label, figure: decimalText, unit: oneOf('kr', 'percent', 'count'), precision: decimalText },
  { subject: ClaimSubject, assignments: assignmentCount, textHash: sha256Text },
);
