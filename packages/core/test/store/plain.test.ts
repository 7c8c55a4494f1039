import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRight } from '../../src/base/either.js';
import { plainCopy } from '../../src/store/plain.js';

// Few keys are put in order by hand, many by the engine: sizes on both sides of that.
const bag = fc.dictionary(fc.string({ unit: 'grapheme', minLength: 1 }).filter(keepsItsPlace), fc.jsonValue(), { maxKeys: 14 });

/** Objects put whole numbers first, whatever order they are written in. */
function keepsItsPlace(key: string): boolean {
  return !/^\d/.test(key);
}

it('a copy in canonical order is written as canonical JSON in one go, and keeps every member', () => {
  fc.assert(
    fc.property(bag, (given) => {
      const copied = plainCopy(given, 'given', { order: 'canonical', weight: 0 });
      if (!isRight(copied)) throw new Error(copied.left.expected);
      expect(Object.keys(copied.right as object)).toEqual(Object.keys(given).sort());
      expect(JSON.parse(JSON.stringify(copied.right))).toEqual(JSON.parse(JSON.stringify(given)));
    }),
  );
});
