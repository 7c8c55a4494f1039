import type { Draft as Mutable } from 'immer';
import type { FigureStated } from '../events/claim.js';
import type { StandardEvents } from '../events/standard-events.js';
import type { LedgerOpened } from '../events/ledger.js';
import type { TextRedacted } from '../events/text.js';
import { actionEffectRealised, actionEffectRevised, actionIncluded, actionProposed, actionStep } from './action.js';
import { commentMade } from './comment.js';
import { assignmentCarriedOver, assignmentDueMoved, assignmentGiven, assignmentReported } from './assignment.js';
import type { Placed } from './context.js';
import { decisionRecorded } from './decision.js';
import { unitPriceStated, volumeStated } from './driver.js';
import { forecastRevised, roundOpened, roundStep } from './forecast.js';
import { outcomeReversed, periodClosed, periodReopened } from './outcome.js';
import { goalAssessed, goalClosed, goalSet, indicatorAssessed, indicatorDefined, indicatorMeasured, targetSet } from './goal.js';
import type { MutableState } from './state.js';
import { codeClosed, codeMoved, codeOpened, codeRenamed, codeSucceeded, dimensionDeclared } from './structure.js';

type Evolvers = { readonly [T in keyof StandardEvents]?: (state: MutableState, event: Placed<StandardEvents[T]>) => void };

const evolvers: Evolvers = {
  LedgerOpened: (state, { data }: Placed<LedgerOpened>) => {
    state.opened = { ...data };
  },
  DimensionDeclared: dimensionDeclared,
  CodeOpened: codeOpened,
  CodeRenamed: codeRenamed,
  CodeMoved: codeMoved,
  CodeSucceeded: codeSucceeded,
  CodeClosed: codeClosed,
  OutcomeReversed: outcomeReversed,
  PeriodClosed: periodClosed,
  PeriodReopened: periodReopened,
  ForecastRoundOpened: roundOpened,
  ForecastRevised: forecastRevised,
  ForecastRoundSubmitted: roundStep('submitted'),
  ForecastRoundReturned: roundStep('returned'),
  ForecastRoundApproved: roundStep('approved'),
  ForecastRoundLocked: roundStep('locked'),
  ForecastRoundReopened: roundStep('reopened'),
  ActionProposed: actionProposed,
  ActionDecided: actionStep('decided'),
  ActionSuspended: actionStep('suspended'),
  ActionResumed: actionStep('resumed'),
  ActionStarted: actionStep('started'),
  ActionEffectRevised: actionEffectRevised,
  ActionEffectRealised: actionEffectRealised,
  ActionIncludedInForecast: actionIncluded,
  ActionCompleted: actionStep('completed'),
  ActionCancelled: actionStep('cancelled'),
  CommentMade: commentMade,
  DecisionRecorded: decisionRecorded,
  VolumeStated: volumeStated,
  UnitPriceStated: unitPriceStated,
  AssignmentGiven: assignmentGiven,
  AssignmentReported: assignmentReported,
  AssignmentDueMoved: assignmentDueMoved,
  AssignmentCarriedOver: assignmentCarriedOver,
  FigureStated: (state, { data }: Placed<FigureStated>) => {
    state.claims.set(data.claim, data as Mutable<FigureStated>);
  },
  GoalSet: goalSet,
  GoalClosed: goalClosed,
  GoalAssessed: goalAssessed,
  IndicatorDefined: indicatorDefined,
  TargetSet: targetSet,
  IndicatorMeasured: indicatorMeasured,
  IndicatorAssessed: indicatorAssessed,
  TextRedacted: (state, { id, data }: Placed<TextRedacted>) => {
    state.redacted.set(data.event, id);
  },
};

const byType: ReadonlyMap<string, (state: MutableState, event: Placed<never>) => void> = new Map(
  Object.entries(evolvers) as [string, (state: MutableState, event: Placed<never>) => void][],
);

/**
 * The state after an event, written into the state given. An event that bears on amounts only leaves it alone. It never refuses:
 * an event that decide would have refused, but that history holds, changes what it can.
 */
export function evolve(state: MutableState, type: string, event: Placed<unknown>): void {
  byType.get(type)?.(state, event as Placed<never>);
}

/** Whether events of a type change the state at all. */
export const hasLife = (type: string): boolean => byType.has(type);
