import type { Catalogue, EventType } from './catalogue.js';
import { eventType } from './catalogue.js';
import {
  ActionCancelled,
  ActionCompleted,
  ActionDecided,
  ActionEffectRealised,
  ActionEffectRevised,
  ActionIncludedInForecast,
  ActionProposed,
  ActionResumed,
  ActionStarted,
  ActionSuspended,
} from './action.js';
import { AssignmentCarriedOver, AssignmentDueMoved, AssignmentGiven, AssignmentReported } from './assignment.js';
import { BudgetAdjusted, BudgetAdopted, BudgetPhased, PlanAdopted } from './budget.js';
import { FigureStated } from './claim.js';
import { CommentMade } from './comment.js';
import { DecisionRecorded } from './decision.js';
import { UnitPriceStated, VolumeStated } from './driver.js';
import {
  ForecastRevised,
  ForecastRoundApproved,
  ForecastRoundLocked,
  ForecastRoundOpened,
  ForecastRoundReopened,
  ForecastRoundReturned,
  ForecastRoundSubmitted,
  ReasonsStated,
} from './forecast.js';
import { GoalAssessed, GoalClosed, GoalSet } from './goal.js';
import { IndicatorAssessed, IndicatorDefined, IndicatorMeasured, TargetSet } from './indicator.js';
import { LedgerOpened } from './ledger.js';
import { OutcomePosted, OutcomeReversed, PeriodClosed, PeriodReopened } from './outcome.js';
import type { StandardEvents } from './standard-events.js';
import type { StreamRule } from './streams.js';
import { anyStream, books, budget, drivers, one, outcomeStream, round, streamed, structure } from './streams.js';
import { CodeClosed, CodeMoved, CodeOpened, CodeRenamed, CodeSucceeded, DimensionDeclared } from './structure.js';
import { TextRedacted } from './text.js';
import type { Codec } from '../base/codec.js';

function entry<T extends keyof StandardEvents>(
  type: T,
  family: string,
  about: string,
  codec: Codec<StandardEvents[T]>,
  rule: StreamRule<StandardEvents[T]>,
): EventType {
  return eventType<StandardEvents[T]>({ type, family, about, schemaVersion: 1, codec, ...rule });
}

