import fc from 'fast-check';
import { expect, it } from 'vitest';
import { utf8Length } from '../../src/store/utf8.js';

it('the length of a text in UTF-8 is that of its bytes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
    }),
  );
});
