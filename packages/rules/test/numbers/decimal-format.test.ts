import { Decimal, orThrow } from '@driftbok/core';
import type { DecimalFormat } from '@driftbok/rules';
import { decimalFormat, formatDecimal, parseDecimal, swedishNotation } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const plain = (decimals: number): DecimalFormat => ({ ...swedishNotation, decimals, percent: '' });
const percent = (decimals: number, mark: '%' | ' %' = ' %'): DecimalFormat => ({ ...swedishNotation, decimals, percent: mark });

/** A decimal number as the digits of `ore` with some of them behind the point: exact, whatever its size. */
const decimals = fc.record({ digits: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), places: fc.integer({ min: 0, max: 12 }) });
const formats = fc.record({
  decimals: fc.integer({ min: 0, max: 8 }),
  percent: fc.constantFrom('', '%', ' %'),
  thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
  decimal: fc.constantFrom(',', '.'),
  minus: fc.constantFrom('-', '−', '–'),
  plus: fc.boolean(),
}) as fc.Arbitrary<DecimalFormat>;

const valueOf = ({ digits, places }: { readonly digits: bigint; readonly places: number }): Decimal =>
  new Decimal(digits.toString()).times(new Decimal(10).pow(-places));

/** digits / 10^places, times 100 for a percentage, as a whole number of the last decimal, by BigInt alone. */
function naiveSteps({ digits, places }: { readonly digits: bigint; readonly places: number }, format: DecimalFormat): bigint {
  const size = digits < 0n ? -digits : digits;
  const over = size * 10n ** BigInt(format.decimals) * (format.percent === '' ? 1n : 100n);
  const under = 10n ** BigInt(places);
  const floor = over / under;
  const up = (over % under) * 2n >= under ? 1n : 0n;
  return digits < 0n ? -(floor + up) : floor + up;
}

describe('formatDecimal', () => {
  it.each([
    ['0.028', percent(1), '2,8 %'],
    ['-0.044', percent(1), '-4,4 %'],
    ['0.1', percent(0, '%'), '10%'],
    ['11376.5', plain(0), '11 377'],
    ['-11376.5', plain(0), '-11 377'],
    ['-0.5', plain(0), '-1'],
    ['-0.4', plain(0), '0'],
    ['-0.0004', percent(1), '0,0 %'],
    ['1234567.891', plain(2), '1 234 567,89'],
    ['1e21', plain(0), '1 000 000 000 000 000 000 000'],
  ])('prints %s as %#2', (value, format, shown) => {
    expect(formatDecimal(new Decimal(value), format)).toBe(shown);
  });

  it('shows what is no finite number as a dash', () => {
    expect(['NaN', 'Infinity', '-Infinity'].map((value) => formatDecimal(new Decimal(value), percent(1)))).toEqual(['-', '-', '-']);
  });

  it('agrees with whole numbers rounded by hand', () => {
    fc.assert(
      fc.property(decimals, formats, (number, format) => {
        const steps = naiveSteps(number, format);
        const shown = formatDecimal(valueOf(number), format);
        const digits = shown.replaceAll(/\D/g, '');
        expect(BigInt(digits)).toBe(steps < 0n ? -steps : steps);
        expect(shown.startsWith(format.minus)).toBe(steps < 0n);
        expect(shown.startsWith('+')).toBe(format.plus && steps > 0n);
        expect(shown.endsWith(format.percent)).toBe(true);
      }),
    );
  });
});

describe('parseDecimal', () => {
  it.each([
    ['2,8 %', percent(1), '0.028'],
    ['2,8%', percent(1), '0.028'],
    ['2,8\u00a0%', percent(1), '0.028'],
    ['2,8', percent(1), '0.028'],
    ['- 0,5', percent(1), '-0.005'],
    ['−15 %', percent(0), '-0.15'],
    ['1 041,5', plain(1), '1041.5'],
    ['-0,0', plain(1), '0'],
  ])('reads %j', (text, format, value) => {
    const read = orThrow(parseDecimal(text, format));
    expect(read.kind === 'number' && read.value.toFixed()).toBe(value);
    expect(read.kind === 'number' && read.value.isNegative()).toBe(value.startsWith('-'));
  });

  it.each([
    ['', 'blank'],
    ['-', 'dash'],
    ['*', 'asterisk'],
  ])('tells %j apart from 0', (text, kind) => {
    expect(parseDecimal(text, percent(1))).toEqual({ _tag: 'Right', right: { kind } });
  });

  it.each([
    ['2 %', plain(0), 'percent'],
    ['2,85 %', percent(1), 'decimals'],
    ['2 % %', percent(1), 'form'],
    ['2,8 procent', percent(1), 'form'],
    ['10 00', plain(0), 'grouping'],
  ])('refuses %j', (text, format, reason) => {
    expect(parseDecimal(text, format)).toMatchObject({ _tag: 'Left', left: { _tag: 'NumberError', reason, got: text } });
  });

  it('reads back the rounded number, which prints the same', () => {
    fc.assert(
      fc.property(decimals, formats, (number, format) => {
        const shown = formatDecimal(valueOf(number), format);
        const read = orThrow(parseDecimal(shown, format));
        const expected = new Decimal(naiveSteps(number, format).toString())
          .div(new Decimal(10).pow(format.decimals))
          .div(format.percent === '' ? 1 : 100);
        expect(read.kind === 'number' && read.value.equals(expected)).toBe(true);
        expect(read.kind === 'number' && formatDecimal(read.value, format)).toBe(shown);
      }),
    );
  });
});

describe('the codec of a decimal format', () => {
  it('takes every format, and none with too many decimals', () => {
    fc.assert(fc.property(formats, (format) => decimalFormat.is(JSON.parse(JSON.stringify(format)))));
    expect(decimalFormat.is(plain(20))).toBe(true);
    expect([plain(21), plain(-1), plain(1.5)].map((format) => decimalFormat.is(format))).toEqual([false, false, false]);
  });
});
