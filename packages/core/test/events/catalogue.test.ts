import { describe, expect, it } from 'vitest';
import type { Catalogue, EventType, Json } from '@driftbok/core';
import { decodeData, eventType, extendCatalogue, isRight, line, object, orThrow, right, standardCatalogue } from '@driftbok/core';
import { upcast } from '../../src/events/upcast.js';
import { leftOf } from '../support/either.js';

interface Visit {
  readonly where: string;
  readonly days: string;
}
const codec = object<Visit>('Visit', { where: line('a place', 20), days: line('days', 20) });
const visit = (more: Partial<EventType<Visit>> = {}): EventType =>
  eventType<Visit>({
    type: 'VisitMade',
    family: 'visit',
    about: 'A visit.',
    schemaVersion: 1,
    codec,
    streamForm: 'visit/<where>',
    fits: (stream, { where }) => stream === `visit/${where}`,
    stream: ({ where }) => `visit/${where}`,
    ...more,
  });
const field = (data: Json, key: string): Json => (data as Readonly<Record<string, Json>>)[key] ?? null;
// Version 1 said `place`, version 2 said `at`, version 3 says `where` and how many days.
const third = visit({
  schemaVersion: 3,
  upcasters: [(data) => ({ at: field(data, 'place') }), (data) => ({ where: field(data, 'at'), days: '1' })],
});

describe('decoding by type', () => {
  it('refuses a type that is not in the catalogue', () => {
    for (const type of ['VisitMade', '', '__proto__', 'constructor', 'toString']) {
      expect(leftOf(decodeData(standardCatalogue, type, 1, {}))).toEqual({
        _tag: 'DecodeError',
        reason: 'unknown-type',
        type,
        issues: [{ path: 'type', expected: 'a type in the catalogue', got: JSON.stringify(type) }],
      });
    }
  });

  it('refuses a newer version', () => {
    expect(leftOf(decodeData(standardCatalogue, 'PeriodClosed', 2, { month: '2025-01' }))).toEqual({
      _tag: 'DecodeError',
      reason: 'newer-version',
      type: 'PeriodClosed',
      issues: [{ path: 'schemaVersion', expected: 'at most 1 for PeriodClosed', got: '2' }],
    });
  });

  it.each([0, -1, 0.5, Number.NaN])('refuses the version %d, which is none', (version) => {
    const catalogue = orThrow(extendCatalogue(standardCatalogue, [third]));
    for (const type of ['PeriodClosed', 'VisitMade']) {
      expect(leftOf(decodeData(catalogue, type, version, { month: '2025-01' }))).toEqual({
        _tag: 'DecodeError',
        reason: 'form',
        type,
        issues: [{ path: 'schemaVersion', expected: 'a whole number from 1', got: String(version) }],
      });
    }
  });

  it('refuses data of another form, with a path from data on', () => {
    expect(leftOf(decodeData(standardCatalogue, 'PeriodClosed', 1, { month: 'juli' }))).toEqual({
      _tag: 'DecodeError',
      reason: 'form',
      type: 'PeriodClosed',
      issues: [{ path: 'data.month', expected: 'a month, YYYY-MM', got: '"juli"' }],
    });
    expect(leftOf(decodeData(standardCatalogue, 'PeriodClosed', 1, 'juli')).issues).toEqual([
      { path: 'data', expected: 'PeriodClosed', got: '"juli"' },
    ]);
  });

  it('gives what a codec makes of the data', () => {
    expect(decodeData(standardCatalogue, 'PeriodClosed', 1, { month: '2025-07' })).toEqual(right({ month: '2025-07' }));
  });
});

