import type { Amount, Part } from '@driftbok/core';
import type { ShownPart } from '@driftbok/rules';
import { shownParts } from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explanation, part } from './support.js';

const ore = fc.integer({ min: -5_000_000, max: 5_000_000 });
/** Parts that leave something over of their own. */
const parts: fc.Arbitrary<readonly Part[]> = fc.array(
  fc.tuple(fc.array(ore, { maxLength: 4 }), ore).map(([inner, rest]) =>
    part('p', 0, {
      amount: (inner.reduce((so, each) => so + each, 0) + rest) as Amount,
      parts: inner.map((amount) => part('q', 0, { amount: amount as Amount })),
      unexplained: (inner.length === 0 ? 0 : rest) as Amount,
    }),
  ),
  { maxLength: 5 },
);

describe('parts as they are shown', () => {
  it('add up to the total shown at each level, each within a step of what it is, for any step', () => {
    fc.assert(
      fc.property(parts, ore, fc.constantFrom(1, 100, 100_000, 250_000), (given, rest, step) => {
        const total = (given.reduce((so, { amount }) => so + amount, 0) + rest) as Amount;
        const shown = shownParts({ ...explanation(0, []), total, parts: given, unexplained: rest as Amount }, step);
        expect(shown.total * step === total || Math.abs(shown.total * step - total) <= step / 2).toBe(true);
        const sum = (of: readonly ShownPart[], left: number): number => of.reduce((so, { steps }) => so + steps, left);
        expect(sum(shown.parts, shown.unexplained)).toBe(shown.total);
        // At the outermost level nothing is further off than rounding up or down.
        for (const { part: each, steps } of shown.parts) expect(Math.abs(steps * step - each.amount)).toBeLessThan(step * 1.5);
        for (const each of shown.parts) if (each.parts.length > 0) expect(sum(each.parts, each.unexplained)).toBe(each.steps);
      }),
    );
  });

  it('round a half away from zero', () => {
    const steps = (amount: number): number => shownParts({ ...explanation(0, []), total: amount as Amount }, 100).total;
    expect([steps(50), steps(-50), steps(49), steps(-49)]).toEqual([1, -1, 0, 0]);
  });

  it('stay with their parts', () => {
    const given = explanation(3, [part('a', 1), part('b', 2, { parts: [part('c', 2)] })]);
    const shown = shownParts(given, 100_000);
    expect(shown.parts.map(({ part: { id }, steps }) => [id, steps])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(shown.parts[1]?.parts.map(({ part: { id }, steps }) => [id, steps])).toEqual([['c', 2]]);
    expect(shownParts(explanation(3, [part('a', 5)]), 100_000).unexplained).toBe(-2);
  });
});
