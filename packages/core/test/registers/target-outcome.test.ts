import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Target, TargetContext } from '@driftbok/core';
import { outcomeOf } from '@driftbok/core';

const of = (target: Target, value: string | undefined, context?: TargetContext) => outcomeOf(target, value, context);

describe('outcomeOf', () => {
  it.each<[Target, string, TargetContext, string]>([
    [{ reach: '75' }, '75', {}, 'reached'],
    [{ reach: '75' }, '74.999', {}, 'missed'],
    [{ reach: '470' }, '470', { better: 'lower' }, 'reached'],
    [{ reach: '470' }, '471', { better: 'lower' }, 'missed'],
    [{ ceiling: '5' }, '5.0', {}, 'reached'],
    [{ ceiling: '5' }, '5.01', {}, 'missed'],
    [{ floor: '2' }, '2', {}, 'reached'],
    [{ floor: '2' }, '1.9', {}, 'missed'],
    [{ within: { from: '80', to: '100' } }, '80', {}, 'reached'],
    [{ within: { from: '80', to: '100' } }, '100.1', {}, 'missed'],
    [{ within: { from: '80', to: '100' } }, '79', {}, 'missed'],
    [{ about: '0', tolerance: '0.5' }, '-0.5', {}, 'reached'],
    [{ about: '0', tolerance: '0.5' }, '0.51', {}, 'missed'],
    [{ change: '-15' }, '85', { before: '100' }, 'reached'],
    [{ change: '-15' }, '85.1', { before: '100' }, 'missed'],
    [{ change: '10' }, '110', { before: '100' }, 'reached'],
    [{ change: '10' }, '109', { before: '100' }, 'missed'],
    [{ direction: 'up' }, '1', { before: '1' }, 'missed'],
    [{ direction: 'up' }, '2', { before: '1' }, 'reached'],
    [{ direction: 'down' }, '1', { before: '1' }, 'missed'],
    [{ direction: 'down' }, '0', { before: '1' }, 'reached'],
    [{ direction: 'hold' }, '1', { before: '1' }, 'reached'],
    [{ direction: 'hold' }, '2', { before: '1', better: 'lower' }, 'missed'],
    [{ direction: 'hold' }, '0', { before: '1' }, 'missed'],
  ])('%j of %s after %j is %s', (target, value, context, expected) => {
    expect(of(target, value, context)).toBe(expected);
  });

  it.each<[Target, string | undefined, TargetContext]>([
    [{ words: 'all of them' }, '1', { before: '1' }],
    [{ reach: '1' }, undefined, {}],
    [{ direction: 'up' }, '1', {}],
    [{ change: '-15' }, '1', {}],
    [{ change: '-15' }, '1', { before: '0' }],
  ])('cannot tell of %j with %s after %j', (target, value, context) => {
    expect(of(target, value, context)).toBe('undecidable');
  });

  it('is never lost by a better value', () => {
    const number = fc.integer({ min: -100_000, max: 100_000 });
    const text = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/^-0\.00$/, '0.00');
    fc.assert(
      fc.property(number, number, fc.nat(1000), fc.constantFrom('higher' as const, 'lower' as const), (goal, value, step, better) => {
        const improved = better === 'higher' ? value + step : value - step;
        const before = of({ reach: text(goal) }, text(value), { better });
        expect(before).toBe((better === 'higher' ? value >= goal : value <= goal) ? 'reached' : 'missed');
        if (before === 'reached') expect(of({ reach: text(goal) }, text(improved), { better })).toBe('reached');
      }),
    );
  });
});
