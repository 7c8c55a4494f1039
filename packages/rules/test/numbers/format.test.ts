import type { Amount } from '@driftbok/core';
import { amountFromOre, isRight, negateAmount, orThrow, parseAmount } from '@driftbok/core';
import { formatNumber, numberFormat, parseNumber, roundAmount, stepOf, stepsOf, tkr } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amounts, formats } from '../support/arbitraries.js';
import { naiveFormat, naiveRound } from '../support/naive.js';

const kr = (text: string): Amount => orThrow(parseAmount(text));

describe('formatNumber', () => {
  it.each([
    ['-1041000.00', '-1 041'],
    ['0.00', '0'],
    ['499.99', '0'],
    ['-499.99', '0'],
    ['500.00', '1'],
    ['-500.00', '-1'],
    ['-499999.99', '-500'],
    ['999499.99', '999'],
    ['999500.00', '1 000'],
    ['-999999500.00', '-1 000 000'],
    ['90071992547409.91', '90 071 992 547'],
    ['-90071992547409.91', '-90 071 992 547'],
  ])('prints %s kr in tkr as %s', (exact, shown) => {
    expect(formatNumber(kr(exact), tkr)).toBe(shown);
  });

  it.each([
    ['kr', 2, '-1234.05', '-1 234,05'],
    ['kr', 1, '-1234.05', '-1 234,1'],
    ['kr', 0, '-0.50', '-1'],
    ['kr', 0, '-0.49', '0'],
    ['tkr', 1, '-50.00', '-0,1'],
    ['tkr', 1, '-49.99', '0,0'],
    ['tkr', 2, '1041234.00', '1 041,23'],
    ['mnkr', 1, '-216509000.00', '-216,5'],
    ['mnkr', 1, '11377000.00', '11,4'],
    ['mnkr', 1, '-50000.00', '-0,1'],
    ['mnkr', 2, '-4999.99', '0,00'],
  ] as const)('prints in %s with %i decimals: %s as %s', (unit, decimals, exact, shown) => {
    expect(formatNumber(kr(exact), { ...tkr, unit, decimals })).toBe(shown);
  });

  it('sets a plus before what is above 0, and before that only', () => {
    const plus = { ...tkr, plus: true };
    expect([kr('8000.00'), kr('0.00'), kr('-8000.00'), kr('0.01')].map((amount) => formatNumber(amount, plus))).toEqual([
      '+8',
      '0',
      '-8',
      '0',
    ]);
  });

  it('agrees with digits rounded by hand', () => {
    fc.assert(
      fc.property(amounts, formats, (amount, format) => {
        expect(formatNumber(amount, format)).toBe(naiveFormat(amount, format));
      }),
    );
  });

  it('is symmetric in sign', () => {
    fc.assert(
      fc.property(amounts, formats, (amount, format) => {
        expect(stepsOf(negateAmount(amount), format)).toBe(0 - stepsOf(amount, format));
      }),
    );
  });

  it('never prints a zero with a sign', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), formats, (ore, format) => {
        expect(formatNumber(orThrow(amountFromOre(ore)), format)).not.toMatch(/^[-−–+][0.,]*$/);
      }),
    );
  });
});

describe('roundAmount', () => {
  it('agrees with digits rounded by hand, and is at most half a step away', () => {
    fc.assert(
      fc.property(amounts, formats, (amount, format) => {
        const expected = naiveRound(amount, format);
        const rounded = roundAmount(amount, format);
        if (expected > BigInt(Number.MAX_SAFE_INTEGER) || -expected > BigInt(Number.MAX_SAFE_INTEGER)) {
          expect(rounded).toMatchObject({ _tag: 'Left', left: { reason: 'overflow' } });
          return;
        }
        expect(BigInt(orThrow(rounded))).toBe(expected);
        const distance = expected - BigInt(amount);
        expect(2n * (distance < 0n ? -distance : distance) <= BigInt(stepOf(format))).toBe(true);
      }),
    );
  });

  it('keeps order', () => {
    fc.assert(
      fc.property(amounts, amounts, formats, (a, b, format) => {
        const [low, high] = a <= b ? [a, b] : [b, a];
        expect(stepsOf(low, format)).toBeLessThanOrEqual(stepsOf(high, format));
      }),
    );
  });

  it('rounds exactly a half away from zero, on both sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), formats, (steps, format) => {
        const step = stepOf(format);
        fc.pre(step > 1);
        const half = orThrow(amountFromOre(steps * step + step / 2));
        expect(stepsOf(half, format)).toBe(steps + 1);
        expect(stepsOf(negateAmount(half), format)).toBe(-steps - 1);
      }),
    );
  });

  it('refuses what rounds up past the largest amount', () => {
    const largest = orThrow(amountFromOre(Number.MAX_SAFE_INTEGER));
    expect(roundAmount(largest, { unit: 'kr', decimals: 1 })).toEqual({ _tag: 'Right', right: 9_007_199_254_740_990 });
    expect(roundAmount(largest, { unit: 'kr', decimals: 0 })).toMatchObject({ left: { _tag: 'AmountError', reason: 'overflow' } });
    expect(formatNumber(largest, { ...tkr, unit: 'kr' })).toBe('90 071 992 547 410');
  });
});

describe('formatNumber and parseNumber', () => {
  it('give back the rounded amount, and the same text again', () => {
    fc.assert(
      fc.property(amounts, formats, (amount, format) => {
        const rounded = roundAmount(amount, format);
        fc.pre(isRight(rounded));
        const shown = formatNumber(amount, format);
        const parsed = parseNumber(shown, format);
        expect(parsed).toEqual({ _tag: 'Right', right: { kind: 'number', value: orThrow(rounded) } });
        expect(formatNumber(orThrow(rounded), format)).toBe(shown);
      }),
    );
  });
});

describe('the codec of a number format', () => {
  it('takes every format', () => {
    fc.assert(fc.property(formats, (format) => numberFormat.is(JSON.parse(JSON.stringify(format)))));
  });

  it.each([
    ['unit', 'Mkr'],
    ['decimals', 3],
    ['thousands', '.'],
    ['decimal', ' '],
    ['minus', '_'],
    ['plus', 'yes'],
    ['other', 1],
  ])('refuses %s %j', (key, value) => {
    expect(numberFormat.is({ ...tkr, [key]: value })).toBe(false);
  });
});
