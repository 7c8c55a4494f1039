import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Codec, Issue } from '@driftbok/core';
import { choice, dictionary, issues, line, list, object, oneOf, pattern, refined, shortly } from '@driftbok/core';

interface Pair {
  readonly a: string;
  readonly b?: number;
}
const text: Codec<string> = refined('a text', (u) => typeof u === 'string');
const number: Codec<number> = refined('a number', (u) => typeof u === 'number');
const pair: Codec<Pair> = object<Pair>('Pair', { a: text }, { b: number });

function faults<A>(codec: Codec<A>, value: unknown): readonly Issue[] {
  const decoded = codec.decode(value);
  // `is` and `decode` are written apart; they must never disagree.
  expect(codec.is(value)).toBe(decoded._tag === 'Right');
  if (decoded._tag === 'Right') return [];
  expect(decoded.left.length).toBeGreaterThan(0);
  return issues(decoded.left);
}

describe('an object', () => {
  it('takes its required keys, with or without the optional ones', () => {
    expect(faults(pair, { a: 'x' })).toEqual([]);
    expect(faults(pair, { b: 1, a: 'x' })).toEqual([]);
    expect(faults(pair, Object.assign(Object.create(null), { a: 'x' }))).toEqual([]);
  });

  it('gives back the very value', () => {
    const given = { a: 'x' };
    expect(pair.decode(given)).toEqual({ _tag: 'Right', right: given });
    expect((pair.decode(given) as { right: unknown }).right).toBe(given);
    expect(pair.encode(given)).toBe(given);
  });

  it.each([
    ['nothing', undefined, [{ path: '', expected: 'Pair', got: 'nothing' }]],
    ['null', null, [{ path: '', expected: 'Pair', got: 'null' }]],
    ['an array', [], [{ path: '', expected: 'Pair', got: '[]' }]],
    ['a text', 'a', [{ path: '', expected: 'Pair', got: '"a"' }]],
    ['a missing key', {}, [{ path: 'a', expected: 'a text', got: 'nothing' }]],
    ['a wrong key', { a: 1 }, [{ path: 'a', expected: 'a text', got: '1' }]],
    ['a wrong optional key', { a: 'x', b: '1' }, [{ path: 'b', expected: 'a number', got: '"1"' }]],
    ['an optional key that is undefined', { a: 'x', b: undefined }, [{ path: 'b', expected: 'a number', got: 'nothing' }]],
    ['an unknown key', { a: 'x', c: true }, [{ path: 'c', expected: 'no such key', got: 'true' }]],
    ['an unknown key that is undefined', { a: 'x', c: undefined }, [{ path: 'c', expected: 'no such key', got: 'nothing' }]],
    [
      'all of it at once',
      { b: 'x', c: 1 },
      [
        { path: 'a', expected: 'a text', got: 'nothing' },
        { path: 'b', expected: 'a number', got: '"x"' },
        { path: 'c', expected: 'no such key', got: '1' },
      ],
    ],
  ])('refuses %s', (_, value, expected) => {
    expect(faults(pair, value)).toEqual(expected);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('refuses the key %s out of JSON', (key) => {
    expect(faults(pair, JSON.parse(`{"a":"x","${key}":1}`))).toEqual([{ path: key, expected: 'no such key', got: '1' }]);
    expect(faults(pair, JSON.parse(`{"${key}":{"a":"x"}}`)).map(({ path }) => path)).toEqual(['a', key]);
  });

  it('takes no key that is only inherited', () => {
    const heir = Object.assign(Object.create({ a: 'x' }) as object, { c: 1 });
    expect(faults(pair, heir)).toEqual([
      { path: 'a', expected: 'a text', got: 'nothing' },
      { path: 'c', expected: 'no such key', got: '1' },
    ]);
    expect(faults(pair, Object.create({ a: 'x' }))).toEqual([{ path: 'a', expected: 'a text', got: 'nothing' }]);
    // Nor one that JSON would leave out.
    const hidden = Object.defineProperty({}, 'a', { value: 'x', enumerable: false });
    expect(faults(pair, hidden)).toEqual([{ path: 'a', expected: 'a text', got: 'nothing' }]);
  });

  it('says the way to a wrong place', () => {
    const outer = object<{ readonly items: readonly Pair[] }>('Outer', { items: list(pair, 1, 3) });
    expect(faults(outer, { items: [{ a: 'x' }, { a: 2 }, { b: 1, a: 'y', z: 0 }] })).toEqual([
      { path: 'items.1.a', expected: 'a text', got: '2' },
      { path: 'items.2.z', expected: 'no such key', got: '0' },
    ]);
  });

  it('says all that is wrong with an object of 150 000 unknown keys inside another', () => {
    const outer = object<{ readonly pair: Pair }>('Outer', { pair });
    const hostile = Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`k${at}`, at]));
    const decoded = list(outer, 1, 1).decode([{ pair: hostile }]);
    expect(decoded._tag === 'Left' && decoded.left.length).toBe(150_001);
  }, 30_000);

  it('agrees with itself on any value, and takes exactly what it should', () => {
    const value = fc.dictionary(fc.constantFrom('a', 'b', 'c', '__proto__'), fc.oneof(fc.string(), fc.integer(), fc.constant(undefined)));
    fc.assert(
      fc.property(value, (given) => {
        const keys = Object.keys(given);
        const good =
          keys.every((key) => key === 'a' || key === 'b') &&
          typeof given['a'] === 'string' &&
          (!keys.includes('b') || typeof given['b'] === 'number');
        expect(faults(pair, given).length === 0).toBe(good);
      }),
    );
  });
});

