import type { Amount } from '@driftbok/core';
import { amountFromOre, orThrow } from '@driftbok/core';
import type { NumberFormat, Unit } from '@driftbok/rules';
import { stepOf } from '@driftbok/rules';
import fc from 'fast-check';

const units: readonly Unit[] = ['kr', 'tkr', 'mnkr'];
const decimalCounts: readonly (0 | 1 | 2)[] = [0, 1, 2];

/** Every combination that the codec lets through. */
export const formats: fc.Arbitrary<NumberFormat> = fc.record({
  unit: fc.constantFrom(...units),
  decimals: fc.constantFrom(...decimalCounts),
  thousands: fc.constantFrom('', ' ', '\u00a0', '\u202f'),
  decimal: fc.constantFrom(',', '.'),
  minus: fc.constantFrom('-', '−', '–'),
  plus: fc.boolean(),
});

/** Amounts of any size, many of them small and many just about a half of some format's last digit, where rounding goes wrong. */
export const amounts: fc.Arbitrary<Amount> = fc
  .oneof(
    fc.maxSafeInteger(),
    fc.integer({ min: -250_000_000, max: 250_000_000 }),
    fc
      .record({
        unit: fc.constantFrom(...units),
        decimals: fc.constantFrom(...decimalCounts),
        steps: fc.integer({ min: -3000, max: 3000 }),
        off: fc.integer({ min: -1, max: 1 }),
      })
      .map(({ unit, decimals, steps, off }) => {
        const step = stepOf({ unit, decimals });
        return steps * step + Math.trunc(step / 2) + off;
      }),
  )
  .map((ore) => orThrow(amountFromOre(ore)));
