import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rational } from '@driftbok/core';
import { largestRemainder, rational, rationalOfText } from '@driftbok/core';

const anyRational = (): fc.Arbitrary<Rational> =>
  fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 5040n }))
    .map(([over, under]) => rational(over, under));
const add = (a: Rational, b: Rational): Rational => rational(a.over * b.under + b.over * a.under, a.under * b.under);
const sum = (parts: readonly Rational[]): Rational => parts.reduce(add, rational(0n));
const whole = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

/** Parts that sum to a whole number: the last takes up what the others leave. */
const anyParts = (): fc.Arbitrary<readonly Rational[]> =>
  fc.tuple(fc.array(anyRational(), { maxLength: 8 }), fc.bigInt({ min: -1000n, max: 1000n })).map(([parts, total]) => {
    const { over, under } = sum(parts);
    return [...parts, rational(total * under - over, under)];
  });

describe('a fraction', () => {
  it('is in lowest terms, over something positive', () => {
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.bigInt().filter((under) => under !== 0n),
        (over, under) => {
          const fraction = rational(over, under);
          expect(fraction.over * under).toBe(over * fraction.under);
          expect(fraction.under > 0n).toBe(true);
          const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
          expect(gcd(fraction.over < 0n ? -fraction.over : fraction.over, fraction.under)).toBe(1n);
        },
      ),
    );
  });

  it.each([
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['-2.85', -57n, 20n],
    ['100.00', 100n, 1n],
    ['0.125', 1n, 8n],
    ['-0.5', -1n, 2n],
  ])('is read from %s', (text, over, under) => {
    expect(rationalOfText(text)).toEqual({ over, under });
  });

  it.each(['', '-', '1.', '.5', '1,5', '+1', '1e3', ' 1', '1 '])('is not read from "%s"', (text) => {
    expect(rationalOfText(text)).toBeUndefined();
  });
});

describe('largest remainder', () => {
  it('adds up to the parts exactly, each within one of its own', () => {
    fc.assert(
      fc.property(anyParts(), (parts) => {
        const rounded = largestRemainder(parts);
        expect(whole(rounded)).toBe(sum(parts).over);
        parts.forEach(({ over, under }, at) => {
          const off = (rounded[at] ?? 0n) * under - over;
          expect(off > -under && off < under).toBe(true);
        });
      }),
    );
  });

  it('leaves whole parts alone', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt()), (parts) => {
        expect(largestRemainder(parts.map((part) => rational(part)))).toEqual(parts);
      }),
    );
  });

  it('gives the same in any order, but where remainders are equal', () => {
    fc.assert(
      fc.property(
        anyParts().chain((parts) => fc.tuple(fc.constant(parts), fc.shuffledSubarray([...parts.keys()], { minLength: parts.length }))),
        ([parts, order]) => {
          const rest = ({ over, under }: Rational): string => {
            const part = ((over % under) + under) % under;
            const { over: top, under: bottom } = rational(part, under);
            return `${top}/${bottom}`;
          };
          fc.pre(new Set(parts.map(rest)).size === parts.length);
          const shuffled = largestRemainder(order.map((at) => parts[at] as Rational));
          expect(order.map((_, index) => shuffled[order.indexOf(index)])).toEqual(largestRemainder(parts));
        },
      ),
    );
  });

  it('favours the first of equal remainders', () => {
    const third = rational(1n, 3n);
    expect(largestRemainder([third, third, third])).toEqual([1n, 0n, 0n]);
    expect(largestRemainder([rational(-1n, 3n), rational(-1n, 3n), rational(-1n, 3n)])).toEqual([0n, 0n, -1n]);
  });

  it('is nothing of nothing', () => {
    expect(largestRemainder([])).toEqual([]);
  });
});
