import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amount, AmountError } from '@driftbok/core';
import {
  addAmounts,
  amountFromOre,
  formatAmount,
  isLeft,
  negateAmount,
  orThrow,
  parseAmount,
  right,
  subtractAmounts,
  sumAmounts,
  zero,
} from '@driftbok/core';
import { oreOf } from '../../src/base/amount.js';
import { leftOf } from '../support/either.js';

const max = Number.MAX_SAFE_INTEGER;
const ore = (value: number): Amount => orThrow(amountFromOre(value));

/** Says the same as `oreOf` by a pattern and BigInt: slow, plain, and of no code in common. */
function naiveOre(text: string): bigint | undefined {
  const match = /^(-?)(0|[1-9]\d*)\.(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const value = BigInt(`${match[2]}${match[3]}`);
  if (value > BigInt(max)) return undefined;
  if (match[1] === '') return value;
  return value === 0n ? undefined : -value;
}

const said = (text: string): bigint | undefined => {
  const value = oreOf(text);
  return Number.isNaN(value) ? undefined : BigInt(value);
};

describe('reading an amount', () => {
  it.each([
    ['0.00', 0],
    ['0.05', 5],
    ['-0.05', -5],
    ['1.00', 100],
    ['-1041000.00', -104_100_000],
    ['90071992547409.91', max],
    ['-90071992547409.91', -max],
  ])('takes %s', (text, value) => {
    expect(parseAmount(text)).toEqual(right(value));
  });

  it.each<[string, AmountError['reason']]>([
    ['1.000', 'third-decimal'],
    ['-0.001', 'third-decimal'],
    ['12.3456789', 'third-decimal'],
    ['90071992547409.92', 'overflow'],
    ['-90071992547409.92', 'overflow'],
    [`${'9'.repeat(400)}.00`, 'overflow'],
    ['', 'form'],
    ['1', 'form'],
    ['1.0', 'form'],
    ['1.', 'form'],
    ['.00', 'form'],
    ['-.00', 'form'],
    ['-', 'form'],
    ['+1.00', 'form'],
    ['--1.00', 'form'],
    ['-0.00', 'form'],
    ['01.00', 'form'],
    ['-01.00', 'form'],
    ['00.00', 'form'],
    ['1,00', 'form'],
    ['1 000.00', 'form'],
    ['1\u00a0000.00', 'form'],
    ['\u22121.00', 'form'],
    [' 1.00', 'form'],
    ['1.00\n', 'form'],
    ['1e3.00', 'form'],
    ['0x1.00', 'form'],
    ['NaN', 'form'],
    ['Infinity', 'form'],
    ['\u0661.00', 'form'],
  ])('refuses %j: %s', (text, reason) => {
    expect(leftOf(parseAmount(text))).toMatchObject({ _tag: 'AmountError', reason, got: text.slice(0, 80) });
  });

  it('says what it expected', () => {
    expect(leftOf(parseAmount('1.000')).expected).toBe('exactly two decimals');
    expect(leftOf(parseAmount('90071992547409.92')).expected).toBe('at most 90071992547409.91 kr either way');
    expect(leftOf(parseAmount('1')).expected).toBe('kronor with two decimals, such as "-1041000.00"');
  });

  it('cuts what came to 80 characters', () => {
    expect(leftOf(parseAmount('9'.repeat(1_000_000))).got).toBe('9'.repeat(80));
  });

  it('agrees with a pattern and BigInt on texts made of the same characters', () => {
    const text = fc.string({ unit: fc.constantFrom(...'0019-.,+e '), maxLength: 22 });
    fc.assert(
      fc.property(text, (given) => {
        expect(said(given)).toBe(naiveOre(given));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with a pattern and BigInt around its largest amount', () => {
    const near = fc.bigInt({ min: BigInt(max) - 300n, max: BigInt(max) + 300n });
    fc.assert(
      fc.property(near, fc.boolean(), (value, negative) => {
        const digits = String(value);
        const text = `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(said(text)).toBe(naiveOre(text));
      }),
    );
  });

  it('never gives -0', () => {
    expect(Object.is(oreOf('0.00'), 0)).toBe(true);
    expect(oreOf('-0.00')).toBeNaN();
  });
});

describe('an amount and its text', () => {
  it('come back from each other, for every amount', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const text = formatAmount(ore(value));
        expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/);
        expect(parseAmount(text)).toEqual(right(ore(value)));
      }),
    );
  });

  it.each([
    [0, '0.00'],
    [-0, '0.00'],
    [5, '0.05'],
    [-5, '-0.05'],
    [99, '0.99'],
    [-100, '-1.00'],
    [max, '90071992547409.91'],
    [-max, '-90071992547409.91'],
  ])('%d öre is %s', (value, text) => {
    expect(formatAmount(value as Amount)).toBe(text);
  });
});

describe('an amount from a number of öre', () => {
  it('takes whole numbers, and 0 for -0', () => {
    expect(amountFromOre(150)).toEqual(right(150));
    expect(amountFromOre(-max)).toEqual(right(-max));
    expect(Object.is(orThrow(amountFromOre(-0)), 0)).toBe(true);
    expect(zero).toBe(0);
  });

  it.each<[number, AmountError['reason'], string]>([
    [0.5, 'third-decimal', '0.5'],
    [-1e-7, 'third-decimal', '-1e-7'],
    [max + 1, 'overflow', '9007199254740992'],
    [-max - 1, 'overflow', '-9007199254740992'],
    [1e300, 'overflow', '1e+300'],
    [Number.NaN, 'form', 'NaN'],
    [Number.POSITIVE_INFINITY, 'form', 'Infinity'],
    [Number.NEGATIVE_INFINITY, 'form', '-Infinity'],
  ])('refuses %d: %s', (value, reason, got) => {
    expect(leftOf(amountFromOre(value))).toMatchObject({ _tag: 'AmountError', reason, got });
  });
});

describe('sums', () => {
  it('adds and subtracts, or says that it is too much', () => {
    expect(addAmounts(ore(100), ore(-25))).toEqual(right(75));
    expect(subtractAmounts(ore(100), ore(-25))).toEqual(right(125));
    expect(leftOf(addAmounts(ore(max), ore(1))).reason).toBe('overflow');
    expect(leftOf(addAmounts(ore(max), ore(max))).reason).toBe('overflow');
    expect(leftOf(subtractAmounts(ore(-max), ore(1))).reason).toBe('overflow');
    expect(addAmounts(ore(max), ore(-max))).toEqual(right(0));
  });

  it('gives 0, never -0', () => {
    for (const result of [addAmounts(zero, zero), subtractAmounts(zero, zero), sumAmounts([])]) {
      expect(Object.is(orThrow(result), 0)).toBe(true);
    }
    expect(Object.is(negateAmount(zero), 0)).toBe(true);
    expect(negateAmount(ore(5))).toBe(-5);
    expect(negateAmount(ore(-max))).toBe(max);
  });

  it('takes an overflow on the way that the rest takes back', () => {
    expect(sumAmounts([ore(max), ore(max), ore(3), ore(-max), ore(-max)])).toEqual(right(3));
    expect(leftOf(sumAmounts([ore(max), ore(1)])).reason).toBe('overflow');
    expect(leftOf(sumAmounts([ore(-max), ore(-max)])).reason).toBe('overflow');
  });

  it('sums as BigInt does, in any order', () => {
    const extremes = fc.oneof(fc.maxSafeInteger(), fc.constantFrom(max, -max, max - 1, 1, 0));
    fc.assert(
      fc.property(fc.array(extremes, { maxLength: 12 }), (values) => {
        const exact = values.reduce((sum, value) => sum + BigInt(value), 0n);
        const result = sumAmounts(values.map(ore));
        if (exact > BigInt(max) || exact < -BigInt(max)) expect(leftOf(result).reason).toBe('overflow');
        else expect(result).toEqual(right(Number(exact)));
        expect(sumAmounts(values.map(ore).reverse())._tag).toBe(result._tag);
      }),
    );
  });

  it('takes any iterable', () => {
    expect(sumAmounts(new Set([ore(1), ore(2)]))).toEqual(right(3));
    expect(isLeft(sumAmounts(new Set<Amount>()))).toBe(false);
  });
});