describe('a list', () => {
  const few = list(text, 1, 3);

  it('has bounds', () => {
    expect(few.name).toBe('a list of 1 to 3: a text');
    expect(faults(few, ['a'])).toEqual([]);
    expect(faults(few, ['a', 'b', 'c'])).toEqual([]);
    expect(faults(few, [])).toEqual([{ path: '', expected: few.name, got: '[]' }]);
    expect(faults(few, ['a', 'b', 'c', 'd'])).toEqual([{ path: '', expected: few.name, got: '["a","b","c","d"]' }]);
    expect(faults(few, { length: 1, 0: 'a' })).toHaveLength(1);
    expect(faults(few, 'abc')).toHaveLength(1);
  });

  it('names each wrong item', () => {
    expect(faults(few, [1, 'b', null])).toEqual([
      { path: '0', expected: 'a text', got: '1' },
      { path: '2', expected: 'a text', got: 'null' },
    ]);
  });

  it('takes no holes', () => {
    const holey = ['a'];
    holey[2] = 'c';
    expect(faults(few, holey)).toEqual([{ path: '1', expected: 'a text', got: 'nothing' }]);
  });
});

describe('a text on one line', () => {
  const label = line('a label', 5);

  it.each(['a', 'abcde', 'å ä ö', '\u{1f600}', '__p__', ' '])('takes %j', (value) => {
    expect(faults(label, value)).toEqual([]);
  });

  it.each(['', 'abcdef', 'a\nb', 'a\tb', '\u0000', '\u001f', '\u007f', '\u0085', '\u009f', '\ud800', 'a\udc00', '\udc00\ud800'])(
    'refuses %j',
    (value) => {
      expect(faults(label, value)).toMatchObject([{ path: '', expected: 'a label, 1 to 5 characters on one line' }]);
    },
  );

  it('refuses what is no text, and a text of a million characters', () => {
    for (const value of [1, null, undefined, ['a'], { length: 1 }]) expect(faults(label, value)).toHaveLength(1);
    expect(faults(label, 'x'.repeat(1_000_000))[0]?.got).toHaveLength(80);
  });
});

