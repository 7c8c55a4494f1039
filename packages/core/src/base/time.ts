import type { Either } from './either.js';
import { left, right } from './either.js';

/** A calendar month, `YYYY-MM`. */
export type Month = string & { readonly __month?: never };
/** A calendar year, `YYYY`. */
export type Year = string & { readonly __year?: never };
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string & { readonly __day?: never };
/** A point in time in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`; compares as text. */
export type Instant = string & { readonly __instant?: never };

/** A text that is no month, year, day or instant, or a time zone that is not known here. */
export interface TimeError {
  readonly _tag: 'TimeError';
  readonly expected: string;
  readonly got: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const INSTANT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

export const isMonth = (text: string): text is Month => MONTH.test(text);
export const isYear = (text: string): text is Year => YEAR.test(text);
export const isDay = (text: string): text is Day => DAY.test(text) && isInMonth(text);
export const isInstant = (text: string): text is Instant => INSTANT.test(text) && isInMonth(text);

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a text's day is in its month. By arithmetic, since every event read is asked and a Date costs a microsecond. */
function isInMonth(text: string): boolean {
  const day = Number(text.slice(8, 10));
  if (day <= 28) return true;
  const month = Number(text.slice(5, 7));
  const year = Number(text.slice(0, 4));
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0));
}

const refuse = (expected: string, got: string): Either<TimeError, never> => left({ _tag: 'TimeError', expected, got: got.slice(0, 80) });

/** Reads `YYYY-MM`. Left: `TimeError`. */
export function parseMonth(text: string): Either<TimeError, Month> {
  return isMonth(text) ? right(text) : refuse('a month, YYYY-MM', text);
}

/** Reads `YYYY-MM-DDTHH:MM:SS.sssZ`. Left: `TimeError`. */
export function parseInstant(text: string): Either<TimeError, Instant> {
  return isInstant(text) ? right(text) : refuse('an instant, YYYY-MM-DDTHH:MM:SS.sssZ', text);
}

/**
 * The last millisecond before the wall clock of a time zone leaves a day, whatever clock changes fall around its midnight. A day
 * that a zone left out (Samoa's 30 December 2011) ends with the one before it.
 *
 * Left: `TimeError` when the day is none, the time zone (IANA name) is unknown, or the end lies after the year 9999.
 *
 * @example
 * ```ts
 * import { endOfDay } from '@driftbok/core';
 * endOfDay('2024-08-29', 'Europe/Stockholm') // => { _tag: 'Right', right: '2024-08-29T21:59:59.999Z' }
 * ```
 */
export function endOfDay(day: Day, timeZone: string): Either<TimeError, Instant> {
  if (!isDay(day)) return refuse('a day, YYYY-MM-DD', day);
  const format = wallClock(timeZone);
  if (format === undefined) return refuse('an IANA time zone', timeZone);
  const end = new Date(lastBefore(Date.parse(`${day}T00:00:00.000Z`) + DAY_MS, format)).toISOString();
  return isInstant(end) ? right(end) : refuse('a day that ends by 9999-12-31T23:59:59.999Z', day);
}

const DAY_MS = 86_400_000;

/** A wall clock's midnight, as if it were UTC, to the last time at which that clock has not yet reached it. */
function lastBefore(midnight: number, format: Intl.DateTimeFormat): number {
  const early = (time: number): boolean => wallTime(time, format) < midnight;
  const offsets = [midnight - DAY_MS, midnight + DAY_MS].map((time) => wallTime(time, format) - time);
  // One of the two offsets is in force at midnight, unless a clock change leaves midnight out or passes it twice.
  let low = midnight - Math.max(...offsets) - 1;
  let high = midnight - Math.min(...offsets) - 1;
  if (early(high)) return high;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (early(middle)) low = middle;
    else high = middle;
  }
  return low;
}

function wallClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined; // Intl throws a RangeError for a zone it does not know
  }
}

/** What a wall clock shows at a time, read as if it were UTC. */
function wallTime(time: number, format: Intl.DateTimeFormat): number {
  const part = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute, second] = (['year', 'month', 'day', 'hour', 'minute', 'second'] as const).map((each) =>
    Number(part[each]),
  );
  // Before the year 1 the clock counts backwards from 1 BC, which ISO 8601 calls 0.
  const date = new Date(0).setUTCFullYear(
    part['era']?.startsWith('B') === true ? 1 - Number(year) : Number(year),
    Number(month) - 1,
    Number(day),
  );
  return date + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + (time - Math.floor(time / 1000) * 1000);
}

/** The day that the wall clock of a time zone shows at an instant; UTC's where the zone is not known here. */
export function dayOn(instant: Instant, timeZone: string): Day {
  const format = wallClock(timeZone);
  return format === undefined ? instant.slice(0, 10) : new Date(wallTime(Date.parse(instant), format)).toISOString().slice(0, 10);
}

/** Whether a time zone's name is known here. */
export const isTimeZone = (name: string): boolean => wallClock(name) !== undefined;
