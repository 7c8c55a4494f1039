import { describe, expect, it } from 'vitest';
import type { Codec } from '@driftbok/core';
import { code, decimalText, dimensionId, eventId, precision, roundId, sha256Text, shareText, slug } from '../../src/events/fields.js';
import { streamName } from '../../src/record/envelope.js';

const cases: readonly (readonly [string, Codec<string>, readonly string[], readonly unknown[]])[] = [
  [
    'dimensionId',
    dimensionId,
    ['ansvar', 'å', 'a1-b', 'constructor', `a${'b'.repeat(31)}`],
    ['', 'Ansvar', '1a', '-a', 'month', 'amount', 'reason', '__proto__', 'a b', 'a_b', `a${'b'.repeat(32)}`, 1, null, 'ansvar\n'],
  ],
  [
    'code',
    code,
    ['51', '__proto__', 'constructor', 'a:b', ' ', 'x'.repeat(64), '\u{1f600}'],
    ['', 'x'.repeat(65), '5\n1', '\u0000', '\ud800', 51, null],
  ],
  [
    'roundId',
    roundId,
    ['2025-P3', '2024-D1', 'P', 'delår.2', '2025-07x', '2025-7'],
    ['', '2025', '52', '2025-07', '2025-07-31', '2025-07-31x', '-a', '.a', 'a@1', 'a/b', 'a b', 'x'.repeat(33), '__proto__', 5, null],
  ],
  ['slug', slug, ['a', 'r1.a', 'åtgärd-1', '1_2', 'x'.repeat(64)], ['', '-a', '.a', '_a', 'a b', 'a/b', 'x'.repeat(65), '__proto__', null]],
  [
    'decimalText',
    decimalText,
    ['0', '-2.8', '100000', `0.${'1'.repeat(20)}`, '9'.repeat(30)],
    ['', '+1', '01', '1.', '.5', '1e3', '1,5', 'NaN', '--1', '9'.repeat(31), 1],
  ],
  [
    'shareText',
    shareText,
    ['0', '1', '0.6', '1.000', '0.000000000001'],
    ['', '1.1', '2', '-0.5', '.5', '0.0000000000001', '00.5', '1.0000000000001', 0.5],
  ],
  ['precision', precision, ['0.01', '1000.00'], ['0.00', '-1000.00', '1000', '1000.0', '', 1000]],
  [
    'eventId',
    eventId,
    ['01900000-0000-7000-8000-000000000001', '01900000-0000-7fff-bfff-ffffffffffff'],
    [
      '01900000-0000-4000-8000-000000000001',
      '01900000-0000-7000-7000-000000000001',
      '01900000-0000-7000-c000-000000000001',
      '0190000000007000800000000000000001',
      '01900000-0000-7000-8000-00000000000A',
      ' 01900000-0000-7000-8000-000000000001',
      '',
      null,
    ],
  ],
  [
    'sha256Text',
    sha256Text,
    ['a'.repeat(64), '0'.repeat(64)],
    ['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64), null, undefined],
  ],
  [
    'streamName',
    streamName,
    ['ledger', 'structure', 'outcome/2025-07', 'claim/p3-avvikelse', 'action/å_1.b'],
    [
      '',
      '/',
      'Ledger',
      'outcome/',
      'outcome/2025-07/x',
      'outcome//x',
      '2025',
      'a b',
      'a/-b',
      `a/${'x'.repeat(65)}`,
      '__proto__',
      'a'.repeat(33),
      null,
    ],
  ],
];

describe.each(cases)('%s', (_, codec, good, bad) => {
  it.each(good)('takes %j', (value) => {
    expect(codec.is(value)).toBe(true);
    expect(codec.decode(value)._tag).toBe('Right');
  });

  it.each(bad.map((value) => [value] as const))('refuses %j', (value) => {
    expect(codec.is(value)).toBe(false);
    expect(codec.decode(value)._tag).toBe('Left');
  });
});