describe('small codecs', () => {
  it('oneOf takes its values only', () => {
    const codec = oneOf('merge', 'split');
    expect(faults(codec, 'merge')).toEqual([]);
    for (const value of ['', 'Merge', '__proto__', 'constructor', 0, null, ['merge']]) {
      expect(faults(codec, value)).toMatchObject([{ expected: 'merge | split' }]);
    }
  });

  it('pattern takes texts that fit', () => {
    const codec = pattern('digits', /^\d+$/);
    expect(faults(codec, '12')).toEqual([]);
    for (const value of ['', '1a', 12, null]) expect(faults(codec, value)).toMatchObject([{ expected: 'digits' }]);
  });

  it('pattern does not mind that a pattern is global or sticky', () => {
    for (const flags of ['g', 'y', 'gy']) {
      const codec = pattern('digits', new RegExp('^[0-9]+$', flags));
      expect(['12', '34', '56', '78'].map((value) => codec.is(value))).toEqual([true, true, true, true]);
    }
  });
});

describe('a dictionary', () => {
  const shares = dictionary('shares by code', line('a code', 4), number, 3);

  it('has keys and values of their kinds, up to so many', () => {
    expect(faults(shares, {})).toEqual([]);
    expect(faults(shares, { a: 1, constructor: 2, c: 3 })).toEqual([
      { path: 'constructor', expected: 'a code, 1 to 4 characters on one line', got: '"constructor"' },
    ]);
    expect(faults(shares, JSON.parse('{"a":"1","":2}'))).toEqual([
      { path: 'a', expected: 'a number', got: '"1"' },
      { path: '', expected: 'a code, 1 to 4 characters on one line', got: '""' },
    ]);
    for (const value of [null, [], 'x', { a: 1, b: 2, c: 3, d: 4 }])
      expect(faults(shares, value)).toMatchObject([{ path: '', expected: 'shares by code, at most 3' }]);
  });

  it('says all that is wrong with a dictionary of 150 000 dictionaries', { timeout: 30_000 }, () => {
    const outer = dictionary('outer', text, dictionary('inner', text, number, 200_000), 1);
    const hostile = Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`k${at}`, 'x']));
    const decoded = outer.decode({ a: hostile });
    expect(decoded._tag === 'Left' && decoded.left.length).toBe(150_000);
  });
});

describe('a choice', () => {
  const codec = choice<Pair | string>('a pair or a text', (u) => (typeof u === 'object' ? pair : text));

  it('speaks of the shape that was meant', () => {
    expect(faults(codec, 'x')).toEqual([]);
    expect(faults(codec, { a: 'x' })).toEqual([]);
    expect(faults(codec, { a: 1 })).toEqual([{ path: 'a', expected: 'a text', got: '1' }]);
    expect(faults(codec, 5)).toMatchObject([{ path: '', got: '5' }]);
  });
});

describe('a value shown shortly', () => {
  it('is its JSON, or else what kind of thing it is, cut to 80 characters', () => {
    const shown: readonly (readonly [unknown, string])[] = [
      [undefined, 'nothing'],
      [null, 'null'],
      ['x', '"x"'],
      [1.5, '1.5'],
      [{ a: [1] }, '{"a":[1]}'],
      [10n, 'bigint'],
      [() => 1, 'function'],
      [Symbol('s'), 'symbol'],
      ['x'.repeat(78), `"${'x'.repeat(78)}"`],
      ['x'.repeat(79), `"${'x'.repeat(76)}...`],
      ['x'.repeat(300), `"${'x'.repeat(76)}...`],
    ];
    expect(shown.map(([value]) => shortly(value))).toEqual(shown.map(([, text]) => text));
  });

  it('never throws and never passes 80 characters', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    let deep: unknown = 0;
    for (let at = 0; at < 100_000; at++) deep = [deep];
    const thrower = {
      toJSON: () => {
        throw new Error('no');
      },
    };
    expect([cycle, deep, thrower].map(shortly)).toEqual(['object', 'object', 'object']);
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(shortly(value).length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
