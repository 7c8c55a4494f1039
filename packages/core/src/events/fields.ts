import type { Codec } from '../base/codec.js';
import { line, oneOf, pattern, refined, remembering } from '../base/codec.js';
import { oreOf } from '../base/amount.js';
import type { Day, Instant, Month, Year } from '../base/time.js';
import { isDay, isInstant, isMonth, isTimeZone, isYear } from '../base/time.js';

/** The id of an event: a UUIDv7 in lower case. */
export type EventId = string;
/** The name of a dimension of the code string: `ansvar`, `konto`, `verksamhet`. */
export type DimensionId = string;
/** A code in a dimension: `51`, `5010`. */
export type Code = string;
/** An amount as events carry it: kronor, two decimals. */
export type AmountText = string;

const text =
  (test: (value: string) => boolean) =>
  (u: unknown): boolean =>
    typeof u === 'string' && test(u);

export const month: Codec<Month> = refined('a month, YYYY-MM', text(isMonth));
export const year: Codec<Year> = refined('a year, YYYY', text(isYear));
export const day: Codec<Day> = refined('a day, YYYY-MM-DD', text(isDay));
export const instant: Codec<Instant> = refined('an instant, YYYY-MM-DDTHH:MM:SS.sssZ', text(isInstant));
export const timeZone: Codec<string> = refined('an IANA time zone', text(isTimeZone));
export const amountText: Codec<AmountText> = refined(
  'kronor with two decimals',
  text((value) => !Number.isNaN(oreOf(value))),
);
const isHexDigit = Uint8Array.from({ length: 128 }, (_, unit) => (/[0-9a-f]/.test(String.fromCharCode(unit)) ? 1 : 0));

/**
 * Whether a text is 64 lower-case hex digits. Without a branch a digit: whether one is a figure or a letter cannot be foreseen, and every
 * event read is asked.
 */
function isSha256(digits: string): boolean {
  if (digits.length !== 64) return false;
  let hex = 1;
  let units = 0;
  for (let at = 0; at < 64; at++) {
    const unit = digits.charCodeAt(at);
    units |= unit;
    hex &= isHexDigit[unit & 127] as number;
  }
  return hex === 1 && units < 128;
}
// Each event repeats the hash of the one before it as its prevHash, so remembering one spares every other look.
export const sha256Text: Codec<string> = remembering('64 lower-case hex digits', isSha256);

export const eventId: Codec<EventId> = pattern(
  'a UUIDv7 in lower case',
  /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
);

/** Columns of lines that are no dimension. */
export const reservedColumns: ReadonlySet<string> = new Set(['month', 'amount', 'reason']);
const DIMENSION = /^[a-zåäö][a-zåäö0-9-]{0,31}$/;
export const dimensionId: Codec<DimensionId> = refined(
  'a dimension: a small letter, then small letters, digits or "-", at most 32',
  text((value) => DIMENSION.test(value) && !reservedColumns.has(value)),
);
export const code: Codec<Code> = line('a code', 64);
export const label: Codec<string> = line('a label', 500);

// A round is also a cut, beside positions, days and instants; it must not look like one of them.
const ROUND = /^(?!\d+$)[\p{L}\d][\p{L}\d._-]{0,31}$/u;
const DATE_LIKE = /^\d{4}-\d{2}(?:$|-\d{2})/;
/** Whether a text begins as a day, or is a month: what no round can be called, and only a slip of a day or an instant looks like. */
export const isDateLike = (given: string): boolean => DATE_LIKE.test(given);
/** The id of a forecast round: `2025-P3`. */
export type RoundId = string;
export const roundId: Codec<RoundId> = refined(
  'a round such as 2025-P3',
  text((value) => ROUND.test(value) && !isDateLike(value)),
);

const SLUG = /^[\p{L}\d][\p{L}\d._-]{0,63}$/u;
export const slug: Codec<string> = refined(
  'letters, digits, ".", "_" or "-", at most 64',
  text((value) => SLUG.test(value)),
);
export const decimalText: Codec<string> = pattern('a decimal number such as -2.8', /^-?(0|[1-9]\d{0,29})(\.\d{1,20})?$/);
export const shareText: Codec<string> = pattern('a share from 0 to 1, such as 0.6', /^(0(\.\d{1,12})?|1(\.0{1,12})?)$/);
/** How far a report's figure is from its exact value at most, twice over: 1000.00 for tkr. */
export const precision: Codec<AmountText> = refined(
  'a positive amount',
  text((value) => oreOf(value) > 0),
);

/** What drove a change. */
export type Driver =
  | 'volume'
  | 'price'
  | 'one-off'
  | 'timing'
  | 'policy'
  | 'funding'
  | 'staffing'
  | 'action'
  | 'reorganisation'
  | 'budget'
  | 'capital'
  | 'reassessment'
  | 'scope';
export const driver: Codec<Driver> = oneOf(
  'volume',
  'price',
  'one-off',
  'timing',
  'policy',
  'funding',
  'staffing',
  'action',
  'reorganisation',
  'budget',
  'capital',
  'reassessment',
  'scope',
);

/** What a stated reason rests on. */
export type Evidence = 'booked' | 'documented' | 'asserted' | 'none';
export const evidence: Codec<Evidence> = oneOf('booked', 'documented', 'asserted', 'none');
