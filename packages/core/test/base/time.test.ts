import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOfDay, isDay, isInstant, isMonth, isYear, orThrow, parseInstant, parseMonth, right } from '@driftbok/core';
import { isTimeZone } from '../../src/base/time.js';
import { leftOf } from '../support/either.js';

const MINUTE = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock's date and time in a zone, as Intl shows it. */
function wall(time: number, timeZone: string): string {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format.format(time).replace(' ', 'T');
}

/** The last minute of a day by looking at every minute around it: the last at which the wall clock has not yet left it. */
function scannedEnd(day: string, timeZone: string): string {
  const noon = Date.parse(`${day}T12:00:00.000Z`);
  let last = Number.NaN;
  for (let time = noon - 36 * 60 * MINUTE; time <= noon + 40 * 60 * MINUTE; time += MINUTE) {
    if (wall(time, timeZone).slice(0, 10) <= day) last = time;
  }
  return new Date(last + MINUTE - 1).toISOString();
}

describe('the end of a day', () => {
  it.each([
    ['2024-08-29', 'Europe/Stockholm', '2024-08-29T21:59:59.999Z'],
    ['2024-12-31', 'Europe/Stockholm', '2024-12-31T22:59:59.999Z'],
    ['2024-03-31', 'Europe/Stockholm', '2024-03-31T21:59:59.999Z'],
    ['2024-10-27', 'Europe/Stockholm', '2024-10-27T22:59:59.999Z'],
    ['2024-02-29', 'UTC', '2024-02-29T23:59:59.999Z'],
    ['2024-06-30', 'Asia/Kathmandu', '2024-06-30T18:14:59.999Z'],
    ['2024-06-30', 'Pacific/Kiritimati', '2024-06-30T09:59:59.999Z'],
    ['2024-06-30', 'Pacific/Pago_Pago', '2024-07-01T10:59:59.999Z'],
  ])('%s in %s is %s', (day, zone, end) => {
    expect(endOfDay(day, zone)).toEqual(right(end));
  });

  // What is special about each day stands beside it; the oracle only looks at the clock.
  it.each([
    ['2024-03-30', 'Europe/Stockholm', 'the day before summer time'],
    ['2024-03-31', 'Europe/Stockholm', 'summer time begins at 2'],
    ['2024-10-26', 'Europe/Stockholm', 'the day before winter time'],
    ['2024-10-27', 'Europe/Stockholm', 'winter time begins at 3'],
    ['2024-03-30', 'Atlantic/Azores', 'the midnight after it is left out'],
    ['2024-10-26', 'Atlantic/Azores', 'the hour after its midnight comes twice'],
    ['2018-11-03', 'America/Sao_Paulo', 'the midnight after it is left out'],
    ['2018-02-17', 'America/Sao_Paulo', 'its last hour comes twice'],
    ['2024-11-02', 'America/Havana', 'the hour after its midnight comes twice'],
    ['2021-10-28', 'Asia/Amman', 'the hour after its midnight comes twice'],
    ['2024-04-06', 'Australia/Lord_Howe', 'winter time by half an hour'],
    ['2011-12-29', 'Pacific/Apia', 'the next day is left out'],
    ['2011-12-30', 'Pacific/Apia', 'a day that never was'],
    ['2011-12-31', 'Pacific/Apia', 'the day after the one left out'],
    ['2010-11-06', 'America/St_Johns', 'one minute after its midnight the clock goes back into it'],
  ])('%s in %s is where the clock says (%s)', (day, zone) => {
    expect(endOfDay(day, zone)).toEqual(right(scannedEnd(day, zone)));
  });

  it('is followed by the next day and preceded by this one, in every zone', () => {
    const zone = fc.constantFrom(
      'Europe/Stockholm',
      'America/New_York',
      'Asia/Tehran',
      'Atlantic/Azores',
      'America/Santiago',
      'Africa/Cairo',
      'UTC',
    );
    const day = fc
      .integer({ min: Date.UTC(1990, 0, 1) / 86_400_000, max: Date.UTC(2035, 0, 1) / 86_400_000 })
      .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, zone, (of, where) => {
        const end = Date.parse(orThrow(endOfDay(of, where)));
        expect(wall(end, where).slice(0, 10)).toBe(of);
        expect(wall(end + 1, where).slice(0, 10) > of).toBe(true);
      }),
    );
  });

  it.each(['0000-01-01', '0001-12-31', '0099-06-30', '0999-12-31', '1582-10-10', '1899-12-31', '9999-12-30'])(
    'of %s is an instant',
    (day) => {
      expect(isInstant(orThrow(endOfDay(day, 'Europe/Stockholm')))).toBe(true);
      expect(isInstant(orThrow(endOfDay(day, 'America/New_York')))).toBe(true);
      expect(orThrow(endOfDay(day, 'UTC'))).toBe(`${day}T23:59:59.999Z`);
    },
  );

  it('of the last day there is a text for, where it has one', () => {
    expect(endOfDay('9999-12-31', 'UTC')).toEqual(right('9999-12-31T23:59:59.999Z'));
    expect(endOfDay('9999-12-31', 'Europe/Stockholm')).toEqual(right('9999-12-31T22:59:59.999Z'));
    expect(leftOf(endOfDay('9999-12-31', 'America/New_York'))).toEqual({
      _tag: 'TimeError',
      expected: 'a day that ends by 9999-12-31T23:59:59.999Z',
      got: '9999-12-31',
    });
  });

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-8-29', '', 'today', '2024-08-29T00:00:00.000Z'])('of %j is none', (day) => {
    expect(leftOf(endOfDay(day, 'UTC'))).toEqual({ _tag: 'TimeError', expected: 'a day, YYYY-MM-DD', got: day });
  });

  it.each(['', 'Mars/Olympus', 'Europe/Stockholm\u0000'])('in %j is none', (zone) => {
    expect(leftOf(endOfDay('2024-08-29', zone))).toEqual({ _tag: 'TimeError', expected: 'an IANA time zone', got: zone });
    expect(isTimeZone(zone)).toBe(false);
  });

  it('knows time zones by name', () => {
    expect(['Europe/Stockholm', 'UTC', 'America/Argentina/Buenos_Aires'].map(isTimeZone)).toEqual([true, true, true]);
  });
});

