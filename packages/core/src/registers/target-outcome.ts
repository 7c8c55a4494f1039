import { Decimal } from '../base/decimal.js';
import type { Target } from '../events/indicator.js';

/** Whether a target is reached. `undecidable`: no value, nothing to compare with, or a target in words, which people judge. */
export type TargetOutcome = 'reached' | 'missed' | 'undecidable';

/** What a target is judged by beside the value. */
export interface TargetContext {
  /** The value of the year before. */
  readonly before?: string | undefined;
  /** Which way is better; higher where left out. */
  readonly better?: 'higher' | 'lower' | undefined;
}

/**
 * Whether a value reaches a target. Exact, on decimal numbers; never a shade between, which only people give.
 *
 * @example
 * ```ts
 * import { outcomeOf } from '@driftbok/core';
 * outcomeOf({ change: '-15' }, '33504', { before: '39417' }) // => 'reached'
 * ```
 */
export function outcomeOf(target: Target, value: string | undefined, { before, better = 'higher' }: TargetContext = {}): TargetOutcome {
  if (value === undefined || 'words' in target) return 'undecidable';
  const told = new Decimal(value);
  const decide = (reached: boolean): TargetOutcome => (reached ? 'reached' : 'missed');
  if ('reach' in target) return decide(better === 'lower' ? told.lte(target.reach) : told.gte(target.reach));
  if ('ceiling' in target) return decide(told.lte(target.ceiling));
  if ('floor' in target) return decide(told.gte(target.floor));
  if ('within' in target) return decide(told.gte(target.within.from) && told.lte(target.within.to));
  if ('about' in target) return decide(told.minus(target.about).abs().lte(target.tolerance));
  if (before === undefined) return 'undecidable';
  const last = new Decimal(before);
  if ('direction' in target) {
    if (target.direction === 'up') return decide(told.gt(last));
    if (target.direction === 'down') return decide(told.lt(last));
    return decide(better === 'lower' ? told.lte(last) : told.gte(last));
  }
  // A change in per cent of nothing, or of less than nothing, says nothing.
  if (last.lte(0)) return 'undecidable';
  const goal = last.times(new Decimal(target.change).plus(100)).div(100);
  return decide(new Decimal(target.change).isNegative() ? told.lte(goal) : told.gte(goal));
}
