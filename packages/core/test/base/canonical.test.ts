import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@driftbok/core';

/** RFC 8785 again, by sorting first and leaving the writing to JSON.stringify. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).sort();
  // An object puts its whole-number keys first, so entries are written by hand where there are such.
  return { keys, values: keys.map((key) => sorted((value as Record<string, unknown>)[key])) };
}
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const { keys, values } = value as { readonly keys: readonly string[]; readonly values: readonly unknown[] };
  return `{${keys.map((key, index) => `${JSON.stringify(key)}:${written(values[index])}`).join(',')}}`;
}

describe('canonical JSON', () => {
  it('writes numbers as RFC 8785 § 3.2.3 lists them', () => {
    const given = [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001, -0, 0, -1, 9007199254740991, 1e21, 1e-7];
    expect(canonicalJson(given)).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27,0,0,-1,9007199254740991,1e+21,1e-7]');
  });

  it('writes strings as RFC 8785 § 3.2.2.2 lists them', () => {
    expect(canonicalJson('\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f\u2028\ufeff')).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\ufeff"');
    expect(canonicalJson('åäö')).toBe('"åäö"');
  });

  it('sorts keys by UTF-16 code units, as RFC 8785 § 3.2.3 shows', () => {
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew',
      '1': 'One',
      '\ud83d\ude00': 'Emoji',
      '\u0080': 'Control',
      ö: 'o',
    };
    const keys = [...canonicalJson(given).matchAll(/"([^"]*)":/g)].map(([, key]) => key);
    expect(keys).toEqual(['\\r', '1', '\u0080', 'ö', '\u20ac', '\ud83d\ude00', '\ufb33']);
  });

  it('sorts at every depth, and whole-number keys as texts', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: { 10: 1, 9: 2 } })).toBe('{"a":{"10":1,"9":2},"b":[{"c":2,"d":1}]}');
  });

  it('leaves out keys without a value and keeps null', () => {
    expect(canonicalJson({ a: undefined, b: null })).toBe('{"b":null}');
    expect(canonicalJson({})).toBe('{}');
    expect(canonicalJson([])).toBe('[]');
    expect(canonicalJson([null, true, false])).toBe('[null,true,false]');
  });

  it('writes no form of an object’s own, whether its keys are in order or not', () => {
    const own = { toJSON: () => 'x' };
    for (const value of [new Date(0), own]) expect(canonicalJson(value)).toBe(canonicalJson({ ...value }));
    expect(canonicalJson({ a: new Date(0), b: 1 })).toBe('{"a":{},"b":1}');
    expect(canonicalJson({ a: { toJSON: 1, z: 2 } })).toBe('{"a":{"toJSON":1,"z":2}}');
    expect(canonicalJson(undefined)).toBe('null');
    expect(canonicalJson([undefined, Number.NaN])).toBe('[null,null]');
  });

  it('keeps a key named __proto__', () => {
    const text = '{"__proto__":{"b":1,"a":2},"constructor":3}';
    expect(canonicalJson(JSON.parse(text))).toBe('{"__proto__":{"a":2,"b":1},"constructor":3}');
  });

  it('agrees with a slower writer on any JSON, and says what JSON.parse takes back', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = canonicalJson(value);
        expect(text).toBe(written(sorted(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
    );
  });
});
