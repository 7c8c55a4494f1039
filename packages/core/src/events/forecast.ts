import type { Codec } from '../base/codec.js';
import { object, oneOf } from '../base/codec.js';
import type { Month, Year } from '../base/time.js';
import type { Code, DimensionId, RoundId } from './fields.js';
import { code, dimensionId, label, month, roundId, year } from './fields.js';
import type { Lines } from './lines.js';
import { lines } from './lines.js';
import type { Codes, Reason } from './reason.js';
import { codes, reasons } from './reason.js';

/** A node of a tree: all codings at or beneath it. */
export interface Scope {
  readonly dimension: DimensionId;
  readonly code: Code;
}
const scope: Codec<Scope> = object('Scope', { dimension: dimensionId, code });

/**
 * A round of forecasting of a year opens (Prognos 3, delår 1). It starts from what the year's latest round left. One round a year
 * and scope is open at a time; without a scope it is about all.
 */
export interface ForecastRoundOpened {
  readonly round: RoundId;
  readonly year: Year;
  readonly label: string;
  /** The last month whose outcome the round builds on. */
  readonly period?: Month;
  readonly scope?: Scope;
}
export const ForecastRoundOpened: Codec<ForecastRoundOpened> = object(
  'ForecastRoundOpened',
  { round: roundId, year, label },
  { period: month, scope },
);

/**
 * A new forecast of codings for the year. Without `scope` it replaces, for each coding named, all its lines of the year; with
 * `scope`, all beneath it, those not named becoming 0.
 */
export interface ForecastRevised {
  readonly round: RoundId;
  readonly year: Year;
  readonly scope?: Scope;
  readonly lines: Lines;
  readonly reasons?: readonly Reason[];
}
export const ForecastRevised: Codec<ForecastRevised> = object('ForecastRevised', { round: roundId, year, lines }, { scope, reasons });

/** A step in the life of a round, with nothing more to say than which. */
export interface RoundStep {
  readonly round: RoundId;
}
const step = (name: string): Codec<RoundStep> => object(name, { round: roundId });

/** Handed in for approval. */
export const ForecastRoundSubmitted: Codec<RoundStep> = step('ForecastRoundSubmitted');
/** Sent back for more work. */
export const ForecastRoundReturned: Codec<RoundStep> = step('ForecastRoundReturned');
/** Approved; not yet locked. */
export const ForecastRoundApproved: Codec<RoundStep> = step('ForecastRoundApproved');
/** Locked: revisions are refused. Each lock of a round has a number, from 1. */
export const ForecastRoundLocked: Codec<RoundStep> = step('ForecastRoundLocked');
/** Open again after a lock, while no later round of the year and scope has opened. */
export const ForecastRoundReopened: Codec<RoundStep> = step('ForecastRoundReopened');

/** Which number of a table is spoken of. A deviation is outcome or forecast less budget. */
export type Metric = 'budget' | 'budget-original' | 'outcome' | 'outcome-deviation' | 'forecast' | 'forecast-deviation';
export const metric: Codec<Metric> = oneOf('budget', 'budget-original', 'outcome', 'outcome-deviation', 'forecast', 'forecast-deviation');

/** Reasons stated for a deviation or a change, apart from any revision. */
export interface ReasonsStated {
  readonly round: RoundId;
  readonly metric: Metric;
  /** About the months of the year up to this one; without it, about the whole year. */
  readonly period?: Month;
  readonly about?: Codes;
  readonly reasons: readonly Reason[];
}
export const ReasonsStated: Codec<ReasonsStated> = object(
  'ReasonsStated',
  { round: roundId, metric, reasons },
  { period: month, about: codes },
);
