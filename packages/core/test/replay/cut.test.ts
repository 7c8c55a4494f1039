import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, CutError, Draft } from '@driftbok/core';
import { bookAt, cutAt, emptyBook, eventAt, newestCut, orThrow, resolveCut } from '@driftbok/core';
import { bookOf } from '../support/books.js';
import { at, draft, lock, opened, round } from '../support/drafts.js';
import { leftOf } from '../support/either.js';

const closed = (month: string): Draft => draft('PeriodClosed', { month });
const book = bookOf([
  ...at('2025-01-01T10:00:00.000Z', opened('Europe/Stockholm')), // 1
  ...at('2025-01-31T22:59:59.999Z', closed('2025-01')), // 2: the last millisecond of January in Stockholm
  ...at('2025-01-31T23:00:00.000Z', closed('2025-02')), // 3: the first of February there
  ...at('2025-02-10T10:00:30.500Z', closed('2025-03'), round('2025-P1', '2025')), // 4, 5
  ...at('2025-02-11T08:00:00.000Z', lock('2025-P1')), // 6
  ...at('2025-02-12T08:00:00.000Z', draft('ForecastRoundReopened', { round: '2025-P1' })), // 7
  ...at('2025-02-13T08:00:00.000Z', lock('2025-P1'), round('2026-P1', '2026')), // 8, 9
  ...at('2025-02-14T08:00:00.000Z', closed('2025-04')), // 10
]);
const resolved = (given: string, of: Book = book): number => orThrow(resolveCut(of, given)).position;

