import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rational } from '@driftbok/core';
import { maxGroups, rational, shapley } from '@driftbok/core';

const told = ({ over, under }: Rational): string => `${over}/${under}`;
const same = (a: readonly Rational[], b: readonly Rational[]): void => expect(a.map(told)).toEqual(b.map(told));
const total = (values: readonly Rational[]): string =>
  told(values.reduce((a, b) => rational(a.over * b.under + b.over * a.under, a.under * b.under), rational(0n)));

/** A game of some players: a worth for each coalition. */
const anyGame = (players: number): fc.Arbitrary<readonly bigint[]> =>
  fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 2 ** players, maxLength: 2 ** players });
const sized = fc.integer({ min: 1, max: 5 }).chain((players) => fc.tuple(fc.constant(players), anyGame(players)));
const play = (players: number, game: readonly bigint[]): readonly Rational[] => shapley(players, (coalition) => game[coalition] ?? 0n);

const orders = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length < 2 ? [items] : items.flatMap((first) => orders(items.filter((each) => each !== first)).map((rest) => [first, ...rest]));

describe('the Shapley value', () => {
  it('is the average contribution over all orders of the players', () => {
    fc.assert(
      fc.property(sized, ([players, game]) => {
        const all = orders(Array.from({ length: players }, (_, player) => player));
        const sums = Array.from({ length: players }, () => 0n);
        for (const order of all) {
          let before = 0;
          for (const player of order) {
            sums[player] = (sums[player] ?? 0n) + (game[before | (1 << player)] ?? 0n) - (game[before] ?? 0n);
            before |= 1 << player;
          }
        }
        same(
          play(players, game),
          sums.map((sum) => rational(sum, BigInt(all.length))),
        );
      }),
    );
  });

  it('gives out all there is', () => {
    fc.assert(
      fc.property(sized, ([players, game]) => {
        expect(total(play(players, game))).toBe(told(rational((game.at(-1) ?? 0n) - (game[0] ?? 0n))));
      }),
    );
  });

  it('gives nothing to a player that changes nothing, and to the others what they have without it', () => {
    fc.assert(
      fc.property(sized, fc.nat(), ([players, game], at) => {
        const idle = at % (players + 1);
        const without = (coalition: number): number => (coalition & ((1 << idle) - 1)) | ((coalition >> (idle + 1)) << idle);
        const values = shapley(players + 1, (coalition) => game[without(coalition)] ?? 0n);
        expect(told(values[idle] ?? rational(1n))).toBe('0/1');
        same(
          values.filter((_, player) => player !== idle),
          play(players, game),
        );
      }),
    );
  });

  it('gives the same to players that change the same', () => {
    fc.assert(
      fc.property(anyGame(4), (game) => {
        // Only how many of the first two take part matters.
        const alike = (coalition: number): bigint => game[(coalition & 12) | ((coalition & 3) === 2 ? 1 : coalition & 3)] ?? 0n;
        const [first, second] = shapley(4, alike);
        expect(first).toEqual(second);
      }),
    );
  });

  it('adds up over games', () => {
    fc.assert(
      fc.property(anyGame(3), anyGame(3), (one, other) => {
        const both = shapley(3, (coalition) => (one[coalition] ?? 0n) + (other[coalition] ?? 0n));
        const [a, b] = [play(3, one), play(3, other)];
        same(
          both,
          a.map((value, player) =>
            rational(value.over * (b[player]?.under ?? 1n) + (b[player]?.over ?? 0n) * value.under, value.under * (b[player]?.under ?? 1n)),
          ),
        );
      }),
    );
  });

  it('follows the players when they change places', () => {
    const places = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(anyGame(4), places, (game, to) => {
        const moved = (coalition: number): number =>
          to.reduce((so, place, player) => ((coalition & (1 << place)) === 0 ? so : so | (1 << player)), 0);
        const values = shapley(4, (coalition) => game[moved(coalition)] ?? 0n);
        same(
          to.map((place) => values[place] ?? rational(0n)),
          play(4, game),
        );
      }),
    );
  });

  it('is what each has by itself where nobody bears on another, for as many as there may be', () => {
    const alone = Array.from({ length: maxGroups }, (_, player) => BigInt(player * player - 30));
    const values = shapley(maxGroups, (coalition) =>
      alone.reduce((sum, own, player) => ((coalition & (1 << player)) === 0 ? sum : sum + own), 0n),
    );
    same(
      values,
      alone.map((own) => rational(own)),
    );
  });

  it('gives the one player everything, and is nothing for nobody', () => {
    same(
      shapley(1, (coalition) => BigInt(coalition) * 7n),
      [rational(7n)],
    );
    expect(shapley(0, () => 5n)).toEqual([]);
  });
});
