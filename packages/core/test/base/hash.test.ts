import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genesisHash, sha256Hex, textHashOf } from '@driftbok/core';
import { saltedBytes } from '../../src/base/hash.js';

describe('the default hash', () => {
  it('is SHA-256 as Node has it, of texts and of bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 200 }), (text, bytes) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      }),
      { numRuns: 50 },
    );
  });

  it('begins from 64 zeros', () => {
    expect(genesisHash).toBe('0000000000000000000000000000000000000000000000000000000000000000');
  });
});

describe('a salted text', () => {
  it('is the salt bytes and then the text in UTF-8', () => {
    expect([...saltedBytes('00ff10', 'å')]).toEqual([0, 255, 16, 0xc3, 0xa5]);
    const salt = '000102030405060708090a0b0c0d0e0f';
    const expected = createHash('sha256').update(Buffer.from(salt, 'hex')).update('åtgärd', 'utf8').digest('hex');
    expect(textHashOf('åtgärd', salt, sha256Hex)).toBe(expected);
  });
});
