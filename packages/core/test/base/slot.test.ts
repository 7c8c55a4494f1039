import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slotOf, slotText, yearOfSlot, yearSlot } from '../../src/base/slot.js';

const year = fc.nat({ max: 9999 }).map((each) => String(each).padStart(4, '0'));
const month = fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);

describe('slots', () => {
  it.each([
    ['0000', 0],
    ['0000-01', 1],
    ['2025', 2025 * 13],
    ['2025-01', 2025 * 13 + 1],
    ['2025-12', 2025 * 13 + 12],
    ['9999-12', 9999 * 13 + 12],
  ])('%s is %d', (text, slot) => {
    expect(slotOf(text)).toBe(slot);
  });

  it.each(['', '25', '2025-', '2025-00', '2025-13', '2025-1', '12025', '2025-01-01', ' 2025', '2025\n', '-2025', '２０２５', '__proto__'])(
    '%j is none',
    (text) => {
      expect(slotOf(text)).toBe(-1);
      expect(slotOf(text)).toBe(-1);
    },
  );

  it('come back as their text', () => {
    fc.assert(
      fc.property(fc.oneof(year, month), (text) => {
        expect(slotText(slotOf(text))).toBe(text);
      }),
    );
  });

  it('sort as their texts do, a whole year before its January', () => {
    fc.assert(
      fc.property(fc.oneof(year, month), fc.oneof(year, month), (a, b) => {
        expect(Math.sign(slotOf(a) - slotOf(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('know their year', () => {
    fc.assert(
      fc.property(fc.oneof(year, month), (text) => {
        expect(yearOfSlot(slotOf(text))).toBe(Number(text.slice(0, 4)));
        expect(yearSlot(text.slice(0, 4))).toBe(slotOf(text.slice(0, 4)));
      }),
    );
  });
});
