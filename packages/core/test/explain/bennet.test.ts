import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuantityAndPrice, Rational } from '@driftbok/core';
import { bennet, bennetOfAll, rational } from '@driftbok/core';

const any = fc
  .tuple(fc.bigInt({ min: -10_000n, max: 10_000n }), fc.constantFrom(1n, 2n, 3n, 100n))
  .map(([over, under]) => rational(over, under));
const anyItem: fc.Arbitrary<QuantityAndPrice> = fc.record({ quantityBefore: any, quantityAfter: any, priceBefore: any, priceAfter: any });

const plus = (a: Rational, b: Rational): Rational => rational(a.over * b.under + b.over * a.under, a.under * b.under);
const times = (a: Rational, b: Rational): Rational => rational(a.over * b.over, a.under * b.under);
const negative = ({ over, under }: Rational): Rational => rational(-over, under);
const change = ({ quantityBefore, quantityAfter, priceBefore, priceAfter }: QuantityAndPrice): Rational =>
  plus(times(quantityAfter, priceAfter), negative(times(quantityBefore, priceBefore)));
const of = (quantityBefore: bigint, quantityAfter: bigint, priceBefore: bigint, priceAfter: bigint): QuantityAndPrice => ({
  quantityBefore: rational(quantityBefore),
  quantityAfter: rational(quantityAfter),
  priceBefore: rational(priceBefore),
  priceAfter: rational(priceAfter),
});

describe('volume and price', () => {
  it('add up to the change of quantity times price exactly, with any signs and zeros', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const { volume, price } = bennet(item);
        expect(plus(volume, price)).toEqual(change(item));
      }),
    );
  });

  it('are the same with the other sign when time goes back', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const back = bennet({
          quantityBefore: item.quantityAfter,
          quantityAfter: item.quantityBefore,
          priceBefore: item.priceAfter,
          priceAfter: item.priceBefore,
        });
        const { volume, price } = bennet(item);
        expect(back).toEqual({ volume: negative(volume), price: negative(price) });
      }),
    );
  });

  it('change places when quantity and price do', () => {
    fc.assert(
      fc.property(anyItem, ({ quantityBefore, quantityAfter, priceBefore, priceAfter }) => {
        const { volume, price } = bennet({ quantityBefore, quantityAfter, priceBefore, priceAfter });
        const turned = bennet({
          quantityBefore: priceBefore,
          quantityAfter: priceAfter,
          priceBefore: quantityBefore,
          priceAfter: quantityAfter,
        });
        expect(turned).toEqual({ volume: price, price: volume });
      }),
    );
  });

  it('are nothing for what did not move', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(bennet({ ...item, quantityAfter: item.quantityBefore }).volume).toEqual(rational(0n));
        expect(bennet({ ...item, priceAfter: item.priceBefore }).price).toEqual(rational(0n));
      }),
    );
  });

  it.each([
    ['more of a dearer thing', of(10n, 12n, 100n, 110n), 210n, 110n],
    ['a new thing', of(0n, 4n, 50n, 50n), 200n, 0n],
    ['a thing no more, its price gone with it', of(4n, 0n, 50n, 0n), -100n, -100n],
    ['a cost that rises is worse', of(3n, 3n, -10n, -12n), 0n, -6n],
  ])('%s', (_what, item, volume, price) => {
    expect(bennet(item)).toEqual({ volume: rational(volume), price: rational(price) });
  });

  it('of several items are told item by item: there is no mix between unlike units', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 5 }), (items) => {
        const all = bennetOfAll(items);
        expect(all.items).toEqual(items.map(bennet));
        expect(plus(all.volume, all.price)).toEqual(items.map(change).reduce(plus, rational(0n)));
      }),
    );
  });
});
