import type { Draft as Mutable } from 'immer';
import { canonicalJson } from '../base/canonical.js';
import type {
  ActionEffect,
  ActionEffectRealised,
  ActionEffectRevised,
  ActionIncludedInForecast,
  ActionProposed,
  ActionStep,
} from '../events/action.js';
import type { Codes } from '../events/reason.js';
import type { ActionMoment, ActionState } from './action-state.js';
import type { Placed } from './context.js';
import { plain } from './plain.js';
import type { MutableState } from './state.js';

type Effects = Mutable<Map<string, readonly ActionEffect[]>>;

/** The effects parted by the year they are of. */
function byYear(effects: readonly ActionEffect[]): Effects {
  const parted: Effects = new Map();
  for (const effect of effects) parted.set(effect.year, [...(parted.get(effect.year) ?? []), effect] as Mutable<ActionEffect[]>);
  return parted;
}

function moment(step: ActionMoment['step'], { position, data }: Placed<Partial<ActionStep>>): ActionMoment {
  return { step, position, from: data.from, reason: data.reason };
}

export function actionProposed(state: MutableState, { position, data }: Placed<ActionProposed>): void {
  const { action, label, plan, about, effects, fullYearEffect, cost } = data;
  state.actions.set(action, {
    id: action,
    label,
    plan,
    about: about === undefined ? undefined : { ...about },
    stage: 'proposed',
    suspended: false,
    effects: byYear(effects ?? []),
    fullYearEffect,
    cost,
    realised: [],
    included: new Map(),
    history: [{ step: 'proposed', position, from: undefined, reason: undefined }],
  });
}

/** What changes of an action's stage with a step. A step that waits or goes on leaves the stage as it is. */
const changes: Readonly<Record<string, Partial<Pick<ActionState, 'stage' | 'suspended'>>>> = {
  decided: { stage: 'decided' },
  suspended: { suspended: true },
  resumed: { suspended: false },
  started: { stage: 'started' },
  completed: { stage: 'completed', suspended: false },
  cancelled: { stage: 'cancelled', suspended: false },
};

/** The evolve of a step that changes nothing but where an action is in its life. */
export const actionStep =
  (step: Exclude<ActionMoment['step'], 'proposed' | 'effect-revised' | 'effect-realised' | 'included'>) =>
  (state: MutableState, event: Placed<ActionStep>): void => {
    const action = state.actions.get(event.data.action);
    if (action === undefined) return;
    Object.assign(action, changes[step]);
    action.history.push(moment(step, event));
  };

export function actionEffectRevised(state: MutableState, event: Placed<ActionEffectRevised>): void {
  const action = state.actions.get(event.data.action);
  if (action === undefined) return;
  for (const [year, effects] of byYear(event.data.effects)) action.effects.set(year, effects);
  if (event.data.fullYearEffect !== undefined) action.fullYearEffect = event.data.fullYearEffect;
  action.history.push(moment('effect-revised', event));
}

/** Whether two parts of the organisation are named the same. */
const samePart = (a: Codes | undefined, b: Codes | undefined): boolean => canonicalJson(a ?? {}) === canonicalJson(b ?? {});

export function actionEffectRealised(state: MutableState, event: Placed<ActionEffectRealised>): void {
  const { data } = event;
  const action = state.actions.get(data.action);
  if (action === undefined) return;
  const others = plain(action.realised).filter(({ year, about }) => year !== data.year || !samePart(about, data.about));
  action.realised = [...others, data] as Mutable<ActionEffectRealised[]>;
  action.history.push(moment('effect-realised', event));
}

export function actionIncluded(state: MutableState, event: Placed<ActionIncludedInForecast>): void {
  const action = state.actions.get(event.data.action);
  if (action === undefined) return;
  action.included.set(event.data.round, event.data.amount);
  action.history.push(moment('included', event));
}
