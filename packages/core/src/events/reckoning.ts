import type { Codec } from '../base/codec.js';
import { byKey, list, object, oneOf } from '../base/codec.js';
import type { Month, Year } from '../base/time.js';
import type { DriverKind } from './driver.js';
import { driverKind } from './driver.js';
import type { RoundId } from './fields.js';
import { decimalText, month, roundId, slug, year } from './fields.js';
import type { Metric } from './forecast.js';
import { metric } from './forecast.js';
import type { Codes } from './reason.js';
import { codes } from './reason.js';

/** Kronor of some codings: those of all of `year`, or of its months up to `period`. */
export interface AmountQuantity {
  readonly metric: Metric | 'plan';
  readonly year: Year;
  readonly period?: Month;
  readonly round?: RoundId;
  readonly about?: Codes;
}

/** How much of one item a year has. */
export interface VolumeQuantity {
  readonly item: string;
  readonly year: Year;
  readonly kind: DriverKind;
  readonly round?: RoundId;
}

/** What the volumes of some items cost at unit prices that may be another year's, in kronor. */
export interface DrivenQuantity {
  readonly items: readonly string[];
  readonly volumes: { readonly year: Year; readonly kind: DriverKind };
  readonly prices: { readonly year: Year; readonly kind: DriverKind };
}

/** A reason's kronor: one stated with the round's forecast, or, where `metric` is given, one stated for that metric. */
export interface ReasonQuantity {
  readonly id: string;
  readonly round: RoundId;
  readonly metric?: Metric;
}

/** What an indicator was measured as for a year. */
export interface MeasuredQuantity {
  readonly indicator: string;
  readonly role: 'outcome' | 'baseline' | 'forecast';
  readonly year: Year;
}

/** A number that a ledger, or another text, gives. */
export type Quantity =
  | { readonly amount: AmountQuantity }
  | { readonly volume: VolumeQuantity }
  | { readonly driven: DrivenQuantity }
  | { readonly reason: ReasonQuantity }
  | { readonly measured: MeasuredQuantity }
  | { readonly target: { readonly indicator: string; readonly year: Year } }
  /** How many goals of a kind stand in a year, in all or right beneath one. */
  | { readonly goals: { readonly kind: string; readonly year: Year; readonly beneath?: string } }
  /** What a text states elsewhere. */
  | { readonly claim: string }
  | { readonly number: string };

/** How a figure can be come at: a sum less a sum, and over a sum where `per` is given. */
export interface Reckoning {
  readonly plus: readonly Quantity[];
  readonly minus?: readonly Quantity[];
  readonly per?: readonly Quantity[];
}

const amountMetric: Codec<AmountQuantity['metric']> = oneOf(
  'budget',
  'budget-original',
  'outcome',
  'outcome-deviation',
  'forecast',
  'forecast-deviation',
  'plan',
);
const of = object<DrivenQuantity['volumes']>('Drivers', { year, kind: driverKind });
const quantity: Codec<Quantity> = byKey<Quantity>('amount | volume | driven | reason | measured | target | goals | claim | number', {
  amount: object<Extract<Quantity, { amount: unknown }>>('Quantity', {
    amount: object<AmountQuantity>('AmountQuantity', { metric: amountMetric, year }, { period: month, round: roundId, about: codes }),
  }),
  volume: object<Extract<Quantity, { volume: unknown }>>('Quantity', {
    volume: object<VolumeQuantity>('VolumeQuantity', { item: slug, year, kind: driverKind }, { round: roundId }),
  }),
  driven: object<Extract<Quantity, { driven: unknown }>>('Quantity', {
    driven: object<DrivenQuantity>('DrivenQuantity', { items: list(slug, 1, 1000), volumes: of, prices: of }),
  }),
  reason: object<Extract<Quantity, { reason: unknown }>>('Quantity', {
    reason: object<ReasonQuantity>('ReasonQuantity', { id: slug, round: roundId }, { metric }),
  }),
  measured: object<Extract<Quantity, { measured: unknown }>>('Quantity', {
    measured: object<MeasuredQuantity>('MeasuredQuantity', { indicator: slug, role: oneOf('outcome', 'baseline', 'forecast'), year }),
  }),
  target: object<Extract<Quantity, { target: unknown }>>('Quantity', { target: object('TargetQuantity', { indicator: slug, year }) }),
  goals: object<Extract<Quantity, { goals: unknown }>>('Quantity', {
    goals: object<Extract<Quantity, { goals: unknown }>['goals']>('GoalsQuantity', { kind: slug, year }, { beneath: slug }),
  }),
  claim: object<Extract<Quantity, { claim: unknown }>>('Quantity', { claim: slug }),
  number: object<Extract<Quantity, { number: unknown }>>('Quantity', { number: decimalText }),
});
const quantities = list(quantity, 1, 100);

export const Reckoning: Codec<Reckoning> = object<Reckoning>('Reckoning', { plus: quantities }, { minus: quantities, per: quantities });