describe('texts of time', () => {
  it('tells months, years, days and instants', () => {
    expect(['2025-01', '2025-12', '0000-01'].map(isMonth)).toEqual([true, true, true]);
    expect(['2025-00', '2025-13', '2025', '2025-1', '2025-01-01', '2025-01\n'].map(isMonth)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(['2025', '0000'].map(isYear)).toEqual([true, true]);
    expect(['25', '20250', '2025-01', '２０２５'].map(isYear)).toEqual([false, false, false, false]);
    expect(['2024-02-29', '2000-02-29', '2025-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2025-02-29', '1900-02-29', '2025-04-31', '2025-00-01', '2025-01-00', '2025-01-32', '2025-1-1'].map(isDay)).toEqual(
      Array(7).fill(false),
    );
    expect(isInstant('2025-01-01T00:00:00.000Z')).toBe(true);
  });

  it.each([
    '2025-01-01T00:00:00Z',
    '2025-01-01T00:00:00.0Z',
    '2025-01-01T00:00:00.000',
    '2025-01-01T00:00:00.000+00:00',
    '2025-01-01 00:00:00.000Z',
    '2025-01-01T24:00:00.000Z',
    '2025-01-01T23:60:00.000Z',
    '2025-01-01T23:59:60.000Z',
    '2025-02-29T00:00:00.000Z',
    '2025-13-01T00:00:00.000Z',
    '+002025-01-01T00:00:00.000Z',
    '2025-01-01T00:00:00.000z',
    '2025-01-01T00:00:00.000Z\n',
  ])('%j is no instant', (text) => {
    expect(isInstant(text)).toBe(false);
  });

  it('agrees with Date on which instants there are', () => {
    const two = fc.nat({ max: 99 }).map((n) => String(n).padStart(2, '0'));
    const part = fc.tuple(fc.nat({ max: 9999 }), two, two, two, two, two, fc.nat({ max: 999 }));
    const near = fc.tuple(
      fc.constantFrom(0, 1900, 2000, 2023, 2024, 9999),
      fc.constantFrom('01', '02', '04', '12', '00', '13'),
      fc.constantFrom('00', '01', '28', '29', '30', '31', '32'),
      fc.constantFrom('00', '23', '24'),
      fc.constantFrom('00', '59', '60'),
      fc.constantFrom('00', '59', '60'),
      fc.constantFrom(0, 999),
    );
    fc.assert(
      fc.property(fc.oneof(part, near), ([y, mo, d, h, mi, s, ms]) => {
        const text = `${String(y).padStart(4, '0')}-${mo}-${d}T${h}:${mi}:${s}.${String(ms).padStart(3, '0')}Z`;
        const time = Date.parse(text);
        const exists = !Number.isNaN(time) && new Date(time).toISOString() === text;
        expect(isInstant(text)).toBe(exists);
        const midnight = Date.parse(`${text.slice(0, 10)}T00:00:00.000Z`);
        expect(isDay(text.slice(0, 10))).toBe(!Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(text.slice(0, 10)));
      }),
      { numRuns: 2000 },
    );
  });

  it('compares instants as texts', () => {
    const time = fc.date({ min: new Date('0000-01-01T00:00:00.000Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(a.toISOString() < b.toISOString()).toBe(a.getTime() < b.getTime());
        expect(isInstant(a.toISOString())).toBe(true);
      }),
    );
  });

  it('parses, or says what it expected', () => {
    expect(parseMonth('2025-07')).toEqual(right('2025-07'));
    expect(parseInstant('2025-07-01T10:00:00.000Z')).toEqual(right('2025-07-01T10:00:00.000Z'));
    expect(leftOf(parseMonth('juli'))).toEqual({ _tag: 'TimeError', expected: 'a month, YYYY-MM', got: 'juli' });
    expect(leftOf(parseInstant('x'.repeat(200)))).toEqual({
      _tag: 'TimeError',
      expected: 'an instant, YYYY-MM-DDTHH:MM:SS.sssZ',
      got: 'x'.repeat(80),
    });
  });
});
