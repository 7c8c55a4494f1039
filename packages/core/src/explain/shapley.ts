import type { Rational } from './rational.js';
import { rational } from './rational.js';

/** At most this many groups: their coalitions are gone through one by one. */
export const maxGroups = 12;

/**
 * The Shapley value of each player: its average contribution over all orders in which the players could have come. The values add up to
 * v(all) − v(none); one that changes nothing gets 0; the order of players plays no part.
 *
 * @param players how many; at most {@link maxGroups}
 * @param value v of a coalition, as a bit set: bit k is player k. Whole öre
 *
 * Source: L. S. Shapley, "A Value for n-Person Games", Contributions to the Theory of Games II (1953).
 */
export function shapley(players: number, value: (coalition: number) => bigint): readonly Rational[] {
  const worth = Array.from({ length: 2 ** players }, (_, coalition) => value(coalition));
  const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
  const orders = factorial(players);
  // Of all orders, those in which a coalition of this size comes before the player and the others after.
  const weights = Array.from({ length: players }, (_, size) => factorial(size) * factorial(players - size - 1));
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let sum = 0n;
    for (let coalition = 0; coalition < worth.length; coalition++) {
      if ((coalition & bit) !== 0) continue;
      const change = (worth[coalition | bit] ?? 0n) - (worth[coalition] ?? 0n);
      if (change !== 0n) sum += (weights[bitCount(coalition)] ?? 0n) * change;
    }
    return rational(sum, orders);
  });
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
