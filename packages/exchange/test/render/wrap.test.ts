import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, padLeft, padRight, plainLine } from '../../src/render/display.js';
import { longestWord, wrapped } from '../../src/render/wrap.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['åäö', 3],
    ['a\u030aa\u0308o\u0308', 3],
    ['–≥✗·', 4],
    ['学校', 4],
    ['\u{1f600}', 2],
    ['a\u200db', 2],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width);
    expect([padLeft(text, 9), padRight(text, 9)].map(displayWidth)).toEqual([9, 9]);
    expect(padLeft(text, width - 1)).toBe(text);
  });
});

it('plainLine leaves one line that only shows', () => {
  expect(plainLine('a\r\nb\tc\u2028d')).toBe('a b c d');
  expect(plainLine('\u001b]8;;x\u0007\u009b1m\u200f\u2066')).toBe('\ufffd]8;;x\ufffd\ufffd1m\ufffd\ufffd');
});

describe('wrapped', () => {
  it.each([
    ['Utfall jan–jul 2024', 10, ['Utfall', 'jan–jul', '2024']],
    ['Barn- och skolnämnden', 12, ['Barn- och', 'skolnämnden']],
    ['kommunstyrelsen/förvaltning', 16, ['kommunstyrelsen/', 'förvaltning']],
    ['avvikelse -216 509 kr', 12, ['avvikelse', '-216 509 kr']],
    ['Budgetavvikelse', 6, ['Budget', 'avvike', 'lse']],
    ['enligt VP-barn-2025 nu', 12, ['enligt', 'VP-barn-2025', 'nu']],
    ['det ger 19 388 tkr', 14, ['det ger', '19 388 tkr']],
    ['om 4,5 % ifrån', 6, ['om', '4,5 %', 'ifrån']],
    ['2025-08-28', 10, ['2025-08-28']],
    ['a  b', 1, ['a', 'b']],
    ['', 5, ['']],
    ['x', 0, ['x']],
  ])('breaks %j to %d', (text, width, expected) => {
    expect(wrapped(text, width)).toEqual(expected);
  });

  it('indents what goes on', () => {
    expect(wrapped('! en lång mening', 9, 2)).toEqual(['! en lång', '  mening']);
  });

  it('loses no character, and is no wider than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (given, width) => {
        const text = plainLine(given);
        const lines = wrapped(text, width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        if (width >= longestWord(text))
          for (const word of text.split(/\s+/)) expect(lines.join(' ').replace(/([-/]) /g, '$1')).toContain(word.replace(/([-/]) /g, '$1'));
      }),
    );
  });
});
