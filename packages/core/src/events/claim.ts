import type { Codec } from '../base/codec.js';
import { line, list, object, oneOf } from '../base/codec.js';
import type { Month, Year } from '../base/time.js';
import type { AssignmentCount } from './assignment-count.js';
import { AssignmentCount as assignmentCount } from './assignment-count.js';
import type { RoundId } from './fields.js';
import { decimalText, label, month, roundId, sha256Text, slug, year } from './fields.js';
import type { Metric } from './forecast.js';
import { metric } from './forecast.js';
import type { Codes } from './reason.js';
import { codes } from './reason.js';
import type { Reckoning } from './reckoning.js';
import { Reckoning as reckoning } from './reckoning.js';

/** What a stated figure can be held against: a metric of some codings, for the months up to `period` or for all of `year`. */
export interface ClaimSubject {
  readonly metric: Metric;
  readonly year: Year;
  readonly period?: Month;
  readonly round?: RoundId;
  readonly about?: Codes;
}
export const ClaimSubject: Codec<ClaimSubject> = object('ClaimSubject', { metric, year }, { period: month, round: roundId, about: codes });

/** A cell of a table, by the ids of its specification, where its column is of `year`. */
export interface PrintedAt {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly year: Year;
}
const printed: Codec<PrintedAt> = object('PrintedAt', { table: slug, row: line('a row', 64), column: line('a column', 64), year });

/**
 * A figure as a report's text states it, with its own precision, to be checked against the ledger. The wording itself may lie
 * beside the event, held by `textHash`.
 */
export interface FigureStated {
  readonly claim: string;
  readonly label: string;
  /** Kronor for money, else in `unit`. */
  readonly figure: string;
  readonly unit: 'kr' | 'percent' | 'count' | 'days';
  /** The unit of the last digit stated: 100000 for hundreds of tkr, in the same unit as `figure`. */
  readonly precision: string;
  readonly subject?: ClaimSubject;
  /** The assignments that a stated count is of. */
  readonly assignments?: AssignmentCount;
  /** The year of the plan or report that states it, where that is not the year it is about. */
  readonly year?: Year;
  /** Each way to come at the same figure: all of them have to give it. */
  readonly reckoned?: readonly Reckoning[];
  /** The text says only that it is less, or more, than the figure. */
  readonly sense?: 'below' | 'above';
  /** The cell that prints it, where it stands in a table. */
  readonly printed?: PrintedAt;
  readonly textHash?: string;
}
export const FigureStated: Codec<FigureStated> = object(
  'FigureStated',
  { claim: slug, label, figure: decimalText, unit: oneOf('kr', 'percent', 'count', 'days'), precision: decimalText },
  {
    subject: ClaimSubject,
    assignments: assignmentCount,
    year,
    reckoned: list(reckoning, 1, 10),
    sense: oneOf('below', 'above'),
    printed,
    textHash: sha256Text,
  },
);
