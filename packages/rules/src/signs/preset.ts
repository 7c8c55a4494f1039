import type { Amount, Codec } from '@driftbok/core';
import { labelCodec as label, negateAmount, object, refined } from '@driftbok/core';
import { id } from '../codec/scalars.js';
import type { ShownMetric } from './metric.js';

/** 1 where a metric is printed in its natural sign, -1 where it is printed the other way round. */
export type SignFactor = 1 | -1;

/** How a municipality prints signs: metric by metric, since one report may mix them. */
export interface SignPreset {
  readonly id: string;
  readonly label: string;
  readonly factors: Readonly<Record<ShownMetric, SignFactor>>;
}

const factor: Codec<SignFactor> = refined('1 | -1', (u) => u === 1 || u === -1);

/** The codec of {@link SignPreset}: every metric has its factor. */
export const signPreset: Codec<SignPreset> = object<SignPreset>('SignPreset', {
  id,
  label,
  factors: object<SignPreset['factors']>('a factor for each metric', {
    budget: factor,
    'budget-original': factor,
    plan: factor,
    outcome: factor,
    forecast: factor,
    'outcome-deviation': factor,
    'forecast-deviation': factor,
    'forecast-change': factor,
  }),
});

/**
 * A natural amount as it is printed. 0 stays 0.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { costPositive, printedOf } from '@driftbok/rules';
 * printedOf('forecast', orThrow(parseAmount('-10.00')), costPositive) // => 1000
 * printedOf('forecast-deviation', orThrow(parseAmount('-10.00')), costPositive) // => -1000
 * ```
 */
export function printedOf(metric: ShownMetric, natural: Amount, signs: SignPreset): Amount {
  return signs.factors[metric] === 1 ? natural : negateAmount(natural);
}

/**
 * A printed amount in natural signs: the way back from {@link printedOf}.
 *
 * @example
 * ```ts
 * import { orThrow, parseAmount } from '@driftbok/core';
 * import { costPositive, naturalOf } from '@driftbok/rules';
 * naturalOf('forecast', orThrow(parseAmount('10.00')), costPositive) // => -1000
 * ```
 */
export function naturalOf(metric: ShownMetric, printed: Amount, signs: SignPreset): Amount {
  return printedOf(metric, printed, signs);
}
