import { isLeft } from '../base/either.js';
import { checkOpening } from './opening.js';
import type { StandardEvents } from '../events/standard-events.js';
import type { Posting } from '../events/catalogue.js';
import { actionEffectRealised, actionEffectRevised, actionIncluded, actionProposed, actionStepFrom } from './action.js';
import { assignmentCarriedOver, assignmentDueMoved, assignmentGiven, assignmentReported } from './assignment.js';
import { budgetAdjusted, budgetAdopted, budgetPhased } from './budget.js';
import { commentMade } from './comment.js';
import type { Proposed, View } from './context.js';
import { decisionRecorded } from './decision.js';
import { unitPriceStated, volumeStated } from './driver.js';
import { forecastRevised, reasonsStated, roundOpened, roundReopened, stepFrom } from './forecast.js';
import { goalAssessed, goalClosed, goalSet } from './goal.js';
import { indicatorAssessed, indicatorDefined, indicatorMeasured, targetSet } from './indicator.js';
import { checkLines } from './lines.js';
import { notClosed, outcomePosted, outcomeReversed, periodClosed, periodReopened } from './outcome.js';
import type { Verdict } from './rejection.js';
import { accepted } from './rejection.js';
import { codeClosed, codeMoved, codeOpened, codeRenamed, codeSucceeded, dimensionDeclared } from './structure.js';
import { textRedacted } from './text.js';

type Rules = { readonly [T in keyof StandardEvents]: (view: View, proposed: Proposed<StandardEvents[T]>) => Verdict };

const rules: Rules = {
  LedgerOpened: () => accepted,
  DimensionDeclared: dimensionDeclared,
  CodeOpened: codeOpened,
  CodeRenamed: codeRenamed,
  CodeMoved: codeMoved,
  CodeSucceeded: codeSucceeded,
  CodeClosed: codeClosed,
  BudgetAdopted: budgetAdopted,
  BudgetAdjusted: budgetAdjusted,
  BudgetPhased: budgetPhased,
  PlanAdopted: budgetAdopted,
  OutcomePosted: outcomePosted,
  OutcomeReversed: outcomeReversed,
  PeriodClosed: periodClosed,
  PeriodReopened: periodReopened,
  ForecastRoundOpened: roundOpened,
  ForecastRevised: forecastRevised,
  ForecastRoundSubmitted: stepFrom('open'),
  ForecastRoundReturned: stepFrom('submitted', 'approved'),
  ForecastRoundApproved: stepFrom('submitted'),
  ForecastRoundLocked: stepFrom('open', 'submitted', 'approved'),
  ForecastRoundReopened: roundReopened,
  ReasonsStated: reasonsStated,
  VolumeStated: volumeStated,
  UnitPriceStated: unitPriceStated,
  ActionProposed: actionProposed,
  ActionDecided: actionStepFrom('decided', 'proposed'),
  // Also a proposal can be put to wait, before anybody has decided on it: until a review is done, or until the detailed budget.
  ActionSuspended: actionStepFrom('suspended', 'proposed', 'decided', 'started'),
  ActionResumed: actionStepFrom('resumed', 'suspended'),
  ActionStarted: actionStepFrom('started', 'decided'),
  ActionEffectRevised: actionEffectRevised,
  ActionEffectRealised: actionEffectRealised,
  ActionIncludedInForecast: actionIncluded,
  ActionCompleted: actionStepFrom('completed', 'started'),
  ActionCancelled: actionStepFrom('cancelled', 'proposed', 'decided', 'started', 'suspended'),
  AssignmentGiven: assignmentGiven,
  AssignmentReported: assignmentReported,
  AssignmentDueMoved: assignmentDueMoved,
  AssignmentCarriedOver: assignmentCarriedOver,
  CommentMade: commentMade,
  GoalSet: goalSet,
  GoalClosed: goalClosed,
  GoalAssessed: goalAssessed,
  IndicatorDefined: indicatorDefined,
  TargetSet: targetSet,
  IndicatorMeasured: indicatorMeasured,
  IndicatorAssessed: indicatorAssessed,
  DecisionRecorded: decisionRecorded,
  FigureStated: () => accepted,
  TextRedacted: textRedacted,
};

const byType: ReadonlyMap<string, (view: View, proposed: Proposed<never>) => Verdict> = new Map(
  Object.entries(rules) as [string, (view: View, proposed: Proposed<never>) => Verdict][],
);

/**
 * Whether an event may be recorded after what the ledger holds. A pure function of the two: import and live commands pass the same.
 * An event of an embedder's own passes when the lines that it posts do.
 */
export function decide(view: View, proposed: Proposed<unknown>, posts: readonly Posting[]): Verdict {
  const opening = checkOpening(view, proposed);
  if (isLeft(opening)) return opening;
  const own = byType.get(proposed.type)?.(view, proposed as Proposed<never>) ?? accepted;
  if (isLeft(own)) return own;
  for (const { layer, lines } of posts) {
    const checked = layer === 'outcome' ? checkLines(view, lines, notClosed(view.state)) : checkLines(view, lines);
    if (isLeft(checked)) return checked;
  }
  return accepted;
}