describe('upcasting', () => {
  const catalogue = orThrow(extendCatalogue(standardCatalogue, [third]));

  it('brings every version to the newest, by the chain from it on', () => {
    const newest = right({ where: 'Rimbo', days: '1' });
    expect(decodeData(catalogue, 'VisitMade', 1, { place: 'Rimbo' })).toEqual(newest);
    expect(decodeData(catalogue, 'VisitMade', 2, { at: 'Rimbo' })).toEqual(newest);
    expect(decodeData(catalogue, 'VisitMade', 3, { where: 'Rimbo', days: '1' })).toEqual(newest);
  });

  it('holds what it made against the codec', () => {
    expect(leftOf(decodeData(catalogue, 'VisitMade', 1, { at: 'Rimbo' })).issues).toMatchObject([{ path: 'data.where', got: 'null' }]);
  });

  it('leaves the stored form as it was', () => {
    const stored = Object.freeze({ place: 'Rimbo' });
    expect(isRight(decodeData(catalogue, 'VisitMade', 1, stored))).toBe(true);
    expect(stored).toEqual({ place: 'Rimbo' });
  });

  it('refuses data that an upcaster cannot read, without throwing', () => {
    const strict = visit({
      schemaVersion: 2,
      upcasters: [(data) => ({ where: (data as { readonly place: string }).place.trim(), days: '1' })],
    });
    const own = orThrow(extendCatalogue(standardCatalogue, [strict]));
    expect(isRight(decodeData(own, 'VisitMade', 1, { place: ' Rimbo ' }))).toBe(true);
    expect(leftOf(decodeData(own, 'VisitMade', 1, { place: 5 }))).toEqual({
      _tag: 'DecodeError',
      reason: 'form',
      type: 'VisitMade',
      issues: [{ path: 'data', expected: 'VisitMade of schema version 1', got: '{"place":5}' }],
    });
  });

  it('runs the chain in order', () => {
    const chain = ['b', 'c', 'd'].map((letter) => (data: Json) => `${String(data)}${letter}`);
    expect([1, 2, 3, 4].map((version) => upcast(chain, version, 'a'))).toEqual(['abcd', 'acd', 'ad', 'a'].map(right));
  });
});

describe('a catalogue of more types', () => {
  it('knows both, and leaves the old one as it was', () => {
    const catalogue = orThrow(extendCatalogue(standardCatalogue, [visit()]));
    expect(catalogue.get('VisitMade')?.family).toBe('visit');
    expect(catalogue.size).toBe(standardCatalogue.size + 1);
    expect(standardCatalogue.has('VisitMade')).toBe(false);
    expect(orThrow(extendCatalogue(new Map(), []))).toEqual(new Map());
  });

  it('takes no name twice', () => {
    const expected = { _tag: 'CatalogueError', reason: 'duplicate-type', expected: 'a name of its own' };
    expect(leftOf(extendCatalogue(standardCatalogue, [visit({ type: 'PeriodClosed' })]))).toEqual({
      ...expected,
      type: 'PeriodClosed',
      got: 'PeriodClosed',
    });
    expect(leftOf(extendCatalogue(standardCatalogue, [visit(), visit()]))).toEqual({ ...expected, type: 'VisitMade', got: 'VisitMade' });
  });

  it.each<[number, number]>([
    [1, 1],
    [2, 0],
    [3, 1],
    [0, 0],
    [1.5, 0],
    [Number.NaN, 0],
  ])('takes no type of version %d with %d upcasters', (schemaVersion, steps) => {
    const upcasters = Array.from({ length: steps }, () => (data: Json) => data);
    const catalogue: Catalogue = standardCatalogue;
    expect(leftOf(extendCatalogue(catalogue, [visit({ schemaVersion, upcasters })]))).toMatchObject({
      _tag: 'CatalogueError',
      reason: 'upcasters',
      type: 'VisitMade',
      got: String(steps),
    });
  });

  it('is joined whole or not at all', () => {
    expect(leftOf(extendCatalogue(standardCatalogue, [visit(), visit({ type: 'OtherMade', schemaVersion: 2 })]))).toMatchObject({
      type: 'OtherMade',
    });
    expect(standardCatalogue.has('VisitMade')).toBe(false);
  });
});