const entries: readonly EventType[] = [
  entry(
    'LedgerOpened',
    'ledger',
    'A ledger begins: its name, municipality and time zone.',
    LedgerOpened,
    streamed('ledger', () => 'ledger'),
  ),
  entry('DimensionDeclared', 'structure', 'A dimension of the code string may stand in lines.', DimensionDeclared, structure()),
  entry('CodeOpened', 'structure', 'A code, at its place in the tree, from a month on.', CodeOpened, structure()),
  entry('CodeRenamed', 'structure', 'A code has another label from a month on.', CodeRenamed, structure()),
  entry('CodeMoved', 'structure', 'A code has another parent from a month on.', CodeMoved, structure()),
  entry('CodeSucceeded', 'structure', 'Codes are merged, split or replaced from a month on.', CodeSucceeded, structure()),
  entry('CodeClosed', 'structure', 'A code takes no lines for months from one on.', CodeClosed, structure()),
  entry('BudgetAdopted', 'budget', "A year's appropriations as first adopted.", BudgetAdopted, budget()),
  entry('BudgetAdjusted', 'budget', "A change of a year's budget; a transfer nets to 0.", BudgetAdjusted, budget()),
  entry('BudgetPhased', 'budget', 'The months of codings, summing to their budget of the year.', BudgetPhased, budget()),
  entry('PlanAdopted', 'budget', "A later year's plan, in place of any older one.", PlanAdopted, budget()),
  entry('OutcomePosted', 'outcome', 'Outcome booked: an import, a voucher, a late posting.', OutcomePosted, outcomeStream),
  entry('OutcomeReversed', 'outcome', 'An earlier posting is taken back whole.', OutcomeReversed, books()),
  entry('PeriodClosed', 'outcome', 'An accounting month takes no more outcome.', PeriodClosed, books()),
  entry('PeriodReopened', 'outcome', 'A closed accounting month takes outcome again.', PeriodReopened, books()),
  entry('ForecastRoundOpened', 'forecast', 'A round of forecasting of a year opens.', ForecastRoundOpened, round()),
  entry('ForecastRevised', 'forecast', 'A new forecast of codings, perhaps with its reasons.', ForecastRevised, round()),
  entry('ForecastRoundSubmitted', 'forecast', 'A round is handed in for approval.', ForecastRoundSubmitted, round()),
  entry('ForecastRoundReturned', 'forecast', 'A round is sent back for more work.', ForecastRoundReturned, round()),
  entry('ForecastRoundApproved', 'forecast', 'A round is approved.', ForecastRoundApproved, round()),
  entry('ForecastRoundLocked', 'forecast', 'A round is locked; locks are numbered from 1.', ForecastRoundLocked, round()),
  entry('ForecastRoundReopened', 'forecast', 'A locked round is open again.', ForecastRoundReopened, round()),
  entry('ReasonsStated', 'forecast', 'Reasons stated for a deviation or a change.', ReasonsStated, round()),
  entry('VolumeStated', 'driver', 'Volumes of a budget, an outcome, a forecast or a plan.', VolumeStated, drivers()),
  entry('UnitPriceStated', 'driver', 'Unit prices of a budget, an outcome, a forecast or a plan.', UnitPriceStated, drivers()),
  entry('ActionProposed', 'action', 'A measure to hold the budget is proposed.', ActionProposed, one('action')),
  entry('ActionDecided', 'action', 'An action is to be carried out.', ActionDecided, one('action')),
  entry('ActionSuspended', 'action', 'Carrying an action out waits.', ActionSuspended, one('action')),
  entry('ActionResumed', 'action', 'An action is again where it was before it was suspended.', ActionResumed, one('action')),
  entry('ActionStarted', 'action', 'Work on an action has begun.', ActionStarted, one('action')),
  entry('ActionEffectRevised', 'action', 'What is expected of an action from now on.', ActionEffectRevised, one('action')),
  entry('ActionEffectRealised', 'action', 'What an action has done to a result so far.', ActionEffectRealised, one('action')),
  entry('ActionIncludedInForecast', 'action', 'How much of an action a round counts in.', ActionIncludedInForecast, one('action')),
  entry('ActionCompleted', 'action', 'An action is carried out.', ActionCompleted, one('action')),
  entry('ActionCancelled', 'action', 'An action is given up.', ActionCancelled, one('action')),
  entry('AssignmentGiven', 'assignment', 'Somebody is given something to do and to report.', AssignmentGiven, one('assignment')),
  entry('AssignmentReported', 'assignment', 'How an assignment stands on a day.', AssignmentReported, one('assignment')),
  entry('AssignmentDueMoved', 'assignment', 'An assignment is to be done by another day.', AssignmentDueMoved, one('assignment')),
  entry('AssignmentCarriedOver', 'assignment', 'An assignment goes on in another year.', AssignmentCarriedOver, one('assignment')),
  entry('CommentMade', 'comment', 'A comment, draft or final; its text lies beside it.', CommentMade, one('comment')),
  entry('GoalSet', 'goal', 'A goal stands in the tree of goals from a year or a month on.', GoalSet, one('goal')),
  entry('GoalClosed', 'goal', 'A goal ceases from a year on.', GoalClosed, one('goal')),
  entry('GoalAssessed', 'goal', 'A goal is judged as a whole by people.', GoalAssessed, one('goal')),
  entry('IndicatorDefined', 'indicator', 'Something is followed up.', IndicatorDefined, one('indicator')),
  entry('TargetSet', 'indicator', 'What an indicator is to reach in a year.', TargetSet, one('indicator')),
  entry('IndicatorMeasured', 'indicator', 'A value, or that there is none.', IndicatorMeasured, one('indicator')),
  entry('IndicatorAssessed', 'indicator', 'An indicator is judged by people.', IndicatorAssessed, one('indicator')),
  entry('DecisionRecorded', 'decision', 'A matter is proposed, planned for a meeting, or decided.', DecisionRecorded, one('decision')),
  entry('FigureStated', 'claim', "A figure as a report's text states it.", FigureStated, one('claim')),
  entry('TextRedacted', 'text', 'The free text beside an event was erased by decision.', TextRedacted, anyStream),
];

/** The catalogue of Driftbok's own families; an embedder adds to it by `extendCatalogue`. */
export const standardCatalogue: Catalogue = new Map(entries.map((each) => [each.type, each]));