describe('a cut', () => {
  it.each([
    ['1', 1],
    ['10', 10],
    ['007', 7],
    ['2025-01-01T10:00:00.000Z', 1],
    ['2025-01-31T22:59:59.998Z', 1],
    ['2025-01-31T22:59:59.999Z', 2],
    ['2025-02-10T10:00:30.499Z', 3],
    ['2025-02-10T10:00:30.500Z', 5],
    ['2025-02-10T10:00:30Z', 3],
    ['2025-02-10T10:00:31Z', 5],
    ['2025-02-10T10:00Z', 3],
    ['2025-02-10T10:01Z', 5],
    ['9999-12-31T23:59:59.999Z', 10],
    ['2025-01-31', 2],
    ['2025-02-01', 3],
    ['2025-02-09', 3],
    ['2025-02-10', 5],
    ['2099-01-01', 10],
    ['9999-12-31', 10],
    ['2025-P1', 8],
    ['2025-P1@1', 6],
    ['2025-P1@2', 8],
    ['2026-P1@open', 10],
  ])('%s is position %d', (given, position) => {
    expect(resolved(given)).toBe(position);
  });

  it('says its position, its time, its hash, and the round that it was named by', () => {
    const { recordedAt, hash } = eventAt(book, 6) ?? { recordedAt: '', hash: '' };
    expect(orThrow(resolveCut(book, '6'))).toEqual({ position: 6, recordedAt, hash });
    expect(orThrow(resolveCut(book, '2025-P1@1'))).toEqual({ position: 6, recordedAt, hash, round: '2025-P1' });
    expect(orThrow(cutAt(book, 6))).toEqual({ position: 6, recordedAt, hash });
    expect(orThrow(newestCut(book))).toEqual({ position: 10, recordedAt: eventAt(book, 10)?.recordedAt, hash: eventAt(book, 10)?.hash });
    expect(orThrow(resolveCut(book, '2026-P1@open')).round).toBe('2026-P1');
  });

  it.each<[CutError['reason'], string, string]>([
    ['before-ledger', '0', 'a position from 1'],
    ['after-head', '11', 'a position up to 10'],
    ['after-head', '999999999999999', 'a position up to 10'],
    ['before-ledger', '2025-01-01T09:59:59.999Z', 'an instant from 2025-01-01T10:00:00.000Z'],
    ['before-ledger', '2024-12-31', 'an instant from 2025-01-01T10:00:00.000Z'],
    ['form', '2025-02-30T10:00Z', 'an instant that exists'],
    ['form', '2025-01-01T24:00Z', 'an instant that exists'],
    ['form', '2025-01-01T10:00.500Z', 'an instant in UTC, YYYY-MM-DDTHH:MMZ'],
    ['form', '2025-01-01T10:00:00.000', 'an instant in UTC, YYYY-MM-DDTHH:MMZ'],
    ['form', '2025-01-01T10:00:00+01:00', 'an instant in UTC, YYYY-MM-DDTHH:MMZ'],
    ['form', '2025-02-30', 'a day that exists, YYYY-MM-DD'],
    ['form', '2025-13-01', 'a day that exists, YYYY-MM-DD'],
    ['form', '2025-02', 'a day that exists, YYYY-MM-DD'],
    ['unknown-round', '', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '-1', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '1.5', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '9999999999999999', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '2025-P9', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '2025-p1', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', 'constructor', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '__proto__@1', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '2025-P1@1@2', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['unknown-round', '@1', 'a position, day, instant or round (2025-P1, 2026-P1)'],
    ['not-locked', '2026-P1', 'a round that was locked; or 2026-P1@open'],
    ['unknown-lock', '2025-P1@3', 'a lock from 1 to 2'],
    ['unknown-lock', '2026-P1@1', 'a lock from 1 to 0'],
    ['unknown-lock', '2025-P1@999999999', 'a lock from 1 to 2'],
    ['not-open', '2025-P1@open', 'a round that is open'],
    ['form', '2025-P1@0', '@ and the number of a lock from 1, or @open'],
    ['form', '2025-P1@', '@ and the number of a lock from 1, or @open'],
    ['form', '2025-P1@x', '@ and the number of a lock from 1, or @open'],
    ['form', '2025-P1@-1', '@ and the number of a lock from 1, or @open'],
    ['form', '2025-P1@1.0', '@ and the number of a lock from 1, or @open'],
    ['form', '2025-P1@OPEN', '@ and the number of a lock from 1, or @open'],
  ])('is none (%s): %j', (reason, given, expected) => {
    const got = reason === 'before-ledger' && given === '2024-12-31' ? '2024-12-31T22:59:59.999Z' : given;
    expect(leftOf(resolveCut(book, given))).toEqual({ _tag: 'CutError', reason, expected, got });
  });

  it.each(['1', '2025-01-01T10:00:00.000Z', '2025-01-31'])('is none of an empty ledger: %s', (given) => {
    expect(leftOf(resolveCut(emptyBook(), given))).toEqual({
      _tag: 'CutError',
      reason: 'empty-ledger',
      expected: 'a ledger with events',
      got: 'an empty ledger',
    });
  });

  it('of an empty ledger has no round either', () => {
    expect(leftOf(resolveCut(emptyBook(), 'P1'))).toMatchObject({ reason: 'unknown-round', expected: 'a position, day, instant or round' });
    expect(leftOf(newestCut(emptyBook())).reason).toBe('empty-ledger');
    expect(leftOf(cutAt(emptyBook(), 1)).reason).toBe('empty-ledger');
  });

  it('at a position that is no whole number is none', () => {
    for (const position of [1.5, Number.NaN, Number.POSITIVE_INFINITY]) expect(leftOf(cutAt(book, position)).reason).toBe('after-head');
    for (const position of [0, -1, Number.NEGATIVE_INFINITY]) expect(leftOf(cutAt(book, position)).reason).toBe('before-ledger');
  });

  it('sees no further than its book', () => {
    const old = bookAt(book, 7);
    expect(resolved('2099-01-01', old)).toBe(7);
    expect(resolved('2025-P1', old)).toBe(6);
    expect(resolved('2025-P1@open', old)).toBe(7);
    expect(leftOf(resolveCut(old, '8')).reason).toBe('after-head');
    expect(leftOf(resolveCut(old, '2025-P1@2')).reason).toBe('unknown-lock');
    expect(leftOf(resolveCut(bookAt(book, 5), '2025-P1')).reason).toBe('not-locked');
  });

  it('by an instant is the last event at or before it, wherever it falls', () => {
    const instant = fc
      .date({ min: new Date('2024-12-30T00:00:00.000Z'), max: new Date('2025-02-20T00:00:00.000Z'), noInvalidDate: true })
      .map((time) => time.toISOString());
    const positions = Array.from({ length: book.position }, (_, index) => index + 1);
    fc.assert(
      fc.property(fc.oneof(instant, fc.constantFrom(...positions.map((each) => eventAt(book, each)?.recordedAt ?? ''))), (given) => {
        const last = positions.filter((each) => (eventAt(book, each)?.recordedAt ?? '') <= given).at(-1);
        const found = resolveCut(book, given);
        expect(found._tag === 'Right' ? found.right.position : undefined).toBe(last);
      }),
    );
  });

  it('by a day follows the time zone of the ledger', () => {
    const in2 = (zone: string): number =>
      resolved(
        '2025-01-31',
        bookOf([...at('2025-01-01T10:00:00.000Z', opened(zone)), ...at('2025-01-31T23:30:00.000Z', closed('2025-01'))]),
      );
    expect(['Europe/Stockholm', 'UTC', 'America/New_York', 'Asia/Tokyo'].map(in2)).toEqual([1, 2, 2, 1]);
  });

  it('by a day that no instant can end in that zone is said to be none', () => {
    const west = bookOf(at('2025-01-01T10:00:00.000Z', opened('America/New_York')));
    expect(leftOf(resolveCut(west, '9999-12-31'))).toEqual({
      _tag: 'CutError',
      reason: 'form',
      expected: 'a day that ends by 9999-12-31T23:59:59.999Z',
      got: '9999-12-31',
    });
  });
});
