import type { Codec } from '../base/codec.js';
import { list, object, oneOf } from '../base/codec.js';
import type { Month, Year } from '../base/time.js';
import type { RoundId } from './fields.js';
import { decimalText, label, month, roundId, slug, year } from './fields.js';
import type { Codes } from './reason.js';
import { codes } from './reason.js';

/** What a volume or price is part of: a budget, an outcome, a forecast, or a later year's plan. */
export type DriverKind = 'budget' | 'outcome' | 'forecast' | 'plan';
export const driverKind: Codec<DriverKind> = oneOf('budget', 'outcome', 'forecast', 'plan');

/** How much of one thing: care days, households. */
export interface Volume {
  readonly item: string;
  readonly label: string;
  /** What is counted: `dygn`, `hushåll`. */
  readonly unit: string;
  readonly volume: string;
  readonly month?: Month;
  /** Where in the code string its money lies. */
  readonly about?: Codes;
}
/** Volumes of a year, or of its months; each replaces what was stated of the same item, kind and month before. */
export interface VolumeStated {
  readonly year: Year;
  readonly kind: DriverKind;
  readonly round?: RoundId;
  readonly volumes: readonly Volume[];
}
const volume: Codec<Volume> = object('Volume', { item: slug, label, unit: label, volume: decimalText }, { month, about: codes });
export const VolumeStated: Codec<VolumeStated> = object(
  'VolumeStated',
  { year, kind: driverKind, volumes: list(volume, 1, 1000) },
  { round: roundId },
);

/** What one of a thing costs: kronor, as a plain positive number. */
export interface UnitPrice {
  readonly item: string;
  readonly label: string;
  /** What the price is of: `dygn`. */
  readonly unit: string;
  readonly price: string;
  readonly month?: Month;
  readonly about?: Codes;
}
/** Unit prices of a year, or of its months; each replaces what was stated of the same item, kind and month before. */
export interface UnitPriceStated {
  readonly year: Year;
  readonly kind: DriverKind;
  readonly round?: RoundId;
  readonly prices: readonly UnitPrice[];
}
const price: Codec<UnitPrice> = object('UnitPrice', { item: slug, label, unit: label, price: decimalText }, { month, about: codes });
export const UnitPriceStated: Codec<UnitPriceStated> = object(
  'UnitPriceStated',
  { year, kind: driverKind, prices: list(price, 1, 1000) },
  { round: roundId },
);
