import type { Draft as Mutable } from 'immer';
import type { GoalAssessed, GoalClosed, GoalSet } from '../events/goal.js';
import type { IndicatorAssessed, IndicatorDefined, IndicatorMeasured, TargetSet, Window } from '../events/indicator.js';
import type { Placed } from './context.js';
import type { IndicatorState } from './goal-state.js';
import type { MutableState } from './state.js';

export function goalSet(state: MutableState, { data }: Placed<GoalSet>): void {
  const form = { ...data } as Mutable<GoalSet>;
  const goal = state.goals.get(data.goal);
  if (goal === undefined) {
    state.goals.set(data.goal, { goal: data.goal, forms: [form], closed: undefined, assessments: [] });
    return;
  }
  // Set again for the same year, it gives way: the ledger learnt better.
  const at = goal.forms.findIndex(({ from }) => from >= data.from);
  if (at < 0) goal.forms.push(form);
  else goal.forms.splice(at, goal.forms[at]?.from === data.from ? 1 : 0, form);
}

export function goalClosed(state: MutableState, { data }: Placed<GoalClosed>): void {
  const goal = state.goals.get(data.goal);
  if (goal !== undefined) goal.closed = data.from;
}

export function goalAssessed(state: MutableState, { data }: Placed<GoalAssessed>): void {
  state.goals.get(data.goal)?.assessments.push({ ...data });
}

export function indicatorDefined(state: MutableState, { data }: Placed<IndicatorDefined>): void {
  const defined = { ...data } as Mutable<IndicatorDefined>;
  const indicator = state.indicators.get(data.indicator);
  if (indicator === undefined) state.indicators.set(data.indicator, { defined, targets: new Map(), measures: [], assessments: [] });
  else indicator.defined = defined;
}

export function targetSet(state: MutableState, { data }: Placed<TargetSet>): void {
  state.indicators.get(data.indicator)?.targets.set(data.year, { ...data.target });
}

export function indicatorMeasured(state: MutableState, { data }: Placed<IndicatorMeasured>): void {
  const indicator = state.indicators.get(data.indicator);
  if (indicator === undefined) return;
  const measure = { ...data } as Mutable<IndicatorState>['measures'][number];
  const key = measureKey(data);
  const at = indicator.measures.findIndex((each) => measureKey(each) === key);
  if (at < 0) indicator.measures.push(measure);
  else indicator.measures[at] = measure;
}

export function indicatorAssessed(state: MutableState, { data }: Placed<IndicatorAssessed>): void {
  state.indicators.get(data.indicator)?.assessments.push({ ...data });
}

/** A window as text: `2025`, `2025-07`, `2024-01-01/2024-10-31`. */
const windowKey = (window: Window): string =>
  'year' in window ? window.year : 'month' in window ? window.month : `${window.from}/${window.to}`;

const measureKey = ({ role, window, group }: IndicatorMeasured): string => `${role} ${windowKey(window)} ${group ?? ''}`;
