import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Book, Draft, VolumeAndPriceOptions, VolumePriceSplit } from '@driftbok/core';
import { orThrow, volumeAndPrice } from '@driftbok/core';
import { charted } from '../support/books.js';
import { budget, draft, line } from '../support/drafts.js';
import { leftOf } from '../support/either.js';

type Stated = readonly [item: string, volume: string | undefined, price: string | undefined];
const stated = (year: string, ...items: readonly Stated[]): readonly Draft[] => {
  const one = { label: 'x', unit: 'dygn' };
  const volumes = items.flatMap(([item, volume]) => (volume === undefined ? [] : [{ item, ...one, volume }]));
  const prices = items.flatMap(([item, , price]) => (price === undefined ? [] : [{ item, ...one, price }]));
  return [
    ...(volumes.length > 0 ? [draft('VolumeStated', { year, kind: 'budget', volumes })] : []),
    ...(prices.length > 0 ? [draft('UnitPriceStated', { year, kind: 'budget', prices })] : []),
  ];
};
const years = { from: { year: '2024', kind: 'budget' }, to: { year: '2025', kind: 'budget' } } as const;
const split = (book: Book, options: VolumeAndPriceOptions = years): VolumePriceSplit => orThrow(volumeAndPrice(book, options));
const money = (year: string, amount: string, ansvar = '51'): Draft => budget(year, line(ansvar, 'ut', year, amount));

describe('volumeAndPrice', () => {
  it('splits a change by Bennet, as cost, and leaves what it does not cover on a line of its own', () => {
    const book = charted(
      money('2024', '-120.00'),
      money('2025', '-300.00'),
      ...stated('2024', ['a', '10', '10']),
      ...stated('2025', ['a', '12', '20']),
    );
    const { items, volume, price, driven, money: lines, uncovered } = split(book);
    // Δq (p₀ + p₁) / 2 = 2 · 15 and Δp (q₀ + q₁) / 2 = 10 · 11; the money fell by 180, of which 140 are told.
    expect({ volume, price, driven, lines, uncovered }).toEqual({
      volume: -3000,
      price: -11_000,
      driven: { from: -10_000, to: -24_000 },
      lines: { from: -12_000, to: -30_000 },
      uncovered: -4000,
    });
    expect(items).toEqual([{ item: 'a', label: 'x', volume: -3000, price: -11_000, volumeAtFromPrices: -2000 }]);
  });

  it('takes an item that comes or goes as volume', () => {
    const book = charted(...stated('2024', ['old', '2', '5']), ...stated('2025', ['new', '3', '7']));
    expect(split(book).items.map(({ item, volume, price }) => [item, volume, price])).toEqual([
      ['old', 1000, 0],
      ['new', -2100, 0],
    ]);
  });

  it('tells what has a volume and no price, and reckons without it', () => {
    const book = charted(...stated('2024', ['a', '1', '1'], ['b', '1', undefined]), ...stated('2025', ['a', '1', '1'], ['b', '2', '2']));
    expect(split(book)).toMatchObject({ incomplete: ['b/'], driven: { from: -100, to: -100 } });
  });

  it('says nothing of money that is not known', () => {
    const book = charted(money('2024', '-1.00'), ...stated('2024', ['a', '1', '1']), ...stated('2025', ['a', '1', '1']));
    expect(split(book)).toMatchObject({ money: { from: -100, to: null }, uncovered: null });
  });

  it('looks at the money of one part of the trees', () => {
    const book = charted(money('2024', '-1.00'), money('2025', '-1.00'), money('2024', '-5.00', '52'), money('2025', '-9.00', '52'));
    expect(split(book, { ...years, where: { ansvar: ['52'] } }).uncovered).toBe(-400);
    expect(leftOf(volumeAndPrice(book, { ...years, where: { ansvar: ['x'] } }))).toMatchObject({
      _tag: 'TableError',
      reason: 'unknown-code',
    });
  });

  it('refuses what passes the largest amount', () => {
    const huge = '99999999999999';
    const book = charted(...stated('2024', ['a', '1', '1']), ...stated('2025', ['a', huge, huge]));
    expect(leftOf(volumeAndPrice(book, years))).toMatchObject({ reason: 'overflow', where: 'drivers' });
  });

  it('adds up to the money’s change to the öre, and turns its signs with time', () => {
    const item = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9999), fc.nat(99_999));
    const items = fc.uniqueArray(item, { maxLength: 3, selector: ([name]) => name });
    const amount = fc.integer({ min: -99_999, max: 99_999 });
    const text = (names: readonly (readonly [string, number, number])[]): readonly Stated[] =>
      names.map(([name, q, p]) => [name, `${q}.5`, `${Math.floor(p / 100)}.${String(p % 100).padStart(2, '0')}`]);
    fc.assert(
      fc.property(items, items, amount, amount, (was, is, from, to) => {
        const book = charted(
          money('2024', `${from}.00`),
          money('2025', `${to}.00`),
          ...stated('2024', ...text(was)),
          ...stated('2025', ...text(is)),
        );
        const there = split(book);
        const back = split(book, { from: years.to, to: years.from });
        expect(there.volume + there.price + (there.uncovered ?? 0)).toBe((to - from) * 100);
        expect(there.items.reduce((sum, { volume, price }) => sum + volume + price, 0)).toBe(there.volume + there.price);
        // Half an öre an item may fall on one side of the split or the other, no more.
        for (const part of ['volume', 'price'] as const) expect(Math.abs(there[part] + back[part])).toBeLessThanOrEqual(6);
      }),
    );
  });
});
