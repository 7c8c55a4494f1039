import type { Amount } from '@driftbok/core';
import { amountFromOre, negateAmount, orThrow, parseAmount, subtractAmounts } from '@driftbok/core';
import type { ShownMetric, SignPreset } from '@driftbok/rules';
import {
  budgetLessForecast,
  budgetPositive,
  costPositive,
  favourable,
  naturalOf,
  naturalSigns,
  printedOf,
  signPreset,
  signPresets,
} from '@driftbok/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amounts } from '../support/arbitraries.js';

const levels: readonly ShownMetric[] = ['budget', 'budget-original', 'plan', 'outcome', 'forecast'];
const moves: readonly ShownMetric[] = ['outcome-deviation', 'forecast-deviation', 'forecast-change'];
const metrics = fc.constantFrom(...levels, ...moves);
const kr = (text: string): Amount => orThrow(parseAmount(text));

/** Any way of printing signs, also ones that no municipality has thought of. */
const anySigns: fc.Arbitrary<SignPreset> = fc
  .array(fc.constantFrom<1 | -1>(1, -1), { minLength: levels.length + moves.length, maxLength: levels.length + moves.length })
  .map((factors) => ({
    id: 'any',
    label: 'Any',
    factors: Object.fromEntries([...levels, ...moves].map((metric, at) => [metric, factors[at]])) as SignPreset['factors'],
  }));

describe('favourable', () => {
  it.each(moves)('calls a %s above 0 favourable, below 0 unfavourable and none neutral', (metric) => {
    expect([kr('0.01'), kr('-0.01'), kr('0.00')].map((amount) => favourable(metric, amount))).toEqual([
      'favourable',
      'unfavourable',
      'neutral',
    ]);
  });

  it.each(levels)('has nothing to say of a %s: a deficit may be a budgeted one', (metric) => {
    expect([kr('1.00'), kr('-1.00'), kr('0.00')].map((amount) => favourable(metric, amount))).toEqual(['neutral', 'neutral', 'neutral']);
  });

  it('turns with the amount', () => {
    const turned = { favourable: 'unfavourable', unfavourable: 'favourable', neutral: 'neutral' } as const;
    fc.assert(
      fc.property(metrics, amounts, (metric, amount) => {
        expect(favourable(metric, negateAmount(amount))).toBe(turned[favourable(metric, amount)]);
      }),
    );
  });
});

describe('sign presets', () => {
  it('print the July 2025 net as each of them has it', () => {
    const facts = { budget: kr('-216509000.00'), outcome: kr('-210951000.00'), 'outcome-deviation': kr('5558000.00') } as const;
    const printed = (signs: SignPreset): readonly number[] =>
      Object.entries(facts).map(([metric, amount]) => printedOf(metric as ShownMetric, amount, signs) / 100_000);
    expect(printed(naturalSigns)).toEqual([-216509, -210951, 5558]);
    expect(printed(costPositive)).toEqual([216509, 210951, 5558]);
    expect(printed(budgetLessForecast)).toEqual([-216509, -210951, -5558]);
    expect(printed(budgetPositive)).toEqual([216509, -210951, 5558]);
  });

  it('give back the natural amount', () => {
    fc.assert(
      fc.property(metrics, amounts, fc.oneof(anySigns, fc.constantFrom(...signPresets)), (metric, amount, signs) => {
        expect(naturalOf(metric, printedOf(metric, amount, signs), signs)).toBe(amount);
        expect(Object.is(printedOf(metric, amount, signs), -0)).toBe(false);
      }),
    );
  });

  it('leave the same fact as favourable as it is', () => {
    fc.assert(
      fc.property(metrics, amounts, fc.oneof(anySigns, fc.constantFrom(...signPresets)), (metric, amount, signs) => {
        expect(favourable(metric, naturalOf(metric, printedOf(metric, amount, signs), signs))).toBe(favourable(metric, amount));
      }),
    );
  });

  it('make cost-positive deviations budget less forecast, of the printed figures', () => {
    const small = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map((ore) => orThrow(amountFromOre(ore)));
    fc.assert(
      fc.property(small, small, (budget, forecast) => {
        const deviation = orThrow(subtractAmounts(forecast, budget));
        const [printedBudget, printedForecast] = [printedOf('budget', budget, costPositive), printedOf('forecast', forecast, costPositive)];
        expect(printedOf('forecast-deviation', deviation, costPositive)).toBe(orThrow(subtractAmounts(printedBudget, printedForecast)));
      }),
    );
  });

  it('are data: each decodes from its own JSON, and each has its own id', () => {
    for (const signs of signPresets) expect(signPreset.decode(JSON.parse(JSON.stringify(signs)))).toEqual({ _tag: 'Right', right: signs });
    expect(new Set(signPresets.map(({ id }) => id)).size).toBe(4);
  });

  it.each([
    ['a factor of 0', { ...naturalSigns, factors: { ...naturalSigns.factors, budget: 0 } }],
    ['no factor for a metric', { ...naturalSigns, factors: { budget: 1 } }],
    ['a metric that is none', { ...naturalSigns, factors: { ...naturalSigns.factors, profit: 1 } }],
  ])('refuse %s', (_, value) => {
    expect(signPreset.is(value)).toBe(false);
  });
});
