import { isLeft, right } from '../base/either.js';
import type { Either } from '../base/either.js';
import type { Day } from '../base/time.js';
import type {
  ActionEffect,
  ActionEffectRealised,
  ActionEffectRevised,
  ActionIncludedInForecast,
  ActionProposed,
  ActionStep,
} from '../events/action.js';
import type { Codes } from '../events/reason.js';
import type { ActionMoment, ActionStage, ActionState } from '../evolve/action-state.js';
import type { LedgerState } from '../evolve/state.js';
import { hasCome } from './as-of.js';
import type { Proposed, View } from './context.js';
import type { Rejection, Verdict } from './rejection.js';
import { accepted, reject } from './rejection.js';

/** Where an action is, as people say it: one that waits is suspended, whatever it waits in. */
type Standing = ActionStage | 'suspended';
const standingOf = ({ stage, suspended }: ActionState): Standing => (suspended ? 'suspended' : stage);

const alive: readonly Standing[] = ['proposed', 'decided', 'started', 'suspended'];

function actionIn(state: LedgerState, id: string, allowed?: readonly Standing[]): Either<Rejection, ActionState> {
  const action = state.actions.get(id);
  if (action === undefined) return reject('action-unknown', 'data.action', 'an action proposed before', id);
  const standing = standingOf(action);
  return allowed === undefined || allowed.includes(standing)
    ? right(action)
    : reject('action-status', 'data.action', `an action that is ${allowed.join(' or ')}`, `${id} is ${standing}`);
}

/** Codes have to be known, not open: an action may be about what is closed in the year that it has its effect in. */
function checkAbout({ dimensions }: LedgerState, about: Codes | undefined, field: string): Verdict {
  for (const [dimension, code] of Object.entries(about ?? {})) {
    const tree = dimensions.get(dimension);
    if (tree === undefined) return reject('dimension-unknown', `${field}.${dimension}`, 'a declared dimension', dimension);
    if (!tree.codes.has(code)) return reject('code-unknown', `${field}.${dimension}`, `a code of ${dimension}`, code);
  }
  return accepted;
}

function checkEffects(state: LedgerState, effects: readonly ActionEffect[]): Verdict {
  for (const [at, { about }] of effects.entries()) {
    const checked = checkAbout(state, about, `data.effects.${at}.about`);
    if (isLeft(checked)) return checked;
  }
  return accepted;
}

export function actionProposed({ state }: View, { data }: Proposed<ActionProposed>): Verdict {
  if (state.actions.has(data.action)) return reject('action-exists', 'data.action', 'an action not proposed before', data.action);
  const about = checkAbout(state, data.about, 'data.about');
  return isLeft(about) ? about : checkEffects(state, data.effects ?? []);
}

type Step = ActionMoment['step'];

/**
 * The steps that another cannot take effect before. What was decided or put to wait for a day to come may be stopped before that day; but
 * work that has begun is not done, waiting or given up before it began, and nothing goes on before it waited.
 */
const notBefore: Readonly<Partial<Record<Step, readonly Step[]>>> = {
  suspended: ['started', 'resumed'],
  resumed: ['started', 'suspended'],
  started: ['resumed'],
  completed: ['started', 'resumed'],
  cancelled: ['started'],
};
/** That work has begun or is done is told of a day that has come. The other steps are decisions, which may take effect later. */
const told: readonly Step[] = ['started', 'completed'];

/** The rule of a step in an action's life: where the action has to be, and which days the step can take effect on. */
export const actionStepFrom =
  (step: Step, ...allowed: readonly Standing[]) =>
  (view: View, proposed: Proposed<ActionStep>): Verdict => {
    const { action: id, from } = proposed.data;
    const action = actionIn(view.state, id, allowed);
    if (isLeft(action)) return action;
    if (from === undefined) return accepted;
    const last = lastDay(action.right, notBefore[step] ?? []);
    if (last !== undefined && from < last.day)
      return reject('as-of', 'data.from', `${last.day}, from when ${id} is ${last.step}, or later`, from);
    return told.includes(step) ? hasCome(view, proposed, from, 'data.from') : accepted;
  };

/** The latest day that one of some steps took effect on, of those that tell one. */
function lastDay({ history }: ActionState, steps: readonly Step[]): { readonly step: Step; readonly day: Day } | undefined {
  return history
    .flatMap(({ step, from }) => (from === undefined || !steps.includes(step) ? [] : [{ step, day: from }]))
    .reduce<{ readonly step: Step; readonly day: Day } | undefined>(
      (last, each) => (last !== undefined && last.day >= each.day ? last : each),
      undefined,
    );
}

/** What is expected may change while the action lives, also while it waits. What is carried out or given up is judged by its result. */
export function actionEffectRevised({ state }: View, { data }: Proposed<ActionEffectRevised>): Verdict {
  const action = actionIn(state, data.action, alive);
  return isLeft(action) ? action : checkEffects(state, data.effects);
}

/**
 * An effect comes of what was decided: once it was, whatever became of the action since. The books tell it late, so an action may be
 * suspended, carried out or given up when it shows. Of one that was never decided only 0.00 can be said, and reports do say that. It shows
 * in a time that has begun: the year so far, up to a month of that year.
 */
export function actionEffectRealised(view: View, proposed: Proposed<ActionEffectRealised>): Verdict {
  const { state } = view;
  const { data } = proposed;
  const action = actionIn(state, data.action);
  if (isLeft(action)) return action;
  if (data.period !== undefined && !data.period.startsWith(data.year))
    return reject('year', 'data.period', `a month of ${data.year}`, data.period);
  const come =
    data.period === undefined
      ? hasCome(view, proposed, `${data.year}-01-01`, 'data.year', 'year')
      : hasCome(view, proposed, `${data.period}-01`, 'data.period', 'window');
  if (isLeft(come)) return come;
  const about = checkAbout(state, data.about, 'data.about');
  if (isLeft(about)) return about;
  const decided = action.right.history.some(({ step }) => step === 'decided');
  return decided || data.amount === '0.00'
    ? accepted
    : reject('action-status', 'data.amount', '0.00, for an action that was never decided', data.amount);
}

/**
 * A round counts in what it is being made of: it has to be open, and of a year that the action is said to have effects in. What was given
 * up can only be taken out of it.
 */
export function actionIncluded({ state }: View, { data }: Proposed<ActionIncludedInForecast>): Verdict {
  const action = actionIn(state, data.action, data.amount === '0.00' ? undefined : [...alive, 'completed']);
  if (isLeft(action)) return action;
  const round = state.rounds.get(data.round);
  if (round === undefined) return reject('round-unknown', 'data.round', 'a round that was opened', data.round);
  if (round.status !== 'open') return reject('round-status', 'data.round', 'a round that is open', `${data.round} is ${round.status}`);
  if (action.right.effects.has(round.year)) return accepted;
  const years = [...action.right.effects.keys()].join(', ') || 'none';
  return reject('action-year', 'data.round', `a round of a year that ${data.action} has effects in: ${years}`, round.year);
}
