import type { Rational } from './rational.js';
import { minus, noughtRational, plus, rational, times } from './rational.js';

/** One item before and after: its quantity and its price per unit. Units of unlike kinds are items of their own. */
export interface QuantityAndPrice {
  readonly quantityBefore: Rational;
  readonly quantityAfter: Rational;
  readonly priceBefore: Rational;
  readonly priceAfter: Rational;
}

/** How much of a change of quantity × price comes from each; the two add up to it exactly. */
export interface VolumeAndPrice {
  readonly volume: Rational;
  readonly price: Rational;
}

const half = rational(1n, 2n);

/**
 * Splits a change of q × p by Bennet's indicators: Δq · (p₀ + p₁) / 2 for volume and Δp · (q₀ + q₁) / 2 for price. Exact, symmetric in
 * time (before and after exchanged give the same parts with the other sign), and right with zeros and negative numbers.
 *
 * Source: T. L. Bennet, "The Theory of Measurement of Changes in Cost of Living", Journal of the Royal Statistical Society 83 (1920).
 */
export function bennet({ quantityBefore, quantityAfter, priceBefore, priceAfter }: QuantityAndPrice): VolumeAndPrice {
  return {
    volume: times(times(minus(quantityAfter, quantityBefore), plus(priceBefore, priceAfter)), half),
    price: times(times(minus(priceAfter, priceBefore), plus(quantityBefore, quantityAfter)), half),
  };
}

/** The split of several items, item by item and in all. There is no mix between unlike items: each is split by itself. */
export function bennetOfAll(items: readonly QuantityAndPrice[]): VolumeAndPrice & { readonly items: readonly VolumeAndPrice[] } {
  const split = items.map(bennet);
  return {
    items: split,
    volume: split.reduce((sum, { volume }) => plus(sum, volume), noughtRational),
    price: split.reduce((sum, { price }) => plus(sum, price), noughtRational),
  };
}
