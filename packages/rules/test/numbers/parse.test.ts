import { isRight, orThrow, parseAmount } from '@driftbok/core';
import { formatNumber, parseNumber, tkr } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amounts, formats } from '../support/arbitraries.js';
import { printedReports } from '../support/printed.js';

const number = (kronor: string): unknown => ({ _tag: 'Right', right: { kind: 'number', value: orThrow(parseAmount(kronor)) } });
const mnkr = { ...tkr, unit: 'mnkr', decimals: 1 } as const;

describe('parseNumber', () => {
  it.each([
    ['1 041', '1041000.00'],
    ['1\u00a0041', '1041000.00'],
    ['1\u202f041', '1041000.00'],
    ['1 041\u00a0000', '1041000000.00'],
    ['1041000', '1041000000.00'],
    ['-943', '-943000.00'],
    ['−943', '-943000.00'],
    ['–943', '-943000.00'],
    ['- 943', '-943000.00'],
    ['–\u00a0943', '-943000.00'],
    ['+8', '8000.00'],
    ['+ 8', '8000.00'],
    ['  98 \t', '98000.00'],
    ['\u00a098\n', '98000.00'],
    ['0', '0.00'],
    ['-0', '0.00'],
  ])('reads %j in tkr as %s kr', (text, kronor) => {
    expect(parseNumber(text, tkr)).toEqual(number(kronor));
  });

  it('reads decimals, also fewer than the format has', () => {
    expect(parseNumber('-216,5', mnkr)).toEqual(number('-216500000.00'));
    expect(parseNumber('12', mnkr)).toEqual(number('12000000.00'));
    expect(parseNumber('1 041.05', { ...tkr, unit: 'kr', decimals: 2, decimal: '.' })).toEqual(number('1041.05'));
  });

  it.each([
    ['', 'blank'],
    [' \u00a0\t', 'blank'],
    ['-', 'dash'],
    [' – ', 'dash'],
    ['−', 'dash'],
    ['*', 'asterisk'],
  ])('tells %j apart from 0', (text, kind) => {
    expect(parseNumber(text, tkr)).toEqual({ _tag: 'Right', right: { kind } });
  });

  it.each([
    ['1 0000', 'grouping'],
    ['1041 000', 'grouping'],
    ['10 41', 'grouping'],
    ['1 041 00', 'grouping'],
    ['1  041', 'form'],
    ['01', 'form'],
    ['0 041', 'form'],
    ['007', 'form'],
    ['--9', 'form'],
    ['+-9', 'form'],
    ['-  9', 'form'],
    ['9-', 'form'],
    ['1.041', 'form'],
    ['5,', 'form'],
    [',5', 'form'],
    ['1,2,3', 'form'],
    ['1, 5', 'form'],
    ['80 – 100', 'form'],
    ['tolv', 'form'],
    ['**', 'form'],
    ['+', 'form'],
    ['12 x', 'form'],
    ['x 12', 'form'],
    ['%', 'form'],
    ['1e3', 'form'],
    ['٣', 'form'],
    ['Infinity', 'form'],
    ['5,6', 'decimals'],
    ['2 %', 'percent'],
    ['2%', 'percent'],
    ['9 007 199 254 740 992', 'overflow'],
    ['9'.repeat(60), 'overflow'],
    ['9'.repeat(61), 'form'],
  ])('refuses %j: %s', (text, reason) => {
    expect(parseNumber(text, tkr)).toMatchObject({ _tag: 'Left', left: { _tag: 'NumberError', reason, got: text } });
  });

  it('reads the largest amounts there are, and no larger ones', () => {
    const kr = { ...tkr, unit: 'kr', decimals: 2 } as const;
    expect(parseNumber('-90 071 992 547 409,91', kr)).toEqual(number('-90071992547409.91'));
    expect(parseNumber('90 071 992 547 409,92', kr)).toMatchObject({ left: { reason: 'overflow' } });
  });

  it('cuts what came to 80 characters', () => {
    expect(parseNumber('x'.repeat(5000), tkr)).toMatchObject({ left: { got: 'x'.repeat(80) } });
  });

  it('says what was expected with the format’s own decimal mark', () => {
    expect(parseNumber('x', tkr)).toMatchObject({ left: { expected: 'a number such as 1 041,5 or -943' } });
    expect(parseNumber('5,6', tkr)).toMatchObject({ left: { expected: 'at most 0 decimals' } });
  });

  it('reads a number alike with any spaces and any minus', () => {
    const gaps = fc.constantFrom(' ', '\u00a0', '\u202f');
    const signs = fc.constantFrom('-', '−', '–', '- ', '–\u00a0');
    fc.assert(
      fc.property(amounts, formats, gaps, signs, (amount, format, gap, sign) => {
        const shown = formatNumber(amount, { ...format, thousands: ' ', minus: '-' });
        const restyled = shown.replaceAll(' ', gap).replace('-', sign);
        const read = parseNumber(shown, format);
        fc.pre(isRight(read));
        expect(parseNumber(restyled, format)).toEqual(read);
      }),
    );
  });

  it('answers any text, and what it reads it can write', () => {
    const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...Array.from('0123456789 ,.-−–+*%\u00a0')) }));
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const result = parseNumber(text, format);
        if (result._tag === 'Left') expect(text.startsWith(result.left.got)).toBe(true);
        else if (result.right.kind === 'number') {
          const again = formatNumber(result.right.value, format);
          expect(parseNumber(again, format)).toEqual(result);
        }
      }),
    );
  });
});

describe('the cells of the two July reports', () => {
  const cells = Object.values(printedReports).flatMap((rows) => rows.flatMap((row) => row.cells.map((text) => ({ row: row.id, text }))));

  it('are 168, two of them blank', () => {
    expect(cells).toHaveLength(168);
    expect(cells.filter(({ text }) => orThrow(parseNumber(text, tkr)).kind === 'blank').map(({ row }) => row)).toEqual(['500', '50']);
  });

  it('come back as printed', () => {
    for (const { text } of cells) {
      const read = orThrow(parseNumber(text, tkr));
      if (read.kind === 'number') expect(formatNumber(read.value, tkr)).toBe(text);
      else expect([read.kind, text]).toEqual(['blank', '']);
    }
  });

  it('add up within a thousand: income and cost to the net', () => {
    for (const rows of Object.values(printedReports)) {
      const valueOf = (id: string, at: number): number => {
        const read = orThrow(parseNumber(rows.find((row) => row.id === id)?.cells[at] ?? '', tkr));
        return read.kind === 'number' ? read.value : Number.NaN;
      };
      const missed = [0, 1, 2, 3, 4, 5, 6].map((at) => (valueOf('net', at) - valueOf('income', at) - valueOf('cost', at)) / stepOfTkr);
      expect(missed.every((steps) => Math.abs(steps) <= 1)).toBe(true);
    }
  });
});

const stepOfTkr = 100_000;
