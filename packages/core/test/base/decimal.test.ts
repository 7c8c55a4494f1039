import fc from 'fast-check';
import { Decimal as Shared } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { Decimal, divideRounded, spread } from '@driftbok/core';

/** Half away from zero by remainder, step by step. */
function naiveDivision(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  const rest = a % b;
  const twice = rest < 0n ? -2n * rest : 2n * rest;
  const away = twice >= (b < 0n ? -b : b);
  if (!away) return quotient;
  return a < 0n !== b < 0n ? quotient - 1n : quotient + 1n;
}

describe('dividing', () => {
  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, -2n, -1n],
    [-1n, -2n, 1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-5n, 10n, -1n],
    [4n, 10n, 0n],
    [-4n, 10n, 0n],
    [136_518n, 12n, 11_377n],
    [0n, -7n, 0n],
  ])('%d / %d is %d', (a, b, result) => {
    expect(divideRounded(a, b)).toBe(result);
  });

  it('rounds half away from zero, whatever the signs and the size', () => {
    const whole = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    const small = fc.bigInt({ min: -12n, max: 12n });
    const either = fc.oneof(whole, small);
    fc.assert(
      fc.property(
        either,
        either.filter((b) => b !== 0n),
        (a, b) => {
          expect(divideRounded(a, b)).toBe(naiveDivision(a, b));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('spreading', () => {
  const total = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
  const weights = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 1, maxLength: 24 });

  it.each([
    [100, [1, 1, 1], [33, 34, 33]],
    [-100, [1, 1, 1], [-33, -34, -33]],
    [1, [1, 1], [1, 0]],
    [0, [3, 4], [0, 0]],
    [10, [0, 5, 0], [0, 10, 0]],
    [7, [0, 0], [4, 3]],
    [12, [], []],
    [-1200, [-1, -2], [-400, -800]],
  ])('%d over %j is %j', (whole, parts, result) => {
    expect(spread(whole, parts)).toEqual(result);
  });

  it('adds up exactly', () => {
    fc.assert(
      fc.property(total, weights, (whole, parts) => {
        expect(spread(whole, parts).reduce((sum, part) => sum + part, 0)).toBe(whole);
      }),
    );
  });

  it('gives each part within 1 of its exact share', () => {
    fc.assert(
      fc.property(total, weights, (whole, parts) => {
        const sum = parts.reduce((a, b) => a + BigInt(b), 0n);
        const of = sum === 0n ? BigInt(parts.length) : sum;
        spread(whole, parts).forEach((part, index) => {
          const share = BigInt(whole) * (sum === 0n ? 1n : BigInt(parts[index] ?? 0));
          const miss = BigInt(part) * of - share;
          expect(miss < 0n ? -miss : miss).toBeLessThanOrEqual(of);
        });
      }),
    );
  });

  it('turns with the sign of the whole', () => {
    fc.assert(
      fc.property(total, weights, (whole, parts) => {
        expect(spread(-whole, parts)).toEqual(spread(whole, parts).map((part) => (part === 0 ? 0 : -part)));
      }),
    );
  });

  it('is exact where amount times weight passes 2^53', () => {
    const whole = 4_503_599_627_370_495;
    const parts = spread(whole, [999_999_999_999, 1]);
    expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(whole));
    expect(parts[1]).toBe(4504);
  });

  it('adds up with weights of both signs too', () => {
    const signed = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), signed, (whole, parts) => {
        expect(spread(whole, parts).reduce((sum, part) => sum + part, 0)).toBe(whole);
      }),
    );
  });
});

describe('the own Decimal', () => {
  it('is not the shared constructor and does not follow its settings', () => {
    const before = Shared.precision;
    Shared.set({ precision: 3, rounding: Shared.ROUND_DOWN });
    try {
      expect(new Decimal('1.23456789').times(1).toString()).toBe('1.23456789');
      expect(new Decimal('2.5').toDecimalPlaces(0).toString()).toBe('3');
    } finally {
      Shared.set({ precision: before, rounding: Shared.ROUND_HALF_UP });
    }
  });

  it('rounds half away from zero', () => {
    expect(new Decimal('-2.5').toDecimalPlaces(0).toString()).toBe('-3');
    expect(new Decimal('0.5').toDecimalPlaces(0).toString()).toBe('1');
  });

  it('keeps products of 30 digits by 30', () => {
    const a = `1${'2'.repeat(28)}3`;
    expect(new Decimal(a).times(a).toFixed(0)).toBe((BigInt(a) * BigInt(a)).toString());
  });
});
