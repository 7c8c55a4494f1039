import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeper, scanJson } from '../../src/ndjson/scan-json.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const signs = [
  '{',
  '}',
  '[',
  ']',
  ':',
  ',',
  '"',
  '\\',
  '/',
  'u',
  '0',
  '1',
  '9',
  'e',
  'E',
  '+',
  '-',
  '.',
  't',
  'f',
  'n',
  ' ',
  '\t',
  '\n',
  '\0',
  '\\u00',
  'null',
  '',
];

/** JSON with some characters replaced, inserted or removed: most of it wrong, in every way. */
const nearlyJson = fc
  .tuple(
    fc.json({ stringUnit: 'grapheme' }).map((text) => text.replace(/[:,]/g, (sign) => `${sign} `)),
    fc.array(fc.tuple(fc.nat(), fc.constantFrom(...signs)), { maxLength: 3 }),
  )
  .map(([text, changes]) =>
    changes.reduce((so, [at, put]) => so.slice(0, at % (so.length + 1)) + put + so.slice((at % (so.length + 1)) + (at % 2)), text),
  );

describe('scanJson', () => {
  it('finds a fault exactly where JSON.parse throws', () => {
    fc.assert(
      fc.property(nearlyJson, (text) => {
        const found = scanJson(text, 1000);
        if (isJson(text)) expect(found?.kind ?? 'duplicate-key').toBe('duplicate-key');
        else expect(found).toBeDefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('places a fault so that the text up to it can still become JSON', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (text, at) => {
        const cut = text.slice(0, at % text.length);
        if (isJson(cut)) return; // a number cut short is a number
        expect(scanJson(cut, 1000)).toMatchObject({ kind: 'syntax', at: cut.length });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', 0, 'a value'],
    ['{1', 1, 'a key in double quotes or "}"'],
    ['{"a":1,}', 7, 'a key in double quotes'],
    ['{"a" 1}', 5, '":" after the key'],
    ['[1,]', 3, 'a value'],
    ['[x', 1, 'a value or "]"'],
    ['[1}', 2, '"," or a closing bracket'],
    ['{"a":1]', 6, '"," or a closing bracket'],
    ['[]]', 2, 'nothing after the value'],
    ['"a\tb"', 2, 'no control character in a text'],
    ['"\\x"', 2, 'an escape that JSON knows'],
    ['"\\u12g4"', 5, 'four hex digits after "\\u"'],
    ['01', 0, 'a value'],
    ['-', 1, 'a value'],
    ['tru', 3, 'a value'],
    ['truE', 0, 'a value'],
    ['NaN', 0, 'a value'],
  ])('tells what was expected in %j', (text, at, expected) => {
    expect(scanJson(text, 64)).toEqual({ kind: 'syntax', at, expected });
  });

  it('finds the first key that stands twice in one object, however it is spelt', () => {
    expect(scanJson('{"a":{"b":1},"c":[{"b":1}],"\\u0061":2}', 64)).toEqual({ kind: 'duplicate-key', at: 27, key: 'a' });
    expect(scanJson('{"a":{"b":1},"c":[{"b":1}],"A":2}', 64)).toBeUndefined();
  });

  it('takes texts and words of any length', () => {
    const long = 'a'.repeat(5_000_000);
    expect(scanJson(`["${long}",1${'0'.repeat(5_000_000)}]`, 64)).toBeUndefined();
    expect(scanJson(long, 64)).toEqual({ kind: 'syntax', at: 0, expected: 'a value' });
  });

  it('goes no deeper than it is told, and agrees with isDeeper on JSON', () => {
    expect(scanJson('[[[1]]]', 3)).toBeUndefined();
    expect(scanJson('[[[1]]]', 2)).toEqual({ kind: 'too-deep', at: 2 });
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.integer({ min: 0, max: 6 }), (text, depth) => {
        const found = scanJson(text, depth);
        if (found?.kind !== 'duplicate-key') expect(isDeeper(text, depth)).toBe(found !== undefined);
      }),
      { numRuns: 500 },
    );
  });
});
