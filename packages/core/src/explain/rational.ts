/** An exact fraction: numerator over a positive denominator, in lowest terms. Explanations are reckoned in these, and rounded once, at the end. */
export interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `over / under`; `under` is not 0. */
export function rational(over: bigint, under: bigint = 1n): Rational {
  const common = gcd(over, under) || 1n;
  const sign = under < 0n ? -1n : 1n;
  return { over: (sign * over) / common, under: (sign * under) / common };
}

export const noughtRational: Rational = { over: 0n, under: 1n };

export const plus = (a: Rational, b: Rational): Rational => rational(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Rational, b: Rational): Rational => rational(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Rational, b: Rational): Rational => rational(a.over * b.over, a.under * b.under);

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The exact value of a decimal text such as `-2.85`, or undefined where it is none. */
export function rationalOfText(text: string): Rational | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', part = ''] = match;
  const digits = BigInt(`${whole}${part}`);
  return rational(sign === '-' ? -digits : digits, 10n ** BigInt(part.length));
}

/** The greatest whole number not above a fraction. */
function floor({ over, under }: Rational): bigint {
  const quotient = over / under;
  return over < 0n && over % under !== 0n ? quotient - 1n : quotient;
}

/**
 * Whole numbers as near to exact parts as can be, that add up to a whole total: all are rounded down, and what is then missing goes one
 * each to the largest remainders, of equal ones to the first.
 *
 * @param total what the parts shall add up to; their own sum rounded down where left out. It is to lie between the sum of the parts
 * rounded down and that plus one each, as any rounding of their sum does
 *
 * Largest remainder is Hamilton's method of apportionment.
 */
export function largestRemainder(parts: readonly Rational[], total: bigint = floor(parts.reduce(plus, noughtRational))): readonly bigint[] {
  const down = parts.map(floor);
  const missing = total - down.reduce((sum, part) => sum + part, 0n);
  const order = parts
    .map((part, index) => ({ index, rest: minus(part, rational(down[index] ?? 0n)) }))
    .sort((a, b) => {
      const difference = minus(b.rest, a.rest).over;
      return difference > 0n ? 1 : difference < 0n ? -1 : a.index - b.index;
    });
  const up = new Set(order.slice(0, Number(missing)).map(({ index }) => index));
  return down.map((part, index) => (up.has(index) ? part + 1n : part));
}
