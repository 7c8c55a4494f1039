import type { Amount, BaseMetric, Metric } from '@driftbok/core';

/** What a column shows: a number that lines give, a deviation from the budget, or how a forecast moved between two rounds. */
export type ShownMetric = BaseMetric | Metric | 'forecast-change';

/** What a number means for the one who has to keep the budget. */
export type Favourability = 'favourable' | 'unfavourable' | 'neutral';

/**
 * Which way each metric is good, in natural signs (income positive, cost negative). A deviation and a change say better or worse. A
 * level does not: a deficit may be smaller than the one budgeted for.
 */
const direction: Readonly<Record<ShownMetric, 'up' | 'none'>> = {
  budget: 'none',
  'budget-original': 'none',
  plan: 'none',
  outcome: 'none',
  forecast: 'none',
  'outcome-deviation': 'up',
  'forecast-deviation': 'up',
  'forecast-change': 'up',
};

/**
 * Whether an amount in natural signs, in öre, is good news. A property of the metric, so it is the same however the amount is printed:
 * take a printed one back to natural signs first ({@link naturalOf}). Nothing is neutral.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { favourable } from '@driftbok/rules';
 * const deviation = orThrow(parseAmount('-8971000.00'));
 * favourable('outcome-deviation', deviation) // => 'unfavourable'
 * favourable('outcome', deviation) // => 'neutral'
 * ```
 */
export function favourable(metric: ShownMetric, amount: Amount): Favourability {
  if (direction[metric] === 'none' || amount === 0) return 'neutral';
  return amount > 0 ? 'favourable' : 'unfavourable';
}
