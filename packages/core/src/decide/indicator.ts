import { Decimal } from '../base/decimal.js';
import type { Either } from '../base/either.js';
import { isLeft, right } from '../base/either.js';
import type { Day } from '../base/time.js';
import type { IndicatorAssessed, IndicatorDefined, IndicatorMeasured, TargetSet, Window } from '../events/indicator.js';
import type { IndicatorState } from '../evolve/goal-state.js';
import { hasCome } from './as-of.js';
import type { Proposed, View } from './context.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

export function indicatorDefined({ state }: View, { data }: Proposed<IndicatorDefined>): Verdict {
  if (data.goal !== undefined && !state.goals.has(data.goal)) return reject('goal-unknown', 'data.goal', 'a goal that was set', data.goal);
  return data.reason !== undefined && data.followUp === 'measured'
    ? reject('follow-up', 'data.reason', 'no reason, since it is measured', data.reason)
    : accepted;
}

export function targetSet({ state }: View, { data }: Proposed<TargetSet>): Verdict {
  const indicator = indicatorOf(state.indicators, data.indicator);
  if (isLeft(indicator)) return indicator;
  const { target } = data;
  if ('within' in target && new Decimal(target.within.from).greaterThan(target.within.to))
    return reject('target', 'data.target.within', `a number not under ${target.within.from}`, target.within.to);
  if ('tolerance' in target && new Decimal(target.tolerance).lessThan(0))
    return reject('target', 'data.target.tolerance', 'a tolerance not under 0', target.tolerance);
  return accepted;
}

/**
 * A value, or words for one, exactly where something was measured; and nothing is measured of what cannot be, nor of a time that has not
 * begun. One that has begun may go on: a year's value so far is a value of the year.
 */
export function indicatorMeasured(view: View, proposed: Proposed<IndicatorMeasured>): Verdict {
  const { data } = proposed;
  const indicator = indicatorOf(view.state.indicators, data.indicator);
  if (isLeft(indicator)) return indicator;
  const { state: told, value, words, window } = data;
  const given = [value, words].filter((each) => each !== undefined);
  if (told === 'measured' && given.length !== 1)
    return reject('value', 'data.value', 'a value or words for it, since it is measured', given.length === 0 ? 'none' : 'both');
  if (told !== 'measured' && given[0] !== undefined) return reject('value', 'data.value', `none, since it is ${told}`, given[0]);
  if (told === 'measured' && indicator.right.defined.followUp === 'not-measurable')
    return reject('follow-up', 'data.state', 'an indicator that can be measured; it can be defined again', 'measured');
  const { decimals } = indicator.right.defined;
  // A value told with more is of something else than was defined, and would be cut where it is shown.
  if (value !== undefined && decimalsOf(value) > decimals)
    return reject('value', 'data.value', `a number with ${decimals} decimals at most`, value);
  if ('from' in window && window.from > window.to) return reject('window', 'data.window.to', `a day not before ${window.from}`, window.to);
  return told !== 'measured' || data.role === 'forecast' ? accepted : hasCome(view, proposed, firstDay(window), 'data.window', 'window');
}

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;

const firstDay = (window: Window): Day =>
  'year' in window ? `${window.year}-01-01` : 'month' in window ? `${window.month}-01` : window.from;

export function indicatorAssessed(view: View, proposed: Proposed<IndicatorAssessed>): Verdict {
  const { data } = proposed;
  const indicator = indicatorOf(view.state.indicators, data.indicator);
  return isLeft(indicator) ? indicator : hasCome(view, proposed, data.asOf, 'data.asOf');
}

function indicatorOf(indicators: ReadonlyMap<string, IndicatorState>, id: string): Either<Rejection, IndicatorState> {
  const found = indicators.get(id);
  return found === undefined ? reject('indicator-unknown', 'data.indicator', 'an indicator that was defined', id) : right(found);
}
