import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft, DriverKind, UnitPrice, Volume } from '@driftbok/core';
import { bookAt, drivers, isRight, propose } from '@driftbok/core';
import { charted, plus, rejected } from '../support/books.js';
import { draft, round } from '../support/drafts.js';

const volume = (item: string, amount: string, more: Partial<Volume> = {}): Volume => ({
  item,
  label: item,
  unit: 'dygn',
  volume: amount,
  ...more,
});
const price = (item: string, kronor: string, more: Partial<UnitPrice> = {}): UnitPrice => ({
  item,
  label: item,
  unit: 'dygn',
  price: kronor,
  ...more,
});
const volumes = (...items: readonly Volume[]): Draft => draft('VolumeStated', { year: '2025', kind: 'budget', volumes: items });
const prices = (...items: readonly UnitPrice[]): Draft => draft('UnitPriceStated', { year: '2025', kind: 'budget', prices: items });
const book = charted(round('P1', '2025'));

describe('a stated volume or price is refused', () => {
  it.each<[string, Draft, object]>([
    ['twice in one event', volumes(volume('hvb', '1'), volume('hvb', '2')), { reason: 'driver-item', field: 'data.volumes.1.item' }],
    [
      'in another year’s month',
      prices(price('hvb', '1', { month: '2024-01' })),
      { reason: 'year', field: 'data.prices.0.month', expected: 'a month of 2025' },
    ],
    ['below 0', prices(price('hvb', '-1')), { reason: 'driver-item', field: 'data.prices.0', got: '-1' }],
    [
      'in two units',
      volumes(volume('hvb', '1'), volume('hvb', '1', { month: '2025-01', unit: 'hushåll' })),
      { reason: 'driver-item', expected: 'dygn, as hvb is counted in' },
    ],
    [
      'about a code that is not there',
      volumes(volume('hvb', '1', { about: { ansvar: '99' } })),
      { reason: 'code-unknown', field: 'data.volumes.0.about.ansvar' },
    ],
    ['about a dimension that is not there', volumes(volume('hvb', '1', { about: { projekt: '99' } })), { reason: 'dimension-unknown' }],
    [
      'of a round that was never opened',
      draft('VolumeStated', { year: '2025', kind: 'forecast', round: 'P9', volumes: [volume('hvb', '1')] }),
      { reason: 'round-unknown' },
    ],
    [
      'of a round, as a budget',
      draft('VolumeStated', { year: '2025', kind: 'budget', round: 'P1', volumes: [volume('hvb', '1')] }),
      { reason: 'round-unknown' },
    ],
  ])('%s', (_, proposed, expected) => {
    expect(rejected(book, proposed)).toMatchObject(expected);
  });

  it('in another unit than before, whether it was counted or priced', () => {
    expect(rejected(plus(book, volumes(volume('hvb', '1'))), prices(price('hvb', '1', { unit: 'timme' })))).toMatchObject({
      field: 'data.prices.0.unit',
      expected: 'dygn, as hvb is counted in',
      got: 'timme',
    });
  });

  it('and taken where it is of a round’s forecast, of a month, and about a code', () => {
    const taken = draft('VolumeStated', {
      year: '2025',
      kind: 'forecast',
      round: 'P1',
      volumes: [volume('hvb', '0', { about: { ansvar: '51' } }), volume('hvb', '1', { month: '2025-12' })],
    });
    expect(isRight(propose(book, [taken]))).toBe(true);
  });
});

describe('drivers', () => {
  it('joins the volume and the price of an item, and keeps its months apart', () => {
    const known = plus(
      book,
      volumes(volume('hvb', '10', { about: { ansvar: '51' } }), volume('hvb', '1', { month: '2025-01' })),
      prices(price('hvb', '5000.50')),
    );
    expect(drivers(known, { year: '2025', kind: 'budget' }).map(({ events, ...row }) => ({ ...row, events: events.length }))).toEqual([
      { item: 'hvb', label: 'hvb', unit: 'dygn', month: undefined, volume: '10', price: '5000.50', about: { ansvar: '51' }, events: 2 },
      { item: 'hvb', label: 'hvb', unit: 'dygn', month: '2025-01', volume: '1', price: undefined, about: undefined, events: 1 },
    ]);
  });

  it('does not mix kinds, years or rounds', () => {
    const known = plus(book, volumes(volume('hvb', '10')));
    for (const of of [
      { year: '2024', kind: 'budget' },
      { year: '2025', kind: 'outcome' },
      { year: '2025', kind: 'budget', round: 'P1' },
    ] as const)
      expect(drivers(known, of)).toEqual([]);
  });

  it('gives the newest of each at every cut, as a plain reading of the events does', () => {
    const kinds: readonly DriverKind[] = ['budget', 'outcome', 'plan'];
    const told = fc.record({
      kind: fc.constantFrom(...kinds),
      year: fc.constantFrom('2024', '2025'),
      measure: fc.constantFrom('volume', 'price'),
      item: fc.constantFrom('a', 'b', 'c'),
      value: fc.nat(999).map(String),
    });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 12 }), fc.nat(12), (all, cut) => {
        const start = charted();
        const drafts = all.map(({ kind, year, measure, item, value }) =>
          measure === 'volume'
            ? draft('VolumeStated', { year, kind, volumes: [volume(item, value)] })
            : draft('UnitPriceStated', { year, kind, prices: [price(item, value)] }),
        );
        const until = Math.min(cut, all.length);
        const known = bookAt(plus(start, ...drafts), start.position + until);
        for (const year of ['2024', '2025'] as const) {
          for (const kind of kinds) {
            const rows = new Map(drivers(known, { year, kind }).map((row) => [row.item, row]));
            for (const item of ['a', 'b', 'c']) {
              const last = (measure: string): string | undefined =>
                all
                  .slice(0, until)
                  .filter((each) => each.kind === kind && each.year === year && each.item === item && each.measure === measure)
                  .at(-1)?.value;
              expect([rows.get(item)?.volume, rows.get(item)?.price]).toEqual([last('volume'), last('price')]);
            }
          }
        }
      }),
    );
  });
});
